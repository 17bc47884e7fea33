package io.github.boxoffice.jdbc;

import io.github.boxoffice.model.PaymentId;
import io.github.boxoffice.store.PaymentRecord;
import io.github.boxoffice.store.PaymentState;
import io.github.boxoffice.store.PaymentStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.argument.Argument;

/** Payments in a database. What a payment claims is what its hold claims. */
final class JdbcPayments implements PaymentStore {
  private static final String SELECT =
      "SELECT p.id AS payment_id, p.amount, p.currency, p.state, p.since,"
          + " h.show_id, h.id, h.user_id, h.seats"
          + " FROM payment p JOIN seat_hold h ON ";

  private final Desk desk;
  private final Transactions transactions;
  private final Sale sale;
  private final String find;
  private final String unsettled;

  JdbcPayments(Desk desk, Transactions transactions, Sale sale) {
    this.desk = desk;
    this.transactions = transactions;
    this.sale = sale;
    String select = SELECT + sale.dialect().namedBy("h", "p");
    this.find = select + " WHERE p.id = :id";
    this.unsettled =
        select
            + " WHERE "
            + sale.dialect().isOneOf("p.state", "PENDING", "REFUNDING")
            + " AND p.since <= :before"
            + " ORDER BY p.seq LIMIT :limit";
  }

  @Override
  public Optional<PaymentRecord> find(PaymentId payment) {
    return desk.ask(
        handle ->
            handle
                .createQuery(find)
                .bind("id", id(payment))
                .map((row, context) -> read(row))
                .findOne());
  }

  @Override
  public boolean move(PaymentId payment, PaymentState expected, PaymentState next) {
    return transactions.make(
        connection -> sale.payments().move(connection, payment, expected, next));
  }

  @Override
  public List<PaymentRecord> unsettled(Duration age, int limit) {
    return desk.askSeldom(
        handle ->
            handle
                .createQuery(unsettled)
                .bind("before", sale.now(handle.getConnection()) - age.toMillis())
                .bind("limit", limit)
                .map((row, context) -> read(row))
                .list());
  }

  private Argument id(PaymentId payment) {
    return (at, statement, context) -> sale.dialect().bind(statement, at, payment.value());
  }

  private PaymentRecord read(ResultSet row) throws SQLException {
    return new PaymentRecord(
        new PaymentId(Objects.requireNonNull(sale.dialect().uuid(row, "payment_id"))),
        sale.holds().claim(row),
        HoldRows.money(row),
        PaymentState.valueOf(row.getString("state")),
        row.getLong("since"));
  }
}
