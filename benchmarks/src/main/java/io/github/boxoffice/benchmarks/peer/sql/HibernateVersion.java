package io.github.boxoffice.benchmarks.peer.sql;

import jakarta.persistence.Entity;
import jakarta.persistence.IdClass;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.List;
import org.hibernate.Session;

/** {@code @Version}: nobody waits, and who writes a seat that has changed since loses. */
final class HibernateVersion extends HibernatePeer<HibernateVersion.Seat> {
  HibernateVersion() {
    super(Seat.class);
  }

  @Override
  List<Seat> read(Session session, Wish wish) {
    return select(session, wish, LockModeType.NONE);
  }

  @Override
  boolean isLost(RuntimeException failure) {
    return failure instanceof OptimisticLockException
        || failure.getCause() instanceof OptimisticLockException;
  }

  /** With a version. */
  @Entity(name = "VersionedSeat")
  @Table(name = "seat")
  @IdClass(SeatEntity.Key.class)
  static class Seat extends SeatEntity {
    @Version int version;
  }
}
