package io.github.boxoffice.simulator.report;

import io.github.boxoffice.simulator.scenario.Crowd;
import io.github.boxoffice.simulator.scenario.Place;
import io.github.boxoffice.simulator.scenario.Plan;
import io.github.boxoffice.simulator.scenario.Processes;
import io.github.boxoffice.simulator.scenario.Scenario;
import io.github.boxoffice.simulator.scenario.Times;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the figures rest on, and how to have them again. */
final class Footer {
  private Footer() {}

  static List<String> of(Campaign campaign) {
    Plan plan = campaign.plan();
    List<String> lines = new ArrayList<>();
    boolean week = campaign.runs().stream().anyMatch(run -> run.week().isPresent());
    lines.add(week ? week(plan.scenario().crowd()) : load(plan.scenario().crowd()));
    campaign.ownMicros().ifPresent(micros -> lines.add("simulator: " + own(campaign, micros)));
    long missed = campaign.runs().stream().mapToLong(run -> run.figures().missedVisits()).sum();
    if (missed > 0) {
      lines.add("  " + Numbers.count(missed) + " arrivals were due and not served before the end");
    }
    if (plan.processes().count() > 1) {
      lines.add("processes: " + processes(plan.processes()));
    }
    for (RunResult run : campaign.runs()) {
      run.figures().died().forEach(death -> lines.add("  " + run.name() + ": " + death));
    }
    lines.add("on sale: " + sale(plan.scenario()));
    lines.add("store: " + store(plan.place(), plan.strategies()));
    if (!campaign.runs().isEmpty()) {
      lines.add("warm-up: " + warmup(plan.warmup(), campaign.runs().get(0).name()));
    }
    if (plan.repeat() > 1) {
      lines.add("each row: up to " + plan.repeat() + " runs; counts are sums, the rest medians");
    }
    lines.add("run folder: " + campaign.folder());
    lines.add("seed: " + plan.scenario().seed() + "    (again: " + campaign.command() + ")");
    return lines;
  }

  /**
   * Whoever comes first pays for classes not loaded and code not compiled yet; that is to be said.
   */
  private static String warmup(Duration each, String first) {
    return each.isZero()
        ? "none: " + first + " was first in a cold JVM and looks slower than it is (--warmup 2s)"
        : Times.format(each) + " for each strategy, unmeasured";
  }

  private static String week(Crowd crowd) {
    return "closed load: a week in compressed time, "
        + Numbers.count(crowd.users())
        + " hands, each serves the next when the last has gone";
  }

  private static String load(Crowd crowd) {
    String users = Numbers.count(crowd.users());
    return crowd.rate().isPresent()
        ? "open load: "
            + Numbers.measure(crowd.rate().getAsDouble())
            + " arrivals/s however long others take, served by up to "
            + users
            + " at once; latency counts from the intended start"
        : "closed load: "
            + users
            + " users, each begins its next when the last has ended; latency hides how long others"
            + " would have waited";
  }

  /** What to think of when the figures are large: it is in them, and is not taken off. */
  private static String own(Campaign campaign, double micros) {
    double fastest =
        campaign.runs().stream().mapToDouble(RunResult::bookingsPerSecond).max().orElse(0);
    int cpus = Runtime.getRuntime().availableProcessors();
    return Numbers.measure(micros)
        + " us of a processor a booking for its own users and history, measured without a store: "
        + String.format(Locale.ROOT, "%.1f %%", 100 * fastest * micros / 1e6 / cpus)
        + " of "
        + cpus
        + " processors at the most bookings/s above; not subtracted";
  }

  private static String processes(Processes processes) {
    String skew =
        processes.clockSkew().isZero()
            ? ""
            : ", the clock of each " + Times.format(processes.clockSkew()) + " ahead of the last";
    String nodes =
        processes.nodes().isEmpty() ? "" : ", on " + (processes.nodes().size() + 1) + " nodes";
    return processes.count() + " JVMs, the users between them" + nodes + skew;
  }

  private static String sale(Scenario scenario) {
    int shows = scenario.venue().shows();
    return Numbers.count(shows)
        + (shows == 1 ? " show" : " shows")
        + " of "
        + Numbers.count(scenario.venue().seats().size())
        + " seats ("
        + scenario.venue().hall()
        + "), "
        + scenario.habits().seats()
        + " seats a booking";
  }

  private static String store(Place place, List<String> strategies) {
    String lease = strategies.contains("lease") ? "; leases: " + place.leaseName() : "";
    return place.storeName() + ", durability " + place.durability() + lease;
  }
}
