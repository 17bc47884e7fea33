package io.github.boxoffice.simulator;

import static io.github.boxoffice.simulator.UsageException.require;

import io.github.boxoffice.simulator.run.UserThreads;
import io.github.boxoffice.simulator.scenario.Crowd;
import io.github.boxoffice.simulator.scenario.Habits;
import io.github.boxoffice.simulator.scenario.Place;
import io.github.boxoffice.simulator.scenario.Plan;
import io.github.boxoffice.simulator.scenario.Processes;
import io.github.boxoffice.simulator.scenario.Scenario;
import io.github.boxoffice.simulator.scenario.Venue;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;

/** All that says what is to be played. */
final class PlanOptions {
  @Mixin private WeekOptions week = new WeekOptions();
  @Mixin private PlaceOptions place = new PlaceOptions();
  @Mixin private ProcessOptions processes = new ProcessOptions();
  @Mixin private LoadOptions load = new LoadOptions();
  @Mixin private VenueOptions venue = new VenueOptions();
  @Mixin private HabitOptions habits = new HabitOptions();

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "What all chance follows from (random, and printed).")
  private @Nullable Long seed;

  @Option(
      names = "--repeat",
      paramLabel = "N",
      description = "Plays all of it N times, each time with the next seed (1).")
  private int repeat = 1;

  @Option(
      names = "--warmup",
      paramLabel = "D",
      converter = Convert.Time.class,
      description =
          "Lets each strategy play this long before, on shows of its own, unmeasured (0s).")
  private Duration warmup = Duration.ZERO;

  /** Refuses what makes no sense together, of what was typed. */
  void check(@Nullable ParseResult given) {
    week.check(given);
  }

  /** What is wanted of a week; empty if none is to be played. */
  Optional<WeekOptions.Wishes> week() {
    return week.isWeek() ? Optional.of(week.wishes()) : Optional.empty();
  }

  Plan plan() {
    return week.isWeek() ? planOfWeek() : planOfRush();
  }

  private Plan planOfWeek() {
    Place where = place.place();
    Crowd crowd = load.week();
    Venue shows = venue.week();
    Habits users = habits.unhurried(crowd.users(), where.store());
    Scenario scenario = new Scenario(shows, crowd, users, habits.promptTill(), chance());
    fits(scenario);
    haveThreads(crowd, where.store());
    return new Plan(place.strategies(), where, Processes.ONE, scenario, 1, Duration.ZERO);
  }

  private static void fits(Scenario scenario) {
    require(
        scenario.habits().seats().most() <= scenario.venue().seats().size(),
        "--seats-per-booking: " + scenario.habits().seats() + " is more than the hall has");
    long wanted = scenario.crowd().bookings().orElseThrow() * scenario.habits().seats().most();
    long there = (long) scenario.venue().shows() * scenario.venue().seats().size();
    require(
        wanted <= there / 2,
        "--bookings: they may want "
            + wanted
            + " seats, more than half of the "
            + there
            + " on sale");
  }

  private long chance() {
    return seed == null ? ThreadLocalRandom.current().nextInt(1, 1_000_000_000) : seed;
  }

  private Plan planOfRush() {
    List<String> strategies = place.strategies();
    Place where = place.place();
    Venue shows = venue.venue();
    Crowd crowd = load.crowd();
    Habits users = habits.habits(crowd.users(), where.store());
    require(
        users.seats().most() <= shows.seats().size(),
        "--seats-per-booking: " + users.seats() + " is more than the hall has");
    require(repeat >= 1, "--repeat must be at least 1, was " + repeat);
    Scenario scenario = new Scenario(shows, crowd, users, habits.till(), chance());
    Processes several = processes.processes(where, crowd);
    haveThreads(crowd.part(several.count() - 1, several.count()), where.store());
    return new Plan(strategies, where, several, scenario, repeat, warmup);
  }

  /** The users of one process. */
  private static void haveThreads(Crowd crowd, Place.Store store) {
    int most = UserThreads.most(store);
    require(
        crowd.users() <= most,
        "--users: a process has at most "
            + most
            + " users of this store on Java "
            + Runtime.version().feature()
            + ", where each takes a thread of the system, was "
            + crowd.users()
            + "; from Java "
            + UserThreads.unlimitedSince(store)
            + " on they take none");
  }
}
