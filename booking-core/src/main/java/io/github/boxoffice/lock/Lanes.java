package io.github.boxoffice.lock;

import io.github.boxoffice.model.ShowId;
import io.github.boxoffice.store.SeatStore;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The lanes of each store. Stores are told apart by identity, since a transaction is one store's:
 * two that are equal in some other sense still do not share one.
 *
 * <p>A store is known weakly, so that one that was closed and forgotten is not kept, nor its lanes:
 * a lane refers to no store, and whoever waits in it keeps the store on their own stack. As a rule
 * there is one store, or a few, so they are looked for one by one in a list that is never changed
 * but replaced.
 */
final class Lanes {
  private final Batched.Settings settings;
  private final ReentrantLock opening = new ReentrantLock();
  private volatile List<OfStore> known = List.of();

  private record OfStore(WeakReference<SeatStore> seats, List<Lane> lanes) {}

  Lanes(Batched.Settings settings) {
    this.settings = settings;
  }

  /** The lane of a show, the same whenever it is asked for. */
  Lane of(SeatStore seats, ShowId show) {
    List<Lane> found = find(seats);
    List<Lane> lanes = found == null ? open(seats) : found;
    return lanes.get(index(show, lanes.size()));
  }

  /**
   * Which of so many lanes is a show's. Its number is stirred (by Knuth's multiplicative hash),
   * because numbers may be given out in steps: all even ones would be in one lane of two.
   */
  static int index(ShowId show, int lanes) {
    return ((show.hashCode() * 0x9E37_79B9) >>> 16) % lanes;
  }

  private @Nullable List<Lane> find(SeatStore seats) {
    for (OfStore store : known) {
      if (store.seats.refersTo(seats)) {
        return store.lanes;
      }
    }
    return null;
  }

  /** Also forgets the stores that are gone. */
  private List<Lane> open(SeatStore seats) {
    opening.lock();
    try {
      List<Lane> rivals = find(seats);
      if (rivals != null) {
        return rivals;
      }
      List<Lane> lanes = Stream.generate(() -> new Lane(settings)).limit(settings.lanes()).toList();
      known =
          Stream.concat(
                  known.stream().filter(store -> !store.seats.refersTo(null)),
                  Stream.of(new OfStore(new WeakReference<>(seats), lanes)))
              .toList();
      return lanes;
    } finally {
      opening.unlock();
    }
  }
}
