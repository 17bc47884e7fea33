package io.github.boxoffice.simulator.history;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Short texts that were read lately. A history says the same names, shows and labels again and
 * again: whoever is given the same text twice as one object need not make it, hash it or keep it
 * twice. Long ones are made anew each time: to find them again in memory takes longer.
 */
final class Texts {
  private static final int SIZE = 1 << 12;
  private static final int SHORT = 8;

  private final @Nullable String[] known = new @Nullable String[SIZE];

  /** The text of these bytes, all of them ASCII. */
  String of(byte[] bytes, int from, int to) {
    return to - from > SHORT ? make(bytes, from, to) : find(bytes, from, to);
  }

  private static String make(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
  }

  private String find(byte[] bytes, int from, int to) {
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + bytes[i];
    }
    int place = (hash ^ (hash >>> 12)) & (SIZE - 1);
    String last = known[place];
    if (last != null && isSame(last, bytes, from, to)) {
      return last;
    }
    String text = make(bytes, from, to);
    known[place] = text;
    return text;
  }

  private static boolean isSame(String text, byte[] bytes, int from, int to) {
    if (text.length() != to - from) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) != bytes[from + i]) {
        return false;
      }
    }
    return true;
  }
}
