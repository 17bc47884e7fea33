package io.github.boxoffice.lock;

import io.github.boxoffice.store.SeatChange;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who waits in a lane. Holds wait behind whatever is about a hold that was made already: money may
 * have been taken for it, or it gives seats back, and when a show sells out few would get through
 * to buy what they hold among all who are refused. Of the same kind the order is that of arrival.
 *
 * <p>No hold waits for ever: as long as one waits, the first of them leads, and whoever leads is in
 * its own transaction.
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

  /**
   * Takes out who is to lead, null if nobody waits: the first hold, or else whoever is first. A
   * leader tells the others before it goes on, which takes long when they are many.
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

  /**
   * Moves to an empty batch, in order, who is to be in one transaction with this leader.
   *
   * @param most how many they are at most, with the leader
   */
  void moveWith(Request leader, List<Request> batch, int most) {
    if (ofKind(leader) == holds) {
      move(finishing, batch, most - 1);
      batch.add(leader);
    } else {
      batch.add(leader);
      move(finishing, batch, most);
    }
    move(holds, batch, most);
  }

  private static void move(Set<Request> from, List<Request> to, int most) {
    Iterator<Request> queue = from.iterator();
    while (to.size() < most && queue.hasNext()) {
      to.add(queue.next());
      queue.remove();
    }
  }

  int size() {
    return finishing.size() + holds.size();
  }

  private Set<Request> ofKind(Request request) {
    return request.change() instanceof SeatChange.Hold ? holds : finishing;
  }
}
