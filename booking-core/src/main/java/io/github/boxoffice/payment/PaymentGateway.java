package io.github.boxoffice.payment;

import io.github.boxoffice.model.Money;
import io.github.boxoffice.model.PaymentId;
import java.time.Duration;

/**
 * Where money is taken. An application implements it over its payment service. Called with no lock
 * and no transaction open. Implementations are safe for use by any number of threads.
 *
 * <p>Every call is idempotent by the payment's id: asked twice, the service acts once and answers
 * alike. An exception from a call counts as "unknown" and reaches whoever asked.
 */
public interface PaymentGateway {
  /** What became of a charge. */
  enum Charge {
    /** The money was taken. */
    CAPTURED,
    /** The money was not and will not be taken under this id. */
    DECLINED,
    /** The answer did not come in time; the money may have been taken or may still be. */
    UNKNOWN
  }

  /** Takes the money. */
  Charge charge(PaymentId key, Money amount, PaymentMethod method);

  /**
   * Finds out what became of a charge, for good: if the service never saw it, it is closed and will
   * never be taken ({@link Charge#DECLINED}).
   */
  Charge resolve(PaymentId key);

  /**
   * Gives all of a captured payment back.
   *
   * @return false if it is not known to be given back yet: ask again
   */
  boolean refund(PaymentId key, Money amount);

  /** The longest that {@link #charge} takes to answer; holds are prolonged to cover it. */
  Duration timeLimit();
}
