package io.github.boxoffice.simulator;

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
    err.println(name(line) + ": failed: " + reasons(e));
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

  /** What failed and why, down to the cause, without saying anything twice. */
  private static String reasons(Throwable e) {
    StringBuilder text = new StringBuilder(firstLine(e));
    for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
      if (text.indexOf(firstLine(cause)) < 0) {
        text.append(": ").append(firstLine(cause));
      }
    }
    return text.toString();
  }
}
