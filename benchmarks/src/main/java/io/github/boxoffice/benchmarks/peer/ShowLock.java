package io.github.boxoffice.benchmarks.peer;

import io.github.boxoffice.benchmarks.till.Till;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** In memory: a lock per show, and arrays that only its owner touches. */
final class ShowLock implements Till {
  private static final long TTL_MILLIS = 420_000;

  @Override
  public Shows open(Size size) {
    Show[] shows =
        IntStream.range(0, size.shows()).mapToObj(i -> new Show(size.seats())).toArray(Show[]::new);
    int together = size.together();
    return (show, group, user) -> {
      int first = group * together;
      return shows[show].hold(first, first + together, user)
          && shows[show].confirm(first, first + together, user);
    };
  }

  @Override
  public void close() {}

  private static final class Show {
    private final ReentrantLock lock = new ReentrantLock();
    private final @Nullable String[] owner;
    private final long[] heldUntil;
    private final boolean[] booked;

    Show(int seats) {
      owner = new String[seats];
      heldUntil = new long[seats];
      booked = new boolean[seats];
    }

    boolean hold(int from, int to, String user) {
      long now = System.currentTimeMillis();
      lock.lock();
      try {
        for (int seat = from; seat < to; seat++) {
          if (booked[seat] || heldUntil[seat] > now) {
            return false;
          }
        }
        for (int seat = from; seat < to; seat++) {
          owner[seat] = user;
          heldUntil[seat] = now + TTL_MILLIS;
        }
        return true;
      } finally {
        lock.unlock();
      }
    }

    boolean confirm(int from, int to, String user) {
      lock.lock();
      try {
        for (int seat = from; seat < to; seat++) {
          if (booked[seat] || !user.equals(owner[seat])) {
            return false;
          }
        }
        for (int seat = from; seat < to; seat++) {
          booked[seat] = true;
        }
        return true;
      } finally {
        lock.unlock();
      }
    }
  }
}
