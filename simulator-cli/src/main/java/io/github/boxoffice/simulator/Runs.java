package io.github.boxoffice.simulator;

import io.github.boxoffice.simulator.history.GatewayJournal;
import io.github.boxoffice.simulator.report.RunFolder;
import io.github.boxoffice.simulator.report.RunResult;
import io.github.boxoffice.simulator.run.Figures;
import io.github.boxoffice.simulator.run.Play;
import io.github.boxoffice.simulator.run.Run;
import io.github.boxoffice.simulator.scenario.Place;
import io.github.boxoffice.simulator.scenario.Plan;
import io.github.boxoffice.simulator.scenario.Scenario;
import io.github.boxoffice.simulator.verdict.Verdict;
import io.github.boxoffice.simulator.worker.Joint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The runs of a plan, one after the other, each judged from its history. */
final class Runs {
  private final Plan plan;
  private final List<String> arguments;
  private final Stand stand;

  /**
   * @param arguments what was typed, for other processes that are to play with this one
   */
  Runs(Plan plan, List<String> arguments, Stand stand) {
    this.plan = plan;
    this.arguments = arguments;
    this.stand = stand;
  }

  /** What stands around: where files go, who shows how far it is, and who ends it. */
  record Stand(RunFolder folder, Progress progress, Stop stop) {

    /** Plays, under this name, and writes the gateway's journal down, however it ends. */
    Figures play(Play play, String name, Path history) throws IOException, InterruptedException {
      stop.hearsOf(play);
      Progress.Watch watch = progress.watch(name, play);
      try {
        return play.play();
      } finally {
        watch.close();
        stop.forget();
        GatewayJournal.write(GatewayJournal.beside(history), play.journal());
      }
    }
  }

  List<RunResult> play() throws IOException, InterruptedException {
    List<RunResult> runs = new ArrayList<>();
    for (int i = 0; i < plan.repeat(); i++) {
      for (String strategy : plan.strategies()) {
        if (!stand.stop.isAsked()) {
          runs.add(play(strategy, i));
        }
      }
    }
    return runs;
  }

  private RunResult play(String strategy, int repetition) throws IOException, InterruptedException {
    String name = plan.repeat() == 1 ? strategy : strategy + "-" + (repetition + 1);
    Scenario scenario = plan.scenario().withSeed(plan.scenario().seed() + repetition);
    if (repetition == 0 && !plan.warmup().isZero()) {
      warmUp(scenario, strategy);
    }
    Path history = stand.folder.history(name);
    Figures figures = record(history, new Part(scenario, plan.place(), strategy, name));
    Verdict verdict = Judging.verdict(history, scenario);
    RunResult result =
        new RunResult(name, strategy, plan.place(), scenario.seed(), figures, verdict);
    stand.progress.ended(result);
    return result;
  }

  /** Plays on shows of its own until the time is over, and forgets all of it. */
  private void warmUp(Scenario scenario, String strategy) throws IOException, InterruptedException {
    Path history = stand.folder.history(".warmup");
    long begun = System.nanoTime();
    Duration left = plan.warmup();
    Place aside = plan.place().aside();
    while (!left.isNegative() && !left.isZero() && !stand.stop.isAsked()) {
      Scenario part = scenario.atMost(left);
      record(history, new Part(part, aside, strategy, "warm-up of " + strategy));
      left = plan.warmup().minusNanos(System.nanoTime() - begun);
    }
    Files.deleteIfExists(history);
    Files.deleteIfExists(GatewayJournal.beside(history));
  }

  /** One run, measured or not. */
  private record Part(Scenario scenario, Place place, String strategy, String name) {}

  private Figures record(Path history, Part part) throws IOException, InterruptedException {
    try (Play play = open(history, part)) {
      return stand.play(play, part.name, history);
    }
  }

  private Play open(Path history, Part part) throws IOException {
    Run.Setting setting = new Run.Setting(part.scenario, part.place, part.strategy);
    if (plan.processes().count() == 1) {
      return Run.open(setting, history);
    }
    String first = part.place.url().orElseThrow();
    Joint.Team team =
        new Joint.Team(
            plan.processes(),
            share -> {
              String node = plan.processes().node(share.process(), first);
              return WorkerCommand.command(arguments, setting.at(node), share);
            });
    return Joint.open(setting, team, history);
  }
}
