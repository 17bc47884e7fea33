package io.github.boxoffice.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.github.boxoffice.contract.SettableClock;
import io.github.boxoffice.contract.Shows;
import io.github.boxoffice.model.ShowId;
import io.github.boxoffice.store.ChangeResult;
import io.github.boxoffice.store.Claim;
import io.github.boxoffice.store.Isolation;
import io.github.boxoffice.store.SeatChange;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which holds are found where parts of all are looked through in turn. */
abstract class LapsedInTurnContract {
  private static final int ALL = 1_000;

  final TestedDatabase tested;
  final SettableClock clock = new SettableClock();
  final Set<Claim> claims = new HashSet<>();
  private HikariDataSource database;
  private JdbcStore store;
  private Lapsed lapsed;

  LapsedInTurnContract(TestedDatabase tested) {
    this.tested = tested;
  }

  @BeforeEach
  void open() {
    database = tested.open();
    store = tested.store(database, clock);
    fill(Shows.open(store.catalog(), ALL));
    begin(fromTheFirst(clock));
  }

  @AfterEach
  void close() {
    store.close();
    database.close();
  }

  /** Makes the holds. */
  abstract void fill(ShowId show);

  /** Begins with the first part. */
  abstract Lapsed fromTheFirst(InstantSource time);

  /** How many parts there are. */
  abstract int parts();

  final void hold(Claim claim) {
    claims.add(claim);
    apply(new SeatChange.Hold(claim, Shows.TERMS, 0));
  }

  private void apply(SeatChange change) {
    assertThat(store.seats().apply(change, Isolation.GUARDED))
        .isInstanceOf(ChangeResult.Applied.class);
  }

  /** What is asked from now on. */
  final void begin(Lapsed other) {
    lapsed = other;
  }

  final List<Claim> find(int limit) {
    try (Connection connection = database.getConnection()) {
      return lapsed.find(connection, limit);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /** What so many parts in turn have. */
  final List<List<Claim>> findIn(int some) {
    List<List<Claim>> found = new ArrayList<>();
    for (int i = 0; i < some; i++) {
      found.add(find(ALL));
    }
    return found;
  }

  final long ask(String sql) {
    return Transactions.ask(database, connection -> TestedDatabase.ask(connection, sql));
  }

  final void execute(String sql) {
    try (Connection connection = database.getConnection()) {
      TestedDatabase.execute(connection, sql);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void find_severalParts_looksThroughAllInTurn() {
    clock.advance(Shows.TTL);
    for (int turn = 0; turn < 2; turn++) {
      List<List<Claim>> found = findIn(parts());
      assertThat(found).allSatisfy(part -> assertThat(part).isNotEmpty());
      assertThat(found.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(claims);
    }
  }

  @Test
  void find_asManyAsAskedFor_staysUntilTheyAreEnded() {
    clock.advance(Shows.TTL);
    Claim first = find(1).get(0);
    assertThat(find(1)).containsExactly(first);
    List<Claim> found = new ArrayList<>();
    for (int i = 0; i < claims.size() + parts(); i++) {
      List<Claim> some = find(1);
      some.forEach(claim -> apply(new SeatChange.Expire(claim)));
      found.addAll(some);
    }
    assertThat(found).containsExactlyInAnyOrderElementsOf(claims);
    assertThat(findIn(parts())).containsOnly(List.of());
  }

  /** One part is cut short by the end of all, so it takes one more. */
  final void assertComesToAll(Lapsed begun) {
    clock.advance(Shows.TTL);
    Claim first = find(1).get(0);
    begin(begun);
    List<List<Claim>> found = findIn(parts() + 1);
    assertThat(found.get(0)).doesNotContain(first);
    assertThat(found.stream().flatMap(List::stream)).containsAll(claims);
  }

  /** It is asked for the time when it has chosen a part. */
  @Test
  void find_whileAnotherGoesOn_doesNotGoBack() {
    AtomicBoolean alone = new AtomicBoolean(true);
    List<List<Claim>> found = new ArrayList<>();
    begin(
        fromTheFirst(
            () -> {
              if (alone.getAndSet(false)) {
                found.addAll(findIn(2));
              }
              return clock.instant();
            }));
    clock.advance(Shows.TTL);
    found.addAll(findIn(1 + parts() - 2));
    assertThat(found.stream().flatMap(List::stream)).containsAll(claims);
  }

  @Test
  void find_timeLeft_findsNone() {
    assertThat(findIn(parts())).containsOnly(List.of());
  }
}
