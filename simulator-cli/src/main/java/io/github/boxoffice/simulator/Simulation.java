package io.github.boxoffice.simulator;

import io.github.boxoffice.simulator.report.Campaign;
import io.github.boxoffice.simulator.report.RunFolder;
import io.github.boxoffice.simulator.report.RunResult;
import io.github.boxoffice.simulator.run.OwnCost;
import io.github.boxoffice.simulator.scenario.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Plays a plan, with the servers that it needs and a way to end it early. */
final class Simulation {
  private final Plan plan;
  private final String command;
  private final List<String> arguments;
  private final Progress progress;
  private final Optional<WeekOptions.Wishes> week;
  private final Stop stop = new Stop();

  /**
   * @param command what plays the same again
   * @param arguments what was typed, for other processes that are to play with this one
   * @param week what is wanted of a week, if one is to be played
   */
  Simulation(
      Plan plan,
      String command,
      List<String> arguments,
      Optional<WeekOptions.Wishes> week,
      Terminal terminal) {
    this.plan = plan;
    this.command = command;
    this.arguments = List.copyOf(arguments);
    this.week = week;
    this.progress = new Progress(terminal, plan.strategies().size() * plan.repeat());
  }

  /** What ends it early. */
  Stop stop() {
    return stop;
  }

  private List<RunResult> play(Plan here, Runs.Stand stand)
      throws IOException, InterruptedException {
    return week.isPresent()
        ? new WeekRuns(here, week.get(), stand).play()
        : new Runs(here, arguments, stand).play();
  }

  Campaign play(Path path) throws IOException, InterruptedException {
    RunFolder folder = new RunFolder(Files.createDirectories(path));
    Interrupt interrupt = Interrupt.stops(stop);
    List<RunResult> runs;
    try (Servers servers = Servers.start(plan.place())) {
      runs = play(plan.in(servers.place()), new Runs.Stand(folder, progress, stop));
    } finally {
      interrupt.close();
    }
    OptionalDouble own =
        runs.isEmpty()
            ? OptionalDouble.empty()
            : OptionalDouble.of(OwnCost.micros(plan.scenario(), folder.history(".own-cost")));
    Campaign campaign = new Campaign(plan, command, path, runs, own);
    folder.write(campaign, Boxoffice.Version.number());
    return campaign;
  }
}
