package io.github.boxoffice.simulator;

import io.github.boxoffice.simulator.report.Campaign;
import io.github.boxoffice.simulator.report.Markdown;
import io.github.boxoffice.simulator.report.ResultCsv;
import io.github.boxoffice.simulator.report.ResultJson;
import io.github.boxoffice.simulator.report.TextReport;
import io.github.boxoffice.simulator.scenario.Plan;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

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
  @Mixin private PlanOptions options = new PlanOptions();
  @Mixin private OutputOptions output = new OutputOptions();

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
    options.check(spec().getParseResult());
    Plan plan = options.plan();
    Path folder = output.folder();
    Terminal terminal = Terminal.of(spec());
    String again = Again.command(arguments, plan.scenario().seed());
    Campaign campaign =
        new Simulation(plan, again, arguments, options.week(), terminal).play(folder);
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

  private void print(Campaign campaign, PrintWriter out) {
    switch (output.format()) {
      case TABLE -> new TextReport(campaign, Terminal.columns()).lines().forEach(out::println);
      case JSON -> out.print(new ResultJson(campaign, Boxoffice.Version.number()).text());
      case CSV -> out.print(ResultCsv.text(campaign));
      case MARKDOWN -> Markdown.lines(campaign).forEach(out::println);
    }
  }
}
