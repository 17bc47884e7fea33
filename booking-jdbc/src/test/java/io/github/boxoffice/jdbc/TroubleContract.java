package io.github.boxoffice.jdbc;

import static io.github.boxoffice.jdbc.TestedDatabase.execute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.zaxxer.hikari.HikariDataSource;
import io.github.boxoffice.contract.SettableClock;
import io.github.boxoffice.contract.Shows;
import io.github.boxoffice.model.Refusal;
import io.github.boxoffice.model.SeatSet;
import io.github.boxoffice.model.ShowId;
import io.github.boxoffice.store.ChangeResult;
import io.github.boxoffice.store.Claim;
import io.github.boxoffice.store.HoldState;
import io.github.boxoffice.store.Isolation;
import io.github.boxoffice.store.SeatChange;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Every kind of trouble, made for real. */
@Timeout(60)
abstract class TroubleContract {
  private final TestedDatabase kind;
  private final ExecutorService other = Executors.newSingleThreadExecutor();
  private HikariDataSource database;
  private JdbcStore store;
  private ShowId show;

  TroubleContract(TestedDatabase kind) {
    this.kind = kind;
  }

  @BeforeEach
  void openStore() {
    database = kind.open();
    store = kind.store(database, new SettableClock());
    show = Shows.open(store.catalog(), 4);
  }

  @AfterEach
  void closeDatabase() {
    other.shutdownNow();
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
      for (Duration patience : new Duration[] {Duration.ofMillis(50), Duration.ZERO}) {
        Session.Setting unbound = kind.dialect().bound(rival, patience);
        assertThat(trouble(rival, select(0) + kind.dialect().lock(patience)))
            .isEqualTo(Trouble.CONTENDED);
        rival.rollback();
        unbound.run();
      }
      holder.rollback();
    }
  }

  @Test
  void classify_deadlock_isRetry() throws Exception {
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
    }
  }

  @Test
  void classify_rowChangedSinceSnapshot_isRetry() throws SQLException {
    try (Connection reader = begun();
        Connection writer = begun()) {
      kind.snapshot(reader);
      execute(reader, select(0));
      execute(writer, "UPDATE show_seat SET fence = 1 WHERE " + kind.seat(show, 0));
      writer.commit();
      assertThat(trouble(reader, "UPDATE show_seat SET fence = 2 WHERE " + kind.seat(show, 0)))
          .isEqualTo(Trouble.RETRY);
      reader.rollback();
    }
  }

  @Test
  void classify_statementOutOfTime_isDeadline() throws SQLException {
    try (Connection connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.setQueryTimeout(1);
      SQLException failure =
          catchThrowableOfType(SQLException.class, () -> statement.execute(kind.endless()));
      assertThat(kind.dialect().classify(failure)).isEqualTo(Trouble.DEADLINE);
    }
  }

  @Test
  void classify_statementCancelledByAnother_isDeadline() throws Exception {
    try (Connection victim = database.getConnection();
        Connection killer = database.getConnection()) {
      long session = TestedDatabase.ask(victim, kind.session());
      Future<Trouble> endless = other.submit(() -> trouble(victim, kind.endless()));
      while (!endless.isDone()) {
        execute(killer, kind.cancel(session));
      }
      assertThat(endless.get()).isEqualTo(Trouble.DEADLINE);
    }
  }

  @Test
  void classify_commitOfAKilledSession_isUnknown() throws SQLException {
    // Not closed by us: some cannot even be closed when they are lost. The pool throws it away.
    Connection victim = begun();
    long session = TestedDatabase.ask(victim, kind.session());
    execute(victim, "UPDATE boxoffice_schema SET version = version");
    try (Connection killer = database.getConnection()) {
      execute(killer, kind.kill(session));
    }
    SQLException failure = catchThrowableOfType(SQLException.class, victim::commit);
    assertThat(kind.dialect().classify(failure)).isEqualTo(Trouble.UNKNOWN);
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
    Claim claim = holdTwo();
    try (Connection rival = begun()) {
      lock(rival, 1);
      SeatChange confirm = new SeatChange.Confirm(claim, Shows.payment(), true);
      assertThat(store.seats().apply(confirm, Isolation.rowLocks(Duration.ZERO)))
          .isEqualTo(new ChangeResult.Applied(HoldState.CONFIRMED, 0));
      rival.rollback();
    }
  }

  /** Nor need they who come too late, to hear that they do. */
  @Test
  void apply_takenSeatsThatARivalLooksAt_isRefusedWithoutWaiting() throws SQLException {
    holdTwo();
    try (Connection rival = begun()) {
      lock(rival, 0);
      lock(rival, 1);
      SeatChange late = new SeatChange.Hold(Shows.claim(show, "bob", 1, 2), Shows.TERMS, 0);
      assertThat(store.seats().apply(late, Isolation.GUARDED))
          .isEqualTo(new ChangeResult.Refused(Refusal.SEATS_HELD, SeatSet.of(1)));
      rival.rollback();
    }
  }

  private Claim holdTwo() {
    Claim claim = Shows.claim(show, "alice", 0, 1);
    store.seats().apply(new SeatChange.Hold(claim, Shows.TERMS, 0), Isolation.GUARDED);
    return claim;
  }

  private Connection begun() throws SQLException {
    Connection connection = database.getConnection();
    connection.setAutoCommit(false);
    return connection;
  }

  private String select(int seat) {
    return "SELECT * FROM show_seat WHERE " + kind.seat(show, seat);
  }

  private void lock(Connection connection, int seat) throws SQLException {
    execute(connection, select(seat) + " FOR UPDATE");
  }

  private Trouble trouble(Connection connection, String sql) {
    return kind.dialect()
        .classify(catchThrowableOfType(SQLException.class, () -> execute(connection, sql)));
  }

  private Trouble troubleOrNull(Connection connection, String sql) {
    try {
      execute(connection, sql);
      return null;
    } catch (SQLException e) {
      return kind.dialect().classify(e);
    }
  }
}
