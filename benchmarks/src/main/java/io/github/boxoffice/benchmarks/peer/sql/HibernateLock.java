package io.github.boxoffice.benchmarks.peer.sql;

import jakarta.persistence.Entity;
import jakarta.persistence.IdClass;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.util.List;
import org.hibernate.Session;

/** {@code PESSIMISTIC_WRITE}: the rows are locked when they are read. */
final class HibernateLock extends HibernatePeer<HibernateLock.Seat> {
  HibernateLock() {
    super(Seat.class);
  }

  @Override
  List<Seat> read(Session session, Wish wish) {
    return select(session, wish, LockModeType.PESSIMISTIC_WRITE);
  }

  @Override
  boolean isLost(RuntimeException failure) {
    return false;
  }

  /** Without a version. */
  @Entity(name = "LockedSeat")
  @Table(name = "seat")
  @IdClass(SeatEntity.Key.class)
  static class Seat extends SeatEntity {}
}
