package io.github.boxoffice.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.github.boxoffice.contract.SettableClock;
import io.github.boxoffice.contract.Shows;
import io.github.boxoffice.model.HoldId;
import io.github.boxoffice.model.SeatSet;
import io.github.boxoffice.model.ShowId;
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
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which holds are found when five parts are looked through in turn. */
class LapsedByPartTest {
  private static final int PARTS = 5;

  private final TestedDatabase h2 = new TestedH2();
  private final SettableClock clock = new SettableClock();
  private final Set<Claim> claims = new HashSet<>();
  private HikariDataSource database;
  private JdbcStore store;
  private Lapsed lapsed;
  private ShowId show;

  /**
   * Sixteen keys equally far apart, from the first of all on; one with which a part begins and the
   * one before, with which the first part ends; and the last of all.
   */
  @BeforeEach
  void open() {
    database = h2.open();
    store = h2.store(database, clock);
    lapsed = from(Long.MIN_VALUE);
    show = Shows.open(store.catalog(), 19);
    for (int i = 0; i < 16; i++) {
      hold(i, Long.MIN_VALUE + ((long) i << 60));
    }
    long end = Long.MIN_VALUE + Long.divideUnsigned(-1, PARTS);
    hold(16, end);
    hold(17, end + 1);
    hold(18, Long.MAX_VALUE);
  }

  private Lapsed from(long first) {
    return from(first, clock);
  }

  private Lapsed from(long first, InstantSource time) {
    return new LapsedByPart(Sale.of(h2.dialect(), Time.of(time)), 4, first);
  }

  private void hold(int seat, long key) {
    HoldId id = new HoldId(new UUID(0, key ^ Long.rotateLeft(show.value(), 42)));
    Claim claim = new Claim(show, id, "user" + seat, SeatSet.of(seat));
    claims.add(claim);
    apply(new SeatChange.Hold(claim, Shows.TERMS, 0));
  }

  @AfterEach
  void close() {
    store.close();
    database.close();
  }

  private void apply(SeatChange change) {
    store.seats().apply(change, Isolation.GUARDED);
  }

  @Test
  void find_manyParts_looksThroughAllInTurn() {
    clock.advance(Shows.TTL);
    for (int turn = 0; turn < 2; turn++) {
      List<Claim> found = new ArrayList<>();
      for (int size : new int[] {5, 4, 3, 3, 4}) {
        List<Claim> part = find(100);
        assertThat(part).hasSize(size);
        found.addAll(part);
      }
      assertThat(found).containsExactlyInAnyOrderElementsOf(claims);
    }
  }

  @Test
  void find_asManyAsAskedFor_staysUntilTheyAreEnded() {
    clock.advance(Shows.TTL);
    Claim first = find(1).get(0);
    assertThat(find(1)).containsExactly(first);
    List<Claim> found = new ArrayList<>();
    for (int i = 0; i < 19 + PARTS; i++) {
      List<Claim> some = find(1);
      some.forEach(claim -> apply(new SeatChange.Expire(claim)));
      found.addAll(some);
    }
    assertThat(found).containsExactlyInAnyOrderElementsOf(claims);
  }

  /** One part is cut short by the last key of all, so it takes one more. */
  @ParameterizedTest
  @ValueSource(longs = {-1, 1L << 62, Long.MAX_VALUE})
  void find_beginsAnywhere_comesToAll(long first) {
    lapsed = from(first);
    clock.advance(Shows.TTL);
    List<Claim> found = new ArrayList<>();
    for (int i = 0; i <= PARTS; i++) {
      found.addAll(find(100));
    }
    assertThat(found).containsAll(claims);
  }

  /** It is asked for the time when it has chosen a part. */
  @Test
  void find_whileAnotherGoesOn_doesNotGoBack() {
    AtomicBoolean alone = new AtomicBoolean(true);
    List<Claim> found = new ArrayList<>();
    lapsed =
        from(
            Long.MIN_VALUE,
            () -> {
              if (alone.getAndSet(false)) {
                found.addAll(find(100));
                found.addAll(find(100));
              }
              return clock.instant();
            });
    clock.advance(Shows.TTL);
    for (int i = 0; i < 1 + PARTS - 2; i++) {
      found.addAll(find(100));
    }
    assertThat(found).containsAll(claims);
  }

  @Test
  void find_timeLeft_findsNone() {
    List<List<Claim>> found = new ArrayList<>();
    for (int i = 0; i < PARTS; i++) {
      found.add(find(100));
    }
    assertThat(found).containsOnly(List.of());
  }

  private List<Claim> find(int limit) {
    try (Connection connection = database.getConnection()) {
      return lapsed.find(connection, limit);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
