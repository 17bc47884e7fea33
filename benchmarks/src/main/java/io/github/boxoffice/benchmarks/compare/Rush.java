package io.github.boxoffice.benchmarks.compare;

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
  private final int threads;
  private Till.Shows shows;
  private int next;

  Rush(Till till, int shows, int threads) {
    this.till = till;
    this.size = new Till.Size(shows, SEATS, 2);
    this.threads = threads;
    this.shows = till.open(size);
  }

  /** As many shows as are sold out in this time, one at least. */
  @Override
  public Result sell(int seconds) {
    return Buyers.take(threads, buyers -> sell(buyers, Duration.ofSeconds(seconds)));
  }

  private Result sell(ExecutorService buyers, Duration time)
      throws InterruptedException, ExecutionException {
    long taken = 0;
    int sales = 0;
    List<Long> nanos = new ArrayList<>();
    while (taken < time.toNanos()) {
      taken += sellOut(buyers, show(), nanos);
      sales += size.groups();
    }
    return new Result(sales * 1e9 / taken, Latency.of(nanos));
  }

  private int show() {
    if (next == size.shows()) {
      shows = till.open(size);
      next = 0;
    }
    return next++;
  }

  /** How long it took from the opening to the last seat. */
  private long sellOut(ExecutorService buyers, int show, List<Long> nanos)
      throws InterruptedException, ExecutionException {
    AtomicInteger left = new AtomicInteger(size.groups());
    CyclicBarrier opening = new CyclicBarrier(threads + 1);
    List<Future<List<Long>>> done = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      String user = "user-" + i;
      done.add(
          buyers.submit(
              () -> {
                opening.await();
                return buy(show, user, left);
              }));
    }
    try {
      opening.await();
    } catch (BrokenBarrierException e) {
      throw new IllegalStateException(e);
    }
    long start = System.nanoTime();
    for (Future<List<Long>> each : done) {
      nanos.addAll(each.get());
    }
    return System.nanoTime() - start;
  }

  /** Tries for one pair after the other, beginning anywhere, until there is nothing left. */
  private List<Long> buy(int show, String user, AtomicInteger left) {
    List<Long> nanos = new ArrayList<>();
    int group = ThreadLocalRandom.current().nextInt(size.groups());
    while (left.get() > 0) {
      long begun = System.nanoTime();
      if (shows.sell(show, group, user)) {
        left.decrementAndGet();
      }
      nanos.add(System.nanoTime() - begun);
      group = (group + 1) % size.groups();
    }
    return nanos;
  }
}
