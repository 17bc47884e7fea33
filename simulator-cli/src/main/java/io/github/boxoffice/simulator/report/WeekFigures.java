package io.github.boxoffice.simulator.report;

import io.github.boxoffice.simulator.run.DayFigures;
import io.github.boxoffice.simulator.run.Turnout;
import io.github.boxoffice.simulator.scenario.Week;
import java.util.List;
import java.util.Optional;

/**
 * What was measured in a week, beside what is measured in any run.
 *
 * @param week what was to be played
 * @param days those that were played
 * @param weight how much the store took; empty if that could not be said
 * @param costs what is assumed of machines
 * @param wallSeconds from the first show on sale to the last verdict
 * @param isServerCounted whether the processor time is also that of the store's server, if it has
 *     one
 */
public record WeekFigures(
    Week week,
    List<DayFigures> days,
    Optional<Weight> weight,
    Costs costs,
    double wallSeconds,
    boolean isServerCounted) {
  /** Keeps its own copy of the days. */
  public WeekFigures {
    days = List.copyOf(days);
  }

  /**
   * How much the store took, in bytes.
   *
   * @param days for how many days it was looked at
   * @param seats how many seats were put on sale in that time
   * @param bookings how many were booked in that time
   * @param opened how much more it took when the seats were on sale and nothing was sold
   * @param sold how much more when the bookings were made
   */
  public record Weight(int days, long seats, long bookings, long opened, long sold) {
    /** Bytes a booking. */
    public double perBooking() {
      return bookings > 0 ? (double) sold / bookings : 0;
    }

    /** Bytes a free seat. */
    public double perSeat() {
      return seats > 0 ? (double) opened / seats : 0;
    }

    /** Bytes a day: of its seats and its bookings. */
    public double perDay() {
      return (double) (opened + sold) / days;
    }
  }

  /**
   * What is assumed.
   *
   * @param perCoreHour what an hour of one core costs, in no currency
   * @param utilisation how busy machines may be at the peak, 0 to 1
   */
  public record Costs(double perCoreHour, double utilisation) {}

  /** Those who came for premieres. */
  public Turnout premieres() {
    return days.stream().map(DayFigures::premiere).reduce(Turnout.NONE, Turnout::plus);
  }

  /** All others. */
  public Turnout others() {
    return days.stream().map(DayFigures::others).reduce(Turnout.NONE, Turnout::plus);
  }

  /** How many premieres were sold out. */
  public long soldOut() {
    return days.stream().filter(DayFigures::soldOut).count();
  }

  /** How many events were written down. */
  public long events() {
    return days.stream().mapToLong(DayFigures::events).sum();
  }

  /** How long seats were sold. */
  public double sellingSeconds() {
    return days.stream().mapToDouble(day -> day.figures().sellingSeconds()).sum();
  }

  /** Processor time in that time. */
  public double cpuSeconds() {
    return days.stream().mapToDouble(DayFigures::cpuSeconds).sum();
  }

  /** How many bookings were made. */
  public long bookings() {
    return premieres().bookings() + others().bookings();
  }

  /** How many in a second. */
  public double rate() {
    return sellingSeconds() > 0 ? bookings() / sellingSeconds() : 0;
  }

  /** The most who come in a second of the real week. */
  public double peak() {
    return Math.max(week.peak(), week.rush());
  }

  /** How many times the peak was sustained here. */
  public double headroom() {
    return peak() > 0 ? rate() / peak() : 0;
  }

  /** Processor time a booking. */
  public double cpuMillis() {
    return bookings() > 0 ? cpuSeconds() * 1000 / bookings() : 0;
  }

  /** How many machines like this one the peak needs. */
  public long machines() {
    double each = rate() * costs.utilisation();
    return each > 0 ? Math.max(1, (long) Math.ceil(peak() / each)) : 0;
  }

  /** The share of this machine's processors that was busy. */
  public double busy() {
    double all = sellingSeconds() * cpus();
    return all > 0 ? cpuSeconds() / all : 0;
  }

  /** How many processors this machine has. */
  public static int cpus() {
    return Runtime.getRuntime().availableProcessors();
  }

  /** What a booking costs if the machines run for the whole week. */
  public double costPerBooking() {
    double week = machines() * cpus() * 24.0 * days.size() * costs.perCoreHour();
    return bookings() > 0 ? week / bookings() : 0;
  }
}
