package io.github.boxoffice.jdbc;

import java.io.Serial;
import java.sql.SQLException;

/**
 * A statement failed, or its answer was lost, while its own commit was on the way. It stands for
 * its cause, by SQLSTATE and vendor code.
 */
final class Underway extends SQLException {
  @Serial private static final long serialVersionUID = 1L;

  Underway(SQLException cause) {
    super(cause.getMessage(), cause.getSQLState(), cause.getErrorCode(), cause);
  }
}
