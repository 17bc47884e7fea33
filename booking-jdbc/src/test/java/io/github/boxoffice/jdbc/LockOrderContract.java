package io.github.boxoffice.jdbc;

import static io.github.boxoffice.jdbc.TestedDatabase.execute;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.github.boxoffice.contract.SettableClock;
import io.github.boxoffice.contract.Shows;
import io.github.boxoffice.contract.Way;
import io.github.boxoffice.model.HoldId;
import io.github.boxoffice.model.SeatSet;
import io.github.boxoffice.model.ShowId;
import io.github.boxoffice.store.ChangeResult;
import io.github.boxoffice.store.Claim;
import io.github.boxoffice.store.Isolation;
import io.github.boxoffice.store.SeatChange;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whoever waits for the first seat has not locked the second: so no two can wait for each other. A
 * rival locks seat 0, the store is made to wait for it, and seat 1 must be free to lock.
 */
@Timeout(60)
abstract class LockOrderContract {
  /** All ways but the one that gives up instead. */
  @Retention(RetentionPolicy.RUNTIME)
  @ParameterizedTest
  @EnumSource(
      value = Way.class,
      names = {"GUARDED", "SERIALIZABLE", "PATIENT_LOCKS", "BATCH"})
  @interface InEachWayThatWaits {}

  private final TestedDatabase kind;
  private final ExecutorService other = Executors.newSingleThreadExecutor();
  private final SettableClock clock = new SettableClock();
  private HikariDataSource database;
  private JdbcStore store;
  private ShowId show;

  LockOrderContract(TestedDatabase kind) {
    this.kind = kind;
  }

  @BeforeEach
  void openStore() {
    database = kind.open();
    store = kind.store(database, clock);
    show = Shows.open(store.catalog(), 4);
  }

  @AfterEach
  void closeDatabase() {
    other.shutdownNow();
    database.close();
  }

  @InEachWayThatWaits
  void hold_freeSeats_locksInSeatOrder(Way way) throws Exception {
    takesInOrder(way);
  }

  @InEachWayThatWaits
  void hold_lapsedSeats_locksInSeatOrder(Way way) throws Exception {
    held("bob");
    clock.advance(Shows.TTL);
    waitsInOrder(way, hold("alice"));
  }

  @InEachWayThatWaits
  void release_locksInSeatOrder(Way way) throws Exception {
    waitsInOrder(way, new SeatChange.Release(held("alice")));
  }

  /** The order of the seats counts, not that of the changes or of their ids. */
  @Test
  void applyAll_severalHolds_locksInSeatOrder() throws Exception {
    List<SeatChange> batch = new ArrayList<>();
    for (int seat = 3; seat >= 0; seat--) {
      HoldId id = new HoldId(new UUID(show.value(), 3 - seat));
      Claim claim = new Claim(show, id, "user" + seat, SeatSet.of(seat));
      batch.add(new SeatChange.Hold(claim, Shows.TERMS, 0));
    }
    waitsInOrder(() -> store.seats().applyAll(batch));
  }

  /** The tables, for what only one kind of database has to fear. */
  final Connection connect() throws SQLException {
    return database.getConnection();
  }

  final String url() {
    return database.getJdbcUrl();
  }

  /** Puts a show of this many seats on sale instead. */
  final ShowId openShow(int seats) {
    show = Shows.open(store.catalog(), seats);
    return show;
  }

  /** Goes on with this store, which the test closes. */
  final void use(JdbcStore another) {
    store = another;
  }

  final void takesInOrder(Way way) throws Exception {
    waitsInOrder(way, hold("alice"));
  }

  private SeatChange hold(String user) {
    return new SeatChange.Hold(Shows.claim(show, user, 0, 1), Shows.TERMS, 0);
  }

  private Claim held(String user) {
    SeatChange hold = hold(user);
    assertThat(store.seats().apply(hold, Isolation.GUARDED))
        .isInstanceOf(ChangeResult.Applied.class);
    return hold.claim();
  }

  private void waitsInOrder(Way way, SeatChange change) throws Exception {
    waitsInOrder(() -> List.of(way.apply(store.seats(), change)));
  }

  private void waitsInOrder(Callable<List<ChangeResult>> task) throws Exception {
    Future<List<ChangeResult>> waiting;
    try (Connection rival = begun();
        Connection prober = begun()) {
      execute(rival, "SELECT * FROM show_seat WHERE " + kind.seat(show, 0) + " FOR UPDATE");
      waiting = other.submit(task);
      await(() -> somebodyWaits(prober) || waiting.isDone());
      execute(prober, "SELECT * FROM show_seat WHERE " + kind.seat(show, 1) + " FOR UPDATE NOWAIT");
      prober.rollback();
      rival.rollback();
    }
    assertThat(waiting.get()).hasOnlyElementsOfType(ChangeResult.Applied.class);
  }

  private static void await(Supplier<Boolean> condition) {
    while (!condition.get()) {
      Thread.onSpinWait();
    }
  }

  private boolean somebodyWaits(Connection prober) {
    try {
      boolean somebody = TestedDatabase.ask(prober, kind.waiting()) == 1;
      // Within one transaction a server may give the same answer again and again.
      prober.rollback();
      return somebody;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private Connection begun() throws SQLException {
    Connection connection = database.getConnection();
    connection.setAutoCommit(false);
    return connection;
  }
}
