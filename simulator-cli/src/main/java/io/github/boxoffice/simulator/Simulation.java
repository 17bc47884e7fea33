package io.github.boxoffice.simulator;

import io.github.boxoffice.simulator.history.GatewayJournal;
import io.github.boxoffice.simulator.history.Recorder;
import io.github.boxoffice.simulator.report.Campaign;
import io.github.boxoffice.simulator.report.RunFolder;
import io.github.boxoffice.simulator.report.RunResult;
import io.github.boxoffice.simulator.run.Figures;
import io.github.boxoffice.simulator.run.Run;
import io.github.boxoffice.simulator.scenario.Place;
import io.github.boxoffice.simulator.scenario.Plan;
import io.github.boxoffice.simulator.scenario.Scenario;
import io.github.boxoffice.simulator.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plays a plan: one run after the other, each judged from its history. */
final class Simulation {
  private final Plan plan;
  private final String command;
  private final Progress progress;
  private final Stop stop = new Stop();

  Simulation(Plan plan, String command, Terminal terminal) {
    this.plan = plan;
    this.command = command;
    this.progress = new Progress(terminal, plan.strategies().size() * plan.repeat());
  }

  /** What ends it early. */
  Stop stop() {
    return stop;
  }

  Campaign play(Path path) throws IOException, InterruptedException {
    RunFolder folder = new RunFolder(Files.createDirectories(path));
    Interrupt interrupt = Interrupt.stops(stop);
    List<RunResult> runs;
    try {
      runs = play(folder);
    } finally {
      interrupt.close();
    }
    Campaign campaign = new Campaign(plan, command, path, runs);
    folder.write(campaign, Boxoffice.Version.number());
    return campaign;
  }

  private List<RunResult> play(RunFolder folder) throws IOException, InterruptedException {
    List<RunResult> runs = new ArrayList<>();
    for (int i = 0; i < plan.repeat(); i++) {
      for (String strategy : plan.strategies()) {
        if (!stop.isAsked()) {
          runs.add(play(folder, strategy, i));
        }
      }
    }
    return runs;
  }

  private RunResult play(RunFolder folder, String strategy, int repetition)
      throws IOException, InterruptedException {
    String name = plan.repeat() == 1 ? strategy : strategy + "-" + (repetition + 1);
    Scenario scenario = plan.scenario().withSeed(plan.scenario().seed() + repetition);
    if (repetition == 0 && !plan.warmup().isZero()) {
      warmUp(folder, scenario, strategy);
    }
    Path history = folder.history(name);
    Figures figures = record(history, new Part(scenario, plan.place(), strategy, name));
    Verdict verdict = Judging.verdict(history, scenario);
    RunResult result =
        new RunResult(name, strategy, plan.place(), scenario.seed(), figures, verdict);
    progress.ended(result);
    return result;
  }

  /** Plays on shows of its own until the time is over, and forgets all of it. */
  private void warmUp(RunFolder folder, Scenario scenario, String strategy)
      throws IOException, InterruptedException {
    Path history = folder.history(".warmup");
    long begun = System.nanoTime();
    Duration left = plan.warmup();
    Place aside = new Place(plan.place().store(), Optional.empty(), plan.place().lease());
    while (!left.isNegative() && !left.isZero() && !stop.isAsked()) {
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
    try (Recorder recorder = Recorder.to(history);
        Run run = Run.open(part.scenario, part.place, part.strategy, recorder)) {
      stop.hearsOf(run);
      Progress.Watch watch = progress.watch(part.name, run);
      try {
        return run.play();
      } finally {
        watch.close();
        GatewayJournal.write(GatewayJournal.beside(history), run.journal());
      }
    }
  }
}
