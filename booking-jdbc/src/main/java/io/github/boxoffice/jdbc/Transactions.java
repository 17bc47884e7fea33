package io.github.boxoffice.jdbc;

import io.github.boxoffice.store.ChangeResult;
import io.github.boxoffice.store.Isolation;
import io.github.boxoffice.store.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * One piece of work, one connection, one transaction: kept if the work was applied, undone in every
 * other case in which it may have written something. No work asks for a second connection, so a
 * pool of one is enough.
 */
final class Transactions {
  /** In a cluster a commit may lose against one on another node; several times is rare. */
  private static final int MOST_TRIES = 10;

  private final Gate gate;
  private final Dialect dialect;
  private final Turns turns;

  Transactions(DataSource dataSource, Dialect dialect) {
    this.gate = Gate.before(dataSource, dialect.mostAtOnce());
    this.dialect = dialect;
    this.turns = dialect.turns(dataSource);
  }

  /** What is done in a transaction. */
  @FunctionalInterface
  interface Work {
    /** Null: it takes a closer look. */
    @Nullable ChangeResult in(Connection connection) throws SQLException;
  }

  /** What is tried first, in the same transaction as the look why it came to nothing. */
  @FunctionalInterface
  interface Attempt {
    Tried in(Connection connection) throws SQLException;
  }

  /**
   * What came of an attempt.
   *
   * @param result null if it takes a look why it came to nothing
   * @param wrote whether something may be written
   */
  record Tried(@Nullable ChangeResult result, boolean wrote) {
    static final Tried NOTHING = new Tried(null, false);
    static final Tried IN_VAIN = new Tried(null, true);

    static Tried made(@Nullable ChangeResult result) {
      return new Tried(result, true);
    }
  }

  /** What is read or done where there is nothing to refuse. */
  @FunctionalInterface
  interface Query<T> {
    T in(Connection connection) throws SQLException;
  }

  /** The work's result, or what the trouble that it met means; null if the work says so. */
  @Nullable ChangeResult change(Isolation isolation, Work work) {
    return change(isolation, connection -> Tried.made(work.in(connection)), connection -> null);
  }

  /**
   * The same for an attempt.
   *
   * @param refusal asked if it came to nothing; it writes nothing
   */
  @Nullable ChangeResult change(Isolation isolation, Attempt attempt, Work refusal) {
    return turns.take(() -> changed(isolation, attempt, refusal), ChangeResult.Contended::new);
  }

  private @Nullable ChangeResult changed(Isolation isolation, Attempt attempt, Work refusal) {
    try (Session session = Session.open(gate, dialect, isolation)) {
      return settle(session.connection(), attempt, refusal);
    } catch (SQLException e) {
      throw broken(e);
    }
  }

  /**
   * The same for an attempt that is one statement, whose success commits it.
   *
   * @param refusal asked if it came to nothing; it writes nothing
   */
  @Nullable ChangeResult statement(Attempt attempt, Work refusal) {
    try (Session session = Session.openForStatements(gate)) {
      Connection connection = session.connection();
      ChangeResult result = alone(connection, attempt);
      return result == null ? refusal(connection, refusal) : result;
    } catch (SQLException e) {
      throw broken(e);
    }
  }

  private @Nullable ChangeResult alone(Connection connection, Attempt attempt) {
    try {
      return attempt.in(connection).result();
    } catch (SQLException e) {
      // The commit was on its way together with the statement.
      return dialect.classify(e) == Trouble.UNKNOWN ? new ChangeResult.Unknown() : failed(e);
    }
  }

  private @Nullable ChangeResult refusal(Connection connection, Work work) {
    try {
      return work.in(connection);
    } catch (SQLException e) {
      return failed(e);
    }
  }

  /** Commits what was applied, and undoes everything else. */
  private @Nullable ChangeResult settle(Connection connection, Attempt attempt, Work refusal) {
    boolean isEnded = false;
    try {
      Tried tried = attempt.in(connection);
      ChangeResult result = tried.result() == null ? refusal.in(connection) : tried.result();
      if (result instanceof ChangeResult.Applied applied) {
        isEnded = true;
        return commit(connection, applied);
      }
      isEnded = !tried.wrote() && leave(connection);
      return result;
    } catch (Underway e) {
      // Whatever it says may have come after the commit.
      return new ChangeResult.Unknown();
    } catch (SQLException e) {
      return failed(e);
    } finally {
      if (!isEnded) {
        Session.undo(connection);
      }
    }
  }

  /**
   * Ends what wrote nothing with a commit, since with a rollback H2 forgets all that it has
   * prepared; whether that was to be had.
   */
  private static boolean leave(Connection connection) {
    try {
      connection.commit();
      return true;
    } catch (SQLException lost) {
      return false;
    }
  }

  private ChangeResult commit(Connection connection, ChangeResult result) {
    try {
      connection.commit();
      return result;
    } catch (SQLException e) {
      Session.undo(connection);
      return switch (dialect.classify(e)) {
        case TAKEN, RETRY -> new ChangeResult.Conflict();
        case CONTENDED -> new ChangeResult.Contended();
        case DEADLINE, UNKNOWN, BROKEN -> new ChangeResult.Unknown();
      };
    }
  }

  /** Before the commit whatever went wrong undid everything. */
  private ChangeResult failed(SQLException e) {
    return switch (dialect.classify(e)) {
      case TAKEN, RETRY -> new ChangeResult.Conflict();
      case CONTENDED, DEADLINE -> new ChangeResult.Contended();
      case UNKNOWN, BROKEN -> throw broken(e);
    };
  }

  /** Does something that rivals may prevent; empty if they did. */
  <T> Optional<T> attempt(Query<Optional<T>> query) {
    return turns.take(() -> attempted(query), Optional::empty);
  }

  private <T> Optional<T> attempted(Query<Optional<T>> query) {
    try (Session session = Session.open(gate, dialect, Isolation.GUARDED)) {
      return ask(session.connection(), query);
    } catch (SQLException e) {
      return switch (dialect.classify(e)) {
        case TAKEN, CONTENDED, RETRY -> Optional.empty();
        case DEADLINE, UNKNOWN, BROKEN -> throw broken(e);
      };
    }
  }

  /** Does what cannot be refused, in one transaction; again, as {@link #ask(Query)} does. */
  <T> T make(Query<T> query) {
    return turns.take(
        () -> ask(query),
        () -> {
          throw broken(new SQLTransientException("no turn to write came in time"));
        });
  }

  /** Asks a question, in one transaction; again, if the database undid it for a rival's sake. */
  <T> T ask(Query<T> query) {
    for (int i = 1; ; i++) {
      try (Session session = Session.open(gate, dialect, Isolation.GUARDED)) {
        return ask(session.connection(), query);
      } catch (SQLException e) {
        if (i == MOST_TRIES || dialect.classify(e) != Trouble.RETRY) {
          throw broken(e);
        }
      }
    }
  }

  /** The same where the kind of database is not known yet, or does not matter. */
  static <T> T ask(DataSource dataSource, Query<T> query) {
    try (Session session = Session.open(Gate.open(dataSource))) {
      return ask(session.connection(), query);
    } catch (SQLException e) {
      throw broken(e);
    }
  }

  /** The same on a connection whose transaction is ours to end. */
  static <T> T ask(Connection connection, Query<T> query) throws SQLException {
    boolean done = false;
    try {
      T answer = query.in(connection);
      connection.commit();
      done = true;
      return answer;
    } finally {
      if (!done) {
        Session.undo(connection);
      }
    }
  }

  private static StoreException broken(SQLException e) {
    return new StoreException("the database failed: " + e.getMessage(), e);
  }
}
