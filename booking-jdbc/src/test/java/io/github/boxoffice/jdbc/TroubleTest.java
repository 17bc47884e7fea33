package io.github.boxoffice.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.zaxxer.hikari.HikariDataSource;
import io.github.boxoffice.contract.SettableClock;
import io.github.boxoffice.contract.Shows;
import io.github.boxoffice.model.ShowId;
import io.github.boxoffice.store.ChangeResult;
import io.github.boxoffice.store.Claim;
import io.github.boxoffice.store.HoldState;
import io.github.boxoffice.store.Isolation;
import io.github.boxoffice.store.SeatChange;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every kind of trouble, made for real. */
class TroubleTest {
  private final Dialect dialect = Database.H2.dialect();
  private HikariDataSource database;
  private JdbcStore store;
  private ShowId show;

  @BeforeEach
  void openStore() {
    database = Pooled.inMemory();
    store = JdbcStore.on(database, new SettableClock());
    show = Shows.open(store.catalog(), 4);
  }

  @AfterEach
  void closeDatabase() {
    database.close();
  }

  @Test
  void classify_duplicateKey_isTaken() throws SQLException {
    try (Connection connection = database.getConnection()) {
      assertThat(trouble(connection, "INSERT INTO boxoffice_schema (version) VALUES (1)"))
          .isEqualTo(Trouble.TAKEN);
    }
  }

  @Test
  void classify_brokenStatement_isBroken() throws SQLException {
    try (Connection connection = database.getConnection()) {
      assertThat(trouble(connection, "SELECT nonsense FROM nowhere")).isEqualTo(Trouble.BROKEN);
    }
  }

  @Test
  void classify_lockTimeout_isContended() throws SQLException {
    try (Connection holder = begun();
        Connection rival = begun()) {
      lock(holder, 0);
      String wait = dialect.lock(Duration.ofMillis(50));
      assertThat(trouble(rival, select(0) + wait)).isEqualTo(Trouble.CONTENDED);
      String never = dialect.lock(Duration.ZERO);
      assertThat(trouble(rival, select(0) + never)).isEqualTo(Trouble.CONTENDED);
      rival.rollback();
      holder.rollback();
    }
  }

  @Test
  void classify_deadlock_isRetry() throws Exception {
    ExecutorService other = Executors.newSingleThreadExecutor();
    try (Connection first = begun();
        Connection second = begun()) {
      lock(first, 0);
      lock(second, 1);
      Future<Trouble> waiting = other.submit(() -> troubleOrNull(first, select(1) + " FOR UPDATE"));
      Trouble mine = troubleOrNull(second, select(0) + " FOR UPDATE");
      second.rollback();
      Trouble theirs = waiting.get();
      first.rollback();
      assertThat(mine == null ? theirs : mine).isEqualTo(Trouble.RETRY);
    } finally {
      other.shutdownNow();
    }
  }

  @Test
  void classify_rowChangedSinceSnapshot_isRetry() throws SQLException {
    try (Connection reader = begun();
        Connection writer = begun()) {
      reader.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
      execute(reader, select(0));
      execute(writer, "UPDATE show_seat SET fence = 1 WHERE " + seat(0));
      writer.commit();
      assertThat(trouble(reader, "UPDATE show_seat SET fence = 2 WHERE " + seat(0)))
          .isEqualTo(Trouble.RETRY);
      reader.rollback();
    }
  }

  @Test
  void classify_cancelledStatement_isDeadline() throws SQLException {
    try (Connection connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.setQueryTimeout(1);
      String endless =
          "SELECT COUNT(*) FROM SYSTEM_RANGE(1, 1000000000) a, SYSTEM_RANGE(1, 1000000000) b";
      SQLException failure =
          catchThrowableOfType(SQLException.class, () -> statement.execute(endless));
      assertThat(dialect.classify(failure)).isEqualTo(Trouble.DEADLINE);
    }
  }

