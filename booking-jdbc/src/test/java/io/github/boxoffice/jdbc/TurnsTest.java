package io.github.boxoffice.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.github.boxoffice.store.ChangeResult;
import io.github.boxoffice.store.HoldState;
import io.github.boxoffice.store.Isolation;
import io.github.boxoffice.store.StoreException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TurnsTest {
  private static final Dialect H2_DIALECT = Database.H2.dialect();

  private static final ChangeResult HELD = new ChangeResult.Applied(HoldState.HELD, 0);

  private final CompletableFuture<Boolean> entered = new CompletableFuture<>();

  /** Somebody who wants to write something, too. */
  private Thread rival(HikariDataSource database) {
    Transactions transactions = new Transactions(database, H2_DIALECT);
    return new Thread(
        () -> transactions.attempt(connection -> Optional.of(entered.complete(true))));
  }

  /** Comes in the middle of a change; whether the rival was let in, or waits until he is. */
  private boolean isLetIn(HikariDataSource database, Thread rival) {
    AtomicBoolean met = new AtomicBoolean();
    new Transactions(database, H2_DIALECT)
        .change(
            Isolation.GUARDED,
            connection -> {
              rival.start();
              while (!entered.isDone() && rival.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
              }
              met.set(entered.isDone());
              return new ChangeResult.Conflict();
            });
    assertThat(entered).succeedsWithin(Duration.ofSeconds(30));
    return met.get();
  }

  /** Or H2 may undo what the rival writes, together with the change. */
  @Test
  void change_inAFile_isAloneAmongAllStoresOnIt(@TempDir Path folder) {
    String url = H2.file(folder.resolve("turns"));
    try (HikariDataSource one = Pooled.open(url, 2);
        HikariDataSource other = Pooled.open(url, 2)) {
      assertThat(isLetIn(one, rival(other))).isFalse();
    }
  }

  @Test
  void change_inMemory_isNotAlone() {
    try (HikariDataSource database = Pooled.inMemory()) {
      Transactions transactions = new Transactions(database, H2_DIALECT);
      transactions.change(
          Isolation.GUARDED,
          connection -> {
            rival(database).start();
            assertThat(entered).succeedsWithin(Duration.ofSeconds(30));
            return new ChangeResult.Conflict();
          });
    }
  }

  /** What somebody gets who wants this while another has the turn. */
  private static <T> T meanwhile(Path folder, Function<Transactions, T> wanted) {
    String url = H2.file(folder.resolve("late"));
    try (HikariDataSource one = Pooled.open(url, 2);
        HikariDataSource other = Pooled.open(url, 2)) {
      other.setConnectionTimeout(250);
      Transactions late = new Transactions(other, H2_DIALECT);
      AtomicReference<CompletableFuture<T>> got = new AtomicReference<>();
      new Transactions(one, H2_DIALECT)
          .change(
              Isolation.GUARDED,
              connection -> {
                got.set(CompletableFuture.supplyAsync(() -> wanted.apply(late)));
                got.get().exceptionally(failure -> null).join();
                return new ChangeResult.Conflict();
              });
      return got.get().join();
    }
  }

  @Test
  void change_turnDoesNotCome_isContended(@TempDir Path folder) {
    ChangeResult answer =
        meanwhile(folder, late -> late.change(Isolation.GUARDED, connection -> HELD));
    assertThat(answer).isEqualTo(new ChangeResult.Contended());
  }

  @Test
  void change_interruptedBeforeItsTurn_isContendedAndStaysInterrupted(@TempDir Path folder) {
    record Seen(ChangeResult answer, boolean interrupted) {}

    Seen seen =
        meanwhile(
            folder,
            late -> {
              Thread.currentThread().interrupt();
              ChangeResult answer = late.change(Isolation.GUARDED, connection -> HELD);
              return new Seen(answer, Thread.interrupted());
            });
    assertThat(seen).isEqualTo(new Seen(new ChangeResult.Contended(), true));
  }

  @Test
  void attempt_turnDoesNotCome_isPrevented(@TempDir Path folder) {
    Optional<Integer> answer =
        meanwhile(folder, late -> late.attempt(connection -> Optional.of(1)));
    assertThat(answer).isEmpty();
  }

  @Test
  void make_turnDoesNotCome_fails(@TempDir Path folder) {
    assertThatThrownBy(() -> meanwhile(folder, late -> late.make(connection -> 1)))
        .hasCauseInstanceOf(StoreException.class)
        .hasMessageContaining("no turn");
  }
}
