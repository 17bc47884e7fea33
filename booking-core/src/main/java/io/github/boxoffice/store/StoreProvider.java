package io.github.boxoffice.store;

import javax.sql.DataSource;

/**
 * Opens a store on a {@link DataSource}; found by {@link java.util.ServiceLoader}, so that
 * booking-core needs no database and an application only has to add the module that does.
 */
public interface StoreProvider {
  /**
   * Opens a store on this data source, which stays the caller's to close.
   *
   * @throws IllegalArgumentException if the database is of a kind that the provider does not know
   */
  Store open(DataSource dataSource);
}
