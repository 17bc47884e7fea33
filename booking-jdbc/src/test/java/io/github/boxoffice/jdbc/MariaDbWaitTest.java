package io.github.boxoffice.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.github.boxoffice.contract.SettableClock;
import io.github.boxoffice.contract.Shows;
import io.github.boxoffice.model.ShowId;
import io.github.boxoffice.store.ChangeResult;
import io.github.boxoffice.store.Isolation;
import io.github.boxoffice.store.SeatChange;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLSyntaxErrorException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How long a statement waits for a lock, and what it takes to tell it. */
@Timeout(30)
class MariaDbWaitTest {
  private static final Isolation BRIEFLY = Isolation.rowLocks(Duration.ofMillis(1_500));

  private HikariDataSource database;
  private ShowId show;

  /** One connection, so that the test can ask its session. */
  @BeforeEach
  void openDatabase() {
    HikariConfig settings = MariaDbServer.ownSettings(1);
    database = new HikariDataSource(settings);
    Schema.apply(database);
    show = Shows.open(store(true).catalog(), 4);
  }

  @AfterEach
  void closeDatabase() {
    database.close();
  }

  private JdbcStore store(boolean boundsStatements) {
    return JdbcStore.on(
        database, new MariaDbServer.SettableDialect(boundsStatements), new SettableClock());
  }

  private SeatChange hold() {
    return new SeatChange.Hold(Shows.claim(show, "alice", 0, 1), Shows.TERMS, 0);
  }

  private static SeatChange confirm(SeatChange hold) {
    return new SeatChange.Confirm(hold.claim(), Shows.payment(), true);
  }

  private long asked() throws SQLException {
    return MariaDbServer.asked(database);
  }

  /** The seats, the hold, the commit; the hold, the commit. Else a SET before, and one after. */
  @ParameterizedTest
  @CsvSource({"true, 3, 2", "false, 5, 4"})
  void apply_withPatience_isAsManyRoundTrips(boolean boundsStatements, int held, int confirmed)
      throws SQLException {
    JdbcStore store = store(boundsStatements);
    SeatChange hold = hold();
    long first = asked();
    long before = asked();
    long toAsk = before - first;
    assertThat(store.seats().apply(hold, BRIEFLY)).isInstanceOf(ChangeResult.Applied.class);
    long between = asked();
    assertThat(store.seats().apply(confirm(hold), BRIEFLY))
        .isInstanceOf(ChangeResult.Applied.class);
    long after = asked();
    assertThat(between - before - toAsk).as("hold").isEqualTo(held);
    assertThat(after - between - toAsk).as("confirm").isEqualTo(confirmed);
  }

  /** The server would wait for 50 seconds. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void apply_confirmOfAHoldThatSomebodyLocked_isContended(boolean boundsStatements)
      throws SQLException {
    JdbcStore store = store(boundsStatements);
    SeatChange hold = hold();
    store.seats().apply(hold, BRIEFLY);
    try (Connection rival =
        DriverManager.getConnection(database.getJdbcUrl(), MariaDbServer.USER, "")) {
      rival.setAutoCommit(false);
      TestedDatabase.execute(
          rival, "SELECT * FROM seat_hold WHERE show_id = " + show + " FOR UPDATE");
      assertThat(store.seats().apply(confirm(hold), BRIEFLY))
          .isEqualTo(new ChangeResult.Contended());
      rival.rollback();
    }
    assertThat(store.seats().apply(confirm(hold), BRIEFLY))
        .isInstanceOf(ChangeResult.Applied.class);
  }

  @Test
  void in_sessionOfMariaDb_boundsStatements() {
    assertThat(Transactions.ask(database, Database::dialect).boundsStatements()).isTrue();
  }

  /** As MySQL answers what it cannot read. */
  @Test
  void in_sessionThatKnowsNoSuchStatement_doesNot() throws SQLException {
    assertThat(new MariaDbDialect().in(failing(MariaDbDialect.NO_SQL)).boundsStatements())
        .isFalse();
  }

  @Test
  void in_sessionThatFails_fails() {
    assertThatThrownBy(() -> new MariaDbDialect().in(failing(1317)))
        .isInstanceOf(SQLException.class);
  }

  private static Connection failing(int code) {
    Statement statement =
        proxy(
            Statement.class,
            (self, method, arguments) -> {
              if (method.getName().equals("execute")) {
                throw new SQLSyntaxErrorException("no", "42000", code);
              }
              return null;
            });
    return proxy(Connection.class, (self, method, arguments) -> statement);
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
