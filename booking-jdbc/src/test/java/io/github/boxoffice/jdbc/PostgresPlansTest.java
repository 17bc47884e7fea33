package io.github.boxoffice.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.github.boxoffice.contract.Shows;
import io.github.boxoffice.contract.Way;
import io.github.boxoffice.model.ShowId;
import io.github.boxoffice.store.ChangeResult;
import io.github.boxoffice.store.HoldPayment;
import io.github.boxoffice.store.SeatChange;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** That nothing in a sale reads a table whole, whatever the planner was told about it. */
class PostgresPlansTest {
  private static final int SALES = 40;
  private static final int MANY = 2_000;

  /** Else each hold would lock its seats before it takes them, which costs a sixth of the rate. */
  @Test
  void dialect_sessionsOfOurPool_readInIndexOrder() throws SQLException {
    HikariConfig settings = PostgresServer.settings(1);
    String url = settings.getJdbcUrl();
    try (HikariDataSource own = Pool.open(JdbcStore.at(url).user("postgres", "").poolSize(1))) {
      try (Connection connection = own.getConnection()) {
        connection.rollback();
      }
      assertThat(isInIndexOrder(own)).as("after a rollback").isTrue();
    }
    try (HikariDataSource foreign = new HikariDataSource(settings)) {
      assertThat(isInIndexOrder(foreign)).isFalse();
    }
  }

  private static boolean isInIndexOrder(DataSource database) {
    return ((PostgresDialect) Transactions.ask(database, Database::dialect)).isInIndexOrder();
  }

  /** A vacuum of an empty table has the planner believe that it always will be. */
  @ParameterizedTest
  @EnumSource(Way.class)
  void sale_holdsWereNoneOnce_readsByKey(Way way) throws SQLException {
    afterVacuum(
        2 * SALES,
        (store, show) -> sellAll(store, way, show),
        connection -> {
          assertThat(scans(connection, "seat_hold_pkey")).isGreaterThanOrEqualTo(SALES);
          assertThat(scans(connection, "payment_unsettled")).isZero();
        });
  }

  /** Whatever a session is set to. */
  @ParameterizedTest
  @EnumSource(Sessions.class)
  void sale_inBulk_readsByKey(Sessions sessions) throws SQLException {
    afterVacuum(
        sessions,
        2 * SALES,
        (store, show) -> sellAll(store, Way.BATCH, show),
        connection -> {
          assertThat(read(connection, "show_seat_pkey")).isLessThan(6 * SALES);
          assertThat(read(connection, "seat_hold_pkey")).isLessThan(6 * SALES);
          assertThat(read(connection, "payment_id_key")).isLessThan(SALES);
        });
  }

  /** Payments that are written down first are looked for, found and spent. */
  @ParameterizedTest
  @EnumSource(Sessions.class)
  void payment_inBulk_readsByKey(Sessions sessions) throws SQLException {
    afterVacuum(
        sessions,
        2 * SALES,
        (store, show) -> {
          for (int i = 0; i < SALES; i++) {
            pay(store, show, 2 * i);
          }
        },
        connection -> {
          assertThat(read(connection, "seat_hold_pkey")).isBetween(2L * SALES, 8L * SALES);
          assertThat(read(connection, "payment_id_key")).isBetween((long) SALES, 4L * SALES);
        });
  }

  private static void pay(JdbcStore store, ShowId show, int seat) {
    SeatChange hold =
        new SeatChange.Hold(Shows.claim(show, "alice", seat, seat + 1), Shows.TERMS, 0);
    HoldPayment payment = Shows.payment();
    for (SeatChange change :
        List.of(
            hold,
            new SeatChange.Pay(hold.claim(), payment, Duration.ofSeconds(10)),
            new SeatChange.Confirm(hold.claim(), payment, false))) {
      assertThat(Way.BATCH.apply(store.seats(), change)).isInstanceOf(ChangeResult.Applied.class);
    }
  }

