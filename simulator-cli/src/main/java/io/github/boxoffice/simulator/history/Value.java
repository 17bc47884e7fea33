package io.github.boxoffice.simulator.history;

import io.github.boxoffice.BoxOffice.SeatView;
import io.github.boxoffice.booking.Booking;
import io.github.boxoffice.booking.Hold;
import io.github.boxoffice.store.SeatState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an event says. Amounts are minor units. */
public sealed interface Value {
  /**
   * Who wants or has which seats. In an answer, what the history does not say is empty.
   *
   * @param show the show's id
   * @param seats labels
   * @param user whose they are
   */
  record Claim(String show, List<String> seats, String user) {
    /** Keeps its own copy of the seats. */
    public Claim {
      seats = List.copyOf(seats);
    }
  }

  /**
   * Invokes {@link Verb#HOLD}.
   *
   * @param ttlMillis how long it is to last; 0 if that is not said
   */
  record HoldAsked(Claim claim, long ttlMillis) implements Value {}

  /** Answers {@link Verb#HOLD}: what the client was told, whatever it asked for. */
  record HoldTold(String hold, Claim claim) implements Value {
    /** The library's answer. */
    public static HoldTold of(Hold hold) {
      return new HoldTold(
          hold.id().toString(), new Claim(hold.show().toString(), hold.seats(), hold.user()));
    }
  }

  /** Invokes {@link Verb#PAY}. */
  record PayAsked(String hold, String payment, long amount, String currency) implements Value {}

  /**
   * Answers {@link Verb#PAY}.
   *
   * @param captured how much was taken; negative if the history does not say
   */
  record PayTold(long captured) implements Value {}

  /** Invokes {@link Verb#CONFIRM}. */
  record ConfirmAsked(String hold, String payment) implements Value {}

  /**
   * Answers {@link Verb#CONFIRM}.
   *
   * @param amount what was paid; negative if the history does not say
   */
  record ConfirmTold(String booking, Claim claim, long amount) implements Value {
    /** The library's answer. */
    public static ConfirmTold of(Booking booking) {
      return new ConfirmTold(
          booking.id().toString(),
          new Claim(booking.show().toString(), booking.seats(), booking.user()),
          booking.amount().minorUnits());
    }
  }

  /** Invokes {@link Verb#RELEASE}. */
  record ReleaseAsked(String hold) implements Value {}

  /** Invokes {@link Verb#CANCEL}. */
  record CancelAsked(String booking) implements Value {}

  /**
   * Answers {@link Verb#CANCEL}.
   *
   * @param amount what was given back; negative if the history does not say
   */
  record CancelTold(long amount) implements Value {}

  /** Invokes {@link Verb#REFUND}. */
  record RefundAsked(String payment, long amount) implements Value {}

  /** Invokes {@link Verb#WAIT}: the seats that are wanted. */
  record WaitAsked(Claim claim) implements Value {}

  /** Answers {@link Verb#WAIT}: a place in the queue. */
  record WaitTold(String waiter) implements Value {}

  /** Answers {@link Verb#OFFER}: seats held for somebody who waited. */
  record OfferTold(String waiter, String hold, List<String> seats) implements Value {
    /** Keeps its own copy of the seats. */
    public OfferTold {
      seats = List.copyOf(seats);
    }
  }

  /** Invokes {@link Verb#FAULT}: what is done, and to whom. */
  record FaultAsked(String name, String target) implements Value {}

  /**
   * Answers {@link Verb#FAULT}.
   *
   * @param state {@code started} or {@code healed}
   */
  record FaultTold(String state) implements Value {}

  /** Invokes {@link Verb#SEAT}. */
  record SeatsAsked(String show) implements Value {}

  /** Answers {@link Verb#SEAT}: every seat of the show. */
  record SeatsTold(String show, List<SeatTold> seats) implements Value {
    /** Keeps its own copy of the seats. */
    public SeatsTold {
      seats = List.copyOf(seats);
    }

    /** The library's answer. */
    public static SeatsTold of(String show, List<SeatView> seats) {
      return new SeatsTold(show, seats.stream().map(SeatTold::of).toList());
    }
  }

  /**
   * One seat.
   *
   * @param seat its label
   * @param hold the hold that keeps it, if it is HELD
   * @param booking the booking that has it, if it is BOOKED
   */
  record SeatTold(String seat, SeatState state, @Nullable String hold, @Nullable String booking) {
    private static SeatTold of(SeatView view) {
      String owner = view.hold().map(Object::toString).orElse(null);
      return new SeatTold(
          view.seat().label(),
          view.state(),
          view.state() == SeatState.HELD ? owner : null,
          view.state() == SeatState.BOOKED ? owner : null);
    }
  }

  /**
   * Why something did not happen, or why nobody knows.
   *
   * @param seats the seats concerned; empty where none is
   */
  record Refused(String reason, List<String> seats) implements Value {
    /** Keeps its own copy of the seats. */
    public Refused {
      seats = List.copyOf(seats);
    }
  }

  /** There is nothing more to say. */
  record Nothing() implements Value {
    /** The only one needed. */
    public static final Nothing TO_SAY = new Nothing();
  }
}
