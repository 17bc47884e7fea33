package io.github.boxoffice.simulator.report;

import java.util.LinkedHashMap;
import java.util.Map;

/** What the figures were measured on. */
final class Machine {
  private Machine() {}

  static Map<String, Object> here() {
    Map<String, Object> machine = new LinkedHashMap<>();
    machine.put("cpus", Runtime.getRuntime().availableProcessors());
    machine.put("jvm", property("java.vm.name") + " " + property("java.runtime.version"));
    machine.put(
        "os", property("os.name") + " " + property("os.version") + " " + property("os.arch"));
    machine.put("maxHeapMiB", Runtime.getRuntime().maxMemory() >> 20);
    return machine;
  }

  private static String property(String name) {
    return System.getProperty(name, "?");
  }
}
