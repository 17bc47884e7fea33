package io.github.boxoffice.contract;

import java.util.Random;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/**
 * Where a test gets its chances from, and what is printed when it fails. Set the system property
 * {@code boxoffice.seed} to draw the same again.
 */
final class Seed implements TestExecutionExceptionHandler {
  private final long seed = Long.getLong("boxoffice.seed", System.nanoTime());

  /** Chances of their own for this thread of the test. */
  Random random(int thread) {
    return new Random(seed + thread);
  }

  @Override
  public void handleTestExecutionException(ExtensionContext context, Throwable failure)
      throws Throwable {
    failure.addSuppressed(new AssertionError("drawn with -Dboxoffice.seed=" + seed));
    throw failure;
  }
}
