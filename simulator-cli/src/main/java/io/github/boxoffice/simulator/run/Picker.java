package io.github.boxoffice.simulator.run;

import io.github.boxoffice.model.Seat;
import io.github.boxoffice.model.SeatMap;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Which seats people want: next to each other, and most of them the same ones as everybody else.
 * Seven in ten look around the middle of the hall, two anywhere, one takes the first there are.
 */
final class Picker {
  private final SeatMap map;

  /** Whether the seat at this position is the neighbour of the one before. */
  private final boolean[] joined;

  Picker(SeatMap map) {
    this.map = map;
    this.joined = new boolean[map.size()];
    for (int i = 1; i < joined.length; i++) {
      Seat seat = map.seats().get(i);
      Seat before = map.seats().get(i - 1);
      joined[i] = seat.row().equals(before.row()) && seat.number() == before.number() + 1;
    }
  }

  /** Where somebody begins to look. */
  int favourite(SplittableRandom random) {
    double kind = random.nextDouble();
    if (kind < 0.1) {
      return 0;
    } else if (kind < 0.3) {
      return random.nextInt(joined.length);
    }
    double around = (random.nextDouble() + random.nextDouble() + random.nextDouble()) / 3;
    return (int) (around * joined.length);
  }

  /**
   * The seats that somebody takes who wants {@code count} and begins to look at {@code from}:
   * neighbours if there are any, single ones otherwise; fewer if no more are free.
   */
  List<String> pick(Page page, int from, int count) {
    for (int distance = 0; distance < joined.length; distance++) {
      if (isRun(page, from + distance, count)) {
        return labels(from + distance, count);
      } else if (isRun(page, from - distance, count)) {
        return labels(from - distance, count);
      }
    }
    return scattered(page, from, count);
  }

  private boolean isRun(Page page, int first, int count) {
    if (first < 0 || first + count > joined.length) {
      return false;
    }
    for (int i = first; i < first + count; i++) {
      if (!page.isFree(i) || (i > first && !joined[i])) {
        return false;
      }
    }
    return true;
  }

  private List<String> labels(int first, int count) {
    return map.seats().subList(first, first + count).stream().map(Seat::label).toList();
  }

  private List<String> scattered(Page page, int from, int count) {
    List<String> found = new ArrayList<>(count);
    for (int i = 0; i < joined.length && found.size() < count; i++) {
      int seat = (from + i) % joined.length;
      if (page.isFree(seat)) {
        found.add(map.seats().get(seat).label());
      }
    }
    return found;
  }
}
