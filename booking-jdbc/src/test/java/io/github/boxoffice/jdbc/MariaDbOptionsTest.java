package io.github.boxoffice.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.github.boxoffice.contract.Shows;
import io.github.boxoffice.contract.Way;
import io.github.boxoffice.lock.Lease;
import io.github.boxoffice.model.HoldId;
import io.github.boxoffice.model.Refusal;
import io.github.boxoffice.model.SeatSet;
import io.github.boxoffice.model.ShowId;
import io.github.boxoffice.model.User;
import io.github.boxoffice.store.ChangeResult;
import io.github.boxoffice.store.Claim;
import io.github.boxoffice.store.HoldState;
import io.github.boxoffice.store.Isolation;
import io.github.boxoffice.store.SeatChange;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * With every option of the driver that makes row counts mean something else: none at all for what
 * is sent in bulk, and only rows that are different now.
 */
class MariaDbOptionsTest {
  private static final String OPTIONS =
      "?useBulkStmts=true&useAffectedRows=true&rewriteBatchedStatements=true"
          + "&useServerPrepStmts=true";
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private static HikariDataSource database;

  @BeforeAll
  static void openDatabase() {
    HikariConfig settings = MariaDbServer.settings(1);
    settings.setJdbcUrl(settings.getJdbcUrl() + OPTIONS);
    database = new HikariDataSource(settings);
    Schema.apply(database);
  }

  @AfterAll
  static void closeDatabase() {
    database.close();
  }

