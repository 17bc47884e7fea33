package io.github.boxoffice.simulator;

import static io.github.boxoffice.simulator.UsageException.require;

import io.github.boxoffice.simulator.report.Campaign;
import io.github.boxoffice.simulator.report.Markdown;
import io.github.boxoffice.simulator.report.ResultCsv;
import io.github.boxoffice.simulator.report.ResultJson;
import io.github.boxoffice.simulator.report.TextReport;
import io.github.boxoffice.simulator.scenario.Crowd;
import io.github.boxoffice.simulator.scenario.Habits;
import io.github.boxoffice.simulator.scenario.Place;
import io.github.boxoffice.simulator.scenario.Plan;
import io.github.boxoffice.simulator.scenario.Scenario;
import io.github.boxoffice.simulator.scenario.Venue;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Users against a store, one run per strategy. */
@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    versionProvider = Boxoffice.Version.class,
    sortOptions = false,
    description = {
      "Lets users fight over the seats of a show under each locking strategy, and gives the verdict.",
      "Defaults are in parentheses."
    })
final class SimulateCommand implements Callable<Integer> {
  @Mixin private PlaceOptions place = new PlaceOptions();
  @Mixin private LoadOptions load = new LoadOptions();
  @Mixin private VenueOptions venue = new VenueOptions();
  @Mixin private HabitOptions habits = new HabitOptions();
  @Mixin private OutputOptions output = new OutputOptions();

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

  @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;
  private List<String> arguments = List.of();

  /** What was typed, for the command that does it again. */
  static void remember(CommandLine line, String... args) {
    CommandLine simulate = line.getSubcommands().get("simulate");
    if (simulate != null && simulate.getCommand() instanceof SimulateCommand command) {
      command.arguments = List.of(args);
    }
  }

  @Override
  public Integer call() throws Exception {
    Plan plan = plan();
    Path folder = output.folder();
    Terminal terminal = Terminal.of(spec());
    String again = Again.command(arguments, plan.scenario().seed());
    Campaign campaign = new Simulation(plan, again, terminal).play(folder);
    print(campaign, terminal.out());
    Thresholds thresholds = new Thresholds(output.thresholds(), campaign);
    thresholds.lines().forEach(terminal.out()::println);
    return Exit.of(campaign.result(), thresholds.areMissed());
  }

  private CommandLine spec() {
    if (spec == null) {
      throw new IllegalStateException("picocli sets it");
    }
    return spec.commandLine();
  }

  private Plan plan() {
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
    return new Plan(strategies, where, scenario, repeat, warmup);
  }

  private void print(Campaign campaign, PrintWriter out) {
    switch (output.format()) {
      case TABLE -> new TextReport(campaign, Terminal.columns()).lines().forEach(out::println);
      case JSON -> out.print(new ResultJson(campaign, Boxoffice.Version.number()).text());
      case CSV -> out.print(ResultCsv.text(campaign));
      case MARKDOWN -> Markdown.lines(campaign).forEach(out::println);
    }
  }
}
