package io.github.boxoffice.simulator.scenario;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Seat numbers of a row as people write them: {@code "1-12, 15-28"} or {@code "3, 4"}. */
final class SeatNumbers {
  private static final Pattern PART = Pattern.compile("\\s*(\\d{1,5})\\s*(?:-\\s*(\\d{1,5})\\s*)?");

  private SeatNumbers() {}

  static Set<Integer> parse(Json.Value value) {
    Set<Integer> numbers = new TreeSet<>();
    for (String part : Fields.text(value).split(",", -1)) {
      Matcher range = PART.matcher(part);
      if (!range.matches()) {
        throw value.wrong("expected seat numbers like '1-12, 15', found '" + part.strip() + "'");
      }
      int first = Integer.parseInt(range.group(1));
      int last = range.group(2) == null ? first : Integer.parseInt(range.group(2));
      add(value, numbers, first, last);
    }
    return numbers;
  }

  private static void add(Json.Value value, Set<Integer> numbers, int first, int last) {
    if (first < 1) {
      throw value.wrong("seat numbers begin at 1");
    } else if (last < first) {
      throw value.wrong("the range " + first + "-" + last + " runs backwards");
    }
    for (int number = first; number <= last; number++) {
      if (!numbers.add(number)) {
        throw value.wrong("seat number " + number + " is there twice");
      }
    }
  }
}
