package io.github.boxoffice.simulator.run;

import io.github.boxoffice.simulator.scenario.Place;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/**
 * Threads for users: virtual ones where the JVM has them, asked for by reflection because our
 * bytecode is that of Java 17.
 *
 * <p>On Java 21 to 23 a virtual thread that waits inside {@code synchronized} keeps its carrier,
 * and database drivers wait there: a few users could stop all others. There, users of a database
 * are platform threads; from 24 on it no longer matters.
 */
public final class UserThreads {
  private static final int VIRTUAL_SINCE = 21;
  private static final int UNPINNED_SINCE = 24;

  /** Users do not go deep; ten thousand of them must fit. */
  private static final long STACK_BYTES = 256 * 1024;

  /**
   * A system has 32,768 threads by default, for all that runs there, and two mappings of memory for
   * each; whoever takes them all stops others.
   */
  private static final int MOST_PLATFORM = 10_000;

  private UserThreads() {}

  /** How many users of this store a process can have. */
  public static int most(Place.Store store) {
    return isVirtual(store) ? Integer.MAX_VALUE : MOST_PLATFORM;
  }

  /** From which version of Java on a process can have any number of them. */
  public static int unlimitedSince(Place.Store store) {
    return store == Place.Store.MEMORY ? VIRTUAL_SINCE : UNPINNED_SINCE;
  }

  private static boolean isVirtual(Place.Store store) {
    return Runtime.version().feature() >= unlimitedSince(store);
  }

  static Thread make(Runnable user, Place.Store store) {
    return isVirtual(store) ? virtual(user) : platform(user);
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
}
