package io.github.boxoffice.benchmarks.report;

import java.util.List;

/**
 * Who wants what.
 *
 * @param crowd {@link #SPREAD}, {@link #HOT} or {@link #RUSH}
 * @param users how many buy at once, each on a thread
 * @param together how many seats each takes at a time
 */
public record Load(String crowd, int users, int together) {
  /** All shows are on sale at once, and nobody wants another's seat. */
  public static final String SPREAD = "spread";

  /** One show at a time is on sale, and four in a row want the same seats of it. */
  public static final String HOT = "hot";

  /** Everybody wants any seats of the same small show, which is sold out, and then of the next. */
  public static final String RUSH = "rush";

  /** Whether it is {@link #HOT}. */
  public boolean isHot() {
    return crowd.equals(HOT);
  }

  /** What {@code --only} may name. */
  public List<String> words() {
    return List.of(crowd, users + (users == 1 ? " user" : " users"), "k=" + together);
  }

  @Override
  public String toString() {
    return String.join(", ", words());
  }
}
