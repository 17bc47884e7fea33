package io.github.boxoffice.benchmarks.compare;

import io.github.boxoffice.benchmarks.report.Load;
import io.github.boxoffice.benchmarks.till.Threads;
import io.github.boxoffice.benchmarks.till.Till;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAccumulator;

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

  /** How long it took from the opening until the last seat was sold. */
  private long sellOut(ExecutorService buyers, int show, List<Waits> waits)
      throws InterruptedException, ExecutionException {
    Sale sale = new Sale(users, size.groups());
    List<Future<?>> done = new ArrayList<>();
    for (int i = 0; i < users; i++) {
      String user = "user-" + i;
      Waits its = waits.get(i);
      done.add(
          buyers.submit(
              () -> {
                sale.opening.await();
                buy(show, user, sale, its);
                return its;
              }));
    }
    for (Future<?> each : done) {
      each.get();
    }
    return sale.nanos();
  }

  /**
   * Tries for one group of seats after the other, beginning anywhere, until nothing is left. Who is
   * refused after that was not served in the time that counts.
   */
  private void buy(int show, String user, Sale sale, Waits waits) {
    int group = ThreadLocalRandom.current().nextInt(size.groups());
    while (!sale.isSoldOut()) {
      long begun = System.nanoTime();
      boolean sold = shows.sell(show, group, user);
      long ended = System.nanoTime();
      if (sold || !sale.isSoldOut()) {
        waits.add(sold, ended - begun);
      }
      if (sold) {
        sale.sold(ended);
      }
      group = (group + 1) % size.groups();
    }
  }

  /**
   * One show. It opens at the moment at which the last buyer is there, and is over with its last
   * sale: neither who happens to be woken late nor who is still being refused is waited for.
   */
  static final class Sale {
    final CyclicBarrier opening;
    private final AtomicInteger left;
    private volatile long opened;
    private final LongAccumulator last = new LongAccumulator(Math::max, Long.MIN_VALUE);

    Sale(int buyers, int groups) {
      this.opening = new CyclicBarrier(buyers, () -> opened = System.nanoTime());
      this.left = new AtomicInteger(groups);
    }

    boolean isSoldOut() {
      return left.get() <= 0;
    }

    /** Who is told first may be the last to say so. */
    void sold(long now) {
      last.accumulate(now - opened);
      left.decrementAndGet();
    }

    /** How long it took, once all buyers have ended. */
    long nanos() {
      return last.get();
    }
  }
}
