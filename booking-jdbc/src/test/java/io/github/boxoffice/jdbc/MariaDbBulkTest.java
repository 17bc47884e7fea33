package io.github.boxoffice.jdbc;

import static io.github.boxoffice.jdbc.TestedDatabase.execute;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.github.boxoffice.contract.SettableClock;
import io.github.boxoffice.contract.Shows;
import io.github.boxoffice.model.HoldId;
import io.github.boxoffice.model.Money;
import io.github.boxoffice.model.PaymentId;
import io.github.boxoffice.model.Refusal;
import io.github.boxoffice.model.SeatSet;
import io.github.boxoffice.model.ShowId;
import io.github.boxoffice.store.ChangeResult;
import io.github.boxoffice.store.Claim;
import io.github.boxoffice.store.HoldPayment;
import io.github.boxoffice.store.HoldRecord;
import io.github.boxoffice.store.HoldState;
import io.github.boxoffice.store.Isolation;
import io.github.boxoffice.store.SeatChange;
import io.github.boxoffice.store.SeatStore;
import io.github.boxoffice.store.Term;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Which rows a batch locks, and in which order. In tables as small as these a server likes to go
 * through all rows, whatever is asked for; so whoever waits for a row of a stranger, which is given
 * up after a second, went another way than by key.
 */
@Timeout(60)
class MariaDbBulkTest {
  private static final int SEATS = 1_300;
  private static final TestedDatabase SERVER = new TestedMariaDb();

  private final ExecutorService other = Executors.newSingleThreadExecutor();
  private HikariDataSource database;
  private JdbcStore store;
  private ShowId show;

  @BeforeEach
  void openStore() {
    HikariConfig settings = MariaDbServer.settings(4);
    settings.setJdbcUrl(settings.getJdbcUrl() + "?sessionVariables=innodb_lock_wait_timeout=1");
    database = new HikariDataSource(settings);
    Schema.apply(database);
    store = JdbcStore.on(database, dialect(), new SettableClock());
    show = Shows.open(store.catalog(), SEATS);
  }

  @AfterEach
  void closeDatabase() {
    other.shutdownNow();
    database.close();
  }

  /** How it speaks to the server. */
  Dialect dialect() {
    return SERVER.dialect();
  }

  /** The same by the server's own clock. */
  Dialect real() {
    return new MariaDbDialect();
  }

  /** Of two seats each; in the order of their ids it is the other way round. */
  private List<SeatChange> holds(int many, long fence) {
    return IntStream.range(0, many)
        .<SeatChange>mapToObj(
            i -> {
              HoldId id = new HoldId(new UUID(show.value(), SEATS - i));
              Claim claim = new Claim(show, id, "user" + i, SeatSet.of(2 * i, 2 * i + 1));
              return new SeatChange.Hold(claim, Shows.TERMS, fence);
            })
        .toList();
  }

  private static List<SeatChange> confirms(List<SeatChange> holds) {
    return holds.stream()
        .<SeatChange>map(hold -> new SeatChange.Confirm(hold.claim(), Shows.payment(), true))
        .toList();
  }

  private void assertMade(List<SeatChange> batch) {
    assertThat(store.seats().applyAll(batch)).hasOnlyElementsOfType(ChangeResult.Applied.class);
  }

  private Connection begun() throws SQLException {
    Connection connection = database.getConnection();
    connection.setAutoCommit(false);
    return connection;
  }

  private String seat(int seat) {
    return "SELECT * FROM show_seat WHERE " + SERVER.seat(show, seat) + " FOR UPDATE";
  }

  private String row(SeatChange hold) {
    String id = hold.claim().id().toString().replace("-", "");
    return "SELECT * FROM seat_hold WHERE show_id = " + show + " AND id = X'" + id + "' FOR UPDATE";
  }

  /** Makes a wave in a transaction of its own, and answers how many of it were made. */
  private int made(List<SeatChange> wave) throws SQLException {
    Bulk bulk = dialect().bulk(Sale.of(dialect(), Time.of(new SettableClock())));
    try (Connection connection = begun()) {
      dialect().readCommitted(connection);
      int made = bulk.makeLast(connection, Changes.of(wave)).size();
      connection.commit();
      return made;
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 12, 620})
  void hold_whileARivalHasAnotherSeat_doesNotWait(int many) throws SQLException {
    try (Connection rival = begun()) {
      execute(rival, seat(SEATS - 1));
      assertThat(made(holds(many, 0))).isEqualTo(many);
      rival.rollback();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 12, 250})
  void confirm_whileARivalHasAnotherHoldAndPayment_doesNotWait(int many) throws SQLException {
    List<SeatChange> holds = holds(many + 20, 0);
    assertMade(holds.subList(0, many));
    SeatChange another = paying(Shows.payment());
    try (Connection rival = begun()) {
      execute(rival, "ANALYZE TABLE seat_hold");
      execute(rival, row(another));
      execute(rival, "SELECT * FROM payment FOR UPDATE");
      // Twenty do not exist, so that to go through a small table is cheaper than to look for each.
      assertThat(made(confirms(holds))).isEqualTo(many);
      rival.rollback();
    }
  }

