package io.github.boxoffice.benchmarks.compare;

import io.github.boxoffice.benchmarks.till.Market;
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

  Team(Market market, boolean hot, int threads) {
    this.buyers =
        IntStream.range(0, threads)
            .mapToObj(i -> hot ? Walk.hot(market) : Walk.spread(market, i, threads))
            .toList();
  }

  /** What one buyer did in a turn. */
  private record Bought(long count, long end, List<Long> nanos) {}

  /** One sale after the other each. */
  @Override
  public Result sell(int seconds) {
    buyers.forEach(Walk::prepare);
    return Buyers.take(buyers.size(), threads -> sell(threads, Duration.ofSeconds(seconds)));
  }

  private Result sell(ExecutorService threads, Duration time)
      throws InterruptedException, ExecutionException {
    long start = System.nanoTime();
    long end = start + time.toNanos();
    List<Future<Bought>> turns = new ArrayList<>();
    for (int i = 0; i < buyers.size(); i++) {
      Walk buyer = buyers.get(i);
      String name = "user-" + i;
      turns.add(threads.submit(() -> buy(buyer, name, end)));
    }
    return gather(turns, start);
  }

  private static Bought buy(Walk buyer, String name, long end) {
    List<Long> nanos = new ArrayList<>();
    long sold = 0;
    long now = System.nanoTime();
    while (now < end) {
      sold += buyer.buy(name) ? 1 : 0;
      long done = System.nanoTime();
      nanos.add(done - now);
      now = done;
    }
    return new Bought(sold, now, nanos);
  }

  /** Counts until the last has ended: what was begun in time is sold, and its time counts. */
  private static Result gather(List<Future<Bought>> turns, long start)
      throws InterruptedException, ExecutionException {
    long sold = 0;
    long end = start;
    List<Long> nanos = new ArrayList<>();
    for (Future<Bought> turn : turns) {
      Bought bought = turn.get();
      sold += bought.count;
      end = Math.max(end, bought.end);
      nanos.addAll(bought.nanos);
    }
    return new Result(sold * 1e9 / (end - start), Latency.of(nanos));
  }
}
