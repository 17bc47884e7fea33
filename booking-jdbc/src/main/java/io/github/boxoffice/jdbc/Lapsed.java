package io.github.boxoffice.jdbc;

import io.github.boxoffice.store.Claim;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Finds holds whose time ran out and that nobody has ended yet. */
abstract class Lapsed {
  static final String CLAIMS = "SELECT show_id, id, user_id, seats FROM seat_hold";
  static final String LAPSED = " AND state = 'HELD' AND held_until <= ? LIMIT ?";

  private final Sale sale;

  Lapsed(Sale sale) {
    this.sale = sale;
  }

  /** At most so many; whoever ends them and asks again finds all sooner or later. */
  abstract List<Claim> find(Connection connection, int limit) throws SQLException;

  /** What a query answers that is one number. */
  static long count(Connection connection, String sql) throws SQLException {
    try (var select = connection.prepareStatement(sql);
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  /**
   * What a query answers that begins with {@link #CLAIMS} and ends with {@link #LAPSED}.
   *
   * @param at the first parameter that is not bound yet: the first of LAPSED
   */
  final List<Claim> claims(Connection connection, PreparedStatement select, int at, int limit)
      throws SQLException {
    select.setLong(at, sale.now(connection));
    select.setInt(at + 1, limit);
    List<Claim> found = new ArrayList<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        found.add(sale.holds().claim(row));
      }
    }
    return found;
  }
}
