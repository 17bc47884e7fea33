package io.github.boxoffice.simulator;

import io.github.boxoffice.model.ShowId;
import io.github.boxoffice.simulator.run.Part;
import io.github.boxoffice.simulator.run.Run;
import io.github.boxoffice.simulator.scenario.Place;
import io.github.boxoffice.simulator.scenario.Plan;
import io.github.boxoffice.simulator.scenario.Scenario;
import io.github.boxoffice.simulator.server.ChildJvm;
import io.github.boxoffice.simulator.worker.Worker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/**
 * One of several processes of {@code simulate}, which starts it: it takes what was typed for {@code
 * simulate}, and before that its part.
 */
@Command(name = "worker", hidden = true)
final class WorkerCommand implements Callable<Integer> {
  /** What a worker is told beside what was typed: the fields of {@link Part} and some more. */
  private static final int TOLD = 11;

  @Mixin private PlanOptions options = new PlanOptions();

  @Mixin
  @SuppressWarnings("UnusedVariable") // What stdout gets is not a worker's business.
  private OutputOptions output = new OutputOptions();

  @Parameters(arity = TOLD + "", hidden = true)
  private List<String> told = List.of();

  @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

  /**
   * The command that starts a worker.
   *
   * @param arguments what was typed for simulate
   */
  static List<String> command(List<String> arguments, Run.Setting setting, Part part) {
    List<String> args = new ArrayList<>(List.of("worker"));
    args.add(Integer.toString(part.process()));
    args.add(Integer.toString(part.firstUser()));
    args.add(part.shows().stream().map(ShowId::toString).collect(Collectors.joining(",")));
    args.add(part.clockAhead().toString());
    args.add(Long.toString(part.start()));
    args.add(part.history().toString());
    args.add(part.journal().toString());
    args.add(setting.strategy());
    args.add(setting.place().url().orElseThrow());
    args.add(setting.scenario().seed() + "," + setting.scenario().crowd().atMost());
    args.add(setting.place().redis().orElse(""));
    arguments.stream().filter(argument -> !argument.equals("simulate")).forEach(args::add);
    return ChildJvm.command(List.of(), Boxoffice.class.getName(), args);
  }

  @Override
  public Integer call() throws Exception {
    Plan plan = options.plan();
    Part part = part();
    String[] chance = told.get(9).split(",", -1);
    Scenario scenario =
        plan.scenario()
            .withSeed(Long.parseLong(chance[0]))
            .atMost(Duration.parse(chance[1]))
            .part(part.process() - 1, plan.processes().count());
    Place place = plan.place().at(told.get(8));
    if (!told.get(10).isEmpty()) {
      place = place.leasingAt(told.get(10));
    }
    if (spec == null) {
      throw new IllegalStateException("picocli sets it");
    }
    Worker.work(new Run.Setting(scenario, place, told.get(7)), part, spec.commandLine().getOut());
    return 0;
  }

  private Part part() {
    return new Part(
        Integer.parseInt(told.get(0)),
        Integer.parseInt(told.get(1)),
        Stream.of(told.get(2).split(",", -1)).map(Long::valueOf).map(ShowId::new).toList(),
        Duration.parse(told.get(3)),
        Long.parseLong(told.get(4)),
        Path.of(told.get(5)),
        Path.of(told.get(6)));
  }
}
