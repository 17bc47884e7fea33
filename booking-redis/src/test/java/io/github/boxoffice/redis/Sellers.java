package io.github.boxoffice.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.boxoffice.BoxOffice;
import io.github.boxoffice.booking.Hold;
import io.github.boxoffice.model.HoldId;
import io.github.boxoffice.model.Outcome;
import io.github.boxoffice.model.Refusal;
import io.github.boxoffice.model.Show;
import io.github.boxoffice.store.StoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.LockSupport;

/**
 * Threads that hold and give back seats, and keep a ledger of what they were told: from the answer
 * that a seat is theirs until they give it back, nobody else may be told the same.
 */
final class Sellers implements AutoCloseable {
  private static final int SELLERS = 10;

  private final BoxOffice office;
  private final Show show;
  private final AtomicReferenceArray<HoldId> owners;
  private final AtomicLong sold = new AtomicLong();
  private final AtomicBoolean closing = new AtomicBoolean();
  private final ExecutorService threads = Executors.newFixedThreadPool(SELLERS);
  private final List<CompletableFuture<Void>> selling = new ArrayList<>();

  Sellers(BoxOffice office, Show show, int seats) {
    this.office = office;
    this.show = show;
    this.owners = new AtomicReferenceArray<>(seats);
    for (int i = 0; i < SELLERS; i++) {
      SplittableRandom random = new SplittableRandom(i);
      selling.add(CompletableFuture.runAsync(() -> sell(random), threads));
    }
  }

  private void sell(SplittableRandom random) {
    while (!closing.get()) {
      int seat = random.nextInt(owners.length() - 1);
      try {
        sell("user" + random.nextInt(), seat);
      } catch (StoreException redisIsDown) {
        LockSupport.parkNanos(1_000_000);
      }
    }
  }

  private void sell(String user, int seat) {
    Outcome<Hold> outcome = office.hold(show, user, label(seat), label(seat + 1));
    if (outcome instanceof Outcome.Refused<Hold> refused) {
      assertThat(refused.reason()).isIn(Refusal.SEATS_HELD, Refusal.CONTENDED);
      return;
    }
    Hold hold = outcome.orElseThrow();
    write(seat, null, hold.id());
    write(seat + 1, null, hold.id());
    sold.incrementAndGet();
    write(seat, hold.id(), null);
    write(seat + 1, hold.id(), null);
    office.release(hold).orElseThrow();
  }

  private void write(int seat, HoldId from, HoldId to) {
    assertThat(owners.compareAndExchange(seat, from, to)).as("owner of %s", seat).isEqualTo(from);
  }

  static String label(int seat) {
    return "A-" + (seat + 1);
  }

  /** Waits until so many more seats are sold. */
  void awaitSales(int more) {
    long goal = sold.get() + more;
    Eventually.isTrue("sales go on", () -> sold.get() >= goal || isOneFailed());
    assertThat(isOneFailed()).as("a seller failed").isFalse();
  }

  private boolean isOneFailed() {
    return selling.stream().anyMatch(CompletableFuture::isCompletedExceptionally);
  }

  /** Ends the sale, and fails if a seller did. */
  @Override
  public void close() {
    closing.set(true);
    threads.shutdown();
    selling.forEach(CompletableFuture::join);
  }
}
