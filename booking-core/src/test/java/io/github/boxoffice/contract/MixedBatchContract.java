package io.github.boxoffice.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.boxoffice.model.HoldId;
import io.github.boxoffice.model.SeatSet;
import io.github.boxoffice.model.ShowId;
import io.github.boxoffice.store.ChangeResult;
import io.github.boxoffice.store.Claim;
import io.github.boxoffice.store.HoldPayment;
import io.github.boxoffice.store.HoldRecord;
import io.github.boxoffice.store.HoldState;
import io.github.boxoffice.store.Isolation;
import io.github.boxoffice.store.SeatChange;
import io.github.boxoffice.store.SeatStatus;
import io.github.boxoffice.store.Store;
import io.github.boxoffice.store.memory.MemoryStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Batches of everything, by chance: alone they are as one by one, together they sell no seat twice.
 */
@Timeout(120)
public abstract class MixedBatchContract extends StoreContract {
  private static final int BATCHES = 60;
  private static final int THREADS = 4;
  private static final int ROUNDS = 25;

  /** Few users, seats, ids and payments, so that they meet. */
  private static final class Chance {
    private final Random random;
    private final List<HoldPayment> payments = new ArrayList<>();
    private final List<Claim> claims = new ArrayList<>();

    Chance(long seed) {
      this.random = new Random(seed);
    }

    List<SeatChange> batch(ShowId show, int most) {
      List<SeatChange> batch = new ArrayList<>();
      for (int size = 1 + random.nextInt(most); size > 0; size--) {
        batch.add(change(show));
      }
      return batch;
    }

    private SeatChange change(ShowId show) {
      int dice = random.nextInt(20);
      if (dice < 9 || claims.isEmpty()) {
        return new SeatChange.Hold(claim(show), Shows.TERMS, dice == 0 ? 1 + random.nextInt(3) : 0);
      }
      Claim claim = claims.get(Math.max(0, claims.size() - 1 - random.nextInt(12)));
      return switch (dice) {
        case 9 -> new SeatChange.Hold(claim, Shows.TERMS, 0);
        case 10, 11 -> new SeatChange.Pay(claim, payment(), Duration.ofMinutes(2));
        case 12, 13 -> new SeatChange.Confirm(claim, payment(), false);
        case 14 -> new SeatChange.Confirm(claim, payment(), true);
        case 15 -> new SeatChange.Release(claim);
        case 16 -> new SeatChange.Decline(claim, payment().id(), random.nextBoolean());
        case 17 -> new SeatChange.Expire(claim);
        case 18 -> new SeatChange.Extend(claim, Shows.TERMS);
        default -> new SeatChange.Cancel(claim);
      };
    }

    private Claim claim(ShowId show) {
      int first = random.nextInt(SEATS);
      SeatSet seats =
          random.nextInt(4) == 0
              ? SeatSet.of(first)
              : SeatSet.of(first, (first + 1 + random.nextInt(3)) % SEATS);
      boolean used = random.nextInt(12) == 0 && !claims.isEmpty();
      HoldId id = used ? claims.get(claims.size() - 1).id() : HoldId.random();
      Claim claim = new Claim(show, id, "user" + random.nextInt(6), seats);
      claims.add(claim);
      return claim;
    }

    private HoldPayment payment() {
      if (payments.isEmpty() || random.nextInt(3) == 0) {
        payments.add(Shows.payment());
      }
      return payments.get(Math.max(0, payments.size() - 1 - random.nextInt(3)));
    }
  }

  @Test
  void applyAll_anyMix_isAsOneByOne() {
    try (Store reference = new MemoryStore(clock)) {
      ShowId there = Shows.open(reference.catalog(), SEATS);
      for (int seed = 0; seed < BATCHES; seed++) {
        if (seed % 10 == 0) {
          show = Shows.open(store.catalog(), SEATS);
          there = Shows.open(reference.catalog(), SEATS);
        }
        Chance chance = new Chance(seed);
        for (int i = 0; i < 2; i++) {
          List<SeatChange> batch = chance.batch(show, 30);
          List<ChangeResult> expected = new ArrayList<>();
          for (SeatChange change : batch) {
            expected.add(reference.seats().apply(at(there, change), Isolation.GUARDED));
          }
          assertThat(store.seats().applyAll(batch))
              .as("batch %s of seed %s: %s", i, seed, batch)
              .isEqualTo(expected);
          assertThat(store.seats().seats(show)).isEqualTo(reference.seats().seats(there));
          clock.advance(Duration.ofMinutes(chance.random.nextInt(5)));
        }
      }
    }
  }

