package io.github.boxoffice.simulator;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The command line. */
@Command(
    name = "boxoffice",
    mixinStandardHelpOptions = true,
    versionProvider = Boxoffice.Version.class,
    description =
        "Sells seats to users who fight over them, and proves that no seat is sold twice.",
    subcommands = {
      SimulateCommand.class,
      WorkerCommand.class,
      CheckCommand.class,
      GenerateCompletion.class
    },
    footer = {
      "",
      "Exit codes: 0 consistent, 1 the software failed, 2 usage, 3 verdict unknown,",
      "10 inconsistent, 99 a threshold was missed.",
      "NO_COLOR switches colours off; -Dboxoffice.stacktrace=true shows where a failure came from.",
      "Completion for bash and zsh: source <(java -jar boxoffice.jar generate-completion)"
    })
public final class Boxoffice implements Runnable {

  /** Runs a command and ends the JVM with its exit code. */
  public static void main(String[] args) {
    PrintWriter out = new PrintWriter(System.out, false, Charset.defaultCharset());
    PrintWriter err = new PrintWriter(System.err, true, Charset.defaultCharset());
    int code = execute(out, err, args);
    Interrupt.finished(code);
    System.exit(code);
  }

  /** Runs a command; the answer is its exit code. */
  static int execute(PrintWriter out, PrintWriter err, String... args) {
    int code = commandLine(args).setOut(out).setErr(err).execute(args);
    out.flush();
    err.flush();
    return code;
  }

  static CommandLine commandLine(String... args) {
    CommandLine line = new CommandLine(new Boxoffice());
    line.setExecutionExceptionHandler(Problems::execution);
    line.setParameterExceptionHandler(Problems::parameter);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setUsageHelpWidth(100);
    line.setUsageHelpAutoWidth(false);
    SimulateCommand.remember(line, args);
    return line;
  }

  @Override
  public void run() {
    throw new UsageException("which command? simulate or check; --help says more");
  }

  /** What this is a version of. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"boxoffice " + number()};
    }

    static String number() {
      String packed = Boxoffice.class.getPackage().getImplementationVersion();
      return packed == null ? "unpacked" : packed;
    }
  }
}
