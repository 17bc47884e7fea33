package io.github.boxoffice.simulator;

import io.github.boxoffice.simulator.scenario.Place;
import io.github.boxoffice.simulator.server.Server;
import io.github.boxoffice.simulator.server.ServerKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The servers that a simulation had to start. */
final class Servers implements AutoCloseable {
  private final List<Server> started = new ArrayList<>();
  private Place place;

  private Servers(Place place) {
    this.place = place;
  }

  static Servers start(Place place) throws IOException {
    Servers servers = new Servers(place);
    boolean all = false;
    try {
      servers.startAll();
      all = true;
      return servers;
    } finally {
      if (!all) {
        servers.close();
      }
    }
  }

  private void startAll() throws IOException {
    if (place.store() == Place.Store.POSTGRES) {
      place = place.at(start(ServerKind.POSTGRES));
    }
    if (place.store() == Place.Store.MARIADB) {
      place = place.at(start(ServerKind.MARIADB));
    }
    if (place.lease() == Place.Lease.REDIS && place.redis().isEmpty()) {
      place = place.leasingAt(start(ServerKind.REDIS));
    }
  }

  private String start(ServerKind kind) throws IOException {
    Server server = Server.start(kind);
    started.add(server);
    return server.address();
  }

  /** The place, with the addresses of the servers filled in. */
  Place place() {
    return place;
  }

  @Override
  public void close() throws IOException {
    for (Server server : started) {
      server.close();
    }
  }
}
