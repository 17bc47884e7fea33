package io.github.boxoffice.simulator.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server that we started, in a process of its own. */
public final class Server implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 30;

  private final Process keeper;
  private final String address;

  private Server(Process keeper, String address) {
    this.keeper = keeper;
    this.address = address;
  }

  /**
   * Starts a server and waits until it answers.
   *
   * @throws IOException if it does not start; the message says why
   */
  public static Server start(ServerKind kind) throws IOException {
    Process keeper =
        new ProcessBuilder(command(kind)).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try {
      return new Server(keeper, address(keeper, kind));
    } catch (IOException e) {
      keeper.destroy();
      throw e;
    }
  }

  private static List<String> command(ServerKind kind) {
    List<String> small = List.of("-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
    return ChildJvm.command(small, Keeper.class.getName(), List.of(kind.name()));
  }

  // The stream is the keeper's, and ends with it.
  @SuppressWarnings("resource")
  private static String address(Process keeper, ServerKind kind) throws IOException {
    BufferedReader out =
        new BufferedReader(new InputStreamReader(keeper.getInputStream(), StandardCharsets.UTF_8));
    String line = out.readLine();
    while (line != null && !line.startsWith(Keeper.READY) && !line.startsWith(Keeper.FAILED)) {
      line = out.readLine();
    }
    if (line == null || line.startsWith(Keeper.FAILED)) {
      String why = line == null ? "its process ended" : line.substring(Keeper.FAILED.length());
      throw new IOException("cannot start a server of kind " + kind + ": " + why);
    }
    return line.substring(Keeper.READY.length());
  }

  /** How it is reached: a URL. */
  public String address() {
    return address;
  }

  /** Stops the server and deletes its data. */
  @Override
  public void close() throws IOException {
    keeper.getOutputStream().close();
    try {
      if (!keeper.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        keeper.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
