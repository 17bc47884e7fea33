package io.github.boxoffice.booking;

import io.github.boxoffice.model.HoldId;
import io.github.boxoffice.model.Money;
import io.github.boxoffice.model.ShowId;
import io.github.boxoffice.store.Claim;
import java.time.Instant;
import java.util.List;

/**
 * Seats kept for a user until the hold expires. A value: it says how things stood when it was given
 * out.
 *
 * @param claim who claims what
 * @param seats the labels of the seats, in seat order
 * @param expiresAt when the seats are free again, unless the hold is confirmed before; by the
 *     store's clock
 * @param price what the seats cost together
 */
public record Hold(Claim claim, List<String> seats, Instant expiresAt, Money price) {
  /** The hold's id. */
  public HoldId id() {
    return claim.id();
  }

  /** The show. */
  public ShowId show() {
    return claim.show();
  }

  /** Who holds the seats. */
  public String user() {
    return claim.user();
  }
}
