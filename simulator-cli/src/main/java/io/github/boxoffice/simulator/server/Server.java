package io.github.boxoffice.simulator.server;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A server that we started, in a process of its own. That process is not in the terminal's
 * foreground group, so that Ctrl-C does not take the server away before the verdict is there.
 */
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
    List<String> command = new ArrayList<>();
    if (isOnPath("setsid")) {
      command.add("setsid");
    }
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(Keeper.class.getName(), kind.name()));
    return command;
  }

  private static boolean isOnPath(String program) {
    String path = System.getenv().getOrDefault("PATH", "");
    return Stream.of(path.split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
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
