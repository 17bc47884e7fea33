package io.github.boxoffice.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.github.boxoffice.contract.SettableClock;
import io.github.boxoffice.contract.Shows;
import io.github.boxoffice.contract.Way;
import io.github.boxoffice.model.ShowId;
import io.github.boxoffice.store.ChangeResult;
import io.github.boxoffice.store.Claim;
import io.github.boxoffice.store.HoldPayment;
import io.github.boxoffice.store.HoldState;
import io.github.boxoffice.store.Isolation;
import io.github.boxoffice.store.PaymentState;
import io.github.boxoffice.store.SeatChange;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The connection is lost while a commit is on its way, or its answer: nobody can know which. The
 * caller is told so, and finds the truth by asking again with the same id.
 */
@Timeout(60)
abstract class LostAnswerContract {
  private final TestedDatabase kind;
  private HikariDataSource database;
  private Relay relay;
  private JdbcStore direct;
  private JdbcStore store;
  private ShowId show;

  LostAnswerContract(TestedDatabase kind) {
    this.kind = kind;
  }

  /** The port of the server behind this database. */
  abstract int port(HikariDataSource database);

  /** The same database through the relay, without a pool. */
  abstract DataSource through(HikariDataSource database, int port);

  /** The last words of a hold or a confirmation of this way, after which it is made. */
  abstract String lastWords(Way way, boolean hold);

  @BeforeEach
  void openStores() throws IOException {
    database = kind.open();
    direct = kind.store(database, new SettableClock());
    relay = Relay.to(port(database));
    store = kind.store(through(database, relay.port()), new SettableClock());
    show = Shows.open(direct.catalog(), 4);
  }

  @AfterEach
  void closeStores() throws IOException {
    relay.close();
    database.close();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void hold_connectionLost_isUnknownAndAskingAgainFindsTheTruth(Way way, boolean arrives) {
    SeatChange hold = new SeatChange.Hold(Shows.claim(show, "alice", 0, 2), Shows.TERMS, 0);
    relay.loseAt(lastWords(way, true), arrives);
    assertThat(way.apply(store.seats(), hold)).isEqualTo(new ChangeResult.Unknown());
    assertThat(direct.seats().find(show, hold.claim().id()).isPresent()).isEqualTo(arrives);
    assertThat(again(way, hold)).isInstanceOf(ChangeResult.Applied.class);
    assertThat(direct.seats().countFree(show)).isEqualTo(2);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void confirm_connectionLost_isUnknownAndAskingAgainFindsTheTruth(Way way, boolean arrives) {
    Claim claim = Shows.claim(show, "alice", 0, 2);
    direct.seats().apply(new SeatChange.Hold(claim, Shows.TERMS, 0), Isolation.GUARDED);
    HoldPayment payment = Shows.payment();
    direct.seats().apply(new SeatChange.Pay(claim, payment, Shows.TTL), Isolation.GUARDED);
    SeatChange confirm = new SeatChange.Confirm(claim, payment, false);
    relay.loseAt(lastWords(way, false), arrives);
    assertThat(way.apply(store.seats(), confirm)).isEqualTo(new ChangeResult.Unknown());
    assertThat(direct.seats().find(show, claim.id()).orElseThrow().state())
        .isEqualTo(arrives ? HoldState.CONFIRMED : HoldState.HELD);
    assertThat(again(way, confirm)).isEqualTo(new ChangeResult.Applied(HoldState.CONFIRMED, 0));
    assertThat(direct.payments().find(payment.id()).orElseThrow().state())
        .isEqualTo(PaymentState.CAPTURED);
  }

  /**
   * The server may take a moment to see that a connection is gone, and keeps its locks until then.
   */
  private ChangeResult again(Way way, SeatChange change) {
    ChangeResult result = way.apply(store.seats(), change);
    while (result instanceof ChangeResult.Contended) {
      result = way.apply(store.seats(), change);
    }
    return result;
  }

  static List<Arguments> cases() {
    return Arrays.stream(Way.values())
        .flatMap(way -> Stream.of(Arguments.of(way, true), Arguments.of(way, false)))
        .toList();
  }
}
