package io.github.boxoffice.simulator;

import io.github.boxoffice.simulator.server.Reasons;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is said when something goes wrong: one line, with the reason. */
final class Problems {
  private Problems() {}

  static int parameter(ParameterException e, String[] args) {
    String hint = "";
    if (e instanceof UnmatchedArgumentException unmatched) {
      List<String> meant = unmatched.getSuggestions();
      hint = meant.isEmpty() ? "" : "; did you mean " + String.join(" or ", meant) + "?";
    }
    usage(e.getCommandLine(), firstLine(e) + hint);
    return Exit.USAGE;
  }

  static int execution(Exception e, CommandLine line, ParseResult parsed) {
    if (e instanceof UsageException) {
      usage(line, firstLine(e));
      return Exit.USAGE;
    }
    PrintWriter err = line.getErr();
    err.println(name(line) + ": failed: " + Reasons.of(e, Problems::firstLine));
    if (Boolean.getBoolean("boxoffice.stacktrace")) {
      e.printStackTrace(err);
    } else {
      err.println("(-Dboxoffice.stacktrace=true before -jar shows where)");
    }
    return Exit.FAILED;
  }

  private static void usage(CommandLine line, String message) {
    line.getErr().println(name(line) + ": " + message + " (see " + name(line) + " --help)");
  }

  private static String name(CommandLine line) {
    return line.getCommandSpec().qualifiedName();
  }

  private static String firstLine(Throwable e) {
    String message = e.getMessage();
    return message == null || message.isBlank()
        ? e.getClass().getSimpleName()
        : message.lines().findFirst().orElse(message);
  }
}
