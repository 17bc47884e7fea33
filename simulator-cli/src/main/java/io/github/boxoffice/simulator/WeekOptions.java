package io.github.boxoffice.simulator;

import static io.github.boxoffice.simulator.UsageException.require;

import io.github.boxoffice.simulator.report.WeekFigures;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;

/** What is played: users against a show, or a week of a chain of cinemas. */
final class WeekOptions {
  private static final String SCENARIO = "--scenario";

  /** A week has its own answer to these, or none. */
  private static final List<String> SENSELESS =
      List.of(
          "--duration",
          "--rate",
          "--hall",
          "--think-time",
          "--processes",
          "--clock-skew",
          "--node",
          "--repeat",
          "--warmup");

  private static final List<String> OF_A_WEEK =
      List.of("--cost-per-core-hour", "--utilisation", "--keep-histories");

  /** The kinds of scenario. */
  enum Kind {
    RUSH,
    WEEK
  }

  @Option(
      names = SCENARIO,
      paramLabel = "NAME",
      description = {
        "rush: users fight over the seats of a show. week: 5,000 cinemas with 2 shows a day, a million",
        "bookings, premieres, in compressed time; see docs/week.md. There --shows, --seats, --bookings",
        "are those of the week (70000, 2000, 1000000), --users is 16, and nobody thinks (rush)."
      })
  private Kind scenario = Kind.RUSH;

  @Option(
      names = "--cost-per-core-hour",
      paramLabel = "C",
      description = "week: what an hour of a core is assumed to cost, in your currency (0.04).")
  private double costPerCoreHour = 0.04;

  @Option(
      names = "--utilisation",
      paramLabel = "P",
      description = "week: how busy machines may be at the peak, above 0 to 1 (0.5).")
  private double utilisation = 0.5;

  @Option(
      names = "--keep-histories",
      description = "week: keeps the histories of consistent days, too (they are deleted).")
  private boolean keepHistories;

  /**
   * What is wanted of a week.
   *
   * @param costs what is assumed
   * @param keepsHistory whether the histories of consistent days are kept
   */
  record Wishes(WeekFigures.Costs costs, boolean keepsHistory) {}

  boolean isWeek() {
    return scenario == Kind.WEEK;
  }

  /**
   * Refuses what makes no sense together.
   *
   * @param given what was typed; null if nothing was
   */
  void check(@Nullable ParseResult given) {
    List<String> wrong = isWeek() ? SENSELESS : OF_A_WEEK;
    for (String option : wrong) {
      require(
          given == null || !given.hasMatchedOption(option),
          option + (isWeek() ? " makes no sense with " : " needs ") + SCENARIO + " week");
    }
    require(
        Double.isFinite(costPerCoreHour) && costPerCoreHour >= 0,
        "--cost-per-core-hour must not be less than 0, was " + costPerCoreHour);
    require(
        utilisation > 0 && utilisation <= 1,
        "--utilisation must be above 0 and at most 1, was " + utilisation);
  }

  Wishes wishes() {
    return new Wishes(new WeekFigures.Costs(costPerCoreHour, utilisation), keepHistories);
  }
}
