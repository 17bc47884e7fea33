package io.github.boxoffice.jdbc;

import io.github.boxoffice.model.HoldId;
import io.github.boxoffice.model.Money;
import io.github.boxoffice.model.PaymentId;
import io.github.boxoffice.model.SeatSet;
import io.github.boxoffice.model.ShowId;
import io.github.boxoffice.store.Claim;
import io.github.boxoffice.store.HoldPayment;
import io.github.boxoffice.store.HoldRecord;
import io.github.boxoffice.store.HoldState;
import io.github.boxoffice.store.SeatChange;
import io.github.boxoffice.store.Term;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The rows of {@code seat_hold}. A hold's row is the arbiter of how the hold ends: every change of
 * it expects the state or the version that was read, so of a takeover and a confirmation only one
 * can find what it expects.
 */
final class HoldRows {
  static final String COLUMNS =
      "show_id, id, user_id, seats, state, held_since, held_until, extended,"
          + " payment_id, amount, currency";
  private static final String INSERT =
      "INSERT INTO seat_hold (show_id, id, user_id, seats, state, held_since, held_until, extended)"
          + " VALUES (?, ?, ?, ?, 'HELD', ?, ?, FALSE)";
  private static final String FIND =
      "SELECT " + COLUMNS + ", version FROM seat_hold WHERE show_id = ? AND id = ?";
  private static final String UPDATE =
      "UPDATE seat_hold SET state = ?, held_until = ?, extended = ?, payment_id = ?, amount = ?,"
          + " currency = ?, version = version + 1 WHERE show_id = ? AND id = ? AND version = ?";
  private static final String CONFIRM =
      "UPDATE seat_hold SET state = 'CONFIRMED', payment_id = ?, amount = ?, currency = ?,"
          + " version = version + 1 WHERE show_id = ? AND id = ? AND state = 'HELD'"
          + " AND user_id = ? AND seats = ?"
          + " AND (payment_id IS NULL OR (payment_id = ? AND amount = ? AND currency = ?))";
  private static final String CONFIRM_OUTSIDE =
      CONFIRM + " AND NOT EXISTS (SELECT 1 FROM payment WHERE id = ?)";

  /**
   * A hold as it was read.
   *
   * @param version how often it had been changed
   */
  record Stored(HoldRecord hold, int version) {}

  void insert(Connection connection, HoldRecord hold) throws SQLException {
    Claim claim = hold.claim();
    try (var insert = connection.prepareStatement(INSERT)) {
      insert.setLong(1, claim.show().value());
      insert.setObject(2, claim.id().value());
      insert.setString(3, claim.user());
      insert.setString(4, claim.seats().toString());
      insert.setLong(5, hold.term().since());
      insert.setLong(6, hold.term().until());
      insert.executeUpdate();
    }
  }

  Optional<Stored> find(Connection connection, ShowId show, HoldId id) throws SQLException {
    try (var select = connection.prepareStatement(FIND)) {
      select.setLong(1, show.value());
      select.setObject(2, id.value());
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? Optional.of(new Stored(read(row), row.getInt("version")))
            : Optional.empty();
      }
    }
  }

  Optional<Stored> find(Connection connection, Claim claim) throws SQLException {
    return find(connection, claim.show(), claim.id());
  }

  /** Changes a hold, unless somebody changed it since it was read; whether it did. */
  boolean update(Connection connection, Stored read, HoldRecord next) throws SQLException {
    try (var update = connection.prepareStatement(UPDATE)) {
      update.setString(1, next.state().name());
      update.setLong(2, next.term().until());
      update.setBoolean(3, next.term().extendedForPayment());
      bind(update, 4, next.payment());
      update.setLong(7, next.claim().show().value());
      update.setObject(8, next.claim().id().value());
      update.setInt(9, read.version());
      return update.executeUpdate() == 1;
    }
  }

  /** Confirms without having looked, if everything is as it must be; whether it was. */
  boolean confirm(Connection connection, SeatChange.Confirm change) throws SQLException {
    String sql = change.outside() ? CONFIRM_OUTSIDE : CONFIRM;
    Claim claim = change.claim();
    try (var update = connection.prepareStatement(sql)) {
      bind(update, 1, change.payment());
      update.setLong(4, claim.show().value());
      update.setObject(5, claim.id().value());
      update.setString(6, claim.user());
      update.setString(7, claim.seats().toString());
      bind(update, 8, change.payment());
      if (change.outside()) {
        update.setObject(11, change.payment().id().value());
      }
      return update.executeUpdate() == 1;
    }
  }

  private static void bind(PreparedStatement update, int at, @Nullable HoldPayment payment)
      throws SQLException {
    update.setObject(at, payment == null ? null : payment.id().value());
    update.setObject(at + 1, payment == null ? null : payment.amount().minorUnits());
    update.setString(at + 2, payment == null ? null : currencyOf(payment.amount()));
  }

  static String currencyOf(Money amount) {
    return amount.currency().getCurrencyCode();
  }

  static HoldRecord read(ResultSet row) throws SQLException {
    Term term =
        new Term(row.getLong("held_since"), row.getLong("held_until"), row.getBoolean("extended"));
    HoldState state = HoldState.valueOf(row.getString("state"));
    UUID payment = row.getObject("payment_id", UUID.class);
    return new HoldRecord(
        claim(row),
        state,
        term,
        payment == null ? null : new HoldPayment(new PaymentId(payment), money(row)));
  }

  static Claim claim(ResultSet row) throws SQLException {
    return new Claim(
        new ShowId(row.getLong("show_id")),
        new HoldId(row.getObject("id", UUID.class)),
        row.getString("user_id"),
        SeatSet.parse(row.getString("seats")));
  }

  static Money money(ResultSet row) throws SQLException {
    return Money.of(row.getLong("amount"), row.getString("currency"));
  }
}
