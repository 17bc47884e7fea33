package io.github.boxoffice.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import io.github.boxoffice.model.ShowId;

/** In memory, in this process. */
final class TestedH2 extends TestedDatabase {
  TestedH2() {
    super(Database.H2.dialect());
  }

  @Override
  HikariDataSource open() {
    return Pooled.inMemory();
  }

  @Override
  String seat(ShowId show, int seat) {
    return super.seat(show, seat) + " AND seat_key = " + (show.value() * 1048576 + seat);
  }

  @Override
  String waiting() {
    return "SELECT 1 FROM INFORMATION_SCHEMA.SESSIONS WHERE BLOCKER_ID IS NOT NULL";
  }

  @Override
  String endless() {
    return "SELECT COUNT(*) FROM SYSTEM_RANGE(1, 1000000000) a, SYSTEM_RANGE(1, 1000000000) b";
  }

  @Override
  String session() {
    return "SELECT SESSION_ID()";
  }

  @Override
  String cancel(long session) {
    return "SELECT CANCEL_SESSION(" + session + ")";
  }

  @Override
  String kill(long session) {
    return "SELECT ABORT_SESSION(" + session + ")";
  }
}
