package io.github.boxoffice.jdbc;

import io.github.boxoffice.model.HoldId;
import io.github.boxoffice.model.Refusal;
import io.github.boxoffice.model.SeatSet;
import io.github.boxoffice.store.ChangeResult;
import io.github.boxoffice.store.Claim;
import io.github.boxoffice.store.SeatChange;
import java.util.ArrayList;
import java.util.Collections;
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
  private final Map<Place, Claim> takers = new HashMap<>();

  /** Of those who lose seats that were seen to be free: which, and to whose hold. */
  private final Map<Ask, Map<Place, HoldId>> losers = new HashMap<>();

  private Wave() {}

  /** The first wave of these changes, in the order of the batch. */
  static Wave of(List<Ask> pending) {
    Wave wave = new Wave();
    pending.forEach(wave::add);
    return wave;
  }

  private void add(Ask ask) {
    boolean waits = ask.isAmong(waiting);
    boolean taken = !Collections.disjoint(takers.keySet(), ask.places());
    if (!waits && !taken && ask.look() != Ask.Look.BLOCKED) {
      join(ask);
      return;
    }
    Map<Place, HoldId> lost = ask.look() == Ask.Look.FREE ? lost(ask) : Map.of();
    waiting.addAll(ask.ids());
    if (waits || (ask.look() != Ask.Look.BLOCKED && lost.isEmpty())) {
      waiting.addAll(ask.places());
    } else if (!lost.isEmpty()) {
      losers.put(ask, lost);
    }
  }

  /** What strangers who came earlier are about to take of what it wants. */
  private Map<Place, HoldId> lost(Ask ask) {
    Map<Place, HoldId> lost = new HashMap<>();
    String user = ask.change().claim().user();
    ask.places()
        .forEach(
            place -> {
              Claim taker = takers.get(place);
              if (taker != null && !taker.user().equals(user)) {
                lost.put(place, taker.id());
              }
            });
    return lost;
  }

  private void join(Ask ask) {
    waiting.addAll(ask.ids());
    if (ask.isCloser()) {
      closer.add(ask);
      waiting.addAll(ask.places());
    } else {
      simple.add(ask);
      if (ask.change() instanceof SeatChange.Hold hold) {
        ask.places().forEach(place -> takers.put(place, hold.claim()));
      }
    }
  }

  /**
   * Refuses those who wanted a seat that was free a moment ago and is a stranger's since. A hold
   * under a lease might be refused for another reason by now, and has to look.
   *
   * @param made the holds of the wave that were made
   */
  void refuseLosers(Set<HoldId> made) {
    losers.forEach(
        (ask, lost) -> {
          int[] seats =
              lost.keySet().stream()
                  .filter(place -> made.contains(lost.get(place)))
                  .mapToInt(Place::seat)
                  .toArray();
          boolean leased = ask.change() instanceof SeatChange.Hold hold && hold.fence() != 0;
          if (seats.length > 0 && !leased) {
            ask.answer(new ChangeResult.Refused(Refusal.SEATS_HELD, SeatSet.of(seats)));
          }
        });
  }

  /** What may be made in bulk, by the key of the hold. */
  List<Ask> simple() {
    return simple.stream()
        .sorted(Comparator.comparing(ask -> HoldKey.of(ask.change().claim())))
        .toList();
  }

  /** What takes a closer look, in the order of the batch. */
  List<Ask> closer() {
    return closer;
  }

  /** Whether a hold wants a seat that another of these changes is about, too. */
  static boolean hasRivals(List<Ask> pending) {
    Set<Place> held = new HashSet<>();
    Set<Place> seen = new HashSet<>();
    for (Ask ask : pending) {
      boolean holds = ask.change() instanceof SeatChange.Hold;
      if (!Collections.disjoint(holds ? seen : held, ask.places())) {
        return true;
      }
      seen.addAll(ask.places());
      if (holds) {
        held.addAll(ask.places());
      }
    }
    return false;
  }
}
