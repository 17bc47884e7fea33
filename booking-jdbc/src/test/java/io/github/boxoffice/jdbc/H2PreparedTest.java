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

/** Which statements a session of H2 keeps prepared. */
class H2PreparedTest {
  private HikariDataSource database;
  private JdbcStore store;
  private ShowId show;

  @BeforeEach
  void openStore() {
    database = Pooled.open(H2.memory(UUID.randomUUID().toString()), 1);
    store = JdbcStore.on(database, Database.H2.dialect(), new SettableClock());
    show = Shows.open(store.catalog(), 20);
    assertThat(hold("alice", 0)).isInstanceOf(ChangeResult.Applied.class);
  }

  @AfterEach
  void closeDatabase() {
    store.close();
    database.close();
  }

  private ChangeResult hold(String user, int... seats) {
    return store
        .seats()
        .apply(
            new SeatChange.Hold(Shows.claim(show, user, seats), Shows.TERMS, 0), Isolation.GUARDED);
  }

  /** Their texts; there is one session. */
  private List<String> prepared() throws SQLException, ReflectiveOperationException {
    try (Connection connection = database.getConnection()) {
      Field cache = SessionLocal.class.getDeclaredField("queryCache");
      cache.setAccessible(true);
      Object statements = cache.get(connection.unwrap(JdbcConnection.class).getSession());
      return ((Map<?, ?>) statements).keySet().stream().map(Object::toString).toList();
    }
  }

  private void assertNoQueries() throws SQLException, ReflectiveOperationException {
    assertThat(prepared()).noneMatch(text -> text.startsWith("SELECT"));
  }

  @Test
  void seats_askedOften_arePrepared() throws Exception {
    store.seats().seats(show);
    assertThat(prepared()).anyMatch(text -> text.contains("FROM show_seat"));
  }

  /** It is undone where something was written, and only there. */
  @Test
  void apply_refused_leavesThemPrepared() throws Exception {
    List<String> before = prepared();
    assertThat(before).anyMatch(text -> text.startsWith("INSERT INTO seat_hold"));
    assertThat(hold("bob", 0)).isInstanceOf(ChangeResult.Refused.class);
    assertThat(prepared()).containsAll(before);
    assertThat(hold("bob", 0, 1)).isInstanceOf(ChangeResult.Refused.class);
    assertThat(prepared()).doesNotContainAnyElementsOf(before);
  }

  @Test
  void show_knownFromThenOn_isForgotten() throws Exception {
    assertThat(store.catalog().show(show)).isPresent();
    assertNoQueries();
  }

  @Test
  void hall_knownFromThenOn_isForgotten() throws Exception {
    long hall = store.catalog().show(show).orElseThrow().plan().hallId();
    assertThat(store.catalog().hall(hall)).isPresent();
    assertNoQueries();
  }

  @Test
  void lapsed_askedNowAndThen_isForgotten() throws Exception {
    store.seats().lapsed(1);
    assertNoQueries();
  }

  @Test
  void unsettled_askedNowAndThen_isForgotten() throws Exception {
    store.payments().unsettled(Duration.ZERO, 1);
    assertNoQueries();
  }
}
