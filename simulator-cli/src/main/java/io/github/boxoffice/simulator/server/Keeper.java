package io.github.boxoffice.simulator.server;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * The main class of the process that keeps a server: starts it, prints {@value #READY} and its
 * address, and stops it when standard input ends, which it does when whoever started the keeper
 * ends, even by a kill.
 */
final class Keeper {
  static final String READY = "ready ";
  static final String FAILED = "failed ";

  private Keeper() {}

  /** Takes the name of a {@link ServerKind}. */
  public static void main(String[] args) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try (ServerKind.Running server = ServerKind.valueOf(args[0]).start()) {
      out.println(READY + server.address());
      while (System.in.read() >= 0) {
        // Nobody says anything; only the end matters.
      }
    } catch (IOException | RuntimeException e) {
      out.println(FAILED + reasons(e));
    }
  }

  /** In one line, since the first of several seldom says what was the matter. */
  static String reasons(Throwable failure) {
    return Reasons.of(
            failure, each -> each.getMessage() == null ? each.toString() : each.getMessage())
        .replaceAll("\\s+", " ");
  }
}
