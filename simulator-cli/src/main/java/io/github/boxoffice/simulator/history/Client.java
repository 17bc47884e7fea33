package io.github.boxoffice.simulator.history;

import io.github.boxoffice.simulator.history.Value.Claim;
import io.github.boxoffice.simulator.history.Value.Nothing;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Records what one client asks and is told: each method records that the client is about to ask,
 * and answers a {@link Call} to record what it was told.
 *
 * <p>Whoever does not know what became of a call invokes nothing more: after an {@code info} this
 * client goes on under another {@code p}, {@code p0-u17+1} for {@code p0-u17}.
 */
public final class Client {
  private final Recorder recorder;
  private final String name;
  private final AtomicInteger lives = new AtomicInteger();

  Client(Recorder recorder, String name) {
    this.recorder = recorder;
    this.name = name;
  }

  /** Holds seats for this long. */
  public Call<Value.HoldTold> hold(Claim wanted, long ttlMillis) {
    return call(Verb.HOLD, new Value.HoldAsked(wanted, ttlMillis));
  }

  /** Charges for a hold. */
  public Call<Value.PayTold> pay(Value.PayAsked charge) {
    return call(Verb.PAY, charge);
  }

  /** Makes a hold a booking. */
  public Call<Value.ConfirmTold> confirm(String hold, String payment) {
    return call(Verb.CONFIRM, new Value.ConfirmAsked(hold, payment));
  }

  /** Gives a hold back. */
  public Call<Nothing> release(String hold) {
    return call(Verb.RELEASE, new Value.ReleaseAsked(hold));
  }

  /** Gives a booking back. */
  public Call<Value.CancelTold> cancel(String booking) {
    return call(Verb.CANCEL, new Value.CancelAsked(booking));
  }

  /** Asks for money back. */
  public Call<Nothing> refund(String payment, long amount) {
    return call(Verb.REFUND, new Value.RefundAsked(payment, amount));
  }

  /** Queues for seats. */
  public Call<Value.WaitTold> await(Claim wanted) {
    return call(Verb.WAIT, new Value.WaitAsked(wanted));
  }

  /** Asks what was held for somebody who waited. */
  public Call<Value.OfferTold> offer() {
    return call(Verb.OFFER, Nothing.TO_SAY);
  }

  /** Breaks something on purpose, or heals it. */
  public Call<Value.FaultTold> fault(String what, String target) {
    return call(Verb.FAULT, new Value.FaultAsked(what, target));
  }

  /** Reads every seat of a show. */
  public Call<Value.SeatsTold> seats(String show) {
    return call(Verb.SEAT, new Value.SeatsAsked(show));
  }

  private <T extends Value> Call<T> call(Verb f, Value asked) {
    int life = lives.get();
    String p = life == 0 ? name : name + "+" + life;
    Encoder.Op op = new Encoder.Op(p, f, recorder.nextOp());
    recorder.record(Event.Type.INVOKE, op, asked);
    return new Call<>(this, op);
  }

  void end(Event.Type type, Encoder.Op op, Value told) {
    if (type == Event.Type.INFO) {
      lives.incrementAndGet();
    }
    recorder.record(type, op, told);
  }
}
