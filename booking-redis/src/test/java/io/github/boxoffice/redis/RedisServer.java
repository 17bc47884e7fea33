package io.github.boxoffice.redis;

import static redis.embedded.core.ExecutableProvider.newJarResourceProvider;
import static redis.embedded.core.ExecutableProvider.newProvidedVersionsMap;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.embedded.model.OsArchitecture;

/** A real server without persistence, which ends with this JVM, however that ends. */
final class RedisServer implements AutoCloseable {
  /** Reads a pipe from us, which ends when we do. */
  private static final String TETHER = "\"$@\" & read -r _; kill -9 $!";

  private static final String HOST = "127.0.0.1";
  private static final int BUS = 10_000;

  private final int port;
  private final String[] settings;
  private Process process;

  private RedisServer(int port, String... settings) {
    this.port = port;
    this.settings = settings;
  }

  static RedisServer start(String... settings) throws IOException {
    RedisServer server = new RedisServer(freePort(), settings);
    server.start();
    return server;
  }

  private void start() throws IOException {
    File folder = Files.createTempDirectory(Path.of("target"), "redis").toFile();
    List<String> command = new ArrayList<>(List.of("sh", "-c", TETHER, "tether"));
    command.addAll(List.of(Binary.PATH, "--port", "" + port, "--bind", HOST, "--save", ""));
    command.addAll(List.of(settings));
    File log = new File(folder, "redis.log");
    process =
        new ProcessBuilder(command)
            .directory(folder)
            .redirectErrorStream(true)
            .redirectOutput(log)
            .start();
    Eventually.isTrue("Redis answers, see " + log, this::answers);
  }

  private boolean answers() {
    try (Jedis jedis = admin()) {
      return jedis.ping().equals("PONG");
    } catch (JedisConnectionException e) {
      return false;
    }
  }

  /** Forgets everything, as there is no persistence. */
  void restart() throws IOException {
    close();
    start();
  }

  Jedis admin() {
    return new Jedis(address());
  }

  HostAndPort address() {
    return new HostAndPort(HOST, port);
  }

  String url() {
    return "redis://" + address();
  }

  int port() {
    return port;
  }

  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
    process.onExit().join();
    Eventually.isTrue("the port is free again", () -> !answers());
  }

  /** The same port with 10000 added is that of the cluster's bus, and must exist. */
  static int freePort() throws IOException {
    while (true) {
      try (ServerSocket probe = new ServerSocket(0)) {
        if (probe.getLocalPort() + BUS <= 65_535) {
          return probe.getLocalPort();
        }
      }
    }
  }

  /**
   * The binary for x86-64 wants a glibc and OpenSSL of 2022 or later; that for 386 is linked
   * statically and runs wherever the kernel lets it.
   */
  private static final class Binary {
    static final String PATH = runnable().getAbsolutePath();

    private static File runnable() {
      Map<OsArchitecture, String> known = newProvidedVersionsMap();
      try {
        File best = extract(known);
        if (runs(best)) {
          return best;
        }
        known.put(OsArchitecture.UNIX_x86_64, known.get(OsArchitecture.UNIX_x86));
        return extract(known);
      } catch (IOException | InterruptedException e) {
        throw new IllegalStateException("no Redis for this machine", e);
      }
    }

    private static File extract(Map<OsArchitecture, String> known) throws IOException {
      Path folder = Files.createTempDirectory(Path.of("target"), "redis-binary");
      return newJarResourceProvider(folder::toFile, known).get();
    }

    private static boolean runs(File binary) throws IOException, InterruptedException {
      return new ProcessBuilder(binary.getAbsolutePath(), "--version")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    }
  }
}
