package io.github.boxoffice.simulator.run;

import io.github.boxoffice.simulator.scenario.Place;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** The users of a run, each on a thread, who all begin at once. */
final class Crew {
  private final List<Thread> threads;
  private final CountDownLatch door;

  private Crew(List<Thread> threads, CountDownLatch door) {
    this.threads = threads;
    this.door = door;
  }

  /** A crew that waits for {@link #begin}. */
  static Crew of(int size, Place.Store store, IntFunction<Runnable> work) {
    CountDownLatch door = new CountDownLatch(1);
    List<Thread> threads =
        IntStream.range(0, size)
            .mapToObj(i -> behind(door, work.apply(i)))
            .map(user -> UserThreads.make(user, store))
            .toList();
    return new Crew(threads, door);
  }

  private static Runnable behind(CountDownLatch door, Runnable work) {
    return () -> {
      try {
        door.await();
        work.run();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    };
  }

  /**
   * Lets them all in at once, when the last of them is at the door.
   *
   * @param opening what happens at that moment
   */
  void begin(Runnable opening) {
    startAll();
    opening.run();
    door.countDown();
  }

  private void startAll() {
    int started = 0;
    try {
      for (Thread thread : threads) {
        thread.start();
        started++;
      }
    } catch (OutOfMemoryError e) { // So the JVM says that the system allows no more threads.
      threads.subList(0, started).forEach(Thread::interrupt); // They wait at the door, and go.
      throw new IllegalStateException(
          "--users: the system allowed only " + started + " threads, and each user needs one", e);
    }
  }

  /** Ends every pause. */
  void wake() {
    threads.forEach(LockSupport::unpark);
  }

  /** Waits until all of them are done. */
  void join() throws InterruptedException {
    for (Thread thread : threads) {
      thread.join();
    }
  }
}