  /** Time stands still, so that a lease is renewed until when it ends already. */
  private static JdbcStore open() {
    return MariaDbServer.store(database, InstantSource.fixed(NOW));
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void hold_oneSeatOfTwoTaken_takesNone(Way way) {
    JdbcStore store = open();
    ShowId show = Shows.open(store.catalog(), 4);
    assertThat(way.apply(store.seats(), hold(show, "alice", 1)))
        .isInstanceOf(ChangeResult.Applied.class);
    assertThat(way.apply(store.seats(), hold(show, "bob", 0, 1)))
        .isEqualTo(new ChangeResult.Refused(Refusal.SEATS_HELD, SeatSet.of(1)));
    assertThat(store.seats().countFree(show)).isEqualTo(3);
    SeatChange free = hold(show, "bob", 0, 2);
    assertThat(way.apply(store.seats(), free)).isInstanceOf(ChangeResult.Applied.class);
    assertThat(way.apply(store.seats(), new SeatChange.Release(free.claim())))
        .isInstanceOf(ChangeResult.Applied.class);
    assertThat(store.seats().countFree(show)).isEqualTo(3);
  }

  /** More seats than one statement takes. */
  @ParameterizedTest
  @EnumSource(Way.class)
  void hold_aWholeHall_takesAllOrNone(Way way) {
    JdbcStore store = open();
    ShowId show = Shows.open(store.catalog(), 1_201);
    int[] all = IntStream.range(0, 1_201).toArray();
    way.apply(store.seats(), hold(show, "alice", 1_200));
    assertThat(way.apply(store.seats(), hold(show, "bob", all)))
        .isEqualTo(new ChangeResult.Refused(Refusal.SEATS_HELD, SeatSet.of(1_200)));
    assertThat(store.seats().countFree(show)).isEqualTo(1_200);
    SeatChange most = hold(show, "bob", IntStream.range(0, 1_200).toArray());
    assertThat(way.apply(store.seats(), most)).isInstanceOf(ChangeResult.Applied.class);
    assertThat(store.seats().countFree(show)).isZero();
    way.apply(store.seats(), new SeatChange.Release(most.claim()));
    assertThat(store.seats().countFree(show)).isEqualTo(1_200);
  }

  private static SeatChange hold(ShowId show, String user, int... seats) {
    return new SeatChange.Hold(Shows.claim(show, user, seats), Shows.TERMS, 0);
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void confirm_paidOutside_isABooking(Way way) {
    JdbcStore store = open();
    ShowId show = Shows.open(store.catalog(), 2);
    SeatChange hold = hold(show, "alice", 0, 1);
    way.apply(store.seats(), hold);
    SeatChange confirm = new SeatChange.Confirm(hold.claim(), Shows.payment(), true);
    for (int i = 0; i < 2; i++) {
      assertThat(way.apply(store.seats(), confirm))
          .isEqualTo(new ChangeResult.Applied(HoldState.CONFIRMED, 0));
    }
  }

  @Test
  void renew_untilWhenItEndsAnyway_isRenewed() {
    JdbcLeaseStore leases = open().leases();
    Duration ttl = Duration.ofSeconds(5);
    Lease lease = leases.acquire(new ShowId(77), SeatSet.of(0, 1), ttl).orElseThrow();
    assertThat(leases.renew(lease, ttl)).isTrue();
    assertThat(leases.renew(lease, ttl)).isTrue();
    assertThat(leases.acquire(new ShowId(77), SeatSet.of(1), ttl)).isEmpty();
    assertThat(leases.release(lease)).isTrue();
    assertThat(leases.renew(lease, ttl)).isFalse();
  }

  @Test
  void raiseFence_whereOneIsAsHighAlready_raisesTheOther() {
    JdbcLeaseStore leases = open().leases();
    long floor = Long.MAX_VALUE / 2;
    leases.raiseFence(new ShowId(78), SeatSet.of(0), floor);
    leases.raiseFence(new ShowId(78), SeatSet.of(0, 1), floor);
    assertThat(leases.acquire(new ShowId(78), SeatSet.of(1), Duration.ofSeconds(5)))
        .hasValueSatisfying(lease -> assertThat(lease.fence()).isGreaterThan(floor));
  }

  @Test
  void put_theSameUserTwice_changesNothing() {
    JdbcStore store = open();
    User user = new User("gertrude", "Gertrude", "g@elsinore.dk", null);
    store.catalog().put(user);
    store.catalog().put(user);
    assertThat(store.catalog().user("gertrude")).contains(user);
  }

  /** The default collation would take these for one user. */
  @ParameterizedTest
  @EnumSource(Way.class)
  void confirm_byAUserOfAlmostTheSameName_isRefused(Way way) {
    JdbcStore store = open();
    ShowId show = Shows.open(store.catalog(), 2);
    SeatChange hold = hold(show, "alice", 0);
    store.seats().apply(hold, Isolation.GUARDED);
    HoldId id = hold.claim().id();
    for (String name : new String[] {"Alice", "alice ", "alicé"}) {
      Claim other = new Claim(show, id, name, SeatSet.of(0));
      assertThat(way.apply(store.seats(), new SeatChange.Confirm(other, Shows.payment(), true)))
          .isInstanceOf(ChangeResult.Refused.class);
    }
  }

  /** Whoever lends a connection gets it back as it was. */
  @ParameterizedTest
  @EnumSource(Way.class)
  void apply_anyWay_leavesTheSessionAsItWas(Way way) throws SQLException {
    JdbcStore store = open();
    ShowId show = Shows.open(store.catalog(), 2);
    way.apply(store.seats(), hold(show, "alice", 0));
    way.apply(store.seats(), hold(show, "bob", 0));
    try (Connection connection = database.getConnection()) {
      assertThat(connection.getAutoCommit()).isTrue();
      assertThat(connection.getTransactionIsolation())
          .isEqualTo(Connection.TRANSACTION_REPEATABLE_READ);
      assertThat(TestedDatabase.ask(connection, "SELECT @@SESSION.innodb_lock_wait_timeout"))
          .isEqualTo(50);
    }
  }

  @Test
  void serverTime_inAnotherTimeZone_isTheTime() throws SQLException {
    Time time = Database.MARIADB.dialect().time(InstantSource.system());
    try (Connection connection = database.getConnection()) {
      TestedDatabase.execute(connection, "SET time_zone = '-08:00'");
      long before = System.currentTimeMillis();
      long now = time.now(connection);
      TestedDatabase.execute(connection, "SET time_zone = DEFAULT");
      assertThat(now).isBetween(before - 1, System.currentTimeMillis() + 1);
    }
  }
}
