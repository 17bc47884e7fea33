package io.github.boxoffice.lock;

import io.github.boxoffice.model.Refusal;
import io.github.boxoffice.store.ChangeResult;
import io.github.boxoffice.store.Isolation;
import io.github.boxoffice.store.SeatChange;
import io.github.boxoffice.store.SeatStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Where requests queue for one transaction at a time, in the order that {@link Waiting} has.
 *
 * <p>Callers take turns at leading. Who finds nobody leading leads, alone. When a leader's
 * transaction has ended, it hands the lane to one who waits, and that one's transaction takes all
 * who wait by then; if it took long, it makes some more for others first. So nobody serves others
 * for ever, and while the lane has a leader another thread is at work for those who wait.
 *
 * <p>No wake-up is lost, because {@link #led} and {@link #waiting} change together under the lock:
 * a request that joins the queue does so while there is a leader, and that leader has yet to look
 * at the queue in {@link #handOver}. Nor does anybody leave the queue but through the lock, so a
 * request is either taken by a leader or withdrawn by its caller, never both.
 *
 * <p>The lock is never held while the store is at work.
 */
final class Lane {
  /** Long is many times what it takes to wake those of a usual transaction. */
  static final Pace USUAL = new Pace(1_000_000, 4_000_000);

  final ReentrantLock lock = new ReentrantLock();
  private final Waiting waiting = new Waiting();
  private final int bound;
  private final int most;
  private final int crowd;
  private final Pace pace;
  private volatile boolean led;
  private volatile boolean crowded;

  /** With the bound, the most, the crowd and the pace of these. */
  Lane(Batched.Settings settings) {
    this.bound = settings.bound();
    this.most = settings.most();
    this.crowd = settings.crowd();
    this.pace = settings.pace();
  }

  /**
   * Whether there is somebody to queue for, or will be: those of a crowd that has just been
   * answered come back, and the first of them are few for a moment. In a moment it may be
   * otherwise, which costs nothing but the company: whoever enters finds out under the lock.
   */
  boolean isBusy() {
    return led || crowded;
  }

  /** Makes the change, on this thread or on that of another caller. */
  ChangeResult apply(SeatChange change, SeatStore seats, long deadline) {
    Request mine = new Request(change);
    if (enter(mine)) {
      return lead(mine, false, seats);
    }
    if (!mine.await(deadline) && withdraw(mine)) {
      return new ChangeResult.Contended();
    }
    // It may be happening at this moment, so nothing but its outcome is an answer now. A leader
    // does its work uninterrupted, too: the others in its transaction asked for nothing of the
    // kind, and some drivers close the connection of an interrupted thread.
    boolean interrupted = mine.await();
    try {
      return mine.leads() ? lead(mine, true, seats) : mine.answer();
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /**
   * Leads, joins the queue, or is refused.
   *
   * @return whether to lead at once
   */
  private boolean enter(Request mine) {
    lock.lock();
    try {
      if (!led) {
        led = true;
        return true;
      }
      // Only holds are refused. The rest finishes what was begun: money may have been taken for it,
      // it gives seats back, and there is no more of it than there were holds let in.
      if (waiting.size() >= bound && mine.change() instanceof SeatChange.Hold) {
        mine.answer(ChangeResult.Refused.because(Refusal.OVERLOADED));
      } else {
        waiting.add(mine);
      }
      return false;
    } finally {
      lock.unlock();
    }
  }

  /** Leaves the queue for good; false if a leader has taken the request out before. */
  private boolean withdraw(Request mine) {
    lock.lock();
    try {
      return waiting.remove(mine);
    } finally {
      lock.unlock();
    }
  }

  /**
   * One transaction. However it ends, the lane is handed on, and the others in it hear what became
   * of them: first if it took long, because they come back with their next requests meanwhile, and
   * fewer and larger transactions are cheaper; last if it did not, because to wake them takes as
   * long as to serve the next.
   */
  private ChangeResult lead(Request mine, boolean withOthers, SeatStore seats) {
    List<Request> batch = new ArrayList<>(1);
    List<ChangeResult> results;
    long start = System.nanoTime();
    try {
      if (withOthers) {
        gather(mine, batch);
      } else {
        batch.add(mine);
      }
      results = write(batch, seats);
    } catch (Throwable failure) {
      handOver(seats, start);
      failOthers(batch, mine, failure);
      throw failure;
    }
    long end = System.nanoTime();
    if (end - start > pace.longNanos) {
      answer(batch, results);
      handOver(seats, withOthers ? end + pace.patienceNanos : end);
    } else {
      handOver(seats, start);
      answer(batch, results);
    }
    return mine.answer();
  }

  private static void answer(List<Request> batch, List<ChangeResult> results) {
    for (int i = 0; i < batch.size(); i++) {
      batch.get(i).answer(results.get(i));
    }
  }

  /**
   * Serves who waits until then, and nobody if it is past, and hands the lane on: to wake a leader
   * takes a while, in which nobody is served.
   */
  private void handOver(SeatStore seats, long until) {
    Request next = next();
    while (next != null && System.nanoTime() - until < 0) {
      serve(next, seats);
      next = next();
    }
    if (next != null) {
      next.lead();
    }
  }

  /** One transaction for others, who hear whatever goes wrong in it. */
  private void serve(Request first, SeatStore seats) {
    List<Request> batch = new ArrayList<>();
    try {
      letOthersCome();
      gather(first, batch);
      answer(batch, write(batch, seats));
    } catch (Throwable failure) {
      first.fail(failure);
      failOthers(batch, first, failure);
    }
  }

  /** If it failed early, the leader is not in the batch yet. */
  private static void failOthers(List<Request> batch, Request leader, Throwable failure) {
    batch.stream().filter(other -> other != leader).forEach(other -> other.fail(failure));
  }

  /**
   * Those who were answered a moment ago may wait for this processor: they queue first, and the
   * transaction is larger. Nothing else depends on it.
   */
  @SuppressWarnings("ThreadPriorityCheck")
  private static void letOthersCome() {
    Thread.yield();
  }

  private void gather(Request leader, List<Request> batch) {
    lock.lock();
    try {
      waiting.moveWith(leader, batch, most);
      crowded = batch.size() > crowd;
    } finally {
      lock.unlock();
    }
  }

  private static List<ChangeResult> write(List<Request> batch, SeatStore seats) {
    if (batch.size() == 1) {
      return List.of(seats.apply(batch.get(0).change(), Isolation.GUARDED));
    }
    List<ChangeResult> results = seats.applyAll(batch.stream().map(Request::change).toList());
    if (results.size() != batch.size()) {
      throw new IllegalStateException(
          "the store answered " + results.size() + " of " + batch.size() + " changes");
    }
    return results;
  }

  /** The next leader; without one, whoever comes next will lead. */
  private @Nullable Request next() {
    lock.lock();
    try {
      Request leader = waiting.removeLeader();
      led = leader != null;
      return leader;
    } finally {
      lock.unlock();
    }
  }

  /**
   * What depends on how long transactions take.
   *
   * @param longNanos one that takes longer took long
   * @param patienceNanos for how long who has an answer then goes on to serve others
   */
  record Pace(long longNanos, long patienceNanos) {}
}
