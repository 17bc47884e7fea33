package io.github.boxoffice.benchmarks;

import io.github.boxoffice.benchmarks.till.Market;
import io.github.boxoffice.benchmarks.till.Till;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Where the buyers meet. Seats run out, and who then measures on measures refusals; so there are
 * always fresh ones, for ours and the peers by the same rule. In memory each iteration begins with
 * everything new; shows that are used up within it are followed by new ones, which costs some
 * nanoseconds a sale. In a database opening shows takes seconds: there, shows are opened between
 * iterations, enough for twice what the last one sold.
 */
@State(Scope.Benchmark)
public abstract class Place {
  /** How many shows are on sale at once. */
  @Param("500")
  public int shows = 500;

  /** How many seats a show has. */
  @Param("2000")
  public int seats = 2000;

  /** How many seats one buyer takes. */
  @Param("2")
  public int together = 2;

  /**
   * {@code spread}: all shows at once, nobody wants the same seat; {@code hot}: one show at a time,
   * four buyers in a row for each seat.
   */
  @Param("spread")
  public String crowd = "spread";

  @SuppressWarnings("NullAway.Init") // by JMH, see setUp
  private Till till;

  @SuppressWarnings("NullAway.Init") // by JMH, see setUp
  private Market market;

  abstract Till open();

  abstract boolean isInMemory();

  /** Opens the first shows. */
  @Setup(Level.Trial)
  public void setUp() {
    till = open();
    market = new Market(till, new Till.Size(shows, seats, together));
  }

  /** Begins anew, where that is cheap. */
  @TearDown(Level.Iteration)
  public void renew() {
    if (isInMemory()) {
      tearDown();
      setUp();
    }
  }

  /** Closes all. */
  @TearDown(Level.Trial)
  public void tearDown() {
    market.end();
    till.close();
  }

  final Market market() {
    return market;
  }

  final boolean isHot() {
    return crowd.equals("hot");
  }
}