  /** The same change of another show. */
  private static SeatChange at(ShowId show, SeatChange change) {
    Claim was = change.claim();
    Claim claim = new Claim(show, was.id(), was.user(), was.seats());
    if (change instanceof SeatChange.Hold hold) {
      return new SeatChange.Hold(claim, hold.terms(), hold.fence());
    } else if (change instanceof SeatChange.Pay pay) {
      return new SeatChange.Pay(claim, pay.payment(), pay.limit());
    } else if (change instanceof SeatChange.Confirm confirm) {
      return new SeatChange.Confirm(claim, confirm.payment(), confirm.outside());
    } else if (change instanceof SeatChange.Decline decline) {
      return new SeatChange.Decline(claim, decline.payment(), decline.release());
    } else if (change instanceof SeatChange.Extend extend) {
      return new SeatChange.Extend(claim, extend.terms());
    } else if (change instanceof SeatChange.Release) {
      return new SeatChange.Release(claim);
    } else if (change instanceof SeatChange.Expire) {
      return new SeatChange.Expire(claim);
    }
    return new SeatChange.Cancel(claim);
  }

  @Test
  void applyAll_byManyThreads_sellsNoSeatTwice() {
    List<Callable<List<Claim>>> tasks = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      Chance chance = new Chance(i);
      tasks.add(
          () -> {
            List<Claim> booked = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
              booked.addAll(play(chance));
            }
            return booked;
          });
    }
    Map<Integer, Claim> sold = new HashMap<>();
    try (Crowd crowd = new Crowd()) {
      for (List<Claim> booked : crowd.all(tasks)) {
        for (Claim claim : booked) {
          claim.seats().stream()
              .forEach(seat -> assertThat(sold.put(seat, claim)).as("seat %s", seat).isNull());
        }
      }
    }
    List<SeatStatus> seats = store.seats().seats(show);
    sold.forEach((seat, claim) -> assertThat(seats.get(seat).hold()).isEqualTo(claim.id()));
    assertThat(seats.stream().filter(seat -> !seat.equals(SeatStatus.FREE)).count())
        .isEqualTo(sold.size());
  }

  /** Takes what it can, and of that confirms the smaller part and gives the rest back. */
  private List<Claim> play(Chance chance) {
    List<SeatChange> holds = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      holds.add(new SeatChange.Hold(wanted(chance), Shows.TERMS, 0));
    }
    List<SeatChange> next = new ArrayList<>();
    List<Claim> booked = new ArrayList<>();
    List<ChangeResult> results = answered(holds);
    Set<Integer> own = new HashSet<>();
    for (int i = 0; i < holds.size(); i++) {
      if (results.get(i) instanceof ChangeResult.Applied) {
        Claim claim = holds.get(i).claim();
        claim.seats().stream().forEach(seat -> assertThat(own.add(seat)).isTrue());
        if (chance.random.nextInt(30) == 0) {
          next.add(new SeatChange.Confirm(claim, Shows.payment(), true));
          booked.add(claim);
        } else {
          next.add(new SeatChange.Release(claim));
        }
      }
    }
    answered(next).forEach(result -> assertThat(result).isInstanceOf(ChangeResult.Applied.class));
    return booked;
  }

  /** A user each, so that nobody takes over. */
  private Claim wanted(Chance chance) {
    int first = chance.random.nextInt(SEATS);
    int second = (first + 1 + chance.random.nextInt(SEATS - 1)) % SEATS;
    HoldId id = HoldId.random();
    return new Claim(show, id, id.toString(), SeatSet.of(first, second));
  }

  private List<ChangeResult> answered(List<SeatChange> batch) {
    List<ChangeResult> results = store.seats().applyAll(batch);
    assertThat(results).hasSize(batch.size());
    for (ChangeResult result : results) {
      assertThat(result).isInstanceOfAny(ChangeResult.Applied.class, ChangeResult.Refused.class);
    }
    return results;
  }

  @Test
  void applyAll_oneHoldInSeveralBatches_hasOneEffect() {
    for (int round = 0; round < ROUNDS; round++) {
      ShowId stage = Shows.open(store.catalog(), SEATS);
      Claim common = Shows.claim(stage, "alice", 2, 5);
      List<Callable<List<ChangeResult>>> tasks = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        Claim before = Shows.claim(stage, "bob" + i, i);
        Claim after = Shows.claim(stage, "carol" + i, 6 + i);
        List<SeatChange> batch = List.of(take(before), take(common), take(after));
        tasks.add(() -> store.seats().applyAll(batch));
      }
      try (Crowd crowd = new Crowd()) {
        for (List<ChangeResult> results : crowd.all(tasks)) {
          results.forEach(result -> assertApplied(result, HoldState.HELD));
        }
      }
      assertThat(store.seats().countFree(stage)).isEqualTo(2);
      HoldRecord hold = store.seats().find(stage, common.id()).orElseThrow();
      assertThat(hold.state()).isEqualTo(HoldState.HELD);
    }
  }

  private static SeatChange take(Claim claim) {
    return new SeatChange.Hold(claim, Shows.TERMS, 0);
  }
}
