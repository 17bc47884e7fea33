package io.github.boxoffice.simulator;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Map;
import picocli.CommandLine;

/**
 * Where results and progress go.
 *
 * @param out results
 * @param err progress
 * @param redraws whether progress can be drawn over itself
 */
record Terminal(PrintWriter out, PrintWriter err, boolean redraws) {
  private static final int USUAL_COLUMNS = 120;

  static Terminal of(CommandLine line) {
    return new Terminal(line.getOut(), line.getErr(), isInteractive());
  }

  /** From Java 22 on there is a console also where there is no terminal: it is asked. */
  @SuppressWarnings("SystemConsoleNull")
  private static boolean isInteractive() {
    Console console = System.console();
    if (console == null || "dumb".equals(environment("TERM"))) {
      return false;
    }
    try {
      return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }

  /** How wide it is, where the shell says so. */
  static int columns() {
    String said = environment("COLUMNS");
    return said.matches("[1-9]\\d{1,3}") ? Integer.parseInt(said) : USUAL_COLUMNS;
  }

  private static String environment(String name) {
    Map<String, String> all = System.getenv();
    return all.getOrDefault(name, "");
  }
}
