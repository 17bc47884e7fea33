package io.github.boxoffice.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class GateTest {
  private static final int SIZE = 2;

  /** Refuses as often as it is told to. */
  private static final class Moody extends HikariDataSource {
    final AtomicInteger refusals = new AtomicInteger();

    @Override
    public Connection getConnection() throws SQLException {
      if (refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
        throw new SQLException("not today");
      }
      return super.getConnection();
    }
  }

  private final Moody pool = new Moody();
  private final ExecutorService other = Executors.newSingleThreadExecutor();

  GateTest() {
    pool.setJdbcUrl("jdbc:h2:mem:gate");
    pool.setMaximumPoolSize(SIZE);
    pool.setConnectionTimeout(250);
  }

  @AfterEach
  void closePool() {
    other.shutdownNow();
    pool.close();
  }

  @Test
  void enter_asManyInsideAsThePoolHasConnections_givesUpAfterThePoolsTime() throws SQLException {
    Gate gate = Gate.before(pool, Integer.MAX_VALUE);
    try (Connection one = gate.enter();
        Connection two = gate.enter()) {
      assertThat(one).isNotSameAs(two);
      assertThatExceptionOfType(SQLTransientConnectionException.class)
          .isThrownBy(gate::enter)
          .withMessageContaining("250 ms");
    }
  }

  @Test
  void enter_fewerAllowedThanThePoolHas_letsOnlySoManyIn() throws SQLException {
    Gate gate = Gate.before(pool, 1);
    try (Connection one = gate.enter();
        Connection spare = pool.getConnection()) {
      assertThat(one).isNotSameAs(spare);
      assertThatExceptionOfType(SQLTransientConnectionException.class).isThrownBy(gate::enter);
    }
  }

  @Test
  void enter_theDatabaseRefused_leavesThePlaceToTheNext() throws SQLException {
    Gate gate = Gate.before(pool, 1);
    pool.refusals.set(3);
    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(gate::enter).hasMessage("not today");
    }
    gate.enter().close();
  }

  @Test
  void leave_somebodyWaits_letsThemIn() throws Exception {
    pool.setConnectionTimeout(60_000);
    Gate gate = Gate.before(pool, 1);
    Connection first = gate.enter();
    CountDownLatch in = new CountDownLatch(1);
    Thread next =
        new Thread(
            () -> {
              try {
                gate.enter().close();
                in.countDown();
              } catch (SQLException e) {
                throw new IllegalStateException(e);
              }
            });
    next.start();
    first.close();
    gate.leave();
    next.join();
    assertThat(in.getCount()).isZero();
  }

  /** Who leaves and comes back at once, as those do who are refused in a rush. */
  @Test
  @Timeout(30)
  void enter_somebodyHasWaitedForLong_comesAfterThem() throws Exception {
    pool.setConnectionTimeout(60_000);
    Gate gate = Gate.before(pool, 1);
    Connection first = gate.enter();
    AtomicBoolean in = new AtomicBoolean();
    Future<?> waiting =
        other.submit(
            () -> {
              try (Connection mine = gate.enter()) {
                in.set(mine.isValid(1));
              }
              gate.leave();
              return null;
            });
    while (!gate.isInTurn()) {
      Thread.onSpinWait();
    }
    first.close();
    gate.leave();
    try (Connection again = gate.enter()) {
      assertThat(again).isNotNull();
      assertThat(in).isTrue();
    }
    waiting.get();
    assertThat(gate.isInTurn()).isFalse();
  }

  /** Nor does it give up its place to wait anew: that is dear where a hundred thousand do. */
  @Test
  @Timeout(30)
  void enter_someHaveWaitedForLong_comeInTheOrderInWhichTheyCame() throws Exception {
    pool.setConnectionTimeout(60_000);
    Gate gate = Gate.before(pool, 1);
    List<Integer> in = new CopyOnWriteArrayList<>();
    List<Thread> waiting = new ArrayList<>();
    try (Connection first = gate.enter()) {
      assertThat(first).isNotNull();
      for (int i = 0; i < 3; i++) {
        waiting.add(waitFor(gate, i, in));
      }
      while (!gate.isInTurn()) {
        Thread.onSpinWait();
      }
    }
    gate.leave();
    for (Thread each : waiting) {
      each.join();
    }
    assertThat(in).containsExactly(0, 1, 2);
  }

  private static Thread waitFor(Gate gate, int number, List<Integer> in) {
    Thread waiting =
        new Thread(
            () -> {
              try {
                gate.enter().close();
                in.add(number);
              } catch (SQLException e) {
                throw new IllegalStateException(e);
              }
              gate.leave();
            });
    waiting.start();
    while (waiting.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
    return waiting;
  }

  @Test
  void enter_interrupted_saysSoAndKeepsTheFlag() throws SQLException {
    Gate gate = Gate.before(pool, 1);
    try (Connection first = gate.enter()) {
      assertThat(first).isNotNull();
      Thread.currentThread().interrupt();
      assertThatThrownBy(gate::enter).hasMessageContaining("interrupted");
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void enter_noPoolThatWeKnow_isOpenToAll() throws SQLException {
    Gate gate = Gate.open(pool);
    try (Connection one = gate.enter()) {
      assertThat(one).isNotNull();
      gate.enter().close();
    }
  }
}
