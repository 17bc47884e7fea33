package io.github.boxoffice.simulator.run;

import com.sun.management.OperatingSystemMXBean;
import io.github.boxoffice.simulator.scenario.Place;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.stream.Stream;

/** How long processes of ours have used a processor. */
public final class Cpu {
  private Cpu() {}

  /**
   * Whether all that works for the store is in {@link #seconds}. A PostgreSQL that we started is
   * not: whoever starts it leaves it to the system, so it is no descendant of ours.
   */
  public static boolean hasAll(Place place) {
    return place.store().isHere() || place.store() == Place.Store.MARIADB;
  }

  /** This process and, if the store's server descends from it, that one. */
  static double seconds(Place place) {
    double own =
        ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
            ? system.getProcessCpuTime() / 1e9
            : 0;
    return own + (place.store().isHere() ? 0 : ofServers());
  }

  private static double ofServers() {
    try (Stream<ProcessHandle> ours = ProcessHandle.current().descendants()) {
      return ours.map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
          .mapToDouble(time -> time.toNanos() / 1e9)
          .sum();
    }
  }
}
