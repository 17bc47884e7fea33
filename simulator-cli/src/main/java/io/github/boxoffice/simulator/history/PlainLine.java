package io.github.boxoffice.simulator.history;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Reads a line that is written as our recorder writes it: these fields in this order, no space
 * between them, no text with an escape or a letter beyond ASCII. That is several times as fast as
 * reading any JSON. Every other line is not plain: what it says, or what is wrong with it, is for
 * {@link EventParser} to find.
 */
final class PlainLine {
  private static final byte[] NUMBER = ascii("{\"i\":");
  private static final byte[] TIME = ascii(",\"t\":");
  private static final byte[] WHO = ascii(",\"p\":");
  private static final byte[] TYPE = ascii(",\"type\":");
  private static final byte[] VERB = ascii(",\"f\":");
  private static final byte[] OP = ascii(",\"op\":");
  private static final byte[] VALUE = ascii(",\"value\":");
  private static final byte[] NULL = ascii("null");

  /** So many digits fit a long, whatever they are. */
  private static final int DIGITS = 18;

  private final Texts texts = new Texts();
  private byte[] bytes = {};
  private int at;
  private int end;

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** The event of the line that begins and ends there; empty if it is not plain. */
  Optional<Event> read(byte[] line, int from, int to) {
    bytes = line;
    at = from;
    end = to;
    try {
      return Optional.of(event());
    } catch (HistoryException e) {
      return Optional.empty();
    }
  }

  private Event event() {
    skip(NUMBER);
    long i = number();
    skip(TIME);
    long t = number();
    skip(WHO);
    String p = text();
    skip(TYPE);
    Event.Type type = Event.Type.of(text()).orElseThrow(PlainLine::notPlain);
    skip(VERB);
    Verb verb = Verb.of(text()).orElseThrow(PlainLine::notPlain);
    skip(OP);
    String op = text();
    skip(VALUE);
    Fields value = fields();
    skip('}');
    require(at == end);
    return new Event(i, t, p, type, verb, op, value.value(verb, type));
  }

  private Fields fields() {
    Fields fields = new Fields();
    skip('{');
    while (next() != '}') {
      String name = text();
      skip(':');
      field(fields, name);
      if (next() == ',') {
        at++;
        require(next() == '"');
      } else {
        require(next() == '}');
      }
    }
    at++;
    return fields;
  }

  private void field(Fields fields, String name) {
    switch (next()) {
      case '"' -> require(fields.put(name, text()));
      case '[' -> {
        require(name.equals(Fields.SEATS));
        seats(fields);
      }
      case 'n' -> {
        skip(NULL);
        require(fields.put(name, (String) null));
      }
      default -> require(fields.put(name, number()));
    }
  }

  private void seats(Fields fields) {
    skip('[');
    while (next() != ']') {
      if (next() == '{') {
        fields.add(fields().row());
      } else {
        fields.add(text());
      }
      if (next() == ',') {
        at++;
        require(next() != ']');
      } else {
        require(next() == ']');
      }
    }
    at++;
  }

  private String text() {
    skip('"');
    int from = at;
    while (next() != '"') {
      require(bytes[at] >= ' ' && bytes[at] != '\\'); // Beyond ASCII bytes are negative.
      at++;
    }
    return texts.of(bytes, from, at++);
  }

  private long number() {
    int from = at;
    long number = 0;
    while (next() >= '0' && next() <= '9') {
      number = 10 * number + (bytes[at++] - '0');
    }
    int digits = at - from;
    require(digits > 0 && digits <= DIGITS && (digits == 1 || bytes[from] != '0'));
    return number;
  }

  private byte next() {
    require(at < end);
    return bytes[at];
  }

  private void skip(char one) {
    require(next() == one);
    at++;
  }

  private void skip(byte[] all) {
    for (byte one : all) {
      require(next() == one);
      at++;
    }
  }

  private static void require(boolean plain) {
    if (!plain) {
      throw notPlain();
    }
  }

  private static HistoryException notPlain() {
    return new HistoryException("not as our recorder writes it");
  }
}
