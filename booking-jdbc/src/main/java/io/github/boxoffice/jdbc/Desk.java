package io.github.boxoffice.jdbc;

import io.github.boxoffice.store.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.Update;

/** Where Jdbi works: the catalogue, and whatever is not asked for in every sale. */
final class Desk {
  private final Jdbi jdbi;
  private final Dialect dialect;

  Desk(DataSource dataSource, Dialect dialect) {
    this.jdbi = Jdbi.create(dataSource);
    this.dialect = dialect;
  }

  /** Runs this in one transaction; broken storage is a {@link StoreException}. */
  <T> T ask(HandleCallback<T, SQLException> callback) {
    try {
      return jdbi.withHandle(handle -> inTransaction(handle, callback));
    } catch (JdbiException | SQLException e) {
      throw new StoreException("the database failed: " + e.getMessage(), e);
    }
  }

  /** The same for a question that is asked seldom, or once and then known. */
  <T> T askSeldom(HandleCallback<T, SQLException> callback) {
    return ask(
        handle -> {
          T answer = callback.withHandle(handle);
          dialect.forget(handle.getConnection());
          return answer;
        });
  }

  /** With auto-commit off Jdbi takes it that a transaction is somebody else's, and leaves it. */
  private static <T> T inTransaction(Handle handle, HandleCallback<T, SQLException> callback)
      throws SQLException {
    Connection connection = handle.getConnection();
    return connection.getAutoCommit()
        ? handle.inTransaction(callback)
        : Transactions.ask(connection, whole -> callback.withHandle(handle));
  }

  /** Adds a row and answers the id that the database gave it. */
  static long idOf(Update insert) {
    return insert.executeAndReturnGeneratedKeys("id").mapTo(Long.class).one();
  }

  /** Whether there is a row with this id. */
  static boolean has(Handle handle, String table, long id) {
    return handle
        .createQuery("SELECT 1 FROM " + table + " WHERE id = :id")
        .bind("id", id)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }
}
