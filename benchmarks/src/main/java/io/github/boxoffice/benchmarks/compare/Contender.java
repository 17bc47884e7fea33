package io.github.boxoffice.benchmarks.compare;

import io.github.boxoffice.benchmarks.peer.Peers;
import io.github.boxoffice.benchmarks.till.BoxOfficeTill.Checkout;
import io.github.boxoffice.benchmarks.till.BoxOffices;
import io.github.boxoffice.benchmarks.till.Till;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * One row of a table.
 *
 * @param name what the table calls it
 * @param benchmark the simple name of the benchmark's class
 * @param params what makes it this contender
 * @param goal what it must reach; empty if nothing
 */
record Contender(String name, String benchmark, Map<String, String> params, Goal goal) {
  private static final String BY_HAND = "by hand: ";

  static Contender ours(String strategy, String store, Goal goal) {
    return new Contender(
        strategy, "HoldAndConfirm", Map.of("strategy", strategy, "store", store), goal);
  }

  static Contender peer(String name) {
    return new Contender(BY_HAND + name, "ByHand", Map.of("peer", name), Goal.NONE);
  }

  /** Opens it in this JVM, with what it needs. */
  Till open() {
    String peer = params.get("peer");
    return peer != null
        ? Peers.open(peer)
        : BoxOffices.open(param("store"), param("strategy"), Checkout.OUTSIDE);
  }

  private String param(String key) {
    return Objects.requireNonNull(params.get(key));
  }

  boolean isAnyOf(List<String> names) {
    return names.contains(name) || names.stream().anyMatch(this::isPeer);
  }

  boolean isPeer(String peer) {
    return name.equals(BY_HAND + peer);
  }

  /**
   * What a contender must reach: all of it.
   *
   * @param sales sales a second; 0 if it does not matter
   * @param ratios times the sales of the peer of this name
   */
  record Goal(double sales, Map<String, Double> ratios) {
    static final Goal NONE = new Goal(0, Map.of());

    static Goal ratio(double least, String peer) {
      return NONE.and(least, peer);
    }

    static Goal sales(double least) {
      return new Goal(least, Map.of());
    }

    Goal and(double least, String peer) {
      Map<String, Double> more = new LinkedHashMap<>(ratios);
      more.put(peer, least);
      return new Goal(sales, more);
    }

    /**
     * Says for each goal whether it was reached.
     *
     * @param itsSales its sales a second
     * @param isThere whether the peer of a name takes part
     * @param ratioTo its ratio to that peer
     */
    String judge(double itsSales, Predicate<String> isThere, ToDoubleFunction<String> ratioTo) {
      List<String> verdicts = new ArrayList<>();
      if (sales > 0) {
        verdicts.add(String.format("at least %,.0f/s: %s", sales, yes(itsSales >= sales)));
      }
      ratios.forEach(
          (peer, least) -> {
            if (isThere.test(peer)) {
              double is = ratioTo.applyAsDouble(peer);
              verdicts.add(
                  String.format("at least %.1f x %s: %s, %.2f", least, peer, yes(is >= least), is));
            }
          });
      return String.join("; ", verdicts);
    }

    private static String yes(boolean reached) {
      return reached ? "yes" : "NO";
    }
  }
}
