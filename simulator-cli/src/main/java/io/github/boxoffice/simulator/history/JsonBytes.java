package io.github.boxoffice.simulator.history;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * JSON as it is written down. Ids and labels need no escape and are ASCII, so that most of it is
 * copied letter by letter, once; a history is a tenth of a gigabyte a day.
 */
final class JsonBytes {
  private static final int ROOM_FOR_MOST = 320;
  private static final int DIGITS = 20;

  private byte[] bytes = new byte[ROOM_FOR_MOST];
  private int size;

  /** What is JSON already, and ASCII. */
  JsonBytes raw(String ascii) {
    room(ascii.length());
    for (int i = 0; i < ascii.length(); i++) {
      bytes[size++] = (byte) ascii.charAt(i);
    }
    return this;
  }

  JsonBytes raw(char ascii) {
    room(1);
    bytes[size++] = (byte) ascii;
    return this;
  }

  /** A text in quotes. */
  JsonBytes text(String value) {
    raw('"');
    if (isPlain(value)) {
      raw(value);
    } else {
      byte[] quoted = JsonStringEncoder.getInstance().quoteAsUTF8(value);
      room(quoted.length);
      System.arraycopy(quoted, 0, bytes, size, quoted.length);
      size += quoted.length;
    }
    return raw('"');
  }

  private static boolean isPlain(String value) {
    for (int i = 0; i < value.length(); i++) {
      char letter = value.charAt(i);
      if (letter < ' ' || letter > '~' || letter == '"' || letter == '\\') {
        return false;
      }
    }
    return true;
  }

  JsonBytes number(long value) {
    if (value < 0) {
      return raw(Long.toString(value)); // Rare: what nobody said.
    }
    room(DIGITS);
    int digits = 1;
    for (long rest = value / 10; rest > 0; rest /= 10) {
      digits++;
    }
    long rest = value;
    for (int i = size + digits - 1; i >= size; i--) {
      bytes[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    size += digits;
    return this;
  }

  /** Whether the last letter begins an object or an array, or there is none. */
  boolean isAtBeginning() {
    return size == 0 || bytes[size - 1] == '{' || bytes[size - 1] == '[';
  }

  /** Forgets all of it. */
  void clear() {
    size = 0;
  }

  void writeTo(OutputStream out) throws IOException {
    out.write(bytes, 0, size);
  }

  private void room(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
    }
  }
}
