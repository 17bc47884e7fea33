package io.github.boxoffice.simulator.history;

import io.github.boxoffice.model.Outcome;
import io.github.boxoffice.model.Refusal;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * An operation that was invoked and is not completed yet. It is completed once; one that never is
 * may have happened.
 *
 * @param <T> what is told when it happened
 */
public final class Call<T extends Value> {
  private final Client client;
  private final Encoder.Op op;
  private final AtomicBoolean over = new AtomicBoolean();

  Call(Client client, Encoder.Op op) {
    this.client = client;
    this.op = op;
  }

  /** It happened, and this is what the client was told. */
  public void ok(T told) {
    end(Event.Type.OK, told);
  }

  /** It certainly did not happen. */
  public void fail(String reason, List<String> seats) {
    end(Event.Type.FAIL, new Value.Refused(reason, seats));
  }

  /** It may have happened, or may still happen. */
  public void info(String reason) {
    end(Event.Type.INFO, new Value.Refused(reason, List.of()));
  }

  /** Whatever the library answered, with {@code told} saying what was done; answers it again. */
  public <X> Outcome<X> end(Outcome<X> outcome, Function<X, T> told) {
    if (outcome instanceof Outcome.Done<X> done) {
      ok(told.apply(done.value()));
    } else if (outcome instanceof Outcome.Refused<X> refused) {
      fail(text(refused.reason()), refused.seats());
    } else {
      info("UNKNOWN");
    }
    return outcome;
  }

  private static String text(Refusal reason) {
    return reason == Refusal.PAYMENT_DECLINED ? "DECLINED" : reason.name();
  }

  private void end(Event.Type type, Value told) {
    if (!over.compareAndSet(false, true)) {
      throw new IllegalStateException(op + " was completed before");
    }
    client.end(type, op, told);
  }
}
