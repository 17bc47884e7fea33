package io.github.boxoffice.benchmarks.limit;

import io.github.boxoffice.benchmarks.till.Threads;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;

/**
 * Users who wait for somebody else's work, and that somebody does nothing: each puts a request into
 * a queue and sleeps, and one of two writers takes all that are in it and wakes those who sent
 * them. It is what sales cost that many share a transaction for, before anything is sold.
 */
final class HandOvers {
  /** Those who queue for a transaction are served by as many on two processors. */
  private static final int WRITERS = 2;

  private final BlockingQueue<CountDownLatch> requests = new LinkedBlockingQueue<>();

  private HandOvers() {}

  /** Sales a second, each of which waits twice: to hold, and to confirm. */
  static double perSecond(Threads kind, int users, int seconds) {
    HandOvers desk = new HandOvers();
    return Threads.PLATFORM.lend(
        WRITERS,
        writers -> {
          for (int i = 0; i < WRITERS; i++) {
            writers.execute(desk::serve);
          }
          return Rate.of(
              kind, Stream.<Rate.Work>generate(() -> desk::sell).limit(users).toList(), seconds);
        });
  }

  private long sell() throws InterruptedException {
    ask();
    ask();
    return 1;
  }

  private void ask() throws InterruptedException {
    CountDownLatch answered = new CountDownLatch(1);
    requests.add(answered);
    answered.await();
  }

  /** Until it is interrupted, which is when nobody asks any more. */
  private void serve() {
    List<CountDownLatch> batch = new ArrayList<>();
    try {
      while (true) {
        batch.add(requests.take());
        requests.drainTo(batch);
        batch.forEach(CountDownLatch::countDown);
        batch.clear();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
