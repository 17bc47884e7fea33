package io.github.boxoffice.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.boxoffice.lock.Ground;
import io.github.boxoffice.model.Refusal;
import io.github.boxoffice.store.ChangeResult;
import io.github.boxoffice.store.ChangeResult.Refused;
import io.github.boxoffice.store.Claim;
import io.github.boxoffice.store.HoldState;
import io.github.boxoffice.store.SeatChange;
import io.github.boxoffice.store.SeatState;
import io.github.boxoffice.store.SeatStatus;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.LongUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A crowd before a few seats: no seat is sold twice, everybody gets an answer. */
public abstract class RivalsContract extends Contest {
  private static final int CROWD = 32;
  private static final int FEW = 6;
  private static final int LOOKS = 50;

  @Test
  void hold_crowdBeforeFewSeats_sellsNoneTwice() {
    show = Shows.open(store.catalog(), FEW);
    sell(ground, 3, List.of(Refusal.SEATS_HELD, Refusal.SEATS_BOOKED));
  }

  /** Sets of nearly all seats, each missing another: everybody meets everybody. */
  @Test
  void hold_manySeatsEach_finishesWithoutDeadlock() {
    show = Shows.open(store.catalog(), FEW);
    sell(ground, FEW, List.of(Refusal.SEATS_HELD, Refusal.SEATS_BOOKED));
  }

  @Test
  void hold_leasesGrantedToEverybody_sellsNoSeatTwice() {
    for (LongUnaryOperator fence : List.<LongUnaryOperator>of(n -> n, n -> 7, n -> 1_000_000 - n)) {
      show = Shows.open(store.catalog(), FEW);
      GenerousLeases generous = new GenerousLeases(fence);
      sell(
          new Ground(store.seats(), generous),
          3,
          List.of(Refusal.SEATS_HELD, Refusal.SEATS_BOOKED, Refusal.STALE_FENCE));
      if (generous.granted() == 0) {
        return; // This strategy wants no leases.
      }
    }
  }

  private void sell(Ground where, int most, List<Refusal> expected) {
    Ledger ledger = new Ledger(FEW);
    List<Callable<Boolean>> buyers = new ArrayList<>();
    for (int i = 0; i < CROWD; i++) {
      Random random = seed.random(i);
      String user = "user" + i;
      buyers.add(
          () -> {
            for (int turn = setting().rounds() / 20; turn >= 0; turn--) {
              buy(where, claim(user, someSeats(random, most)), ledger, expected, turn == 0);
            }
            return true;
          });
    }
    assertThat(crowd.all(buyers)).hasSize(CROWD);
    List<SeatStatus> end = store.seats().seats(show);
    ledger.agreesWith(end);
    assertThat(end).extracting(SeatStatus::state).doesNotContain(SeatState.HELD);
    if (expected.contains(Refusal.STALE_FENCE)) {
      return; // Where fences fall, nothing may be sold in the end.
    }
    assertThat(end)
        .as("something is sold")
        .extracting(SeatStatus::state)
        .contains(SeatState.BOOKED);
  }

  private void buy(Ground where, Claim claim, Ledger ledger, List<Refusal> expected, boolean keep) {
    ChangeResult answer = insist(take(claim), where);
    if (answer instanceof Refused refused) {
      assertThat(refused.reason()).isIn(expected);
      assertThat(refused.seats().stream()).isNotEmpty().allMatch(claim.seats()::contains);
      return;
    }
    ledger.took(claim);
    if (!keep && claim.id().value().getLeastSignificantBits() % 2 == 0) {
      ledger.gives(claim);
      StoreContract.assertApplied(insist(new SeatChange.Release(claim), where), HoldState.RELEASED);
      return;
    }
    StoreContract.assertApplied(insist(confirmPaidOutside(claim), where), HoldState.CONFIRMED);
    if (!keep) {
      ledger.gives(claim);
      StoreContract.assertApplied(insist(new SeatChange.Cancel(claim), where), HoldState.CANCELLED);
    }
  }

  private static int[] someSeats(Random random, int most) {
    int count = most == FEW ? FEW - 1 : 1 + random.nextInt(most);
    List<Integer> seats = new ArrayList<>();
    for (int seat = 0; seat < FEW; seat++) {
      seats.add(seat);
    }
    Collections.shuffle(seats, random);
    return seats.stream().limit(count).mapToInt(seat -> seat).toArray();
  }

  @Test
  void seats_whileHoldsComeAndGo_showsEachWholeOrNotAtAll() {
    show = Shows.open(store.catalog(), 8);
    int[][] blocks = {{0, 1, 2, 3}, {2, 3, 4, 5}, {4, 5, 6, 7}, {0, 2, 4, 6}};
    watchWhile(
        i -> {
          Claim claim = claim("user" + i, blocks[i]);
          if (isApplied(insist(take(claim)))) {
            insist(new SeatChange.Release(claim));
          }
        },
        seats -> assertThat(sizes(seats)).allMatch(size -> size == 4));
  }

  @Test
  void seats_whileOwnSeatsAreHeldAgain_neverShowsThemFree() {
    show = Shows.open(store.catalog(), 8);
    for (int i = 0; i < 4; i++) {
      held("user" + i, 2 * i, 2 * i + 1);
    }
    watchWhile(
        i -> insist(take(claim("user" + i, 2 * i, 2 * i + 1))),
        seats -> {
          assertThat(seats).extracting(SeatStatus::state).doesNotContain(SeatState.FREE);
          assertThat(sizes(seats)).allMatch(size -> size == 2);
        });
  }

  private static List<Long> sizes(List<SeatStatus> seats) {
    return List.copyOf(
        seats.stream()
            .filter(seat -> seat.hold() != null)
            .collect(Collectors.groupingBy(SeatStatus::hold, Collectors.counting()))
            .values());
  }

  private interface Writer {
    void write(int thread);
  }

  private interface Reader {
    void look(List<SeatStatus> seats);
  }

  /** Four who write, and two who look on until the last of them has finished. */
  private void watchWhile(Writer writer, Reader reader) {
    CountDownLatch writing = new CountDownLatch(4);
    CountDownLatch looking = new CountDownLatch(LOOKS);
    List<Callable<Boolean>> tasks = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      int thread = i;
      tasks.add(
          () -> {
            try {
              for (int n = 0; n < setting().rounds() || looking.getCount() > 0; n++) {
                writer.write(thread);
              }
            } finally {
              writing.countDown();
            }
            return true;
          });
    }
    for (int i = 0; i < 2; i++) {
      tasks.add(
          () -> {
            try {
              while (writing.getCount() > 0) {
                reader.look(store.seats().seats(show));
                looking.countDown();
              }
            } finally {
              LongStream.range(0, looking.getCount()).forEach(n -> looking.countDown());
            }
            return true;
          });
    }
    crowd.all(tasks);
  }
}
