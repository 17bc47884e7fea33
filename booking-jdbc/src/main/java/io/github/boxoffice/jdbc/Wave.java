package io.github.boxoffice.jdbc;

import io.github.boxoffice.store.SeatChange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Those changes of a batch that can be made now, because none that came earlier and is still to be
 * made has to do with the same hold, payment or seats. So the first of rivals wins, and a later
 * change sees the earlier ones.
 *
 * <p>Who will lose keeps nobody waiting: a hold that was seen to be blocked, or that wants a seat
 * which a stranger in the wave was seen to find free. Should that one be unlucky after all, the
 * loser looks again, together with all others.
 */
final class Wave {
  private final List<Ask> simple = new ArrayList<>();
  private final List<Ask> closer = new ArrayList<>();
  private final Set<Object> waiting = new HashSet<>();
  private final Map<Place, String> takers = new HashMap<>();

  private Wave() {}

  /** The first wave of these changes, which are in the order of their arrival. */
  static Wave of(List<Ask> pending) {
    Wave wave = new Wave();
    pending.forEach(wave::add);
    return wave;
  }

  private void add(Ask ask) {
    boolean waits =
        ask.ids().stream().anyMatch(waiting::contains) || ask.places().anyMatch(waiting::contains);
    boolean taken = ask.places().anyMatch(takers::containsKey);
    if (!waits && !taken && ask.look() != Ask.Look.BLOCKED) {
      join(ask);
    } else {
      waiting.addAll(ask.ids());
      if (waits || !loses(ask)) {
        ask.places().forEach(waiting::add);
      }
    }
  }

  private void join(Ask ask) {
    waiting.addAll(ask.ids());
    if (ask.isCloser()) {
      closer.add(ask);
      ask.places().forEach(waiting::add);
    } else {
      simple.add(ask);
      if (ask.change() instanceof SeatChange.Hold hold) {
        ask.places().forEach(place -> takers.put(place, hold.claim().user()));
      }
    }
  }

  private boolean loses(Ask ask) {
    String user = ask.change().claim().user();
    return ask.look() == Ask.Look.BLOCKED
        || (ask.look() == Ask.Look.FREE
            && ask.places().anyMatch(place -> !takers.getOrDefault(place, user).equals(user)));
  }

  /** What may be made in bulk, by the key of the hold. */
  List<Ask> simple() {
    return simple.stream()
        .sorted(Comparator.comparing(ask -> HoldKey.of(ask.change().claim())))
        .toList();
  }

  /** What takes a closer look, in the order of arrival. */
  List<Ask> closer() {
    return closer;
  }

  /** Whether a hold wants a seat that another of these changes is about, too. */
  static boolean hasRivals(List<Ask> pending) {
    Map<Place, Long> wanted = new HashMap<>();
    pending.forEach(ask -> ask.places().forEach(place -> wanted.merge(place, 1L, Long::sum)));
    return pending.stream()
        .filter(ask -> ask.change() instanceof SeatChange.Hold)
        .flatMap(Ask::places)
        .anyMatch(place -> wanted.getOrDefault(place, 0L) > 1);
  }
}
