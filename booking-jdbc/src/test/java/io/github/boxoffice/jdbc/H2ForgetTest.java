package io.github.boxoffice.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.github.boxoffice.contract.SettableClock;
import io.github.boxoffice.contract.Shows;
import io.github.boxoffice.model.ShowId;
import io.github.boxoffice.store.ChangeResult;
import io.github.boxoffice.store.Isolation;
import io.github.boxoffice.store.SeatChange;
import java.lang.reflect.Field;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which queries a session of H2 keeps, through all of which each sale would go. */
class H2ForgetTest {
  private HikariDataSource database;
  private JdbcStore store;
  private ShowId show;

  @BeforeEach
  void openStore() {
    database = Pooled.open(H2.memory(UUID.randomUUID().toString()), 1);
    store = JdbcStore.on(database, Database.H2.dialect(), new SettableClock());
    show = Shows.open(store.catalog(), 20);
    hold("alice", 0);
  }

  @AfterEach
  void closeDatabase() {
    store.close();
    database.close();
  }

  private void hold(String user, int seat) {
    assertThat(
            store
                .seats()
                .apply(
                    new SeatChange.Hold(Shows.claim(show, user, seat), Shows.TERMS, 0),
                    Isolation.GUARDED))
        .isInstanceOf(ChangeResult.Applied.class);
  }

  /** The texts of the queries that the only session has kept. */
  private List<String> kept() throws SQLException, ReflectiveOperationException {
    try (Connection connection = database.getConnection()) {
      Field cache = SessionLocal.class.getDeclaredField("queryCache");
      cache.setAccessible(true);
      Object statements = cache.get(connection.unwrap(JdbcConnection.class).getSession());
      return ((Map<?, ?>) statements)
          .keySet().stream()
              .map(Object::toString)
              .filter(text -> text.startsWith("SELECT"))
              .toList();
    }
  }

  @Test
  void seats_askedOften_areKept() throws Exception {
    store.seats().seats(show);
    assertThat(kept()).anyMatch(query -> query.contains("FROM show_seat"));
  }

  @Test
  void show_knownFromThenOn_isForgotten() throws Exception {
    assertThat(store.catalog().show(show)).isPresent();
    assertThat(kept()).isEmpty();
  }

  @Test
  void hall_knownFromThenOn_isForgotten() throws Exception {
    long hall = store.catalog().show(show).orElseThrow().plan().hallId();
    assertThat(store.catalog().hall(hall)).isPresent();
    assertThat(kept()).isEmpty();
  }

  @Test
  void lapsed_askedNowAndThen_isForgotten() throws Exception {
    store.seats().lapsed(1);
    assertThat(kept()).isEmpty();
  }

  @Test
  void unsettled_askedNowAndThen_isForgotten() throws Exception {
    store.payments().unsettled(Duration.ZERO, 1);
    assertThat(kept()).isEmpty();
  }
}
