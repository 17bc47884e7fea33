package io.github.boxoffice.benchmarks.peer;

import io.github.boxoffice.benchmarks.peer.sql.SqlPeers;
import io.github.boxoffice.benchmarks.till.Till;

/** Opens the peers by name. */
public final class Peers {
  private Peers() {}

  /** The peer of this name, on a store of its own. */
  public static Till open(String name) {
    return switch (name) {
      case "show-lock" -> new ShowLock();
      case "put-if-absent" -> new PutIfAbsent();
      case "point-update" -> new PointUpdate(SeatKey.COMPOSITE);
      case "point-update-by-long" -> new PointUpdate(SeatKey.SINGLE);
      case "for-update" -> new ForUpdate();
      default -> SqlPeers.open(name);
    };
  }

  /** Whether it can be opened afresh in no time. */
  public static boolean isInMemory(String name) {
    return name.equals("show-lock") || name.equals("put-if-absent");
  }
}
