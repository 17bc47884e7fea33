package io.github.boxoffice.simulator;

import io.github.boxoffice.simulator.scenario.Place;
import io.github.boxoffice.simulator.server.Server;
import io.github.boxoffice.simulator.server.ServerKind;
import java.io.IOException;
import java.util.Optional;

/**
 * The servers that a simulation had to start.
 *
 * @param place the place, with the addresses of the servers filled in
 * @param started what is to be stopped
 */
record Servers(Place place, Optional<Server> started) implements AutoCloseable {
  static Servers start(Place place) throws IOException {
    if (place.store() != Place.Store.POSTGRES) {
      return new Servers(place, Optional.empty());
    }
    Server server = Server.start(ServerKind.POSTGRES);
    return new Servers(place.at(server.address()), Optional.of(server));
  }

  @Override
  public void close() throws IOException {
    if (started.isPresent()) {
      started.get().close();
    }
  }
}
