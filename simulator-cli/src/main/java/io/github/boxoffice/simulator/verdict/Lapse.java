package io.github.boxoffice.simulator.verdict;

import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/**
 * When a hold is over for certain.
 *
 * @param paymentMillis how much longer a payment keeps a hold at most, if that is known
 */
record Lapse(OptionalLong paymentMillis) {
  private static final long LEAST_SLACK = TimeUnit.MILLISECONDS.toNanos(10);

  static long nanos(long millis) {
    return TimeUnit.MILLISECONDS.toNanos(millis);
  }

  /** What the clocks of the store and of the recorder may differ by after this long. */
  static long slack(long nanos) {
    return LEAST_SLACK + nanos / 10;
  }

  /** From when on it holds nothing, whoever ended it; {@link Span#NEVER} if nobody knows. */
  long of(Tenure hold) {
    HoldFact owner = hold.owner();
    if (owner == null || hold.grant().to() == Span.NEVER || hold.wish().ttlMillis() == 0) {
      return Span.NEVER;
    }
    long ttl = nanos(hold.wish().ttlMillis());
    long byTime = hold.grant().to() + ttl + slack(ttl);
    return Math.min(owner.overAt(), Math.max(byTime, ofPayment(owner)));
  }

  private long ofPayment(HoldFact owner) {
    if (!owner.wasCharged()) {
      return 0;
    } else if (paymentMillis.isEmpty() || owner.lastCharge() == Span.NEVER) {
      return Span.NEVER;
    }
    long longer = nanos(paymentMillis.getAsLong());
    return owner.lastCharge() + longer + slack(longer);
  }
}
