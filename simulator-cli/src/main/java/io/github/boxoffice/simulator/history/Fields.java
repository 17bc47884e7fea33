package io.github.boxoffice.simulator.history;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.boxoffice.simulator.history.Value.Claim;
import io.github.boxoffice.simulator.history.Value.SeatTold;
import io.github.boxoffice.store.SeatState;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The fields of an event's value as they were read, and what they mean for its verb. */
final class Fields {
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
  private final List<String> labels = new ArrayList<>();
  private final List<SeatTold> rows = new ArrayList<>();

  /** Reads the value that the parser stands at. */
  static Fields read(JsonParser json) throws IOException {
    Fields fields = new Fields();
    if (json.currentToken() == JsonToken.START_OBJECT) {
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String field = json.currentName();
        json.nextToken();
        fields.read(json, field);
      }
    } else if (json.currentToken() != JsonToken.VALUE_NULL) {
      throw new HistoryException("a value must be an object");
    }
    return fields;
  }

  private void read(JsonParser json, String field) throws IOException {
    switch (field) {
      case "show" -> show = text(json, field);
      case "user" -> user = text(json, field);
      case "hold" -> hold = text(json, field);
      case "payment" -> payment = text(json, field);
      case "booking" -> booking = text(json, field);
      case "seats" -> seats(json);
      case "amount" -> amount = number(json, field);
      case "captured" -> captured = flagOrNumber(json, field);
      case "ttlMillis" -> ttlMillis = number(json, field);
      case "currency" -> currency = text(json, field);
      case "reason" -> reason = text(json, field);
      default -> readRare(json, field);
    }
  }

  private void readRare(JsonParser json, String field) throws IOException {
    switch (field) {
      case "seat" -> seat = text(json, field);
      case "state" -> state = text(json, field);
      case "waiter" -> waiter = text(json, field);
      case "name" -> name = text(json, field);
      case "target" -> target = text(json, field);
      default -> json.skipChildren();
    }
  }

  private void seats(JsonParser json) throws IOException {
    if (json.currentToken() != JsonToken.START_ARRAY) {
      json.skipChildren(); // "wanted seats" may be how many.
      return;
    }
    for (JsonToken next = json.nextToken(); next != JsonToken.END_ARRAY; next = json.nextToken()) {
      if (next == JsonToken.START_OBJECT) {
        rows.add(read(json).row());
      } else {
        labels.add(needed(text(json, "seats"), "seats"));
      }
    }
  }

  private SeatTold row() {
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

  private static String needed(@Nullable String text, String field) {
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

  /** A string, or a number as one; null for null. */
  static @Nullable String text(JsonParser json, String field) throws IOException {
    return switch (json.currentToken()) {
      case VALUE_NULL -> null;
      case VALUE_STRING, VALUE_NUMBER_INT -> json.getText();
      default -> throw new HistoryException("'" + field + "' must be text");
    };
  }

  static long number(JsonParser json, String field) throws IOException {
    if (json.currentToken() != JsonToken.VALUE_NUMBER_INT) {
      throw new HistoryException("'" + field + "' must be a whole number");
    }
    return json.getLongValue();
  }

  private static long flagOrNumber(JsonParser json, String field) throws IOException {
    return switch (json.currentToken()) {
      case VALUE_TRUE, VALUE_NULL -> -1;
      case VALUE_FALSE -> 0;
      default -> number(json, field);
    };
  }
}
