package io.github.boxoffice.benchmarks.compare;

import io.github.boxoffice.benchmarks.peer.Peers;
import io.github.boxoffice.benchmarks.report.Load;
import io.github.boxoffice.benchmarks.till.BoxOfficeTill.Checkout;
import io.github.boxoffice.benchmarks.till.BoxOffices;
import io.github.boxoffice.benchmarks.till.Till;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * One row of a table.
 *
 * @param name what {@code --among} calls it
 * @param rival the peer that ours is compared with; empty for a peer
 * @param till opens it, with what it needs
 * @param goals what it must reach, by load
 */
record Contender(String name, String rival, Supplier<Till> till, List<Goal> goals) {

  static Contender ours(String strategy, String store, String rival) {
    Supplier<Till> till = () -> BoxOffices.open(store, strategy, Checkout.OUTSIDE);
    return new Contender(strategy, rival, till, List.of());
  }

  static Contender peer(String name) {
    return new Contender(name, "", () -> Peers.open(name), List.of());
  }

  /** The same with one more thing to reach. */
  Contender must(double least, String peer, Load under) {
    List<Goal> more = new ArrayList<>(goals);
    more.add(new Goal(under, least, peer));
    return new Contender(name, rival, till, List.copyOf(more));
  }

  boolean isOurs() {
    return !rival.isEmpty();
  }

  String label() {
    return isOurs() ? name : "by hand: " + name;
  }
}
