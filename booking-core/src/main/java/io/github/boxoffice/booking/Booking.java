package io.github.boxoffice.booking;

import io.github.boxoffice.model.HoldId;
import io.github.boxoffice.model.Money;
import io.github.boxoffice.model.PaymentId;
import io.github.boxoffice.model.ShowId;
import io.github.boxoffice.store.Claim;
import java.util.List;

/**
 * Seats that are sold.
 *
 * @param claim who claims what
 * @param seats the labels of the seats, in seat order
 * @param amount what was paid
 * @param payment what it was paid by
 */
public record Booking(Claim claim, List<String> seats, Money amount, PaymentId payment) {
  /** The booking's id: that of the hold it was. */
  public HoldId id() {
    return claim.id();
  }

  /** The show. */
  public ShowId show() {
    return claim.show();
  }

  /** Whose it is. */
  public String user() {
    return claim.user();
  }
}
