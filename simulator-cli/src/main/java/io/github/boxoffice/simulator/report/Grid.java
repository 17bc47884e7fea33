package io.github.boxoffice.simulator.report;

import io.github.boxoffice.simulator.run.Latency;
import io.github.boxoffice.simulator.verdict.Count;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The table: what stands in which column, whatever it looks like in the end. */
final class Grid {
  /** One column. A group is what several of them have in common: it stands above them. */
  record Column(String group, String title, Function<Row, String> cell) {}

  private Grid() {}

  static List<Column> columns(List<Row> rows) {
    double best = rows.stream().mapToDouble(Row::bookingsPerSecond).max().orElse(0);
    List<Column> columns = new ArrayList<>();
    columns.add(new Column("", "strategy", Row::strategy));
    columns.add(new Column("", "bookings/s", row -> Numbers.measure(row.bookingsPerSecond())));
    columns.add(new Column("", "to best", row -> toBest(row.bookingsPerSecond(), best)));
    columns.add(count("refused", Count.REFUSED));
    columns.add(count("contended", Count.CONTENDED));
    columns.add(new Column("", "retries", row -> Numbers.count(row.retries())));
    columns.add(count("declined", Count.PAYMENTS_DECLINED));
    return columns;
  }

  private static String toBest(double rate, double best) {
    return best > 0 ? Numbers.ratio(rate / best) : "-";
  }

  private static Column count(String title, Count count) {
    return new Column("", title, row -> Numbers.count(row.sum(count)));
  }

  static List<Column> times() {
    List<Column> columns = new ArrayList<>();
    columns.addAll(times("hold ms", row -> of -> row.hold(of::apply)));
    columns.addAll(times("booking ms", row -> of -> row.booking(of::apply)));
    return columns;
  }

  private static List<Column> times(
      String group, Function<Row, Function<Function<Latency, Double>, Double>> step) {
    return List.of(
        time(group, "p50", row -> step.apply(row).apply(Latency::p50)),
        time(group, "p95", row -> step.apply(row).apply(Latency::p95)),
        time(group, "p99", row -> step.apply(row).apply(Latency::p99)),
        time(group, "max", row -> step.apply(row).apply(Latency::max)));
  }

  private static Column time(String group, String title, Function<Row, Double> of) {
    return new Column(group, title, row -> Numbers.measure(of.apply(row)));
  }
}
