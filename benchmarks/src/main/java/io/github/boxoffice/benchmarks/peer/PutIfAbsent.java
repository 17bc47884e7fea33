package io.github.boxoffice.benchmarks.peer;

import io.github.boxoffice.benchmarks.till.Till;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** In memory: one concurrent map from seat to claim; who puts first has the seat. */
final class PutIfAbsent implements Till {
  private static final long TTL_MILLIS = 420_000;

  private final ConcurrentMap<Seat, Claim> claims = new ConcurrentHashMap<>();
  private long opened;

  private record Seat(long show, int number) {}

  private record Claim(String user, long until, boolean booked) {
    boolean isOver(long now) {
      return !booked && until <= now;
    }
  }

  @Override
  public Shows open(Size size) {
    long before = opened;
    opened += size.shows();
    int together = size.together();
    return (show, group, user) -> {
      int first = group * together;
      Claim claim = new Claim(user, System.currentTimeMillis() + TTL_MILLIS, false);
      return hold(before + show, first, first + together, claim)
          && confirm(before + show, first, first + together, claim);
    };
  }

  private boolean hold(long show, int from, int to, Claim claim) {
    for (int number = from; number < to; number++) {
      if (!take(new Seat(show, number), claim)) {
        for (int taken = from; taken < number; taken++) {
          claims.remove(new Seat(show, taken), claim);
        }
        return false;
      }
    }
    return true;
  }

  private boolean take(Seat seat, Claim claim) {
    Claim earlier = claims.putIfAbsent(seat, claim);
    return earlier == null
        || (earlier.isOver(System.currentTimeMillis()) && claims.replace(seat, earlier, claim));
  }

  private boolean confirm(long show, int from, int to, Claim claim) {
    Claim booked = new Claim(claim.user(), claim.until(), true);
    boolean all = true;
    for (int number = from; number < to; number++) {
      all &= claims.replace(new Seat(show, number), claim, booked);
    }
    return all;
  }

  @Override
  public void close() {}
}
