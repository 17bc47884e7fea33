package io.github.boxoffice.simulator.run;

import io.github.boxoffice.payment.MockGateway;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** One strategy in one scenario, from the first user to the last seat read. Played once. */
public interface Play extends Closeable {
  /**
   * Lets the users in, and comes back when it has ended as the package says.
   *
   * @throws RuntimeException if the software failed: the first failure
   */
  Figures play() throws IOException, InterruptedException;

  /** How far it is; asks no store. */
  Glance glance();

  /** Ends it early, as cleanly as it would have ended. */
  void stop();

  /** What the payment service says that it did. */
  List<MockGateway.Entry> journal();

  /** Ends all, and completes the history. */
  @Override
  void close() throws IOException;
}
