package io.github.boxoffice.simulator.report;

import io.github.boxoffice.simulator.run.Turnout;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The {@code week} object of a run in result.json. */
final class WeekJson {
  private WeekJson() {}

  static Map<String, @Nullable Object> of(WeekFigures week) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    all.put("time", "compressed");
    all.put("days", week.days().size());
    all.put("bookings", week.bookings());
    all.put("wallSeconds", Numbers.rounded(week.wallSeconds()));
    all.put("sellingSeconds", Numbers.rounded(week.sellingSeconds()));
    all.put("events", week.events());
    all.put("peakArrivalsPerSecond", Numbers.rounded(week.week().peak()));
    all.put("premiereArrivalsPerSecond", Numbers.rounded(week.week().rush()));
    all.put("sustainedBookingsPerSecond", Numbers.rounded(week.rate()));
    all.put("headroom", Numbers.rounded(week.headroom()));
    weight(all, week);
    all.put("cpuMillisPerBooking", Numbers.rounded(week.cpuMillis()));
    all.put("cpuIncludesServer", week.isServerCounted());
    all.put("cpuBusyShare", Numbers.rounded(week.busy()));
    all.put("assumedUtilisation", week.costs().utilisation());
    all.put("assumedCostPerCoreHour", week.costs().perCoreHour());
    all.put("machinesAtPeak", week.machines());
    all.put("costPerBooking", week.costPerBooking());
    all.put("premieresSoldOut", week.soldOut());
    all.put("premieres", turnout(week.premieres()));
    all.put("others", turnout(week.others()));
    return all;
  }

  private static void weight(Map<String, @Nullable Object> all, WeekFigures week) {
    WeekFigures.Weight weight = week.weight().orElse(null);
    all.put("bytesPerBooking", weight == null ? null : Numbers.rounded(weight.perBooking()));
    all.put("bytesPerFreeSeat", weight == null ? null : Numbers.rounded(weight.perSeat()));
    all.put("bytesPerDay", weight == null ? null : Math.round(weight.perDay()));
  }

  private static Map<String, Object> turnout(Turnout turnout) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("attempts", turnout.attempts());
    all.put("refused", turnout.refused());
    all.put("contended", turnout.contended());
    all.put("bookings", turnout.bookings());
    all.put("seconds", Numbers.rounded(turnout.seconds()));
    all.put("bookingsPerSecond", Numbers.rounded(turnout.rate()));
    all.put("holdMillis", Numbers.rounded(turnout.holdMillis()));
    return all;
  }
}
