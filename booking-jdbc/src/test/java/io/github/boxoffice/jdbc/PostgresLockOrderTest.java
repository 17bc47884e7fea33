package io.github.boxoffice.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.boxoffice.contract.Way;
import io.github.boxoffice.model.ShowId;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.ds.PGSimpleDataSource;

class PostgresLockOrderTest extends LockOrderContract {
  private static final int SEATS = 200;

  PostgresLockOrderTest() {
    super(new TestedPostgres());
  }

  @InEachWayThatWaits
  void hold_seatsLieScattered_locksInSeatOrder(Way way) throws Exception {
    scatter(openShow(SEATS));
    try (JdbcStore own = JdbcStore.at(url()).user("postgres", "").open()) {
      use(own);
      takesInOrder(way);
    }
  }

  /** Sessions as the driver makes them. */
  @InEachWayThatWaits
  void hold_seatsLieScatteredInForeignSessions_locksInSeatOrder(Way way) throws Exception {
    scatter(openShow(SEATS));
    PGSimpleDataSource plain = new PGSimpleDataSource();
    plain.setUrl(url());
    plain.setUser("postgres");
    use(JdbcStore.on(plain));
    takesInOrder(way);
  }

  /**
   * Seat 0 comes to lie behind seat 1, and all others anywhere, of which the planner is told: to
   * read all, or by a bitmap, both by place, then looks cheaper to it than by the index.
   */
  private void scatter(ShowId show) throws SQLException {
    try (Connection connection = connect()) {
      TestedDatabase.execute(connection, "UPDATE show_seat SET seat_no = -1 - seat_no");
      TestedDatabase.execute(
          connection,
          "UPDATE show_seat SET seat_no = MOD(-77 * seat_no, "
              + SEATS
              + ")"
              + " WHERE seat_no >= -"
              + SEATS);
      TestedDatabase.execute(connection, "VACUUM ANALYZE show_seat");
      TestedDatabase.execute(connection, "SET enable_seqscan = on");
      TestedDatabase.execute(connection, "SET enable_bitmapscan = on");
      assertThat(plan(connection, show))
          .as("or nothing is tested")
          .doesNotContain("Index Scan using");
    }
  }

  private static String plan(Connection connection, ShowId show) throws SQLException {
    String update =
        "EXPLAIN UPDATE show_seat SET fence = 1 WHERE show_id = "
            + show
            + " AND seat_no IN (0, 1) AND hold_id IS NULL";
    try (var explain = connection.createStatement();
        var line = explain.executeQuery(update)) {
      StringBuilder plan = new StringBuilder();
      while (line.next()) {
        plan.append(line.getString(1)).append('\n');
      }
      return plan.toString();
    }
  }
}
