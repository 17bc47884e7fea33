package io.github.boxoffice.simulator.history;

import io.github.boxoffice.simulator.history.Value.Claim;
import io.github.boxoffice.simulator.history.Value.SeatTold;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes values as JSON into a buffer of its own; one for each event, so no thread shares any. */
final class Encoder {
  private final JsonBytes out = new JsonBytes();

  /** All of an event but its number and its time, which only the recorder's lock gives out. */
  static JsonBytes rest(Event.Type type, Op op, Value value) {
    Encoder to = new Encoder();
    to.field("p", op.p()).field("type", type.text()).field("f", op.f().text()).field("op", op.id());
    to.name("value").object(value);
    return to.out.raw("}\n");
  }

  /**
   * What all events of one operation share.
   *
   * @param p who
   * @param f what was asked
   * @param id its id
   */
  record Op(String p, Verb f, String id) {}

  private void object(Value value) {
    out.raw('{');
    if (!asked(value)) {
      told(value);
    }
    out.raw('}');
  }

  private boolean asked(Value value) {
    if (value instanceof Value.HoldAsked v) {
      claim(v.claim()).field("ttlMillis", v.ttlMillis());
    } else if (value instanceof Value.PayAsked v) {
      field("hold", v.hold()).field("payment", v.payment());
      field("amount", v.amount()).field("currency", v.currency());
    } else if (value instanceof Value.ConfirmAsked v) {
      field("hold", v.hold()).field("payment", v.payment());
    } else if (value instanceof Value.ReleaseAsked v) {
      field("hold", v.hold());
    } else if (value instanceof Value.CancelAsked v) {
      field("booking", v.booking());
    } else if (value instanceof Value.RefundAsked v) {
      field("payment", v.payment()).field("amount", v.amount());
    } else if (value instanceof Value.WaitAsked v) {
      claim(v.claim());
    } else if (value instanceof Value.FaultAsked v) {
      field("name", v.name()).field("target", v.target());
    } else if (value instanceof Value.SeatsAsked v) {
      field("show", v.show());
    } else {
      return false;
    }
    return true;
  }

  private void told(Value value) {
    if (value instanceof Value.HoldTold v) {
      field("hold", v.hold()).claim(v.claim());
    } else if (value instanceof Value.PayTold v) {
      field("captured", v.captured());
    } else if (value instanceof Value.ConfirmTold v) {
      field("booking", v.booking()).claim(v.claim()).field("amount", v.amount());
    } else if (value instanceof Value.CancelTold v) {
      field("amount", v.amount());
    } else if (value instanceof Value.WaitTold v) {
      field("waiter", v.waiter());
    } else if (value instanceof Value.OfferTold v) {
      field("waiter", v.waiter()).field("hold", v.hold()).labels(v.seats());
    } else if (value instanceof Value.FaultTold v) {
      field("state", v.state());
    } else if (value instanceof Value.SeatsTold v) {
      field("show", v.show()).rows(v.seats());
    } else if (value instanceof Value.Refused v) {
      field("reason", v.reason()).labels(v.seats());
    }
  }

  private Encoder claim(Claim claim) {
    return field("show", claim.show()).labels(claim.seats()).field("user", claim.user());
  }

  private Encoder labels(List<String> labels) {
    name("seats").out.raw('[');
    for (String label : labels) {
      comma();
      text(label);
    }
    out.raw(']');
    return this;
  }

  private void rows(List<SeatTold> rows) {
    name("seats").out.raw('[');
    for (SeatTold row : rows) {
      comma();
      out.raw('{');
      field("seat", row.seat()).field("state", row.state().name());
      field("hold", row.hold()).field("booking", row.booking()).out.raw('}');
    }
    out.raw(']');
  }

  private Encoder field(String name, @Nullable String value) {
    name(name);
    if (value == null) {
      out.raw("null");
    } else {
      text(value);
    }
    return this;
  }

  private Encoder field(String name, long value) {
    name(name).out.number(value);
    return this;
  }

  private Encoder name(String name) {
    comma();
    out.raw('"').raw(name).raw("\":");
    return this;
  }

  private void comma() {
    if (!out.isAtBeginning()) {
      out.raw(',');
    }
  }

  private void text(String value) {
    out.text(value);
  }
}
