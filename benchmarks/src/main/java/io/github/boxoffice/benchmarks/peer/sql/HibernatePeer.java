package io.github.boxoffice.benchmarks.peer.sql;

import io.github.boxoffice.benchmarks.till.Database;
import java.util.List;
import java.util.function.Predicate;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.cfg.Configuration;

/** Hibernate: read the seats as entities, look at them, change them, and let it write them. */
abstract class HibernatePeer<T extends SeatEntity> extends SqlPeer {
  static {
    // Else Hibernate logs its greeting to wherever java.util.logging leads.
    System.setProperty("org.jboss.logging.provider", "slf4j");
  }

  private final Class<T> entity;
  private final SessionFactory sessions;

  /** Reads seats as this kind of entity. */
  HibernatePeer(Class<T> entity) {
    super(Database.postgres());
    this.entity = entity;
    Configuration configuration = new Configuration().addAnnotatedClass(entity);
    configuration
        .getProperties()
        .put(AvailableSettings.JAKARTA_NON_JTA_DATASOURCE, database().pool());
    configuration.setProperty(AvailableSettings.CONNECTION_PROVIDER_DISABLES_AUTOCOMMIT, "true");
    configuration.setProperty(AvailableSettings.STATEMENT_BATCH_SIZE, "16");
    configuration.setProperty(AvailableSettings.ORDER_UPDATES, "true");
    this.sessions = configuration.buildSessionFactory();
  }

  /** The seats in seat order. */
  abstract List<T> read(Session session, Wish wish);

  /** Whether this means that somebody else was faster. */
  abstract boolean isLost(RuntimeException failure);

  final List<T> select(Session session, Wish wish, jakarta.persistence.LockModeType lock) {
    return session
        .createQuery(
            "from "
                + entity.getName()
                + " s where s.show = :show and s.seat in :seats"
                + " order by s.seat",
            entity)
        .setParameter("show", wish.show())
        .setParameterList("seats", wish.seats().boxed().toList())
        .setLockMode(lock)
        .list();
  }

  @Override
  boolean hold(Wish wish) {
    long now = System.currentTimeMillis();
    return change(wish, seat -> seat.hold(wish, now));
  }

  @Override
  boolean confirm(Wish wish) {
    return change(wish, seat -> seat.confirm(wish));
  }

  private boolean change(Wish wish, Predicate<SeatEntity> step) {
    try (Session session = sessions.openSession()) {
      var transaction = session.beginTransaction();
      try {
        if (read(session, wish).stream().allMatch(step)) {
          transaction.commit();
          return true;
        }
        transaction.rollback();
        return false;
      } catch (RuntimeException e) {
        if (transaction.isActive()) {
          transaction.rollback();
        }
        if (isLost(e)) {
          return false;
        }
        throw e;
      }
    }
  }

  @Override
  public void close() {
    sessions.close();
    super.close();
  }
}
