package io.github.boxoffice.jdbc;

import java.io.Serial;
import java.sql.SQLException;

/**
 * A statement that was to commit failed, or its answer was lost, and nobody knows whether it is
 * committed, whatever its cause says.
 */
final class Underway extends SQLException {
  @Serial private static final long serialVersionUID = 1L;

  Underway(SQLException cause) {
    super(cause);
  }
}