  /** How its session is set says who has the pool. */
  private enum Sessions {
    OUR_POOL {
      @Override
      HikariDataSource open(String url) {
        return Pool.open(JdbcStore.at(url).user("postgres", "").poolSize(1));
      }
    },
    FOREIGN {
      @Override
      HikariDataSource open(String url) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setMaximumPoolSize(1);
        return pool;
      }
    };

    /** A pool of one session. */
    abstract HikariDataSource open(String url);
  }

  /** As long as shows are few, PostgreSQL thinks nothing of reading all of them again and again. */
  @ParameterizedTest
  @EnumSource(Sessions.class)
  void add_showWithManySeats_looksForTheShowOnce(Sessions sessions) throws SQLException {
    afterVacuum(
        sessions,
        MANY,
        (store, show) -> Shows.open(store.catalog(), MANY),
        connection -> assertThat(lookedAt(connection, "show_plan")).isLessThan(SALES));
  }

  /** Only the owner changes, and each page has room for it, so no index is written (HOT). */
  @ParameterizedTest
  @EnumSource(Way.class)
  void sale_ofManySeats_keepsTheirIndex(Way way) throws SQLException {
    assertHot(way, "show_seat", 2 * SALES);
  }

  /** Nothing that a confirmation changes is indexed either. */
  @ParameterizedTest
  @EnumSource(Way.class)
  void sale_ofManySeats_keepsTheHoldsIndex(Way way) throws SQLException {
    assertHot(way, "seat_hold", SALES);
  }

  /** All sales together change so many rows of this table, and each new version is HOT. */
  private static void assertHot(Way way, String table, int changes) throws SQLException {
    afterVacuum(
        MANY,
        (store, show) -> sellAll(store, way, show),
        connection -> {
          assertThat(count(connection, table, "n_tup_upd")).isEqualTo(changes);
          assertThat(count(connection, table, "n_tup_hot_upd")).isEqualTo(changes);
        });
  }

  /** However small the table was once, a session of ours goes to the pages whose turn it is. */
  @Test
  void lapsed_holdsWereNoneOnce_readsNoTableWhole() throws SQLException {
    afterVacuum(
        2 * SALES,
        (store, show) -> {
          for (int i = 0; i < SALES; i++) {
            sell(store, Way.GUARDED, show, 2 * i);
            assertThat(store.seats().lapsed(1)).isEmpty();
          }
        },
        connection -> assertThat(count(connection, "seat_hold", "seq_tup_read")).isPositive());
  }

  /** Rivals in a batch are looked at before it writes anything. */
  @Test
  void look_seatsWereFewOnce_readsByKey() throws SQLException {
    afterVacuum(
        SALES,
        (store, few) -> {
          rivals(store, few);
          rivals(store, Shows.open(store.catalog(), MANY));
        },
        connection -> assertThat(read(connection, "show_seat_pkey")).isLessThan(MANY));
  }

  @Test
  void refusal_holdsWereNoneOnce_readsByKey() throws SQLException {
    afterVacuum(
        2 * SALES,
        (store, show) -> {
          for (int i = 0; i < SALES; i++) {
            sell(store, Way.GUARDED, show, 2 * i);
            SeatChange late =
                new SeatChange.Hold(Shows.claim(show, "bob", 2 * i, 2 * i + 1), Shows.TERMS, 0);
            assertThat(Way.GUARDED.apply(store.seats(), late))
                .isInstanceOf(ChangeResult.Refused.class);
          }
        },
        connection -> {
          assertThat(read(connection, "seat_hold_pkey")).isLessThan(6 * SALES);
          assertThat(read(connection, "show_seat_pkey")).isLessThan(8 * SALES);
        });
  }

  /** What has been read, once all sessions have said so. */
  @FunctionalInterface
  private interface Reads {
    void check(Connection connection) throws SQLException;
  }

  /** In one session of our own pool, which begins when there are a few seats and nothing else. */
  private static void afterVacuum(int seats, BiConsumer<JdbcStore, ShowId> work, Reads reads)
      throws SQLException {
    afterVacuum(Sessions.OUR_POOL, seats, work, reads);
  }

  /** The same in one session of this kind. */
  private static void afterVacuum(
      Sessions sessions, int seats, BiConsumer<JdbcStore, ShowId> work, Reads reads)
      throws SQLException {
    HikariConfig settings = PostgresServer.settings(1);
    try (HikariDataSource database = new HikariDataSource(settings)) {
      Schema.apply(database);
      try (HikariDataSource session = sessions.open(settings.getJdbcUrl())) {
        JdbcStore store = JdbcStore.on(session);
        ShowId show = Shows.open(store.catalog(), seats);
        vacuum(database);
        work.accept(store, show);
      }
      try (Connection connection = database.getConnection()) {
        awaitAlone(connection);
        reads.check(connection);
        assertThat(wholeScans(connection)).isZero();
      }
    }
  }

  /** One batch a seat, in which three want it. */
  private static void rivals(JdbcStore store, ShowId show) {
    for (int seat = 0; seat < SALES; seat++) {
      List<SeatChange> rivals = new ArrayList<>();
      for (String user : List.of("alice", "bob", "carol")) {
        rivals.add(new SeatChange.Hold(Shows.claim(show, user, seat), Shows.TERMS, 0));
      }
      assertThat(store.seats().applyAll(rivals))
          .hasExactlyElementsOfTypes(
              ChangeResult.Applied.class, ChangeResult.Refused.class, ChangeResult.Refused.class);
    }
  }

  private static void vacuum(HikariDataSource database) throws SQLException {
    try (Connection connection = database.getConnection()) {
      TestedDatabase.execute(connection, "VACUUM ANALYZE");
      TestedDatabase.execute(connection, "SELECT pg_stat_force_next_flush()");
      TestedDatabase.execute(connection, "SELECT pg_stat_reset()");
    }
  }

  private static void sellAll(JdbcStore store, Way way, ShowId show) {
    for (int i = 0; i < SALES; i++) {
      sell(store, way, show, 2 * i);
    }
  }

  private static void sell(JdbcStore store, Way way, ShowId show, int seat) {
    SeatChange hold =
        new SeatChange.Hold(Shows.claim(show, "alice", seat, seat + 1), Shows.TERMS, 0);
    SeatChange confirm = new SeatChange.Confirm(hold.claim(), Shows.payment(), true);
    assertThat(way.apply(store.seats(), hold)).isInstanceOf(ChangeResult.Applied.class);
    assertThat(way.apply(store.seats(), confirm)).isInstanceOf(ChangeResult.Applied.class);
  }

  /** A session says what it has read when it ends. */
  private static void awaitAlone(Connection connection) throws SQLException {
    String others =
        "SELECT COUNT(*) FROM pg_stat_activity"
            + " WHERE datname = current_database() AND pid <> pg_backend_pid()";
    while (TestedDatabase.ask(connection, others) > 0) {
      Thread.onSpinWait();
    }
  }

  private static long scans(Connection connection, String index) throws SQLException {
    return TestedDatabase.ask(
        connection,
        "SELECT idx_scan FROM pg_stat_user_indexes WHERE indexrelname = '" + index + "'");
  }

  private static long read(Connection connection, String index) throws SQLException {
    return TestedDatabase.ask(
        connection,
        "SELECT idx_tup_read FROM pg_stat_user_indexes WHERE indexrelname = '" + index + "'");
  }

  private static long lookedAt(Connection connection, String table) throws SQLException {
    return TestedDatabase.ask(
        connection,
        "SELECT seq_scan + COALESCE(idx_scan, 0) FROM pg_stat_user_tables WHERE relname = '"
            + table
            + "'");
  }

  private static long count(Connection connection, String table, String counter)
      throws SQLException {
    return TestedDatabase.ask(
        connection,
        "SELECT " + counter + " FROM pg_stat_user_tables WHERE relname = '" + table + "'");
  }

  private static long wholeScans(Connection connection) throws SQLException {
    return TestedDatabase.ask(
        connection,
        "SELECT SUM(seq_scan) FROM pg_stat_user_tables"
            + " WHERE relname IN ('show_seat', 'seat_hold', 'payment')");
  }
}
