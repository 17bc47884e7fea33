package io.github.boxoffice.simulator;

import static io.github.boxoffice.simulator.UsageException.require;

import io.github.boxoffice.simulator.scenario.Place.Lease;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** What {@code --lease} says. */
record LeaseOption(String text) {
  private static final String LIKE = "--lease: a Redis is named like redis://HOST:PORT";

  Lease kind() {
    if (isUrl()) {
      return Lease.REDIS;
    }
    return switch (text) {
      case "memory" -> Lease.MEMORY;
      case "jdbc" -> Lease.JDBC;
      case "redis" -> Lease.REDIS;
      default ->
          throw new UsageException(
              "--lease must be memory, jdbc, redis or redis://HOST:PORT, was '" + text + "'");
    };
  }

  private boolean isUrl() {
    return text.startsWith("redis:") || text.startsWith("rediss:");
  }

  Optional<String> redis() {
    return isUrl() ? Optional.of(checked()) : Optional.empty();
  }

  private String checked() {
    try {
      URI url = new URI(text);
      require(url.getHost() != null && url.getPort() > 0, LIKE);
      return text;
    } catch (URISyntaxException e) {
      throw new UsageException(LIKE);
    }
  }
}
