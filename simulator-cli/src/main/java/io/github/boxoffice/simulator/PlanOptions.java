package io.github.boxoffice.simulator;

import static io.github.boxoffice.simulator.UsageException.require;

import io.github.boxoffice.simulator.scenario.Crowd;
import io.github.boxoffice.simulator.scenario.Habits;
import io.github.boxoffice.simulator.scenario.Place;
import io.github.boxoffice.simulator.scenario.Plan;
import io.github.boxoffice.simulator.scenario.Scenario;
import io.github.boxoffice.simulator.scenario.Venue;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** All that says what is to be played. */
final class PlanOptions {
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

  Plan plan() {
    List<String> strategies = place.strategies();
    Place where = place.place();
    Venue shows = venue.venue();
    Crowd crowd = load.crowd();
    Habits users = habits.habits(crowd.users(), where.store());
    require(
        users.seats().most() <= shows.seats().size(),
        "--seats-per-booking: " + users.seats() + " is more than the hall has");
    require(repeat >= 1, "--repeat must be at least 1, was " + repeat);
    long chance = seed == null ? ThreadLocalRandom.current().nextInt(1, 1_000_000_000) : seed;
    Scenario scenario = new Scenario(shows, crowd, users, habits.till(), chance);
    return new Plan(strategies, where, processes.processes(where, crowd), scenario, repeat, warmup);
  }
}
