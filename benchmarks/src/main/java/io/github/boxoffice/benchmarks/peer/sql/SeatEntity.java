package io.github.boxoffice.benchmarks.peer.sql;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A seat as Hibernate sees it. */
@MappedSuperclass
abstract class SeatEntity {
  @Id
  @Column(name = "show_id")
  long show;

  @Id
  @Column(name = "seat_no")
  int seat;

  @Column(nullable = false)
  int state;

  @Column(name = "hold_id")
  @Nullable UUID holder;

  @Column(name = "held_until", nullable = false)
  long until;

  /**
   * The key of a seat.
   *
   * @param show which show
   * @param seat which of its seats
   */
  record Key(long show, int seat) implements Serializable {}

  boolean hold(Wish wish, long now) {
    if (state == Wish.BOOKED || (state == Wish.HELD && until > now)) {
      return false;
    }
    state = Wish.HELD;
    holder = wish.id();
    until = now + Wish.TTL_MILLIS;
    return true;
  }

  boolean confirm(Wish wish) {
    if (state != Wish.HELD || !wish.id().equals(holder)) {
      return false;
    }
    state = Wish.BOOKED;
    return true;
  }
}
