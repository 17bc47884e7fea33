package io.github.boxoffice.benchmarks.compare;

import io.github.boxoffice.benchmarks.till.Database;
import io.github.boxoffice.benchmarks.till.Threads;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How a comparison is made, as far as its reader must know to judge it, or to do the same. */
final class About {
  private About() {}

  static List<String> lines(List<String> args, Settings settings, Collection<Field> fields) {
    List<String> lines = new ArrayList<>();
    lines.add("command: `" + command(args) + "`");
    lines.add("begun " + Instant.now().truncatedTo(ChronoUnit.MINUTES));
    lines.add("machine: " + machine() + ", for the buyers and the database server together");
    lines.add(
        "Java "
            + Runtime.version()
            + ", heap of at most "
            + mebibytes(Runtime.getRuntime().maxMemory()));
    lines.add(
        String.format(
            Locale.ROOT,
            "rounds: %d of %d s a contender, after %d s of warm-up on each store and %d s in each race",
            settings.rounds(),
            settings.seconds(),
            settings.warmUp(),
            settings.seconds()));
    lines.add(
        String.format(
            Locale.ROOT,
            "%d shows of %,d seats (rush: %d), each contender with tables and %d connections of its own",
            settings.shows(),
            Turns.SEATS,
            Rush.SEATS,
            Database.POOL));
    if (settings.threads() == Threads.VIRTUAL) {
      lines.add("users are virtual threads where there is a server to wait for, else the system's");
    }
    fields.forEach(field -> lines.add(field.store() + ": " + field.about()));
    return lines;
  }

  /** Without the values of system properties: one of them may hold a password. */
  private static String command(List<String> args) {
    String heap =
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
            .filter(argument -> argument.startsWith("-X"))
            .map(argument -> argument + " ")
            .collect(Collectors.joining());
    String mariaDb =
        System.getProperty(Database.MARIADB) == null
            ? ""
            : "-D" + Database.MARIADB + "='jdbc:mariadb://HOST:PORT/?user=USER&password=PASSWORD' ";
    String options =
        args.stream()
            .map(arg -> arg.contains(" ") || arg.isEmpty() ? " \"" + arg + "\"" : " " + arg)
            .collect(Collectors.joining());
    return "java "
        + heap
        + mariaDb
        + "-cp benchmarks/target/benchmarks.jar "
        + Compare.class.getName()
        + options;
  }

  private static String machine() {
    var system =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return String.format(
        Locale.ROOT,
        "%d cores, %s of memory, %s, %s",
        system.getAvailableProcessors(),
        mebibytes(system.getTotalMemorySize()),
        system.getName(),
        system.getArch());
  }

  private static String mebibytes(long bytes) {
    return String.format(Locale.ROOT, "%,d MiB", bytes >> 20);
  }
}