  @Test
  void classify_databaseShutDown_isUnknown() throws SQLException {
    Connection connection = begun();
    execute(connection, "UPDATE boxoffice_schema SET version = version");
    Connection killer = database.getConnection();
    execute(killer, "SHUTDOWN IMMEDIATELY");
    SQLException failure = catchThrowableOfType(SQLException.class, connection::commit);
    assertThat(dialect.classify(failure)).isEqualTo(Trouble.UNKNOWN);
  }

  @Test
  void apply_seatLockedByARival_isContendedAndLeavesNothing() throws SQLException {
    Claim claim = Shows.claim(show, "alice", 0, 1);
    SeatChange hold = new SeatChange.Hold(claim, Shows.TERMS, 0);
    Isolation briefly = Isolation.rowLocks(Duration.ofMillis(20));
    try (Connection rival = begun()) {
      lock(rival, 1);
      assertThat(store.seats().apply(hold, briefly)).isEqualTo(new ChangeResult.Contended());
      assertThat(store.seats().apply(hold, Isolation.rowLocks(Duration.ofSeconds(3))))
          .isEqualTo(new ChangeResult.Contended());
      assertThat(store.seats().apply(hold, Isolation.rowLocks(Duration.ZERO)))
          .isEqualTo(new ChangeResult.Contended());
      rival.rollback();
    }
    assertThat(store.seats().countFree(show)).isEqualTo(4);
    assertThat(store.seats().apply(hold, briefly)).isInstanceOf(ChangeResult.Applied.class);
  }

  /** Who has a hold has no rival for its seats, and need not wait for who looks at them. */
  @Test
  void apply_confirmWhileARivalLooksAtTheSeats_doesNotWait() throws SQLException {
    Claim claim = Shows.claim(show, "alice", 0, 1);
    store.seats().apply(new SeatChange.Hold(claim, Shows.TERMS, 0), Isolation.GUARDED);
    try (Connection rival = begun()) {
      lock(rival, 1);
      SeatChange confirm = new SeatChange.Confirm(claim, Shows.payment(), true);
      assertThat(store.seats().apply(confirm, Isolation.rowLocks(Duration.ZERO)))
          .isEqualTo(new ChangeResult.Applied(HoldState.CONFIRMED, 0));
      rival.rollback();
    }
  }

  @Test
  void apply_connectionLostDuringCommit_isUnknown() {
    LosingCommits losing = new LosingCommits(database);
    JdbcStore lossy = JdbcStore.on(losing.dataSource(), new SettableClock());
    Claim claim = Shows.claim(show, "alice", 0);
    SeatChange hold = new SeatChange.Hold(claim, Shows.TERMS, 0);
    losing.loseNext();
    assertThat(lossy.seats().apply(hold, Isolation.GUARDED)).isEqualTo(new ChangeResult.Unknown());
    losing.loseNext();
    assertThat(lossy.seats().applyAll(List.of(hold, hold)))
        .containsOnly(new ChangeResult.Unknown());
    assertThat(lossy.seats().apply(hold, Isolation.GUARDED))
        .isInstanceOf(ChangeResult.Applied.class);
    assertThat(store.seats().countFree(show)).isEqualTo(3);
  }

  private Connection begun() throws SQLException {
    Connection connection = database.getConnection();
    connection.setAutoCommit(false);
    return connection;
  }

  private String seat(int seat) {
    return "show_id = "
        + show
        + " AND seat_no = "
        + seat
        + " AND seat_key = "
        + (show.value() * 1048576 + seat);
  }

  private String select(int seat) {
    return "SELECT * FROM show_seat WHERE " + seat(seat);
  }

  private void lock(Connection connection, int seat) throws SQLException {
    execute(connection, select(seat) + " FOR UPDATE");
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private Trouble trouble(Connection connection, String sql) {
    return dialect.classify(
        catchThrowableOfType(SQLException.class, () -> execute(connection, sql)));
  }

  private Trouble troubleOrNull(Connection connection, String sql) {
    try {
      execute(connection, sql);
      return null;
    } catch (SQLException e) {
      return dialect.classify(e);
    }
  }
}