  /** It must not be that of another hold. */
  @Test
  void confirm_oneWithAPaymentThatIsKnown_makesTheOthers() throws SQLException {
    List<SeatChange> holds = holds(12, 0);
    assertMade(holds);
    HoldPayment known = Shows.payment();
    SeatChange another = paying(known);
    List<SeatChange> confirms = new ArrayList<>(confirms(holds));
    confirms.set(4, new SeatChange.Confirm(holds.get(4).claim(), known, true));
    assertThat(made(confirms)).isEqualTo(11);
    for (int i = 0; i < 12; i++) {
      assertThat(found(holds.get(i)).state())
          .isEqualTo(i == 4 ? HoldState.HELD : HoldState.CONFIRMED);
    }
    assertThat(found(another).payment()).isEqualTo(known);
  }

  /** What is the same for all is said once. */
  @Test
  void confirm_differentAmounts_eachHasItsOwn() throws SQLException {
    List<SeatChange> holds = holds(3, 0);
    assertMade(holds);
    List<SeatChange> confirms = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      Money amount = Money.of(100 + i, i == 0 ? "EUR" : "USD");
      HoldPayment payment = new HoldPayment(PaymentId.random(), amount);
      confirms.add(new SeatChange.Confirm(holds.get(i).claim(), payment, true));
    }
    assertThat(made(confirms)).isEqualTo(3);
    for (SeatChange confirm : confirms) {
      assertThat(found(confirm).payment()).isEqualTo(((SeatChange.Confirm) confirm).payment());
    }
  }

  private HoldRecord found(SeatChange change) {
    return store.seats().find(show, change.claim().id()).orElseThrow();
  }

  /** A hold of the last seat, whose payment is written down. */
  private SeatChange paying(HoldPayment payment) {
    SeatChange another = hold("rival", SEATS - 1, 0);
    assertMade(List.of(another));
    assertMade(List.of(new SeatChange.Pay(another.claim(), payment, Duration.ofMinutes(1))));
    return another;
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 620})
  void hold_several_locksInSeatOrder(int many) throws Exception {
    waitsForTheFirst(holds(many, 0), List.of(seat(0), seat(1), seat(600), seat(2 * many - 1)));
  }

  @Test
  void confirm_several_locksInTheOrderOfIds() throws Exception {
    List<SeatChange> holds = holds(220, 0);
    assertMade(holds);
    // The last has the smallest id.
    waitsForTheFirst(
        confirms(holds),
        IntStream.of(219, 218, 100, 0).mapToObj(holds::get).map(this::row).toList());
  }

  /** Whoever waits for the first of these rows has not locked another of them. */
  private void waitsForTheFirst(List<SeatChange> batch, List<String> rows) throws Exception {
    Future<List<ChangeResult>> waiting;
    try (Connection rival = begun();
        Connection prober = begun()) {
      execute(rival, rows.get(0));
      waiting = other.submit(() -> store.seats().applyAll(batch));
      while (TestedDatabase.ask(prober, SERVER.waiting()) != 1 && !waiting.isDone()) {
        prober.rollback();
      }
      for (String row : rows.subList(1, rows.size())) {
        execute(prober, row + " NOWAIT");
      }
      prober.rollback();
      rival.rollback();
    }
    assertThat(waiting.get()).hasOnlyElementsOfType(ChangeResult.Applied.class);
  }

  /** More than one statement takes; and only in the last of them one is not free. */
  @ParameterizedTest
  @ValueSource(ints = {400, 620})
  void hold_oneSeatOfManyTaken_leavesNothingOfThatHoldOnly(int many) {
    int unlucky = many - 70;
    assertMade(List.of(hold("first", 2 * unlucky + 1, 0)));
    List<SeatChange> batch = holds(many, 0);
    List<ChangeResult> results = store.seats().applyAll(batch);
    for (int i = 0; i < many; i++) {
      assertThat(results.get(i))
          .isInstanceOf(i == unlucky ? ChangeResult.Refused.class : ChangeResult.Applied.class);
    }
    assertThat(store.seats().countFree(show)).isEqualTo(SEATS - 1 - 2 * (many - 1));
    assertMade(List.of(hold("last", 2 * unlucky, 0)));
  }

  @Test
  void hold_underLeases_raisesTheFenceOfEachSeat() throws SQLException {
    SeatChange high = hold("high", 3, 7);
    assertMade(List.of(high, hold("plain", 9, 0), hold("low", 1, 5)));
    try (Connection connection = database.getConnection()) {
      for (int[] fence : new int[][] {{0, 0}, {1, 5}, {3, 7}, {9, 0}}) {
        String ask = "SELECT fence FROM show_seat WHERE " + SERVER.seat(show, fence[0]);
        assertThat(TestedDatabase.ask(connection, ask)).isEqualTo(fence[1]);
      }
    }
    store.seats().apply(new SeatChange.Release(high.claim()), Isolation.GUARDED);
    assertThat(store.seats().applyAll(List.of(hold("late", 3, 6), hold("next", 4, 2))))
        .first()
        .isEqualTo(new ChangeResult.Refused(Refusal.STALE_FENCE, SeatSet.of(3)));
    // Whoever has no lease takes it, and what the last one had remains.
    assertMade(List.of(hold("plainly", 3, 0), hold("newest", 5, 8)));
    try (Connection connection = database.getConnection()) {
      String ask = "SELECT fence FROM show_seat WHERE " + SERVER.seat(show, 3);
      assertThat(TestedDatabase.ask(connection, ask)).isEqualTo(7);
    }
  }

  /** Where all seats of a show go to one hold that is said once, elsewhere by seat. */
  @Test
  void hold_severalShows_eachSeatHasItsOwnerAndFence() throws SQLException {
    ShowId another = Shows.open(store.catalog(), 4);
    List<SeatChange> holds =
        List.of(
            new SeatChange.Hold(Shows.claim(another, "alice", 1, 2), Shows.TERMS, 4),
            hold("bob", 0, 5),
            hold("carol", 2, 5),
            hold("dave", 3, 7));
    assertMade(holds);
    SeatRows rows = SERVER.dialect().seatRows();
    try (Connection connection = database.getConnection()) {
      for (SeatChange hold : holds) {
        Claim claim = hold.claim();
        assertThat(rows.look(connection, claim.show(), claim.seats()))
            .allMatch(row -> claim.id().equals(row.owner()))
            .extracting(SeatRows.SeatRow::fence)
            .containsOnly(((SeatChange.Hold) hold).fence());
      }
    }
  }

  /** In batches and alone, by its own clock, which goes on between the parts of a batch. */
  @ParameterizedTest
  @ValueSource(ints = {12, 620})
  void hold_byTheServersClock_tellsWhatIsWrittenDown(int many) {
    List<SeatChange.Hold> holds =
        Stream.concat(holds(many, 0).stream(), Stream.of(hold("alone", SEATS - 1, 0)))
            .map(hold -> new SeatChange.Hold(hold.claim(), lasting(hold.claim()), 0))
            .toList();
    SeatStore seats = JdbcStore.on(database, real(), InstantSource.system()).seats();
    long before = System.currentTimeMillis();
    List<ChangeResult> told = new ArrayList<>(seats.applyAll(List.copyOf(holds.subList(0, many))));
    told.add(seats.apply(holds.get(many), Isolation.GUARDED));
    long after = System.currentTimeMillis();
    for (int i = 0; i < holds.size(); i++) {
      Term term = found(holds.get(i)).term();
      assertThat(told.get(i)).isEqualTo(new ChangeResult.Applied(HoldState.HELD, term.until()));
      assertThat(term.since()).isBetween(before, after);
      assertThat(term.until() - term.since()).isEqualTo(holds.get(i).terms().ttl().toMillis());
    }
  }

  private static SeatChange.HoldTerms lasting(Claim claim) {
    return new SeatChange.HoldTerms(
        Duration.ofMinutes(1 + claim.seats().get(0) % 3), Shows.LONGEST);
  }

  private SeatChange hold(String user, int seat, long fence) {
    return new SeatChange.Hold(Shows.claim(show, user, seat), Shows.TERMS, fence);
  }

  /** The next transaction is to be as the caller wanted the one that was undone. */
  @Test
  void hold_afterWhatWasUndone_isStillReadCommitted() throws SQLException {
    assertMade(List.of(hold("first", 0, 0)));
    Dialect dialect = dialect();
    Bulk bulk = dialect.bulk(Sale.of(dialect, dialect.time(new SettableClock())));
    Changes wave = Changes.of(List.of(hold("second", 0, 0), hold("third", 1, 0)));
    try (Connection connection = begun()) {
      dialect.readCommitted(connection);
      assertThat(bulk.makeLast(connection, wave)).hasSize(1);
      assertThat(
              TestedDatabase.ask(
                  connection,
                  "SELECT trx_isolation_level = 'READ COMMITTED' FROM"
                      + " information_schema.INNODB_TRX"
                      + " WHERE trx_mysql_thread_id = CONNECTION_ID()"))
          .isEqualTo(1);
      connection.rollback();
    }
  }
}
