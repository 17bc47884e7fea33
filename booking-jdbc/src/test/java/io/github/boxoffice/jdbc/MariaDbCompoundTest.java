package io.github.boxoffice.jdbc;

import static io.github.boxoffice.jdbc.TestedDatabase.execute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.github.boxoffice.contract.SettableClock;
import io.github.boxoffice.contract.Shows;
import io.github.boxoffice.model.ShowId;
import io.github.boxoffice.store.ChangeResult;
import io.github.boxoffice.store.Claim;
import io.github.boxoffice.store.HoldState;
import io.github.boxoffice.store.SeatChange;
import io.github.boxoffice.store.StoreException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How many round trips a batch takes, and what is said of one that is stopped on its way. */
@Timeout(60)
class MariaDbCompoundTest {
  private static final TestedDatabase SERVER = new TestedMariaDb();

  private final ExecutorService another = Executors.newSingleThreadExecutor();
  private HikariDataSource database;
  private HikariDataSource rivals;
  private JdbcStore store;
  private ShowId show;

  /** One connection, so that the test can ask its session. */
  @BeforeEach
  void openStore() {
    HikariConfig settings = MariaDbServer.ownSettings(1);
    database = new HikariDataSource(settings);
    Schema.apply(database);
    rivals = new HikariDataSource();
    settings.copyStateTo(rivals);
    store = JdbcStore.on(database, SERVER.dialect(), new SettableClock());
    show = Shows.open(store.catalog(), 20);
  }

  @AfterEach
  void closeDatabase() {
    another.shutdownNow();
    rivals.close();
    database.close();
  }

  private SeatChange hold(String user, int seat) {
    return new SeatChange.Hold(Shows.claim(show, user, seat, seat + 1), Shows.TERMS, 0);
  }

  private static SeatChange confirm(SeatChange hold) {
    return new SeatChange.Confirm(hold.claim(), Shows.payment(), true);
  }

  private void assertMade(SeatChange... batch) {
    assertThat(store.seats().applyAll(List.of(batch)))
        .hasOnlyElementsOfType(ChangeResult.Applied.class);
  }

  private long asked() throws SQLException {
    return MariaDbServer.asked(database);
  }

  @Test
  void applyAll_holdsAndConfirmations_isOneRoundTrip() throws SQLException {
    SeatChange first = hold("alice", 0);
    SeatChange second = hold("bob", 2);
    assertMade(first, second);
    long before = asked();
    long toAsk = asked() - before;
    before = asked();
    assertMade(confirm(first), hold("carol", 4), confirm(second), hold("dave", 6));
    assertThat(asked() - before - toAsk).isEqualTo(1);
    before = asked();
    assertMade(hold("erin", 8), hold("frank", 10));
    assertThat(asked() - before - toAsk).isEqualTo(1);
  }

  /** What is in the way of one is in the way of the statement, not of the others. */
  @Test
  void applyAll_oneThatCannotBeConfirmed_makesTheOthers() {
    SeatChange first = hold("alice", 0);
    SeatChange second = hold("bob", 2);
    assertMade(first, second);
    Claim stolen = new Claim(show, first.claim().id(), "mallory", first.claim().seats());
    SeatChange fresh = hold("carol", 4);
    List<ChangeResult> results =
        store
            .seats()
            .applyAll(
                List.of(
                    new SeatChange.Confirm(stolen, Shows.payment(), true), confirm(second), fresh));
    assertThat(results.get(0)).isInstanceOf(ChangeResult.Refused.class);
    assertThat(results.get(1)).isEqualTo(new ChangeResult.Applied(HoldState.CONFIRMED, 0));
    assertThat(results.get(2)).isInstanceOf(ChangeResult.Applied.class);
    assertThat(state(first)).isEqualTo(HoldState.HELD);
    assertThat(state(second)).isEqualTo(HoldState.CONFIRMED);
    assertThat(state(fresh)).isEqualTo(HoldState.HELD);
  }

