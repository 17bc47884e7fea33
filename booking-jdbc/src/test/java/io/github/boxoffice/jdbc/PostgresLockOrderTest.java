package io.github.boxoffice.jdbc;

import io.github.boxoffice.contract.Way;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postgresql.ds.PGSimpleDataSource;

class PostgresLockOrderTest extends LockOrderContract {
  private static final int SEATS = 200;

  PostgresLockOrderTest() {
    super(new TestedPostgres());
  }

  @ParameterizedTest
  @EnumSource(
      value = Way.class,
      names = {"GUARDED", "SERIALIZABLE", "PATIENT_LOCKS", "BATCH"})
  void hold_seatsLieScattered_locksInSeatOrder(Way way) throws Exception {
    openShow(SEATS);
    scatter();
    try (JdbcStore own = JdbcStore.at(url()).user("postgres", "").open()) {
      use(own);
      takesInOrder(way);
    }
  }

  /** Sessions as the driver makes them. */
  @ParameterizedTest
  @EnumSource(
      value = Way.class,
      names = {"GUARDED", "SERIALIZABLE", "PATIENT_LOCKS", "BATCH"})
  void hold_seatsLieScatteredInForeignSessions_locksInSeatOrder(Way way) throws Exception {
    openShow(SEATS);
    scatter();
    PGSimpleDataSource plain = new PGSimpleDataSource();
    plain.setUrl(url());
    plain.setUser("postgres");
    use(JdbcStore.on(plain));
    takesInOrder(way);
  }

  /**
   * Seat 0 comes to lie behind seat 1, and all others anywhere, of which the planner is told: to
   * read by a bitmap, which goes by place, then looks cheaper than by the index.
   */
  private void scatter() throws SQLException {
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
    }
  }
}
