package io.github.boxoffice.simulator.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is left of a server when whoever started it comes to its end. */
@Timeout(120)
class ServerTest {
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

  @ParameterizedTest
  @CsvSource({"REDIS,KILL", "REDIS,TERM", "REDIS,INT", "POSTGRES,KILL"})
  void signal_endsTheParent_endsTheServerToo(ServerKind kind, String signal) throws Exception {
    assumeThat(signal.equals("INT") && isInterruptIgnored())
        .as("who starts us in the background has us ignore SIGINT, and so the JVM under test")
        .isFalse();
    Process parent = parent(kind);
    try (BufferedReader lines = parent.inputReader(StandardCharsets.US_ASCII)) {
      int port = port(lines.readLine());
      assertThat(listens(port)).isTrue();

      new ProcessBuilder("kill", "-" + signal, Long.toString(parent.pid())).start().waitFor();

      eventually("the port is free", () -> !listens(port));
    } finally {
      parent.destroyForcibly();
    }
  }

  /** Inherited by every process that is started from here. */
  private static boolean isInterruptIgnored() throws IOException {
    Path status = Path.of("/proc/self/status");
    return Files.exists(status)
        && Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("SigIgn:"))
            .anyMatch(line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 2) != 0);
  }

  private Process parent(ServerKind kind) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            ServerParent.class.getName(),
            kind.name())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  @ParameterizedTest
  @EnumSource
  void close_server_endsIt(ServerKind kind) throws IOException {
    int port;
    try (Server server = Server.start(kind)) {
      port = port(server.address());
      assertThat(listens(port)).isTrue();
    }
    assertThat(listens(port)).isFalse();
  }

  private static int port(String address) {
    return URI.create(address.replaceFirst("^jdbc:", "")).getPort();
  }

  private static boolean listens(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  private static void eventually(String what, BooleanSupplier condition) {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime() - start).as(what).isLessThan(PATIENCE);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
    }
  }
}