  private HoldState state(SeatChange change) {
    return store.seats().find(show, change.claim().id()).orElseThrow().state();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void applyAll_failedAfterItsCommit_isUnknown(boolean holds) {
    List<SeatChange> batch = batch(holds);
    assertThat(stopping(true).seats().applyAll(batch)).containsOnly(new ChangeResult.Unknown());
    for (SeatChange change : batch) {
      assertThat(state(change)).isEqualTo(holds ? HoldState.HELD : HoldState.CONFIRMED);
    }
    assertThat(store.seats().applyAll(batch)).hasOnlyElementsOfType(ChangeResult.Applied.class);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void applyAll_brokenBeforeItsCommit_isAnErrorAndLeavesNothing(boolean holds) {
    List<SeatChange> batch = batch(holds);
    JdbcStore stopping = stopping(false);
    assertThatThrownBy(() -> stopping.seats().applyAll(batch)).isInstanceOf(StoreException.class);
    assertThat(store.seats().countFree(show)).isEqualTo(holds ? 20 : 16);
    assertThat(store.seats().applyAll(batch)).hasOnlyElementsOfType(ChangeResult.Applied.class);
  }

  /** Two holds to make, or two confirmations of holds that were made. */
  private List<SeatChange> batch(boolean holds) {
    SeatChange first = hold("alice", 0);
    SeatChange second = hold("bob", 2);
    if (holds) {
      return List.of(first, second);
    }
    assertMade(first, second);
    return List.of(confirm(first), confirm(second));
  }

  /** A store whose compound statements end with an error, after their commit or just before. */
  private JdbcStore stopping(boolean committed) {
    return JdbcStore.on(
        wrapped(
            DataSource.class,
            database,
            connection ->
                wrapped(
                    Connection.class,
                    (Connection) connection,
                    result ->
                        result instanceof PreparedStatement || !(result instanceof Statement plain)
                            ? result
                            : wrapped(Statement.class, plain, answer -> answer, committed),
                    committed),
            committed),
        SERVER.dialect(),
        new SettableClock());
  }

  private static <T> T wrapped(
      Class<T> type, T real, UnaryOperator<Object> answers, boolean committed) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              try {
                if (method.getName().equals("execute")
                    && arguments[0].toString().startsWith("BEGIN NOT ATOMIC DECLARE begun")) {
                  throw stopped((Statement) real, arguments[0].toString(), committed);
                }
                Object answer = method.invoke(real, arguments);
                return answer == null ? null : answers.apply(answer);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }

  private static SQLException stopped(Statement statement, String sql, boolean committed)
      throws SQLException {
    statement.execute(committed ? sql : sql.replace("COMMIT;", ""));
    return committed
        ? new SQLException("no causal read in time", "HY000", 1205)
        : new SQLException("the disk is full", "HY000", 1021);
  }

  /** A second statement after its commit might fail, and the answer would be of that one. */
  @Test
  void applyAll_oneThatWaitsForAnother_commitsWithBoth() {
    List<SeatChange> batch =
        List.of(
            new SeatChange.Hold(Shows.claim(show, "alice", 0), Shows.TERMS, 0), hold("alice", 0));
    assertThat(stopping(true).seats().applyAll(batch))
        .hasOnlyElementsOfType(ChangeResult.Applied.class);
    assertThat(store.seats().countFree(show)).isEqualTo(18);
  }

  @Test
  void applyAll_stoppedWhileItWaitsForARival_isMadeAgain() throws Exception {
    assertMade(hold("carol", 10), hold("dave", 12));
    long before = asked();
    try (Connection rival = rivals.getConnection()) {
      execute(rival, "SELECT * FROM show_seat WHERE " + SERVER.seat(show, 3) + " FOR UPDATE");
      Future<List<ChangeResult>> waiting =
          another.submit(() -> store.seats().applyAll(List.of(hold("alice", 0), hold("bob", 2))));
      execute(rival, "KILL QUERY " + updating(rival, waiting));
      rival.rollback();
      assertThat(waiting.get()).hasOnlyElementsOfType(ChangeResult.Applied.class);
    }
    assertThat(asked() - before).isGreaterThan(5);
    assertThat(store.seats().countFree(show)).isEqualTo(12);
  }

  /** By the server's own clock. */
  @Test
  void applyAll_waitedForASeat_beginsWhenItHasIt() throws Exception {
    JdbcStore timed = JdbcStore.on(database, new MariaDbDialect(true), new SettableClock());
    assertThat(timed.seats().applyAll(List.of(hold("carol", 10), hold("dave", 12))))
        .hasOnlyElementsOfType(ChangeResult.Applied.class);
    long toAsk = -asked() + asked();
    long before = asked();
    try (Connection rival = rivals.getConnection()) {
      execute(rival, "SELECT * FROM show_seat WHERE " + SERVER.seat(show, 3) + " FOR UPDATE");
      Future<List<ChangeResult>> waiting =
          another.submit(() -> timed.seats().applyAll(List.of(hold("alice", 0), hold("bob", 2))));
      updating(rival, waiting);
      long seen = now(rival);
      while (now(rival) == seen) {
        Thread.onSpinWait();
      }
      rival.rollback();
      assertThat(waiting.get()).hasOnlyElementsOfType(ChangeResult.Applied.class);
      assertThat(asked() - before - toAsk).isEqualTo(1);
      assertThat(
              TestedDatabase.ask(
                  rival, "SELECT MIN(held_since) FROM seat_hold WHERE user_id IN ('alice', 'bob')"))
          .isGreaterThan(seen);
    }
  }

  private static long now(Connection connection) throws SQLException {
    return TestedDatabase.ask(
        connection, "SELECT " + new MariaDbDialect().time(new SettableClock()).sql());
  }

  /** The session that is in the middle of an UPDATE. */
  private static long updating(Connection rival, Future<?> waiting) throws SQLException {
    long session = 0;
    while (session == 0 && !waiting.isDone()) {
      session =
          TestedDatabase.ask(
              rival,
              "SELECT COALESCE(MAX(id), 0) FROM information_schema.PROCESSLIST"
                  + " WHERE info LIKE 'UPDATE%' AND state LIKE 'Updating%' AND db = DATABASE()");
    }
    return session;
  }

  /** MySQL says the same as H2: that it is no SQL. */
  @Test
  void fits_aServerThatDoesNotUnderstandIt_isFalseAndHarmless() throws SQLException {
    MariaDbCompound compound = compound();
    try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:")) {
      assertThat(compound.fits(connection, Changes.of(List.of(hold("alice", 0))))).isFalse();
      assertThat(TestedDatabase.ask(connection, "SELECT 7")).isEqualTo(7);
    }
  }

  @Test
  void fits_aLostConnection_isAnError() throws SQLException {
    Connection lost = DriverManager.getConnection("jdbc:h2:mem:");
    lost.close();
    assertThatThrownBy(() -> compound().fits(lost, Changes.of(List.of(hold("alice", 0)))))
        .isInstanceOf(SQLException.class);
  }

  private static MariaDbCompound compound() {
    Dialect dialect = SERVER.dialect();
    return new MariaDbCompound(Sale.of(dialect, dialect.time(new SettableClock())), null);
  }

  /** Whatever the session takes for a character, an escape or the end of a text. */
  @ParameterizedTest
  @ValueSource(strings = {"o'Hara", "back\\slash'", "a?b", "\u2603 \uD83C\uDFAC", "X'00'", ""})
  void applyAll_anyName_isThatName(String name) throws SQLException {
    try (Connection connection = database.getConnection()) {
      execute(
          connection,
          "SET collation_connection = latin1_swedish_ci,"
              + " sql_mode = 'NO_BACKSLASH_ESCAPES,ANSI_QUOTES,STRICT_TRANS_TABLES'");
    }
    String user = "user " + name;
    SeatChange first = hold(user, 0);
    assertMade(first, hold("bob", 2));
    assertMade(confirm(first), hold(user, 4));
    assertThat(store.seats().find(show, first.claim().id()).orElseThrow().claim().user())
        .isEqualTo(user);
  }
}
