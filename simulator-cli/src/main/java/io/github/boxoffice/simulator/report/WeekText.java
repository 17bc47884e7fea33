package io.github.boxoffice.simulator.report;

import io.github.boxoffice.simulator.run.Turnout;
import io.github.boxoffice.simulator.scenario.Week;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a week says about machines: measured in this run, or an assumption and called so. */
final class WeekText {
  private static final double MOSTLY = 0.8;
  private static final double HALF = 0.5;
  private static final int WIDTH = 16;

  private final RunResult run;
  private final WeekFigures week;
  private final List<String> lines = new ArrayList<>();

  private WeekText(RunResult run, WeekFigures week) {
    this.run = run;
    this.week = week;
  }

  /** Its lines; none if the run was no week. */
  static List<String> of(RunResult run) {
    return run.week().map(week -> new WeekText(run, week).lines()).orElse(List.of());
  }

  private List<String> lines() {
    lines.add("WEEK  " + run.name() + ": " + played());
    say("time", "compressed: users come in their order, each as soon as there is a hand free");
    say(
        "took",
        "%s s in all, of which %s s selling; %s events judged",
        Numbers.measure(week.wallSeconds()),
        Numbers.measure(week.sellingSeconds()),
        Numbers.count(week.events()));
    arrivals();
    room();
    machines();
    premieres();
    say("choke point", choke());
    return lines;
  }

  private String played() {
    Week all = week.week();
    return Numbers.count(week.bookings())
        + " bookings of "
        + Numbers.count(all.days().stream().mapToLong(Week.Day::shows).sum())
        + " shows on "
        + week.days().size()
        + " of "
        + all.days().size()
        + " days";
  }

  private void arrivals() {
    say(
        "peak",
        "%s arrivals/s by the daily curve, %s when a premiere opens (each over a minute)",
        Numbers.measure(week.week().peak()),
        Numbers.measure(week.week().rush()));
    say(
        "sustained",
        "%s bookings/s here, all written down: headroom %s",
        Numbers.measure(week.rate()),
        Numbers.measure(week.headroom()));
  }

  private void room() {
    if (week.weight().isEmpty()) {
      say("bytes", "unknown: this store does not say");
      return;
    }
    WeekFigures.Weight weight = week.weight().get();
    say(
        "bytes",
        "%s a booking (estimate: 50), %s a free seat",
        Numbers.measure(weight.perBooking()),
        Numbers.measure(weight.perSeat()));
    say(
        "a day",
        "%s MB (estimate: 100), of which %s MB bookings; measured over %d %s",
        Numbers.measure(weight.perDay() / 1e6),
        Numbers.measure(weight.sold() / 1e6 / weight.days()),
        weight.days(),
        weight.days() == 1 ? "day" : "days");
  }

  private void machines() {
    say(
        "processor",
        "%s ms a booking%s; busy %s of %d cores while selling",
        String.format(Locale.ROOT, "%.3f", week.cpuMillis()),
        week.isServerCounted() ? "" : " without the database server's, which is not counted",
        percent(week.busy()),
        WeekFigures.cpus());
    say(
        "machines",
        "%d like this one at the peak, %s busy at most (assumed)",
        week.machines(),
        percent(week.costs().utilisation()));
    say(
        "cost",
        "%s a booking: %d x %d cores all week at %s a core-hour (assumed)",
        String.format(Locale.ROOT, "%.6f", week.costPerBooking()),
        week.machines(),
        WeekFigures.cpus(),
        week.costs().perCoreHour());
  }

  private void premieres() {
    say(
        "premieres",
        "%d of %d sold out; %s bookings/s of one show, others %s",
        week.soldOut(),
        week.days().size(),
        Numbers.measure(week.premieres().rate()),
        Numbers.measure(week.others().rate()));
    say("  tries lost", "%s, others %s", lost(week.premieres()), lost(week.others()));
    say(
        "  hold ms",
        "%s on average, others %s",
        Numbers.measure(week.premieres().holdMillis()),
        Numbers.measure(week.others().holdMillis()));
  }

  private static String lost(Turnout turnout) {
    return percent(turnout.lost()) + " (contended " + Numbers.count(turnout.contended()) + ")";
  }

  private String choke() {
    double slower =
        week.premieres().rate() > 0 ? week.others().rate() / week.premieres().rate() : 0;
    String second =
        slower > 1
            ? "a premiere sold "
                + Numbers.ratio(slower)
                + " times slower than many shows together,"
                + " and more machines do not help one show"
            : "a premiere sold no slower than many shows together";
    return processor() + "; " + second;
  }

  /** What can be said of the processor, and no more. */
  private String processor() {
    String busy = percent(week.busy()) + " busy";
    if (!week.isServerCounted()) {
      return "unknown: the users' process kept the processors "
          + busy
          + ", and how busy the database server was is not counted";
    } else if (week.busy() >= MOSTLY) {
      return "the processors: they were " + busy;
    } else if (week.busy() >= HALF) {
      return "the processors, as far as they were to be had: they were "
          + busy
          + ", and for the rest users waited for each other, the collector or the disk";
    }
    return "not the processors, which were only "
        + busy
        + ": users waited for the store or for each other";
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", share * 100);
  }

  @SuppressWarnings("AnnotateFormatMethod") // The annotation would be a dependency of its own.
  private void say(String what, String format, Object... arguments) {
    String text = arguments.length == 0 ? format : String.format(Locale.ROOT, format, arguments);
    lines.add("  " + what + " ".repeat(Math.max(1, WIDTH - what.length())) + text);
  }
}
