package io.github.boxoffice.benchmarks.compare;

import io.github.boxoffice.benchmarks.report.Load;
import io.github.boxoffice.benchmarks.till.Threads;
import io.github.boxoffice.benchmarks.till.Till;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sales open, and everybody wants the same small show: one show at a time, until it is sold out.
 * Each buyer tries for any seats, again and again; who is refused tries for others.
 */
final class Rush implements Buyers {
  /** How many seats such a show has. */
  static final int SEATS = 200;

  private final Till till;
  private final Till.Size size;
  private final int users;
  private final Threads threads;
  private Till.Shows shows;
  private int next;

  Rush(Till till, int shows, Load load, Threads threads) {
    this.till = till;
    this.size = new Till.Size(shows, SEATS, load.together());
    this.users = load.users();
    this.threads = threads;
    this.shows = till.open(size);
  }

  /** As many shows as are sold out in this time, one at least. */
  @Override
  public Result sell(int seconds) {
    List<Waits> waits = Waits.list(users);
    return Buyers.take(threads, users, buyers -> sell(buyers, Duration.ofSeconds(seconds), waits));
  }

  private Result sell(ExecutorService buyers, Duration time, List<Waits> waits)
      throws InterruptedException, ExecutionException {
    long taken = 0;
    while (taken < time.toNanos()) {
      taken += sellOut(buyers, show(), waits);
    }
    return Result.of(waits, taken / 1e9);
  }

  private int show() {
    if (next == size.shows()) {
      shows = till.open(size);
      next = 0;
    }
    return next++;
  }

  /** How long it took from the opening to the last seat. */
  private long sellOut(ExecutorService buyers, int show, List<Waits> waits)
      throws InterruptedException, ExecutionException {
    AtomicInteger left = new AtomicInteger(size.groups());
    CyclicBarrier opening = new CyclicBarrier(users + 1);
    List<Future<?>> done = new ArrayList<>();
    for (int i = 0; i < users; i++) {
      String user = "user-" + i;
      Waits its = waits.get(i);
      done.add(
          buyers.submit(
              () -> {
                opening.await();
                buy(show, user, left, its);
                return its;
              }));
    }
    try {
      opening.await();
    } catch (BrokenBarrierException e) {
      throw new IllegalStateException(e);
    }
    long start = System.nanoTime();
    for (Future<?> each : done) {
      each.get();
    }
    return System.nanoTime() - start;
  }

  /** Tries for one group of seats after the other, beginning anywhere, until nothing is left. */
  private void buy(int show, String user, AtomicInteger left, Waits waits) {
    int group = ThreadLocalRandom.current().nextInt(size.groups());
    while (left.get() > 0) {
      long begun = System.nanoTime();
      boolean sold = shows.sell(show, group, user);
      waits.add(sold, System.nanoTime() - begun);
      if (sold) {
        left.decrementAndGet();
      }
      group = (group + 1) % size.groups();
    }
  }
}
