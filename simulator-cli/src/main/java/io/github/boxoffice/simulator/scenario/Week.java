package io.github.boxoffice.simulator.scenario;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/**
 * A week of a chain of cinemas: who comes on which day at which minute. The shows of the scenario
 * are all those of the week; its bookings are those of the week, too.
 *
 * <p>Every day one show is a premiere, whose sale opens at noon: three times as many as it has room
 * for come in that minute. All others come by the {@link Curve}. Premieres take at most half of a
 * day's bookings, which matters only to weeks that were scaled down.
 *
 * @param days one after the other, from Monday
 */
public record Week(List<Day> days) {
  private static final int RUSH = 3;

  /** Keeps its own copy of the days. */
  public Week {
    days = List.copyOf(days);
  }

  /**
   * One day.
   *
   * @param number from 1
   * @param shows how many shows are on sale; the first is the premiere
   * @param bookings how many are to be made
   * @param minutes how many come by the curve, by the minute
   * @param before how many of them come before the sale of the premiere opens
   * @param fans how many come for the premiere when its sale opens
   */
  public record Day(
      int number, int shows, long bookings, List<Long> minutes, long before, long fans) {
    /** The minute at which the sale of the premiere opens. */
    public static final int OPENING = 12 * 60;

    /** Keeps its own copy of the minutes. */
    public Day {
      minutes = List.copyOf(minutes);
    }

    /** How many come. */
    public long arrivals() {
      return sum(minutes) + fans;
    }

    /** Whether this arrival of the day, counted from 0, comes for the premiere. */
    public boolean isFan(long arrival) {
      return arrival >= before && arrival < before + fans;
    }

    /** The most who come by the curve in a second, over a minute. */
    public double peak() {
      return minutes.stream().mapToLong(Long::longValue).max().orElse(0) / 60.0;
    }

    /** How many come in a second when the sale of the premiere opens. */
    public double rush() {
      return (minutes.get(OPENING) + fans) / 60.0;
    }

    static long sum(List<Long> some) {
      return some.stream().mapToLong(Long::longValue).sum();
    }
  }

  /** The week of this scenario. */
  public static Week of(Scenario scenario) {
    long all = scenario.crowd().bookings().orElseThrow();
    long[] bookings = Curve.days(all);
    long[] shows = shows(scenario.venue().shows());
    SeatCount seats = scenario.habits().seats();
    double mean = (seats.least() + seats.most()) / 2.0;
    long room = Math.round(scenario.venue().seats().size() / mean);
    List<Day> days = new ArrayList<>();
    for (int i = 0; i < Curve.DAYS; i++) {
      long premiere = Math.min(room, bookings[i] / 2);
      List<Long> minutes = Arrays.stream(Curve.minutes(bookings[i] - premiere)).boxed().toList();
      days.add(
          new Day(
              i + 1,
              (int) shows[i],
              bookings[i],
              minutes,
              Day.sum(minutes.subList(0, Day.OPENING)),
              RUSH * premiere));
    }
    return new Week(days);
  }

  private static long[] shows(int all) {
    return LongStream.range(0, Curve.DAYS)
        .map(day -> all * (day + 1) / Curve.DAYS - all * day / Curve.DAYS)
        .toArray();
  }

  /** The most who come by the curve in a second, over a minute. */
  public double peak() {
    return days.stream().mapToDouble(Day::peak).max().orElse(0);
  }

  /** The most who come in a second, over the minute in which a premiere's sale opens. */
  public double rush() {
    return days.stream().mapToDouble(Day::rush).max().orElse(0);
  }
}
