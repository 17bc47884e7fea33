package io.github.boxoffice.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.github.boxoffice.store.ChangeResult;
import io.github.boxoffice.store.Isolation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TurnsTest {
  private static final Dialect H2_DIALECT = Database.H2.dialect();

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
              while (!entered.isDone() && rival.getState() != Thread.State.WAITING) {
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
}
