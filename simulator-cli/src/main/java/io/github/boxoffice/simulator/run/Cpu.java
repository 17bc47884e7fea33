package io.github.boxoffice.simulator.run;

import com.sun.management.OperatingSystemMXBean;
import io.github.boxoffice.simulator.scenario.Place;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.stream.Stream;

/** How long processes of ours have used a processor. */
final class Cpu {
  private Cpu() {}

  /** This process and, if we started the store's server, those that it started. */
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
