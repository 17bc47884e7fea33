package io.github.boxoffice.benchmarks.compare;

import io.github.boxoffice.benchmarks.peer.Peers;
import io.github.boxoffice.benchmarks.report.Load;
import io.github.boxoffice.benchmarks.till.BoxOfficeTill.Checkout;
import io.github.boxoffice.benchmarks.till.BoxOffices;
import io.github.boxoffice.benchmarks.till.Till;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * One row of a table.
 *
 * @param name what {@code --among} calls it
 * @param rival whom ours is compared with: a peer, or itself on fewer shows; empty for a peer
 * @param till opens it, with what it needs
 * @param goals what it must reach, by load
 * @param shows how many it has on sale; 0 for as many as all
 */
record Contender(String name, String rival, Supplier<Till> till, List<Goal> goals, int shows) {
  /** What must be left of its rate where there are many more shows. */
  private static final double LEFT = 0.8;

  static Contender ours(String strategy, String store, String rival) {
    Supplier<Till> till = () -> BoxOffices.open(store, strategy, Checkout.OUTSIDE);
    return new Contender(strategy, rival, till, List.of(), 0);
  }

  static Contender peer(String name) {
    return new Contender(name, "", () -> Peers.open(name), List.of(), 0);
  }

  /** The same with so many sales more to reach. */
  Contender must(double least, String peer, Load under) {
    return must(new Goal(under, Measure.SALES, least, peer, false));
  }

  /** The same with so many sales more to reach, by this one or another of ours. */
  Contender best(double least, String peer, Load under) {
    return must(new Goal(under, Measure.SALES, least, peer, true));
  }

  /** The same with a wait more to keep within. */
  Contender within(double most, Measure wait, String peer, Load under) {
    return must(new Goal(under, wait, most, peer, false));
  }

  private Contender must(Goal goal) {
    List<Goal> more = new ArrayList<>(goals);
    more.add(goal);
    return new Contender(name, rival, till, List.copyOf(more), shows);
  }

  /** The same with so many shows, beside itself with as many as all. */
  Contender on(int itsShows, Load under) {
    String itsName = String.format(Locale.ROOT, "%s on %,d shows", name, itsShows);
    Goal left = new Goal(under, Measure.SALES, LEFT, name, false);
    return new Contender(itsName, name, till, List.of(left), itsShows);
  }

  boolean isOurs() {
    return !rival.isEmpty();
  }

  String label() {
    return isOurs() ? name : "by hand: " + name;
  }
}
