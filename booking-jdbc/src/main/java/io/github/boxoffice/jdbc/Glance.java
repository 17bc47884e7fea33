package io.github.boxoffice.jdbc;

import io.github.boxoffice.store.ChangeResult;
import io.github.boxoffice.store.SeatChange;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Why seats cannot be taken, for whoever did not get them by the {@link Shortcut}: mostly because
 * somebody has them. It locks nothing, so rivals for the same seats are refused side by side; and
 * what it says was so at one moment of the call.
 */
@FunctionalInterface
interface Glance {
  /** Null if the seats may be had by now, or if it takes a closer look to say. */
  @Nullable ChangeResult refusal(Connection connection, SeatChange.Hold wanted) throws SQLException;
}
