package io.github.boxoffice.jdbc;

import static io.github.boxoffice.store.PaymentState.CAPTURED;
import static io.github.boxoffice.store.PaymentState.DECLINED;
import static io.github.boxoffice.store.PaymentState.PENDING;
import static io.github.boxoffice.store.PaymentState.REFUNDING;

import io.github.boxoffice.jdbc.HoldRows.Stored;
import io.github.boxoffice.model.Refusal;
import io.github.boxoffice.store.ChangeResult;
import io.github.boxoffice.store.Claim;
import io.github.boxoffice.store.HoldRecord;
import io.github.boxoffice.store.HoldRules;
import io.github.boxoffice.store.Isolation;
import io.github.boxoffice.store.SeatChange;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What happens to a hold after it was made, together with its payment: both or neither. */
final class Steps {
  private final Sale sale;

  Steps(Sale sale) {
    this.sale = sale;
  }

  /** Reads the hold, asks the rules, and writes what they say if nobody else did meanwhile. */
  ChangeResult careful(Connection connection, SeatChange change, Isolation isolation)
      throws SQLException {
    Stored stored = find(connection, change.claim(), isolation);
    HoldRecord known = stored == null ? null : stored.hold();
    if (known == null || !known.claim().equals(change.claim())) {
      ChangeResult.Refused missing = sale.missing(connection, change.claim());
      if (missing.reason() != Refusal.NO_SUCH_HOLD) {
        return missing;
      }
    }
    HoldRules.Step step = HoldRules.decide(known, change, sale.now(connection));
    return stored != null && step instanceof HoldRules.Step.Become become
        ? become(connection, change, stored, become.next())
        : ((HoldRules.Step.Answer) step).result();
  }

  private @Nullable Stored find(Connection connection, Claim claim, Isolation isolation)
      throws SQLException {
    if (!sale.dialect().lockRead(isolation).isEmpty()) {
      // Seats before holds, as everywhere.
      sale.seats().lock(connection, claim.show(), claim.seats(), isolation);
    }
    return sale.holds().find(connection, claim.show(), claim.id(), isolation).orElse(null);
  }

  private ChangeResult become(
      Connection connection, SeatChange change, Stored stored, HoldRecord next)
      throws SQLException {
    if (next.state().isOver()) {
      sale.seats().letGo(connection, change.claim());
    }
    if (!sale.holds().update(connection, stored, next)) {
      return new ChangeResult.Conflict();
    }
    return pays(connection, change, stored.hold())
        ? HoldRules.applied(next)
        : ChangeResult.Refused.because(Refusal.PAYMENT_UNUSABLE);
  }

  /** What the change means for the payment; false if it cannot be. */
  private boolean pays(Connection connection, SeatChange change, HoldRecord was)
      throws SQLException {
    PaymentRows payments = sale.payments();
    if (change instanceof SeatChange.Pay pay) {
      return begin(connection, pay);
    } else if (change instanceof SeatChange.Confirm confirm) {
      return confirm.outside()
          ? !payments.exists(connection, confirm.payment().id())
          : payments.spend(connection, confirm.claim(), confirm.payment());
    } else if (change instanceof SeatChange.Decline decline) {
      payments.move(connection, decline.payment(), PENDING, DECLINED);
    } else if (change instanceof SeatChange.Cancel && was.payment() != null) {
      payments.move(connection, was.payment().id(), CAPTURED, REFUNDING);
    }
    return true;
  }

  private boolean begin(Connection connection, SeatChange.Pay pay) throws SQLException {
    try {
      sale.payments().insert(connection, pay.claim(), pay.payment(), sale.now(connection));
      return true;
    } catch (SQLException e) {
      if (sale.dialect().classify(e) == Trouble.TAKEN) {
        return false;
      }
      throw e;
    }
  }
}
