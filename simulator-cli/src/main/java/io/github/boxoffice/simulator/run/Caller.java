package io.github.boxoffice.simulator.run;

import io.github.boxoffice.BoxOffice;
import io.github.boxoffice.booking.Booking;
import io.github.boxoffice.booking.Hold;
import io.github.boxoffice.booking.HoldRequest;
import io.github.boxoffice.booking.Payment;
import io.github.boxoffice.model.Money;
import io.github.boxoffice.model.Outcome;
import io.github.boxoffice.model.ShowId;
import io.github.boxoffice.payment.Order;
import io.github.boxoffice.simulator.history.Call;
import io.github.boxoffice.simulator.history.Client;
import io.github.boxoffice.simulator.history.Value;
import io.github.boxoffice.store.SeatState;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Asks the box office for one client, and writes down what it asked and what it was told. */
final class Caller {
  private final BoxOffice office;
  private final Books books;
  private final Client history;

  Caller(BoxOffice office, Books books, String p) {
    this.office = office;
    this.books = books;
    this.history = books.history().by(p);
  }

  Outcome<Hold> hold(HoldRequest wanted) {
    Value.Claim claim = new Value.Claim(wanted.show().toString(), wanted.seats(), wanted.user());
    long ttl = wanted.ttl() == null ? 0 : wanted.ttl().toMillis();
    Call<Value.HoldTold> call = history.hold(claim, ttl);
    return end(call, () -> office.hold(wanted), Value.HoldTold::of);
  }

  Outcome<Payment> pay(Hold hold, Order order) {
    Money price = hold.price();
    Call<Value.PayTold> call =
        history.pay(charge(hold.id().toString(), order.id().toString(), price));
    books.begun(order.id());
    Outcome<Payment> paid =
        end(call, () -> office.charge(hold, order), done -> new Value.PayTold(price.minorUnits()));
    if (paid instanceof Outcome.Refused) {
      books.settled(order.id());
    }
    return paid;
  }

  static Value.PayAsked charge(String hold, String payment, Money price) {
    return new Value.PayAsked(
        hold, payment, price.minorUnits(), price.currency().getCurrencyCode());
  }

  Outcome<Booking> confirm(Hold hold, Payment payment) {
    Call<Value.ConfirmTold> call = history.confirm(hold.id().toString(), payment.id().toString());
    Outcome<Booking> confirmed =
        end(call, () -> office.confirm(hold, payment), Value.ConfirmTold::of);
    if (confirmed.isDone()) {
      books.settled(payment.id());
    }
    return confirmed;
  }

  void release(Hold hold) {
    end(history.release(hold.id().toString()), () -> office.release(hold), done -> nothing());
  }

  void refund(Payment payment) {
    Call<Value.Nothing> call =
        history.refund(payment.id().toString(), payment.amount().minorUnits());
    if (end(call, () -> office.refund(payment.id()), done -> nothing()).isDone()) {
      books.settled(payment.id());
    }
  }

  void cancel(Booking booking) {
    books.begun(booking.payment());
    Call<Value.CancelTold> call = history.cancel(booking.id().toString());
    Outcome<Money> cancelled =
        end(call, () -> office.cancel(booking), done -> new Value.CancelTold(done.minorUnits()));
    if (cancelled.isDone()) {
      books.settled(booking.payment());
    }
  }

  void seats(ShowId show) {
    Call<Value.SeatsTold> call = history.seats(show.toString());
    call.ok(Value.SeatsTold.of(show.toString(), office.seats(show)));
  }

  /** Reads every seat, and writes down those that are not free and those that somebody had. */
  void seats(ShowId show, BitSet had) {
    Call<Value.SeatsTold> call = history.seats(show.toString());
    List<BoxOffice.SeatView> told = new ArrayList<>();
    List<BoxOffice.SeatView> all = office.seats(show);
    for (int i = 0; i < all.size(); i++) {
      if (had.get(i) || all.get(i).state() != SeatState.FREE) {
        told.add(all.get(i));
      }
    }
    call.ok(Value.SeatsTold.of(show.toString(), told));
  }

  private static Value.Nothing nothing() {
    return Value.Nothing.TO_SAY;
  }

  /** What breaks on the way may have happened, and ends the run. */
  private <X, T extends Value> Outcome<X> end(
      Call<T> call, Supplier<Outcome<X>> ask, Function<X, T> told) {
    Outcome<X> outcome;
    try {
      outcome = ask.get();
    } catch (RuntimeException e) {
      call.info(e.getClass().getSimpleName());
      books.trouble().report(e);
      return new Outcome.Unknown<>("");
    }
    return call.end(outcome, told);
  }
}
