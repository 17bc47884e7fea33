package io.github.boxoffice.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.github.boxoffice.contract.Shows;
import io.github.boxoffice.model.ShowId;
import io.github.boxoffice.store.StoreException;
import io.github.boxoffice.store.StoreProvider;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.util.ServiceLoader;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class JdbcStoreTest {
  @Test
  void on_unknownDatabase_isRefusedByName() {
    assertThatThrownBy(() -> JdbcStore.on(database("Oracle")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("unknown database 'Oracle'; known: H2, PostgreSQL, MariaDB, MySQL");
  }

  @Test
  void databaseOfUrl_anyThatIsKnown_isFound() {
    assertThat(Database.of("jdbc:mysql://localhost/seats")).contains(Database.MARIADB);
    assertThat(Database.of("jdbc:mariadb://localhost/seats")).contains(Database.MARIADB);
    assertThat(Database.of("jdbc:postgresql:seats")).contains(Database.POSTGRESQL);
    assertThat(Database.of("jdbc:oracle:thin:@seats")).isEmpty();
  }

  /** A data source of a product that we do not have here. */
  private static DataSource database(String product) {
    DatabaseMetaData data = proxy(DatabaseMetaData.class, "getDatabaseProductName", product);
    return proxy(DataSource.class, "getConnection", proxy(Connection.class, "getMetaData", data));
  }

  private static <T> T proxy(Class<T> type, String method, Object answer) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, called, args) -> {
              if (called.getName().equals(method)) {
                return answer;
              }
              return called.getReturnType() == boolean.class ? false : null;
            }));
  }

  @Test
  void on_closedDatabase_isAStoreException() {
    HikariDataSource database = Pooled.inMemory();
    JdbcStore store = JdbcStore.on(database);
    database.close();
    assertThatThrownBy(() -> store.seats().seats(new ShowId(1)))
        .isInstanceOf(StoreException.class)
        .hasCauseInstanceOf(java.sql.SQLException.class);
  }

  @Test
  void close_givenDataSource_leavesItOpen() {
    try (HikariDataSource database = Pooled.inMemory()) {
      JdbcStore.on(database).close();
      assertThat(database.isClosed()).isFalse();
      Schema.check(database);
    }
  }

  @Test
  void close_ownPool_leavesNoThread() {
    var before = Thread.getAllStackTraces().keySet();
    String url = H2.memory(UUID.randomUUID().toString());
    JdbcStore store = JdbcStore.at(url).createTables().poolSize(2).open();
    Shows.open(store.catalog(), 3);
    store.close();
    var stray =
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> !before.contains(thread) && !joined(thread))
            .map(Thread::getName)
            .collect(Collectors.toSet());
    assertThat(stray).isEmpty();
  }

  /** Those that are about to end may take their time. */
  private static boolean joined(Thread thread) {
    try {
      thread.join(5_000);
      return !thread.isAlive();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void open_withoutTables_closesWhatItOpened() {
    String url = H2.memory(UUID.randomUUID().toString());
    assertThatThrownBy(() -> JdbcStore.open(url)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void provider_isFound() {
    assertThat(ServiceLoader.load(StoreProvider.class).stream())
        .extracting(provider -> (Object) provider.type())
        .containsExactly(JdbcStoreProvider.class);
  }
}
