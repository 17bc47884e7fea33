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
import io.github.boxoffice.store.Isolation;
import io.github.boxoffice.store.SeatChange;
import io.github.boxoffice.store.Term;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
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

  private final Dialect dialect;
  private final String insert;
  private final String find;
  private final String update;
  private final String confirmable;
  private final String confirm;
  private final String confirmOutside;
  private final String confirmPaid;

  HoldRows(Dialect dialect) {
    this.dialect = dialect;
    String where = " WHERE " + dialect.hold();
    this.insert =
        "INSERT INTO seat_hold (user_id, seats, state, held_since, held_until, extended, "
            + String.join(", ", dialect.holdKey())
            + ") VALUES (?, ?, 'HELD', ?, ?, FALSE"
            + ", ?".repeat(dialect.holdKey().size())
            + ")";
    this.find = "SELECT " + COLUMNS + ", version FROM seat_hold" + where;
    this.update =
        "UPDATE seat_hold SET state = ?, held_until = ?, extended = ?, payment_id = ?, amount = ?,"
            + " currency = ?, version = version + 1"
            + where
            + " AND version = ?";
    String held = where + " AND state = 'HELD' AND user_id = ? AND seats = ?";
    this.confirmable =
        held + " AND (payment_id IS NULL OR (payment_id = ? AND amount = ? AND currency = ?))";
    String confirmed =
        "UPDATE seat_hold SET state = 'CONFIRMED', payment_id = ?, amount = ?, currency = ?,"
            + " version = version + 1";
    this.confirm = confirmed + confirmable;
    this.confirmOutside =
        confirmed
            + held
            + " AND payment_id IS NULL AND NOT EXISTS (SELECT 1 FROM payment WHERE id = ?)";
    this.confirmPaid =
        confirm
            + " AND EXISTS (SELECT 1 FROM payment"
            + " WHERE id = ? AND state = 'PENDING' AND amount = ? AND currency = ?)";
  }

  /**
   * A hold as it was read.
   *
   * @param version how often it had been changed
   */
  record Stored(HoldRecord hold, int version) {}

  void insert(Connection connection, HoldRecord hold) throws SQLException {
    try (var statement = connection.prepareStatement(insert)) {
      bindInsert(statement, hold);
      statement.executeUpdate();
    }
  }

  /** The same for many, in a JDBC batch. */
  void insert(Connection connection, Iterable<HoldRecord> holds) throws SQLException {
    try (var statement = connection.prepareStatement(insert)) {
      for (HoldRecord hold : holds) {
        bindInsert(statement, hold);
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  private void bindInsert(PreparedStatement statement, HoldRecord hold) throws SQLException {
    Claim claim = hold.claim();
    statement.setString(1, claim.user());
    statement.setString(2, claim.seats().toString());
    statement.setLong(3, hold.term().since());
    statement.setLong(4, hold.term().until());
    dialect.bindHold(statement, 5, claim.show(), claim.id());
  }

  /** Only to look at it. */
  Optional<Stored> find(Connection connection, ShowId show, HoldId id) throws SQLException {
    return select(connection, find, show, id);
  }

  /** Finds a hold in order to change it, in a transaction at this isolation. */
  Optional<Stored> find(Connection connection, ShowId show, HoldId id, Isolation isolation)
      throws SQLException {
    return select(connection, find + dialect.lockRead(isolation), show, id);
  }

  private Optional<Stored> select(Connection connection, String sql, ShowId show, HoldId id)
      throws SQLException {
    try (var select = connection.prepareStatement(sql)) {
      dialect.bindHold(select, 1, show, id);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(stored(row)) : Optional.empty();
      }
    }
  }

  Optional<Stored> find(Connection connection, Claim claim) throws SQLException {
    return find(connection, claim.show(), claim.id());
  }

  /** Changes a hold, unless somebody changed it since it was read; whether it did. */
  boolean update(Connection connection, Stored read, HoldRecord next) throws SQLException {
    Claim claim = next.claim();
    try (var statement = connection.prepareStatement(update)) {
      statement.setString(1, next.state().name());
      statement.setLong(2, next.term().until());
      statement.setBoolean(3, next.term().extendedForPayment());
      int key = bind(statement, 4, next.payment());
      statement.setInt(dialect.bindHold(statement, key, claim.show(), claim.id()), read.version());
      return statement.executeUpdate() == 1;
    }
  }

  /** Confirms without having looked, if everything is as it must be; whether it was. */
  boolean confirm(Connection connection, SeatChange.Confirm change, Isolation isolation)
      throws SQLException {
    String sql = dialect.within(isolation, change.outside() ? confirmOutside : confirm);
    try (var statement = connection.prepareStatement(sql)) {
      if (change.outside()) {
        bindOutside(statement, change);
      } else {
        bindConfirmation(statement, 1, change);
      }
      return statement.executeUpdate() == 1;
    }
  }

  /**
   * The same for many that were paid for in the same way, in a JDBC batch. What was not paid for
   * outside has its payment looked at, but not spent.
   *
   * @return 1 for each that was confirmed
   */
  int[] confirm(Connection connection, List<SeatChange.Confirm> changes, boolean outside)
      throws SQLException {
    try (var statement = connection.prepareStatement(outside ? confirmOutside : confirmPaid)) {
      for (SeatChange.Confirm change : changes) {
        if (outside) {
          bindOutside(statement, change);
        } else {
          bind(statement, bindConfirmation(statement, 1, change), change.payment());
        }
        statement.addBatch();
      }
      return statement.executeBatch();
    }
  }

  private void bindOutside(PreparedStatement update, SeatChange.Confirm change)
      throws SQLException {
    int next = bindHeld(update, bind(update, 1, change.payment()), change.claim());
    dialect.bind(update, next, change.payment().id().value());
  }

  /** The UPDATE that confirms, for {@link #bindConfirmation}. */
  String confirmation() {
    return confirm;
  }

  int bindConfirmation(PreparedStatement update, int at, SeatChange.Confirm change)
      throws SQLException {
    return bindConfirmable(update, bind(update, at, change.payment()), change);
  }

  /** The WHERE that finds the hold if it may be confirmed, for {@link #bindConfirmable}. */
  String confirmable() {
    return confirmable;
  }

  int bindConfirmable(PreparedStatement statement, int at, SeatChange.Confirm change)
      throws SQLException {
    return bind(statement, bindHeld(statement, at, change.claim()), change.payment());
  }

  private int bindHeld(PreparedStatement statement, int at, Claim claim) throws SQLException {
    int next = dialect.bindHold(statement, at, claim.show(), claim.id());
    statement.setString(next, claim.user());
    statement.setString(next + 1, claim.seats().toString());
    return next + 2;
  }

  /** Binds a payment, and answers the next parameter. */
  private int bind(PreparedStatement update, int at, @Nullable HoldPayment payment)
      throws SQLException {
    dialect.bind(update, at, payment == null ? null : payment.id().value());
    update.setObject(at + 1, payment == null ? null : payment.amount().minorUnits());
    update.setString(at + 2, payment == null ? null : currencyOf(payment.amount()));
    return at + 3;
  }

  static String currencyOf(Money amount) {
    return amount.currency().getCurrencyCode();
  }

  /** Reads a row of {@link #COLUMNS} and the version. */
  Stored stored(ResultSet row) throws SQLException {
    return new Stored(read(row), row.getInt("version"));
  }

  private HoldRecord read(ResultSet row) throws SQLException {
    Term term =
        new Term(row.getLong("held_since"), row.getLong("held_until"), row.getBoolean("extended"));
    HoldState state = HoldState.valueOf(row.getString("state"));
    UUID payment = dialect.uuid(row, "payment_id");
    return new HoldRecord(
        claim(row),
        state,
        term,
        payment == null ? null : new HoldPayment(new PaymentId(payment), money(row)));
  }

  Claim claim(ResultSet row) throws SQLException {
    return new Claim(
        new ShowId(row.getLong("show_id")),
        new HoldId(Objects.requireNonNull(dialect.uuid(row, "id"))),
        row.getString("user_id"),
        SeatSet.parse(row.getString("seats")));
  }

  static Money money(ResultSet row) throws SQLException {
    return Money.of(row.getLong("amount"), row.getString("currency"));
  }
}
