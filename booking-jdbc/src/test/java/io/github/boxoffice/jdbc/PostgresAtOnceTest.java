package io.github.boxoffice.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.github.boxoffice.contract.Shows;
import io.github.boxoffice.model.ShowId;
import io.github.boxoffice.store.ChangeResult;
import io.github.boxoffice.store.HoldState;
import io.github.boxoffice.store.SeatChange;
import io.github.boxoffice.store.StoreException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** In how many texts a batch is made, and what is said of one whose commit failed. */
@Timeout(60)
class PostgresAtOnceTest {
  private static final TestedDatabase SERVER = new TestedPostgres();
  private static final int SEATS = 1_100;
  private static final String CLOCK = new PostgresDialect().time(InstantSource.system()).sql();

  private final ExecutorService another = Executors.newSingleThreadExecutor();
  private final List<String> texts = new CopyOnWriteArrayList<>();
  private @Nullable Fate fate;
  private boolean lost;
  private HikariDataSource database;
  private JdbcStore store;
  private ShowId show;

  /** What becomes of the next text that commits. */
  @FunctionalInterface
  private interface Fate {
    @Nullable Object of(PreparedStatement text) throws SQLException;
  }

  @BeforeEach
  void openStore() {
    database = PostgresServer.database(4);
    store = JdbcStore.on(heard(DataSource.class, database, ""));
    show = Shows.open(store.catalog(), SEATS);
    texts.clear();
  }

  @AfterEach
  void closeDatabase() {
    another.shutdownNow();
    database.close();
  }

