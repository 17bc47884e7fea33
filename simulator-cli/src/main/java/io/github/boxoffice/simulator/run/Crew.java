package io.github.boxoffice.simulator.run;

import io.github.boxoffice.simulator.scenario.Place;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * The threads of the users: virtual ones where the JVM has them, asked for by reflection because
 * our bytecode is that of Java 17.
 *
 * <p>On Java 21 to 23 a virtual thread that waits inside {@code synchronized} keeps its carrier,
 * and database drivers wait there: a few users could stop all others. There, users of a database
 * are platform threads; from 24 on it no longer matters.
 */
final class Crew {
  private static final int VIRTUAL_SINCE = 21;
  private static final int UNPINNED_SINCE = 24;

  /** Users do not go deep; ten thousand of them must fit. */
  private static final long STACK_BYTES = 256 * 1024;

  private final List<Thread> threads;
  private final CountDownLatch door;

  private Crew(List<Thread> threads, CountDownLatch door) {
    this.threads = threads;
    this.door = door;
  }

  /** A crew that waits for {@link #begin}. */
  static Crew of(int size, Place.Store store, IntFunction<Runnable> work) {
    CountDownLatch door = new CountDownLatch(1);
    boolean virtual = isVirtual(store);
    List<Thread> threads =
        IntStream.range(0, size)
            .mapToObj(i -> behind(door, work.apply(i)))
            .map(user -> virtual ? virtual(user) : platform(user))
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
    threads.forEach(Thread::start);
    opening.run();
    door.countDown();
  }

  static boolean isVirtual(Place.Store store) {
    int since = store == Place.Store.MEMORY ? VIRTUAL_SINCE : UNPINNED_SINCE;
    return Runtime.version().feature() >= since;
  }

  private static Thread platform(Runnable work) {
    Thread thread = new Thread(null, work, "user", STACK_BYTES);
    thread.setDaemon(true);
    return thread;
  }

  private static Thread virtual(Runnable work) {
    try {
      Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
      Class<?> type = Class.forName("java.lang.Thread$Builder");
      Method unstarted = type.getMethod("unstarted", Runnable.class);
      return (Thread)
          unstarted.invoke(type.getMethod("name", String.class).invoke(builder, "user"), work);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("this JVM says that it has virtual threads", cause(e));
    }
  }

  private static Throwable cause(ReflectiveOperationException e) {
    return e instanceof InvocationTargetException wrapped ? wrapped.getTargetException() : e;
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
