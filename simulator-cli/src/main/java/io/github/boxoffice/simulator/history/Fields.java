package io.github.boxoffice.simulator.history;

import io.github.boxoffice.simulator.history.Value.Claim;
import io.github.boxoffice.simulator.history.Value.SeatTold;
import io.github.boxoffice.store.SeatState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The fields of an event's value as they were read, and what they mean for its verb. */
final class Fields {
  static final String SEATS = "seats";
  static final String CAPTURED = "captured";

  private @Nullable String show;
  private @Nullable String user;
  private @Nullable String hold;
  private @Nullable String payment;
  private @Nullable String booking;
  private @Nullable String currency;
  private @Nullable String reason;
  private @Nullable String waiter;
  private @Nullable String name;
  private @Nullable String target;
  private @Nullable String state;
  private @Nullable String seat;
  private long ttlMillis;
  private long amount = -1;
  private long captured = -1;
  private List<String> labels = List.of(); // Most events have none of either.
  private List<SeatTold> rows = List.of();

  /** Says a text; whether there is a field of this name that may be one. */
  boolean put(String field, @Nullable String text) {
    switch (field) {
      case "show" -> show = text;
      case "user" -> user = text;
      case "hold" -> hold = text;
      case "payment" -> payment = text;
      case "booking" -> booking = text;
      case "currency" -> currency = text;
      case "reason" -> reason = text;
      default -> {
        return putRare(field, text);
      }
    }
    return true;
  }

  private boolean putRare(String field, @Nullable String text) {
    switch (field) {
      case "seat" -> seat = text;
      case "state" -> state = text;
      case "waiter" -> waiter = text;
      case "name" -> name = text;
      case "target" -> target = text;
      default -> {
        return false;
      }
    }
    return true;
  }

  /** Says a number; whether there is a field of this name that may be one. */
  boolean put(String field, long number) {
    switch (field) {
      case "amount" -> amount = number;
      case CAPTURED -> captured = number;
      case "ttlMillis" -> ttlMillis = number;
      default -> {
        return false;
      }
    }
    return true;
  }

  /** One more of the seats. */
  void add(String label) {
    labels = labels.isEmpty() ? new ArrayList<>() : labels;
    labels.add(label);
  }

  /** One more of the seats, as it was read. */
  void add(SeatTold row) {
    rows = rows.isEmpty() ? new ArrayList<>() : rows;
    rows.add(row);
  }

  /** These are one seat's, as it was read. */
  SeatTold row() {
    String text = needed(state, "state").toUpperCase(Locale.ROOT);
    for (SeatState known : SeatState.values()) {
      if (known.name().equals(text)) {
        return new SeatTold(needed(seat, "seat"), known, hold, booking);
      }
    }
    throw new HistoryException("unknown state '" + state + "'");
  }

  /** What was said. */
  Value value(Verb f, Event.Type type) {
    try {
      return switch (type) {
        case INVOKE -> asked(f);
        case OK -> told(f);
        case FAIL, INFO -> new Value.Refused(reason == null ? "" : reason, labels);
      };
    } catch (HistoryException e) {
      throw new HistoryException(type.text() + " of " + f.text() + ": " + e.getMessage());
    }
  }

  private Value asked(Verb f) {
    return switch (f) {
      case HOLD -> new Value.HoldAsked(claim(), ttlMillis);
      case PAY ->
          new Value.PayAsked(
              needed(hold, "hold"),
              needed(payment, "payment"),
              needed(amount, "amount"),
              currency == null ? "" : currency);
      case CONFIRM -> new Value.ConfirmAsked(needed(hold, "hold"), needed(payment, "payment"));
      case RELEASE -> new Value.ReleaseAsked(needed(hold, "hold"));
      case CANCEL -> new Value.CancelAsked(needed(booking, "booking"));
      case REFUND -> new Value.RefundAsked(needed(payment, "payment"), needed(amount, "amount"));
      case SEAT -> new Value.SeatsAsked(needed(show, "show"));
      case FAULT -> new Value.FaultAsked(orEmpty(name), orEmpty(target));
      case WAIT -> new Value.WaitAsked(new Claim(needed(show, "show"), labels, orEmpty(user)));
      case OFFER -> Value.Nothing.TO_SAY;
    };
  }

  private Value told(Verb f) {
    return switch (f) {
      case HOLD -> new Value.HoldTold(needed(hold, "hold"), claimTold());
      case PAY -> new Value.PayTold(captured);
      case CONFIRM -> new Value.ConfirmTold(needed(booking, "booking"), claimTold(), amount);
      case CANCEL -> new Value.CancelTold(amount);
      case SEAT -> new Value.SeatsTold(orEmpty(show), rows);
      case FAULT -> new Value.FaultTold(orEmpty(state));
      case WAIT -> new Value.WaitTold(orEmpty(waiter));
      case OFFER -> new Value.OfferTold(orEmpty(waiter), needed(hold, "hold"), labels);
      case RELEASE, REFUND -> Value.Nothing.TO_SAY;
    };
  }

  private Claim claim() {
    if (labels.isEmpty()) {
      throw new HistoryException("'seats' is missing");
    }
    return new Claim(needed(show, "show"), labels, needed(user, "user"));
  }

  private Claim claimTold() {
    return new Claim(orEmpty(show), labels, orEmpty(user));
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  static String needed(@Nullable String text, String field) {
    if (text == null) {
      throw new HistoryException("'" + field + "' is missing");
    }
    return text;
  }

  private static long needed(long number, String field) {
    if (number < 0) {
      throw new HistoryException("'" + field + "' is missing or negative");
    }
    return number;
  }
}