  /** Notes what is prepared, and lets the fate of a text that commits come true. */
  private <T> T heard(Class<T> type, T real, String sql) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              Fate next = fate;
              if (next != null && sql.endsWith("COMMIT") && method.getName().equals("execute")) {
                fate = null;
                return next.of((PreparedStatement) real);
              } else if (lost && method.getName().equals("setAutoCommit")) {
                throw new SQLException("this connection has been closed", "08003");
              }
              Object answer;
              try {
                answer = method.invoke(real, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
              if (answer instanceof PreparedStatement statement) {
                texts.add((String) arguments[0]);
                return heard(PreparedStatement.class, statement, (String) arguments[0]);
              }
              return answer instanceof Connection connection
                  ? heard(Connection.class, connection, "")
                  : answer;
            }));
  }

  private SeatChange hold(String user, int seat) {
    return hold(user, seat, 0);
  }

  private SeatChange hold(String user, int seat, long fence) {
    return new SeatChange.Hold(Shows.claim(show, user, seat, seat + 1), Shows.TERMS, fence);
  }

  private static SeatChange confirm(SeatChange hold) {
    return new SeatChange.Confirm(hold.claim(), Shows.payment(), true);
  }

  private List<ChangeResult> results(SeatChange... batch) {
    texts.clear();
    return store.seats().applyAll(List.of(batch));
  }

  private void assertMade(SeatChange... batch) {
    assertThat(results(batch)).hasOnlyElementsOfType(ChangeResult.Applied.class);
  }

  /** One text, after which nothing is left to say. */
  private void assertAtOnce() {
    assertThat(texts).hasSize(1).allMatch(text -> text.endsWith("; COMMIT"));
  }

  private void assertStepByStep() {
    assertThat(texts).hasSizeGreaterThan(1).noneMatch(text -> text.endsWith("COMMIT"));
  }

  private HoldState state(SeatChange change) {
    return store.seats().find(show, change.claim().id()).orElseThrow().state();
  }

  @Test
  void applyAll_nothingInTheWay_isOneText() {
    SeatChange first = hold("alice", 0);
    SeatChange second = hold("bob", 2);
    assertMade(first, second);
    assertAtOnce();
    assertMade(confirm(first), hold("carol", 4), confirm(second), hold("dave", 6));
    assertAtOnce();
    SeatChange paid = hold("erin", 8);
    SeatChange.Pay pay = new SeatChange.Pay(paid.claim(), Shows.payment(), Shows.TTL);
    assertMade(paid, hold("frank", 10));
    assertMade(pay, hold("grace", 12));
    assertAtOnce();
    assertMade(new SeatChange.Confirm(paid.claim(), pay.payment(), false), hold("heidi", 14));
    assertAtOnce();
    assertThat(state(first)).isEqualTo(HoldState.CONFIRMED);
    assertThat(state(paid)).isEqualTo(HoldState.CONFIRMED);
    assertThat(store.seats().countFree(show)).isEqualTo(SEATS - 16);
  }

  /** What is not in the way of the others is made with them, and told at once. */
  @Test
  void applyAll_oneThatCannotBeConfirmed_makesTheOthersAtOnce() {
    SeatChange first = hold("alice", 0);
    SeatChange never = hold("bob", 2);
    assertMade(first, hold("carol", 4));
    SeatChange fresh = hold("dave", 6);
    List<ChangeResult> results = results(confirm(never), confirm(first), fresh);
    assertThat(results.get(0)).isInstanceOf(ChangeResult.Refused.class);
    assertThat(results.get(1)).isEqualTo(new ChangeResult.Applied(HoldState.CONFIRMED, 0));
    assertThat(results.get(2)).isInstanceOf(ChangeResult.Applied.class);
    assertThat(texts.get(0)).endsWith("; COMMIT");
    assertThat(state(fresh)).isEqualTo(HoldState.HELD);
  }

  /** Until all seats are free once more; a text that fails is work for nothing. */
  @ParameterizedTest
  @ValueSource(longs = {0, 7})
  void applyAll_oneSeatTaken_goesStepByStepForAWhile(long fence) {
    assertMade(hold("alice", 0), hold("bob", 2));
    List<ChangeResult> results = results(hold("carol", 1, fence), hold("dave", 4, fence));
    assertThat(results.get(0)).isInstanceOf(ChangeResult.Refused.class);
    assertThat(results.get(1)).isInstanceOf(ChangeResult.Applied.class);
    assertThat(texts.get(0)).endsWith("; COMMIT");
    assertThat(store.seats().highestFence(show, Shows.claim(show, "", 2, 3).seats())).isZero();
    results(hold("erin", 3), hold("frank", 6));
    assertStepByStep();
    assertMade(hold("grace", 8), hold("heidi", 10));
    assertStepByStep();
    assertMade(hold("ivan", 12), hold("judy", 14));
    assertAtOnce();
    assertThat(store.seats().countFree(show)).isEqualTo(SEATS - 16);
  }

  @Test
  void applyAll_holdThatIsThereAlready_isAnsweredAgain() {
    SeatChange first = hold("alice", 0);
    assertMade(first, hold("bob", 2));
    assertMade(first, hold("carol", 4));
    assertThat(texts.get(0)).endsWith("; COMMIT");
    assertThat(store.seats().countFree(show)).isEqualTo(SEATS - 6);
  }

  /** Its seats are free, its id is not; nobody else is made to try again for that. */
  @Test
  void applyAll_holdThatWasReleased_makesTheOthersAndTriesOnce() {
    SeatChange first = hold("alice", 0);
    assertMade(first, hold("bob", 2));
    assertMade(new SeatChange.Release(first.claim()));
    List<ChangeResult> results = results(first, hold("carol", 4), hold("dave", 6));
    assertThat(results.get(0)).isInstanceOf(ChangeResult.Refused.class);
    assertThat(results.subList(1, 3)).hasOnlyElementsOfType(ChangeResult.Applied.class);
    assertThat(texts).filteredOn(text -> text.endsWith("COMMIT")).hasSize(1);
    assertThat(store.seats().countFree(show)).isEqualTo(SEATS - 6);
  }

  @Test
  void applyAll_moreSeatsThanAnswersMayFill_isNotOneText() {
    SeatChange[] holds =
        IntStream.range(0, PostgresText.MOST / 2 + 1)
            .mapToObj(i -> hold("user" + i, 2 * i))
            .toArray(SeatChange[]::new);
    assertMade(holds);
    assertStepByStep();
  }

  /** Whatever it says. */
  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "XX000", "57014", "57P01", "40P01", "53200", "55000", "22003"})
  void applyAll_failedAfterItsCommit_isUnknown(String state) {
    List<SeatChange> holds = List.of(hold("alice", 0), hold("bob", 2), hold("carol", 4));
    List<SeatChange.Pay> pays = holds.subList(0, 2).stream().map(PostgresAtOnceTest::pay).toList();
    List<SeatChange> confirms = new ArrayList<>();
    pays.forEach(pay -> confirms.add(new SeatChange.Confirm(pay.claim(), pay.payment(), false)));
    SeatChange outside = confirm(holds.get(2));
    for (List<SeatChange> batch :
        List.of(holds, List.<SeatChange>copyOf(pays), confirms, List.of(outside))) {
      failAfterCommit(state);
      assertThat(store.seats().applyAll(batch)).containsOnly(new ChangeResult.Unknown());
      assertThat(store.seats().applyAll(batch)).hasOnlyElementsOfType(ChangeResult.Applied.class);
    }
    assertThat(holds.stream().map(this::state)).containsOnly(HoldState.CONFIRMED);
  }

  private static SeatChange.Pay pay(SeatChange hold) {
    return new SeatChange.Pay(hold.claim(), Shows.payment(), Shows.TTL);
  }

  private void failAfterCommit(@Nullable String state) {
    fate =
        text -> {
          text.execute();
          throw new SQLException("no more news", state);
        };
  }

  /** What could not be made leaves no trace, and says nothing about the others. */
  @Test
  void applyAll_failedAfterACommitOfSome_isUnknown() {
    SeatChange first = hold("alice", 0);
    SeatChange never = hold("bob", 2);
    assertMade(first, hold("carol", 4));
    failAfterCommit("XX000");
    assertThat(results(confirm(never), confirm(first))).containsOnly(new ChangeResult.Unknown());
    assertThat(state(first)).isEqualTo(HoldState.CONFIRMED);
  }

  @Test
  void applyAll_answerCannotBeRead_isUnknown() {
    fate =
        text -> {
          text.execute();
          text.close();
          return true;
        };
    SeatChange hold = hold("alice", 0);
    assertThat(results(hold, hold("bob", 2))).containsOnly(new ChangeResult.Unknown());
    assertThat(state(hold)).isEqualTo(HoldState.HELD);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void applyAll_connectionLostAfterItsAnswer_isUnknown(boolean answered) {
    fate =
        text -> {
          lost = true;
          if (answered) {
            return text.execute();
          }
          throw new SQLException("the disk is full", "53100");
        };
    List<SeatChange> batch = List.of(hold("alice", 0), hold("bob", 2));
    assertThat(store.seats().applyAll(batch)).containsOnly(new ChangeResult.Unknown());
    assertThat(JdbcStore.on(database).seats().countFree(show))
        .isEqualTo(answered ? SEATS - 4 : SEATS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"53100", "42501", "XX000", "26000"})
  void applyAll_failedBeforeItsCommit_isAnErrorAndLeavesNothing(String state) {
    failBeforeCommit(state);
    List<SeatChange> batch = List.of(hold("alice", 0), hold("bob", 2));
    assertThatThrownBy(() -> store.seats().applyAll(batch))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("not here, not now");
    assertThat(store.seats().countFree(show)).isEqualTo(SEATS);
    assertThat(store.seats().applyAll(batch)).hasOnlyElementsOfType(ChangeResult.Applied.class);
  }

  @Test
  void applyAll_failedBeforeItConfirms_isAnErrorAndConfirmsNothing() {
    SeatChange hold = hold("alice", 0);
    SeatChange.Pay pay = pay(hold);
    assertMade(hold, hold("bob", 2));
    assertMade(pay);
    failBeforeCommit("53100");
    List<SeatChange> batch = List.of(new SeatChange.Confirm(hold.claim(), pay.payment(), false));
    assertThatThrownBy(() -> store.seats().applyAll(batch)).isInstanceOf(StoreException.class);
    assertThat(state(hold)).isEqualTo(HoldState.HELD);
  }

  private void failBeforeCommit(String state) {
    fate =
        text -> {
          throw new SQLException("not here, not now", state);
        };
  }

  /** A deadlock, a lock that did not come in time, a statement that took too long. */
  @ParameterizedTest
  @ValueSource(strings = {"40P01", "55P03", "57014"})
  void applyAll_undoneForARival_isMadeAgainStepByStep(String state) {
    failBeforeCommit(state);
    assertMade(hold("alice", 0), hold("bob", 2), hold("carol", 4), hold("dave", 6));
    assertThat(texts).filteredOn(text -> text.endsWith("COMMIT")).hasSizeLessThan(3);
    assertThat(store.seats().countFree(show)).isEqualTo(SEATS - 8);
  }

  /** There the driver has to tell the server when auto-commit ends, and it does not listen. */
  @Test
  void applyAll_sessionThatMayNotWrite_isAnErrorAndLeavesTheSessionSound() {
    HikariConfig settings = new HikariConfig();
    settings.setJdbcUrl(database.getJdbcUrl() + "&readOnlyMode=always");
    settings.setReadOnly(true);
    settings.setMaximumPoolSize(1);
    try (HikariDataSource reading = new HikariDataSource(settings)) {
      JdbcStore reader = JdbcStore.on(reading);
      List<SeatChange> batch = List.of(hold("alice", 0), hold("bob", 2));
      for (int i = 0; i < 2; i++) {
        assertThatThrownBy(() -> reader.seats().applyAll(batch))
            .isInstanceOf(StoreException.class)
            .hasMessageContaining("read-only");
        assertThat(reader.seats().countFree(show)).isEqualTo(SEATS);
      }
    }
  }

  /** Whoever waited for a seat has it from then on, and not from when it began to wait. */
  @Test
  void applyAll_waitedForASeat_isHeldFromThenOn() throws Exception {
    List<SeatChange> batch = List.of(hold("alice", 0), hold("bob", 2));
    long freed;
    Future<List<ChangeResult>> waiting;
    try (Connection rival = database.getConnection()) {
      rival.setAutoCommit(false);
      TestedDatabase.execute(
          rival, "SELECT 1 FROM show_seat WHERE " + SERVER.seat(show, 3) + " FOR UPDATE");
      waiting = another.submit(() -> store.seats().applyAll(batch));
      awaitWaiting(waiting);
      freed = TestedDatabase.ask(rival, "SELECT " + CLOCK);
      rival.rollback();
    }
    List<ChangeResult> results = new ArrayList<>(waiting.get());
    assertThat(results)
        .allMatch(
            result -> ((ChangeResult.Applied) result).until() >= freed + Shows.TTL.toMillis());
    assertThat(texts).filteredOn(text -> text.contains("INSERT INTO seat_hold")).hasSize(1);
  }

  /** Asks in a transaction each time: within one the server goes on saying what it said first. */
  private void awaitWaiting(Future<?> waiting) {
    while (!waiting.isDone()
        && Transactions.ask(
                database, connection -> TestedDatabase.ask(connection, SERVER.waiting()))
            == 0) {
      Thread.onSpinWait();
    }
  }
}
