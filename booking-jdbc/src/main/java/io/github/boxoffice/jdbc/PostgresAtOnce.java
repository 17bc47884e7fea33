package io.github.boxoffice.jdbc;

import io.github.boxoffice.model.HoldId;
import io.github.boxoffice.store.ChangeResult.Applied;
import java.sql.Connection;
import java.sql.PreparedStatement;
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
 * <p>The server tries nothing that stands behind what failed, so then there is no commit.
 */
final class PostgresAtOnce {
  /**
   * Classes of errors that undo a transaction, and of which none is said once it is committed. What
   * is of another class, or what the driver says by itself, may come after the commit.
   */
  private static final Set<String> UNDONE =
      Set.of("0A", "22", "23", "25", "40", "42", "44", "53", "54", "55", "P0");

  /** It is of such a class, but is "statement completion unknown". */
  private static final String UNKNOWN = "40003";

  private final Dialect dialect;
  private final String settings;
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
  PostgresAtOnce(Sale sale, String settings, List<PostgresKind<?>> others) {
    this.dialect = sale.dialect();
    this.settings = settings;
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
   * and the transaction is to be undone.
   *
   * @throws Underway if it failed, or the connection was lost, and it may be committed
   */
  Optional<Map<HoldId, Applied>> make(Connection connection, Changes wave) throws SQLException {
    PostgresText text =
        texts.computeIfAbsent(
            PostgresText.present(kinds, wave),
            present -> PostgresText.of(List.of("BEGIN", settings), present, List.of("COMMIT")));
    // Else the driver says BEGIN by itself, which is answered by itself.
    connection.setAutoCommit(true);
    SQLException failure = null;
    try {
      return make(connection, text, wave);
    } catch (SQLException e) {
      failure = e;
      throw e;
    } finally {
      endAutoCommit(connection, failure);
    }
  }

  /** What is known of the text stays true if the connection has been lost since. */
  private static void endAutoCommit(Connection connection, @Nullable SQLException failure)
      throws SQLException {
    try {
      connection.setAutoCommit(false);
    } catch (SQLException lost) {
      if (failure == null) {
        throw new Underway(lost);
      }
      failure.addSuppressed(lost);
    }
  }

  private Optional<Map<HoldId, Applied>> make(
      Connection connection, PostgresText text, Changes wave) throws SQLException {
    try (var statement = connection.prepareStatement(text.sql())) {
      text.bind(connection, statement, wave);
      Optional<Boolean> isRows = execute(statement);
      return isRows.isEmpty() ? Optional.empty() : Optional.of(read(text, statement, isRows.get()));
    }
  }

  private Optional<Boolean> execute(PreparedStatement statement) throws SQLException {
    try {
      return Optional.of(statement.execute());
    } catch (SQLException e) {
      String state = e.getSQLState();
      if (!isUndone(state)) {
        throw new Underway(e);
      } else if (PostgresHold.PARTLY.equals(state) || dialect.classify(e) == Trouble.TAKEN) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private static boolean isUndone(@Nullable String state) {
    return state != null
        && state.length() == UNKNOWN.length()
        && UNDONE.contains(state.substring(0, 2))
        && !state.equals(UNKNOWN);
  }

  private Map<HoldId, Applied> read(PostgresText text, PreparedStatement statement, boolean isRows)
      throws SQLException {
    PostgresKind.Outcome outcome = new PostgresKind.Outcome();
    try {
      text.read(statement, isRows, dialect, outcome);
    } catch (SQLException e) {
      throw new Underway(e);
    }
    return outcome.made();
  }
}
