package io.github.boxoffice.benchmarks.compare;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * What this JVM spent on a turn; a server's share is not in it.
 *
 * @param cpuNanos processor time of all its threads, of the compiler and the collector too
 * @param bytes allocated
 * @param collections of garbage
 * @param collectionMillis how long these took
 */
record Effort(long cpuNanos, long bytes, long collections, long collectionMillis) {
  static final Effort NONE = new Effort(0, 0, 0, 0);

  /** What was spent until now. Threads that end before {@link #end} are not counted. */
  static final class Meter {
    private final Map<Long, Long> allocated = allocated();
    private final Effort before = now(0);

    Effort end() {
      long bytes = 0;
      for (var thread : allocated().entrySet()) {
        bytes += thread.getValue() - allocated.getOrDefault(thread.getKey(), 0L);
      }
      Effort after = now(bytes);
      return new Effort(
          after.cpuNanos - before.cpuNanos,
          bytes,
          after.collections - before.collections,
          after.collectionMillis - before.collectionMillis);
    }

    private static Effort now(long bytes) {
      var system =
          (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
      return new Effort(
          system.getProcessCpuTime(),
          bytes,
          sum(GarbageCollectorMXBean::getCollectionCount),
          sum(GarbageCollectorMXBean::getCollectionTime));
    }

    private static long sum(ToLongFunction<GarbageCollectorMXBean> figure) {
      return ManagementFactory.getGarbageCollectorMXBeans().stream().mapToLong(figure).sum();
    }

    private static Map<Long, Long> allocated() {
      var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
      long[] ids = threads.getAllThreadIds();
      long[] bytes = threads.getThreadAllocatedBytes(ids);
      Map<Long, Long> allocated = new HashMap<>();
      for (int i = 0; i < ids.length; i++) {
        allocated.put(ids[i], bytes[i]);
      }
      return allocated;
    }
  }

  Effort plus(Effort other) {
    return new Effort(
        cpuNanos + other.cpuNanos,
        bytes + other.bytes,
        collections + other.collections,
        collectionMillis + other.collectionMillis);
  }
}
