package io.github.boxoffice.store;

import io.github.boxoffice.model.PaymentId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The payments that were written down before the gateway was asked. A payment begins with {@link
 * SeatChange.Pay} and becomes CAPTURED, DECLINED or REFUNDING together with its hold's change; what
 * is left to do here is what concerns no seat.
 */
public interface PaymentStore {
  /** What is known of a payment. */
  Optional<PaymentRecord> find(PaymentId payment);

  /**
   * Moves a payment on, if it is in the expected state.
   *
   * @return whether it was; false changes nothing
   */
  boolean move(PaymentId payment, PaymentState expected, PaymentState next);

  /**
   * At most {@code limit} payments that are PENDING or REFUNDING, the oldest first.
   *
   * @param age only those that were written down at least this long ago by the store's clock, so
   *     that payments on their way are left in peace
   */
  List<PaymentRecord> unsettled(Duration age, int limit);
}
