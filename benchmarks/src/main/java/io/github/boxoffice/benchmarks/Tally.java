package io.github.boxoffice.benchmarks;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What one buyer's attempts came to; JMH shows it as rates beside the score. */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.OPERATIONS)
public class Tally {
  /** Held and confirmed. */
  public long sold;

  /** Somebody else had one of the seats. */
  public long refused;

  void count(boolean wasSold) {
    if (wasSold) {
      sold++;
    } else {
      refused++;
    }
  }
}
