package io.github.boxoffice.benchmarks.compare;

import io.github.boxoffice.benchmarks.report.Load;
import io.github.boxoffice.benchmarks.till.Market;
import io.github.boxoffice.benchmarks.till.Threads;
import io.github.boxoffice.benchmarks.till.Walk;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** The buyers of one contender, each of whom goes on where the last turn ended. */
final class Team implements Buyers {
  private final List<Walk> buyers;
  private final Threads kind;

  Team(Market market, Load load, Threads kind) {
    this.kind = kind;
    this.buyers =
        IntStream.range(0, load.users())
            .mapToObj(i -> load.isHot() ? Walk.hot(market) : Walk.spread(market, i, load.users()))
            .toList();
  }

  /** One sale after the other each. */
  @Override
  public Result sell(int seconds) {
    buyers.forEach(Walk::prepare);
    List<Waits> waits = Waits.list(buyers.size());
    return Buyers.take(
        kind, buyers.size(), threads -> sell(threads, Duration.ofSeconds(seconds), waits));
  }

  private Result sell(ExecutorService threads, Duration time, List<Waits> waits)
      throws InterruptedException, ExecutionException {
    long start = System.nanoTime();
    long end = start + time.toNanos();
    List<Future<Long>> turns = new ArrayList<>();
    for (int i = 0; i < buyers.size(); i++) {
      Walk buyer = buyers.get(i);
      String name = "user-" + i;
      Waits its = waits.get(i);
      turns.add(threads.submit(() -> buy(buyer, name, end, its)));
    }
    // Until the last has ended: what was begun in time is sold, and its time counts.
    long last = start;
    for (Future<Long> turn : turns) {
      last = Math.max(last, turn.get());
    }
    return Result.of(waits, (last - start) / 1e9);
  }

  private static long buy(Walk buyer, String name, long end, Waits waits) {
    long now = System.nanoTime();
    while (now < end) {
      boolean sold = buyer.buy(name);
      long done = System.nanoTime();
      waits.add(sold, done - now);
      now = done;
    }
    return now;
  }
}
