package io.github.boxoffice.benchmarks;

import io.github.boxoffice.benchmarks.peer.Peers;
import io.github.boxoffice.benchmarks.till.Till;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The same sale as people write it by hand. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(
    value = 2,
    jvmArgsAppend = {"-Xms3g", "-Xmx3g", "-Xmn1g"})
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class ByHand extends Place {
  /** Who. */
  @Param({"show-lock", "put-if-absent", "point-update", "point-update-by-long", "for-update"})
  public String peer = "";

  /** One sale, or one refusal. */
  @Benchmark
  public void sell(Buyer buyer, Tally tally) {
    tally.count(buyer.buy(this));
  }

  @Override
  Till open() {
    return Peers.open(peer);
  }

  @Override
  boolean isInMemory() {
    return Peers.isInMemory(peer);
  }
}
