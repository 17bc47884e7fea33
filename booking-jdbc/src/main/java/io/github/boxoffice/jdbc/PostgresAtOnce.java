package io.github.boxoffice.jdbc;

import io.github.boxoffice.model.HoldId;
import io.github.boxoffice.store.ChangeResult.Applied;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A wave in one round trip, which commits it: one text, of which the last word is COMMIT. All its
 * holds are made, or the text fails; payments and confirmations that nothing is in the way of are
 * made with them.
 *
 * <p>The server does nothing of what stands behind a failed statement, so then there is no commit.
 */
final class PostgresAtOnce {
  private final Dialect dialect;
  private final List<String> before;
  private final List<PostgresKind<?>> kinds;
  private final Map<List<PostgresKind<?>>, PostgresText> texts = new ConcurrentHashMap<>();

  /**
   * Whether somebody wanted a seat lately that was not free. If it is wrong, it costs time only.
   */
  private volatile boolean rivals;

  /**
   * Makes waves of holds and of these kinds.
   *
   * @param settings what is set for the transaction first
   */
  PostgresAtOnce(Sale sale, List<String> settings, List<PostgresKind<?>> others) {
    this.dialect = sale.dialect();
    this.before = Stream.concat(Stream.of("BEGIN"), settings.stream()).toList();
    this.kinds =
        Stream.concat(Stream.of(new PostgresTakenHolds(sale.time())), others.stream()).toList();
  }

  /** Whether it is likely that nothing is in the way of these, and they are not too many. */
  boolean fits(Changes wave) {
    return wave.places() <= PostgresText.MOST && (wave.holds().isEmpty() || !rivals);
  }

  /** Takes note of whether all holds of a wave could be made. */
  void learn(Changes wave, Set<HoldId> made) {
    rivals = !wave.holds().stream().map(hold -> hold.claim().id()).allMatch(made::contains);
  }

  /**
   * Makes them and commits; empty if something was in the way of a hold, or an id is known already,
   * and the transaction is to be undone. After any other failure it may be committed.
   */
  Optional<Map<HoldId, Applied>> make(Connection connection, Changes wave) throws SQLException {
    PostgresText text =
        texts.computeIfAbsent(
            PostgresText.present(kinds, wave),
            present -> PostgresText.of(before, present, List.of("COMMIT")));
    // Else the driver says BEGIN by itself, which is answered by itself.
    connection.setAutoCommit(true);
    SQLException failure = null;
    try {
      return Optional.of(make(connection, text, wave));
    } catch (SQLException e) {
      rivals = true;
      if (isInTheWay(e)) {
        return Optional.empty();
      }
      failure = e;
      throw e;
    } finally {
      endAutoCommit(connection, failure);
    }
  }

  private Map<HoldId, Applied> make(Connection connection, PostgresText text, Changes wave)
      throws SQLException {
    PostgresKind.Outcome outcome = new PostgresKind.Outcome();
    try (var statement = connection.prepareStatement(text.sql())) {
      text.bind(connection, statement, wave);
      text.read(statement, statement.execute(), dialect, outcome);
    }
    return outcome.made();
  }

  private boolean isInTheWay(SQLException failure) {
    return PostgresHold.PARTLY.equals(failure.getSQLState())
        || dialect.classify(failure) == Trouble.TAKEN;
  }

  /** The driver may have to say something for that, which nobody hears in a failed transaction. */
  private static void endAutoCommit(Connection connection, @Nullable SQLException failure)
      throws SQLException {
    try {
      connection.setAutoCommit(false);
    } catch (SQLException e) {
      try (var rollback = connection.createStatement()) {
        rollback.execute("ROLLBACK");
        connection.setAutoCommit(false);
      } catch (SQLException lost) {
        (failure == null ? e : failure).addSuppressed(lost);
      }
      if (failure == null) {
        throw e;
      }
    }
  }
}
