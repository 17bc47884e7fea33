package io.github.boxoffice;

import io.github.boxoffice.BoxOffice.SeatView;
import io.github.boxoffice.model.Seat;
import io.github.boxoffice.store.SeatStatus;
import java.util.AbstractList;
import java.util.List;
import java.util.Optional;
import java.util.RandomAccess;

/**
 * A show's seats as they were when they were read. Each is made when it is looked at: who looks for
 * a free seat, or counts them, need not have thousands made and collected.
 */
final class SeatViews extends AbstractList<SeatView> implements RandomAccess {
  private final List<Seat> seats;
  private final List<SeatStatus> states;

  SeatViews(List<Seat> seats, List<SeatStatus> states) {
    this.seats = seats;
    this.states = states;
  }

  @Override
  public SeatView get(int i) {
    SeatStatus status = states.get(i);
    return new SeatView(seats.get(i), status.state(), Optional.ofNullable(status.hold()));
  }

  @Override
  public int size() {
    return states.size();
  }
}
