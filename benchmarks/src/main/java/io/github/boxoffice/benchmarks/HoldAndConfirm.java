package io.github.boxoffice.benchmarks;

import io.github.boxoffice.benchmarks.till.BoxOfficeTill.Checkout;
import io.github.boxoffice.benchmarks.till.BoxOffices;
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

/**
 * A sale through the front door that was paid elsewhere: hold, then confirm, which are two
 * transactions, as the peers have.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(
    value = 2,
    jvmArgsAppend = {"-Xms3g", "-Xmx3g", "-Xmn1g"})
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class HoldAndConfirm extends Place {
  /** How rivals are kept apart. */
  @Param({"batched", "lease", "optimistic", "pessimistic", "serializable"})
  public String strategy = "";

  /** Where. */
  @Param({"memory", "h2"})
  public String store = "";

  /** One sale, or one refusal. */
  @Benchmark
  public void sell(Buyer buyer, Tally tally) {
    tally.count(buyer.buy(this));
  }

  @Override
  Till open() {
    return BoxOffices.open(store, strategy, checkout());
  }

  @Override
  boolean isInMemory() {
    return store.equals("memory");
  }

  Checkout checkout() {
    return Checkout.OUTSIDE;
  }
}
