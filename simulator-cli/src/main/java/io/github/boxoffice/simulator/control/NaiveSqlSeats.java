package io.github.boxoffice.simulator.control;

import io.github.boxoffice.model.Refusal;
import io.github.boxoffice.model.SeatSet;
import io.github.boxoffice.simulator.store.ForwardingSeats;
import io.github.boxoffice.store.ChangeResult;
import io.github.boxoffice.store.Claim;
import io.github.boxoffice.store.Isolation;
import io.github.boxoffice.store.SeatChange;
import io.github.boxoffice.store.SeatState;
import io.github.boxoffice.store.SeatStatus;
import io.github.boxoffice.store.SeatStore;
import io.github.boxoffice.store.StoreException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/**
 * Takes seats in a database as it is naively written: it reads the seats, and if they are free it
 * writes over whatever their rows say by then, with an UPDATE that expects nothing. The hold is
 * written down by the sound store, to which the seats now look free; all later steps are the sound
 * store's too, and it has no reason to doubt a hold.
 */
final class NaiveSqlSeats extends ForwardingSeats {
  /** The class of SQLSTATE that is called "transaction rollback"; deadlocks are in it. */
  private static final String UNDONE = "40";

  private static final String OVERWRITE =
      "UPDATE show_seat SET hold_id = NULL WHERE show_id = ? AND seat_no = ?";

  private final DataSource dataSource;

  NaiveSqlSeats(DataSource dataSource, SeatStore sound) {
    super(sound);
    this.dataSource = dataSource;
  }

  @Override
  public ChangeResult apply(SeatChange change, Isolation isolation) {
    boolean fresh =
        change instanceof SeatChange.Hold
            && find(change.claim().show(), change.claim().id()).isEmpty();
    return fresh ? take(change, isolation) : super.apply(change, isolation);
  }

  private ChangeResult take(SeatChange wanted, Isolation isolation) {
    Claim claim = wanted.claim();
    List<SeatStatus> seats = seats(claim.show());
    int[] taken =
        claim.seats().stream().filter(i -> seats.get(i).state() != SeatState.FREE).toArray();
    if (taken.length > 0) {
      return new ChangeResult.Refused(Refusal.SEATS_HELD, SeatSet.of(taken));
    }
    Pause.betweenCheckAndWrite();
    return overwrite(claim) ? super.apply(wanted, isolation) : new ChangeResult.Conflict();
  }

  /** False if the database undid it for a rival's sake, which even the naive are told. */
  private boolean overwrite(Claim claim) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement update = connection.prepareStatement(OVERWRITE)) {
      update.setLong(1, claim.show().value());
      for (int i = 0; i < claim.seats().size(); i++) {
        update.setInt(2, claim.seats().get(i));
        update.executeUpdate();
      }
      return true;
    } catch (SQLException e) {
      if (e.getSQLState() != null && e.getSQLState().startsWith(UNDONE)) {
        return false;
      }
      throw new StoreException("cannot take seats: " + e.getMessage(), e);
    }
  }

  @Override
  public List<ChangeResult> applyAll(List<SeatChange> changes) {
    return changes.stream().map(change -> apply(change, Isolation.GUARDED)).toList();
  }
}
