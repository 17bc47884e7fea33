package io.github.boxoffice.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.zaxxer.hikari.HikariDataSource;
import io.github.boxoffice.contract.Shows;
import io.github.boxoffice.model.ShowId;
import io.github.boxoffice.store.ChangeResult;
import io.github.boxoffice.store.Claim;
import io.github.boxoffice.store.HoldPayment;
import io.github.boxoffice.store.Isolation;
import io.github.boxoffice.store.PaymentState;
import io.github.boxoffice.store.SeatChange;
import io.github.boxoffice.store.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What only a database in this process can do, and what is done for it in place of a network. */
class H2TroubleTest extends TroubleContract {
  H2TroubleTest() {
    super(new TestedH2());
  }

  @Test
  void classify_databaseShutDown_isUnknown() throws SQLException {
    try (HikariDataSource database = Pooled.inMemory()) {
      Connection connection = database.getConnection();
      Connection killer = database.getConnection();
      connection.setAutoCommit(false);
      TestedDatabase.execute(connection, "UPDATE boxoffice_schema SET version = version");
      TestedDatabase.execute(killer, "SHUTDOWN IMMEDIATELY");
      SQLException failure = catchThrowableOfType(SQLException.class, connection::commit);
      assertThat(Database.H2.dialect().classify(failure)).isEqualTo(Trouble.UNKNOWN);
    }
  }

  @Test
  void apply_connectionLostDuringCommit_isUnknown() {
    try (HikariDataSource database = Pooled.inMemory()) {
      LosingCommits losing = new LosingCommits(database);
      JdbcStore lossy = JdbcStore.on(losing.dataSource());
      ShowId show = Shows.open(lossy.catalog(), 4);
      SeatChange hold = new SeatChange.Hold(Shows.claim(show, "alice", 0), Shows.TERMS, 0);
      losing.loseNext();
      assertThat(lossy.seats().apply(hold, Isolation.GUARDED))
          .isEqualTo(new ChangeResult.Unknown());
      losing.loseNext();
      assertThat(lossy.seats().applyAll(List.of(hold, hold)))
          .containsOnly(new ChangeResult.Unknown());
      assertThat(lossy.seats().apply(hold, Isolation.GUARDED))
          .isInstanceOf(ChangeResult.Applied.class);
      assertThat(lossy.seats().countFree(show)).isEqualTo(3);
    }
  }

  @Test
  void apply_undoneAtItsCommit_isAConflictThatLeavesNothing() {
    try (HikariDataSource database = Pooled.inMemory()) {
      LosingCommits losing = new LosingCommits(database);
      JdbcStore store = JdbcStore.on(losing.dataSource());
      ShowId show = Shows.open(store.catalog(), 4);
      losing.undoNext(1);
      assertThat(hold(store, Shows.claim(show, "alice", 0))).isEqualTo(new ChangeResult.Conflict());
      assertThat(store.seats().countFree(show)).isEqualTo(4);
    }
  }

  /** It wrote nothing, so how it ends changes nothing. */
  @Test
  void apply_refusedAndItsCommitFails_isRefused() {
    try (HikariDataSource database = Pooled.inMemory()) {
      LosingCommits losing = new LosingCommits(database);
      JdbcStore store = JdbcStore.on(losing.dataSource());
      ShowId show = Shows.open(store.catalog(), 4);
      hold(store, Shows.claim(show, "alice", 0));
      losing.undoNext(1);
      assertThat(hold(store, Shows.claim(show, "bob", 0))).isInstanceOf(ChangeResult.Refused.class);
      losing.loseNext();
      assertThat(hold(store, Shows.claim(show, "bob", 0))).isInstanceOf(ChangeResult.Refused.class);
    }
  }

  private static ChangeResult hold(JdbcStore store, Claim claim) {
    return store.seats().apply(new SeatChange.Hold(claim, Shows.TERMS, 0), Isolation.GUARDED);
  }

