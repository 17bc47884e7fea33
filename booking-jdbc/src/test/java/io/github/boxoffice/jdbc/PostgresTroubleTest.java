package io.github.boxoffice.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.github.boxoffice.contract.SettableClock;
import io.github.boxoffice.contract.Shows;
import io.github.boxoffice.model.ShowId;
import io.github.boxoffice.store.ChangeResult;
import io.github.boxoffice.store.SeatChange;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PostgresTroubleTest extends TroubleContract {
  PostgresTroubleTest() {
    super(new TestedPostgres());
  }

  /** It takes any character but one. */
  @Test
  void applyAll_textThatCannotBeStored_doesNotFailTheOthers() {
    try (HikariDataSource database = PostgresServer.database(1)) {
      JdbcStore store = PostgresServer.store(database, new SettableClock());
      ShowId show = Shows.open(store.catalog(), 6);
      List<SeatChange> holds = new ArrayList<>();
      for (int seat = 0; seat < 6; seat++) {
        String user = seat == 2 ? "nobody\0" : "user" + seat;
        holds.add(new SeatChange.Hold(Shows.claim(show, user, seat), Shows.TERMS, 0));
      }
      List<ChangeResult> results = new ArrayList<>(store.seats().applyAll(holds));
      assertThat(results.remove(2)).isEqualTo(new ChangeResult.Unknown());
      assertThat(results).hasOnlyElementsOfType(ChangeResult.Applied.class);
      assertThat(store.seats().countFree(show)).isEqualTo(1);
    }
  }
}
