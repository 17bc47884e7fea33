package io.github.boxoffice.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeekPlanTest {
  private static Scenario scenario(long bookings, int shows, int seats) {
    return new Scenario(
        Halls.plain(seats, shows),
        new Crowd(100, OptionalDouble.empty(), Duration.ofHours(1), OptionalLong.of(bookings)),
        new Habits(new SeatCount(1, 4), 0.05, 0.02, Duration.ZERO, Duration.ofMillis(500)),
        new Till(0.01, 0.01, Duration.ZERO),
        7);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 6, 7, 100, 12_345, 1_000_000})
  void curve_anyNumber_addsUpToIt(long all) {
    assertThat(LongStream.of(Curve.days(all)).sum()).isEqualTo(all);
    assertThat(LongStream.of(Curve.minutes(all)).sum()).isEqualTo(all);
    assertThat(LongStream.of(Curve.minutes(all)).min().orElseThrow()).isNotNegative();
  }

  @Test
  void curve_evening_isFullerThanTheNight() {
    long[] minutes = Curve.minutes(1_000_000);

    assertThat(minutes[19 * 60 + 30]).isGreaterThan(10 * minutes[3 * 60 + 30]);
    long[] days = Curve.days(1_000_000);
    assertThat(days[5]).isGreaterThan(2 * days[0]);
  }

  @Test
  void week_ofTheEstimate_hasItsShowsAndBookings() {
    Week week = Week.of(scenario(1_000_000, 70_000, 2_000));

    assertThat(week.days()).hasSize(7).allMatch(day -> day.shows() == 10_000);
    assertThat(week.days().stream().mapToLong(Week.Day::bookings).sum()).isEqualTo(1_000_000);
    assertThat(week.days()).allMatch(day -> day.fans() == 2_400);
  }

  @Test
  void week_sameScenario_isTheSamePlan() {
    assertThat(Week.of(scenario(5_000, 70, 100))).isEqualTo(Week.of(scenario(5_000, 70, 100)));
  }

  @Test
  void fans_comeTogether() {
    Week.Day day = Week.of(scenario(5_000, 70, 100)).days().get(4);
    long[] fans = LongStream.range(0, day.arrivals()).filter(day::isFan).toArray();

    assertThat(fans).hasSize((int) day.fans());
    assertThat(fans[fans.length - 1] - fans[0]).isEqualTo(day.fans() - 1);
    assertThat(fans[0]).isPositive();
  }
}
