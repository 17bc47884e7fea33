package io.github.boxoffice.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.time.InstantSource;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BytesTest {
  static Stream<TestedDatabase> servers() {
    return Stream.of(new TestedPostgres(), new TestedMariaDb());
  }

  @ParameterizedTest
  @MethodSource("servers")
  void bytes_onServers_areThoseOfTablesAndIndexes(TestedDatabase server) {
    try (HikariDataSource database = server.open();
        JdbcStore store = server.store(database, InstantSource.system())) {
      assertThat(store.bytes().orElseThrow()).isGreaterThan(1 << 16);
    }
  }

  @Test
  void bytes_onH2_areNotKnown() {
    TestedDatabase h2 = new TestedH2();
    try (HikariDataSource database = h2.open();
        JdbcStore store = h2.store(database, InstantSource.system())) {
      assertThat(store.bytes()).isEmpty();
    }
  }
}
