package io.github.boxoffice.contract;

import io.github.boxoffice.lock.Queueing;
import io.github.boxoffice.lock.SeatLockStrategy;
import io.github.boxoffice.lock.Strategies;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every store does when a crowd is before it: {@link StrategyContract} for each of the
 * strategies that come with Boxoffice. For a store of your own:
 *
 * <pre>{@code
 * class MyStoreConcurrencyTest extends ConcurrencyContract {
 *   @Override
 *   public Store open(InstantSource clock) {
 *     return new MyStore(clock);
 *   }
 * }
 * }</pre>
 */
@ParameterizedClass(name = "{0}")
@MethodSource("strategies")
public abstract class ConcurrencyContract extends StrategyContract {
  private static final String QUEUE = "batched, all queue";

  @Parameter String name;

  static List<String> strategies() {
    return Stream.concat(Strategies.names().stream(), Stream.of(QUEUE)).toList();
  }

  @Override
  public final SeatLockStrategy strategy() {
    return name.equals(QUEUE) ? Queueing.batched() : Strategies.named(name);
  }
}
