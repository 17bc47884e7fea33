package io.github.boxoffice.jdbc;

import io.github.boxoffice.model.PaymentId;
import io.github.boxoffice.store.Claim;
import io.github.boxoffice.store.HoldPayment;
import io.github.boxoffice.store.PaymentState;
import io.github.boxoffice.store.SeatChange;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/** The rows of {@code payment}; always written after seats and hold, which is their lock order. */
final class PaymentRows {
  private static final String INSERT =
      "INSERT INTO payment (id, show_id, hold_id, amount, currency, state, since)"
          + " VALUES (?, ?, ?, ?, ?, 'PENDING', ?)";
  private static final String MOVE = "UPDATE payment SET state = ? WHERE id = ? AND state = ?";

  /** See {@link #bindSpend}. */
  static final String SPEND =
      "UPDATE payment SET state = 'CAPTURED', show_id = ?, hold_id = ?"
          + " WHERE id = ? AND state = 'PENDING' AND amount = ? AND currency = ?";

  private static final String EXISTS = "SELECT 1 FROM payment WHERE id = ?";

  private final Dialect dialect;

  PaymentRows(Dialect dialect) {
    this.dialect = dialect;
  }

  /** Writes a payment down that is about to be charged. */
  void insert(Connection connection, Claim claim, HoldPayment payment, long now)
      throws SQLException {
    try (var insert = connection.prepareStatement(INSERT)) {
      dialect.bind(insert, 1, payment.id().value());
      insert.setLong(2, claim.show().value());
      dialect.bind(insert, 3, claim.id().value());
      insert.setLong(4, payment.amount().minorUnits());
      insert.setString(5, HoldRows.currencyOf(payment.amount()));
      insert.setLong(6, now);
      insert.executeUpdate();
    }
  }

  /** Moves a payment on, if it is in the expected state; whether it was. */
  boolean move(Connection connection, PaymentId payment, PaymentState expected, PaymentState next)
      throws SQLException {
    try (var update = connection.prepareStatement(MOVE)) {
      update.setString(1, next.name());
      dialect.bind(update, 2, payment.value());
      update.setString(3, expected.name());
      return update.executeUpdate() == 1;
    }
  }

  /** Buys this booking with a payment that is written down and not spent; whether it was so. */
  boolean spend(Connection connection, Claim claim, HoldPayment payment) throws SQLException {
    try (var update = connection.prepareStatement(SPEND)) {
      bindSpend(update, 1, claim, payment);
      return update.executeUpdate() == 1;
    }
  }

  /** Binds {@link #SPEND}, and answers the next parameter. */
  int bindSpend(PreparedStatement update, int at, Claim claim, HoldPayment payment)
      throws SQLException {
    update.setLong(at, claim.show().value());
    dialect.bind(update, at + 1, claim.id().value());
    dialect.bind(update, at + 2, payment.id().value());
    update.setLong(at + 3, payment.amount().minorUnits());
    update.setString(at + 4, HoldRows.currencyOf(payment.amount()));
    return at + 5;
  }

  /**
   * The same for many, in a JDBC batch.
   *
   * @return whether all of them were spent
   */
  boolean spend(Connection connection, List<SeatChange.Confirm> changes) throws SQLException {
    try (var update = connection.prepareStatement(SPEND)) {
      for (SeatChange.Confirm change : changes) {
        bindSpend(update, 1, change.claim(), change.payment());
        update.addBatch();
      }
      return Arrays.stream(update.executeBatch()).allMatch(count -> count == 1);
    }
  }

  boolean exists(Connection connection, PaymentId payment) throws SQLException {
    try (var select = connection.prepareStatement(EXISTS)) {
      dialect.bind(select, 1, payment.value());
      try (var row = select.executeQuery()) {
        return row.next();
      }
    }
  }
}
