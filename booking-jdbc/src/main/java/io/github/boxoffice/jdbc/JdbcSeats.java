package io.github.boxoffice.jdbc;

import io.github.boxoffice.model.HoldId;
import io.github.boxoffice.model.SeatSet;
import io.github.boxoffice.model.ShowId;
import io.github.boxoffice.store.ChangeResult;
import io.github.boxoffice.store.Claim;
import io.github.boxoffice.store.HoldRecord;
import io.github.boxoffice.store.Isolation;
import io.github.boxoffice.store.SeatChange;
import io.github.boxoffice.store.SeatState;
import io.github.boxoffice.store.SeatStatus;
import io.github.boxoffice.store.SeatStore;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Seats and holds in a database: which transaction does what. */
final class JdbcSeats implements SeatStore {
  private final Transactions transactions;
  private final Sale sale;
  private final Shortcut shortcut;
  private final Glance glance;
  private final Taking taking;
  private final Steps steps;
  private final SeatReads reads;
  private final Lapsed lapsed;
  private final Batch batch;

  JdbcSeats(Transactions transactions, Sale sale) {
    this.transactions = transactions;
    this.sale = sale;
    this.shortcut = sale.dialect().shortcut(sale);
    this.glance = sale.dialect().glance(sale);
    this.taking = new Taking(sale);
    this.steps = new Steps(sale);
    this.reads = new SeatReads(sale);
    this.lapsed = sale.dialect().lapsed(sale);
    this.batch = new Batch(transactions, sale);
  }

  @Override
  public ChangeResult apply(SeatChange change, Isolation isolation) {
    ChangeResult quick = quick(change, isolation);
    return quick == null ? careful(change, isolation) : quick;
  }

  private @Nullable ChangeResult quick(SeatChange change, Isolation isolation) {
    if (change instanceof SeatChange.Hold hold) {
      return quick(
          change,
          isolation,
          connection -> shortcut.hold(connection, hold, isolation),
          connection -> glance.refusal(connection, hold));
    } else if (change instanceof SeatChange.Confirm confirm) {
      return quick(
          change,
          isolation,
          connection -> shortcut.confirm(connection, confirm, isolation),
          connection -> null);
    }
    return null;
  }

  private @Nullable ChangeResult quick(
      SeatChange change,
      Isolation isolation,
      Transactions.Attempt attempt,
      Transactions.Work refusal) {
    if (shortcut.isOneStatement(change, isolation)) {
      return transactions.statement(attempt, refusal);
    }
    return transactions.change(
        shortcut.around(isolation),
        attempt,
        sale.dialect().looks(isolation) ? refusal : connection -> null);
  }

  private ChangeResult careful(SeatChange change, Isolation isolation) {
    ChangeResult result =
        change instanceof SeatChange.Hold hold
            ? hold(hold, isolation)
            : transactions.change(
                isolation, connection -> steps.careful(connection, change, isolation));
    return result == null ? new ChangeResult.Conflict() : result;
  }

  private @Nullable ChangeResult hold(SeatChange.Hold hold, Isolation isolation) {
    ChangeResult result =
        transactions.change(isolation, connection -> taking.careful(connection, hold, isolation));
    return result == null
        ? transactions.change(isolation, connection -> taking.again(connection, hold))
        : result;
  }

  @Override
  public List<ChangeResult> applyAll(List<SeatChange> changes) {
    return batch.apply(changes, change -> apply(change, Isolation.GUARDED));
  }

  @Override
  public Optional<HoldRecord> find(ShowId show, HoldId hold) {
    return transactions.ask(
        connection -> sale.holds().find(connection, show, hold).map(HoldRows.Stored::hold));
  }

  @Override
  public long highestFence(ShowId show, SeatSet seats) {
    return transactions.ask(connection -> sale.seats().highestFence(connection, show, seats));
  }

  @Override
  public List<SeatStatus> seats(ShowId show) {
    return transactions.ask(connection -> reads.seats(connection, show));
  }

  @Override
  public List<Claim> lapsed(int limit) {
    return transactions.ask(
        connection -> {
          List<Claim> found = lapsed.find(connection, limit);
          sale.dialect().forget(connection);
          return found;
        });
  }

  @Override
  public int countFree(ShowId show) {
    return (int) seats(show).stream().filter(seat -> seat.state() == SeatState.FREE).count();
  }
}
