package io.github.boxoffice.simulator;

import static io.github.boxoffice.simulator.UsageException.require;

import io.github.boxoffice.jdbc.Database;
import io.github.boxoffice.jdbc.H2;
import io.github.boxoffice.simulator.scenario.Place;
import io.github.boxoffice.simulator.scenario.Place.Store;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** What {@code --store} says. */
record StoreOption(String text) {
  private static final String H2_FILE = "h2:";
  private static final String JDBC = "jdbc:";

  Place place(LeaseOption lease, int connections) {
    return new Place(store(), name(), url(), lease.kind(), lease.redis(), connections);
  }

  private Store store() {
    if (text.startsWith(H2_FILE)) {
      return Store.H2_FILE;
    } else if (text.startsWith(JDBC)) {
      return Store.JDBC;
    }
    return switch (text) {
      case "memory" -> Store.MEMORY;
      case "h2" -> Store.H2;
      case "postgres" -> Store.POSTGRES;
      case "mariadb" -> Store.MARIADB;
      default ->
          throw new UsageException(
              "--store must be memory, h2, h2:PATH, postgres, mariadb or a jdbc: URL, was '"
                  + text
                  + "'");
    };
  }

  /** Without passwords. */
  private String name() {
    return Secrets.hidden(text);
  }

  private Optional<String> url() {
    if (text.startsWith(H2_FILE)) {
      return Optional.of(H2.file(file(text.substring(H2_FILE.length()))));
    }
    return text.startsWith(JDBC) ? Optional.of(known(text)) : Optional.empty();
  }

  private static Path file(String name) {
    require(!name.isBlank(), "--store h2: needs a path after the colon");
    try {
      Path path = Path.of(name);
      Path folder = path.toAbsolutePath().getParent();
      require(folder != null && Files.isDirectory(folder), "--store: there is no folder " + folder);
      require(Files.isWritable(folder), "--store: the folder " + folder + " is not writable");
      return path;
    } catch (InvalidPathException e) {
      throw new UsageException("--store: " + name + " is no path: " + e.getReason());
    }
  }

  private static String known(String url) {
    require(
        Database.of(url).isPresent(),
        "--store: " + beginning(url) + " is of no database that Boxoffice knows");
    return url;
  }

  /** As much of a URL as can hold no password. */
  static String beginning(String url) {
    return url.split("[?;@]", -1)[0];
  }
}
