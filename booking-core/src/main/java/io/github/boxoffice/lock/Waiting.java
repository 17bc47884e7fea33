package io.github.boxoffice.lock;

import io.github.boxoffice.store.SeatChange;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who waits in a lane. Holds wait behind whatever finishes what was begun: money may have been
 * taken for it, or it gives seats back, and when a show sells out few would get through to buy what
 * they hold among all who are refused. Holds are not kept out by it, because there is no more of it
 * than there were holds let in. Else the order is that of arrival.
 *
 * <p>Not safe for use by several threads at a time: the lane's lock is held for it.
 */
final class Waiting {
  private final Set<Request> finishing = new LinkedHashSet<>();
  private final Set<Request> holds = new LinkedHashSet<>();

  void add(Request request) {
    ofKind(request).add(request);
  }

  /** Takes this one out; false if it is not there any more. */
  boolean remove(Request request) {
    return ofKind(request).remove(request);
  }

  /** Moves the first to the end of a batch, until that is of so many at most. */
  void moveTo(List<Request> batch, int most) {
    for (Set<Request> some : List.of(finishing, holds)) {
      Iterator<Request> queue = some.iterator();
      while (batch.size() < most && queue.hasNext()) {
        batch.add(queue.next());
        queue.remove();
      }
    }
  }

  /**
   * Takes out who is to lead, null if nobody waits: the first hold, or else whoever is first, since
   * a leader tells the others before it goes on, and they are many when a show sells out.
   */
  @Nullable Request removeLeader() {
    Iterator<Request> queue = (holds.isEmpty() ? finishing : holds).iterator();
    if (!queue.hasNext()) {
      return null;
    }
    Request leader = queue.next();
    queue.remove();
    return leader;
  }

  int size() {
    return finishing.size() + holds.size();
  }

  private Set<Request> ofKind(Request request) {
    return request.change() instanceof SeatChange.Hold ? holds : finishing;
  }
}