  @Test
  void move_undoneAtItsCommit_isMadeAgain() {
    try (HikariDataSource database = Pooled.inMemory()) {
      LosingCommits losing = new LosingCommits(database);
      JdbcStore store = JdbcStore.on(losing.dataSource());
      ShowId show = Shows.open(store.catalog(), 4);
      Claim claim = Shows.claim(show, "alice", 0);
      HoldPayment payment = Shows.payment();
      hold(store, claim);
      store.seats().apply(new SeatChange.Pay(claim, payment, Shows.TTL), Isolation.GUARDED);
      losing.undoNext(3);
      assertThat(store.payments().move(payment.id(), PaymentState.PENDING, PaymentState.DECLINED))
          .isTrue();
      assertThat(store.payments().find(payment.id()).orElseThrow().state())
          .isEqualTo(PaymentState.DECLINED);
    }
  }

  @Test
  void applyAll_undoneAtItsCommit_isMadeInHalves() {
    try (HikariDataSource database = Pooled.inMemory()) {
      LosingCommits losing = new LosingCommits(database);
      JdbcStore store = JdbcStore.on(losing.dataSource());
      List<SeatChange> holds = eightHolds(store);
      int before = losing.commits();
      losing.undoNext(1);
      assertThat(store.seats().applyAll(holds))
          .hasOnlyElementsOfType(ChangeResult.Applied.class)
          .hasSize(8);
      assertThat(losing.commits() - before).isEqualTo(3);
    }
  }

  @Test
  void applyAll_brokenAfterItsFirstHalf_keepsWhatIsKnown() {
    try (HikariDataSource database = Pooled.inMemory()) {
      LosingCommits losing = new LosingCommits(database);
      JdbcStore store = JdbcStore.on(losing.dataSource());
      List<SeatChange> holds = eightHolds(store);
      losing.undoNext(1);
      losing.breakAfter(2);
      List<ChangeResult> results = store.seats().applyAll(holds);
      assertThat(results.subList(0, 4)).hasOnlyElementsOfType(ChangeResult.Applied.class);
      assertThat(results.subList(4, 8)).containsOnly(new ChangeResult.Unknown());
      losing.breakAfter(100);
      assertThat(store.seats().countFree(holds.get(0).claim().show())).isEqualTo(4);
    }
  }

  @Test
  void applyAll_brokenBeforeAnythingWasMade_isAnException() {
    try (HikariDataSource database = Pooled.inMemory()) {
      LosingCommits losing = new LosingCommits(database);
      JdbcStore store = JdbcStore.on(losing.dataSource());
      List<SeatChange> holds = eightHolds(store);
      losing.undoNext(1);
      losing.breakAfter(1);
      assertThatThrownBy(() -> store.seats().applyAll(holds)).isInstanceOf(StoreException.class);
      losing.breakAfter(100);
      assertThat(store.seats().countFree(holds.get(0).claim().show())).isEqualTo(8);
    }
  }

  /** The answers from before a lost commit stay; those of the lost one are unknown. */
  @Test
  void applyAll_lostInOneHalf_isUnknownThereOnly() {
    try (HikariDataSource database = Pooled.inMemory()) {
      LosingCommits losing = new LosingCommits(database);
      JdbcStore store = JdbcStore.on(losing.dataSource());
      List<SeatChange> holds = eightHolds(store);
      losing.undoNext(1);
      losing.loseNext();
      List<ChangeResult> results = store.seats().applyAll(holds);
      assertThat(results.subList(0, 4)).containsOnly(new ChangeResult.Unknown());
      assertThat(results.subList(4, 8)).hasOnlyElementsOfType(ChangeResult.Applied.class);
    }
  }

  private static List<SeatChange> eightHolds(JdbcStore store) {
    ShowId show = Shows.open(store.catalog(), 8);
    List<SeatChange> holds = new ArrayList<>();
    for (int seat = 0; seat < 8; seat++) {
      holds.add(new SeatChange.Hold(Shows.claim(show, "user" + seat, seat), Shows.TERMS, 0));
    }
    return holds;
  }
}
