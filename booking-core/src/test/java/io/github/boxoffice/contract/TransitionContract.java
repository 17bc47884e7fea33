package io.github.boxoffice.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.boxoffice.model.Refusal;
import io.github.boxoffice.store.ChangeResult;
import io.github.boxoffice.store.ChangeResult.Applied;
import io.github.boxoffice.store.Claim;
import io.github.boxoffice.store.HoldPayment;
import io.github.boxoffice.store.HoldState;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The whole state machine of a hold: what each change makes of a hold in each state. P is the
 * payment of the hold, where it has one, and unknown where not; Q is the payment of another hold.
 */
public abstract class TransitionContract extends SeatChangeContract {
  /** An answer that is a refusal changes nothing; so does one in brackets, which repeats. */
  private static final String TABLE =
      """
      state          | hold              | extend              | pay P               | pay Q               | decline P        | decline P, keep  | decline Q   | confirm P           | confirm Q           | release             | expire            | cancel
      NONE           | HELD              | NO_SUCH_HOLD        | NO_SUCH_HOLD        | NO_SUCH_HOLD        | NO_SUCH_HOLD     | NO_SUCH_HOLD     | NO_SUCH_HOLD| NO_SUCH_HOLD        | NO_SUCH_HOLD        | NO_SUCH_HOLD        | NO_SUCH_HOLD      | NO_SUCH_HOLD
      HELD           | (HELD)            | HELD                | HELD                | PAYMENT_UNUSABLE    | (HELD)           | (HELD)           | (HELD)      | PAYMENT_UNUSABLE    | CONFIRMED           | RELEASED            | SEATS_HELD        | NOT_BOOKED
      PAYING         | (HELD)            | HELD                | (HELD)              | PAYMENT_IN_PROGRESS | RELEASED         | HELD             | (HELD)      | CONFIRMED           | PAYMENT_IN_PROGRESS | PAYMENT_IN_PROGRESS | SEATS_HELD        | NOT_BOOKED
      LAPSED         | HOLD_EXPIRED      | HOLD_EXPIRED        | HOLD_EXPIRED        | HOLD_EXPIRED        | (HELD)           | (HELD)           | (HELD)      | PAYMENT_UNUSABLE    | CONFIRMED           | HOLD_EXPIRED        | EXPIRED           | NOT_BOOKED
      LAPSED_PAYING  | HOLD_EXPIRED      | HOLD_EXPIRED        | HOLD_EXPIRED        | HOLD_EXPIRED        | RELEASED         | HELD             | (HELD)      | CONFIRMED           | PAYMENT_IN_PROGRESS | HOLD_EXPIRED        | EXPIRED           | NOT_BOOKED
      RELEASED       | HOLD_RELEASED     | HOLD_RELEASED       | HOLD_RELEASED       | HOLD_RELEASED       | (RELEASED)       | (RELEASED)       | (RELEASED)  | HOLD_RELEASED       | HOLD_RELEASED       | (RELEASED)          | HOLD_RELEASED     | NOT_BOOKED
      EXPIRED        | HOLD_EXPIRED      | HOLD_EXPIRED        | HOLD_EXPIRED        | HOLD_EXPIRED        | (EXPIRED)        | (EXPIRED)        | (EXPIRED)   | HOLD_EXPIRED        | HOLD_EXPIRED        | HOLD_EXPIRED        | (EXPIRED)         | NOT_BOOKED
      CONFIRMED      | HOLD_CONFIRMED    | HOLD_CONFIRMED      | HOLD_CONFIRMED      | HOLD_CONFIRMED      | PAYMENT_UNUSABLE | PAYMENT_UNUSABLE | (CONFIRMED) | (CONFIRMED)         | HOLD_CONFIRMED      | HOLD_CONFIRMED      | HOLD_CONFIRMED    | CANCELLED
      CANCELLED      | BOOKING_CANCELLED | BOOKING_CANCELLED   | BOOKING_CANCELLED   | BOOKING_CANCELLED   | (CANCELLED)      | (CANCELLED)      | (CANCELLED) | BOOKING_CANCELLED   | BOOKING_CANCELLED   | BOOKING_CANCELLED   | BOOKING_CANCELLED | (CANCELLED)
      """;

  record Case(String state, String change, String answer) {
    @Override
    public String toString() {
      return change + " when " + state + " -> " + answer;
    }
  }

  static Stream<Case> cases() {
    List<List<String>> rows =
        TABLE
            .lines()
            .map(row -> Arrays.stream(row.split("\\|")).map(String::strip).toList())
            .toList();
    List<String> changes = rows.get(0);
    return rows.stream()
        .skip(1)
        .flatMap(
            row ->
                Stream.iterate(1, i -> i < row.size(), i -> i + 1)
                    .map(i -> new Case(row.get(0), changes.get(i), row.get(i))));
  }

  private Claim claim;
  private HoldPayment p;
  private HoldPayment q;

  @ParameterizedTest
  @MethodSource("cases")
  void change_inEachState_isAnsweredByTheTable(Case given) {
    claim = claim("alice", 1, 2);
    Claim other = held("bob", 5);
    p = Shows.payment();
    q = paying(other);
    bringAbout(given.state());
    Supplier<Picture> look = () -> picture(List.of(claim.id(), other.id()), List.of(p, q));
    Picture before = look.get();

    ChangeResult answer = ask(given.change());

    if (given.answer().startsWith("(")) {
      assertApplied(answer, HoldState.valueOf(given.answer().replaceAll("[()]", "")));
      assertThat(look.get()).isEqualTo(before);
    } else if (Arrays.stream(HoldState.values()).anyMatch(s -> s.name().equals(given.answer()))) {
      assertApplied(answer, HoldState.valueOf(given.answer()));
      assertThat(found(claim).state()).isEqualTo(((Applied) answer).state());
      assertThat(look.get()).isNotEqualTo(before);
    } else {
      assertRefused(answer, Refusal.valueOf(given.answer()));
      assertThat(look.get()).isEqualTo(before);
    }
  }

  private void bringAbout(String state) {
    if (!state.equals("NONE")) {
      assertApplied(hold(claim), HoldState.HELD);
    }
    if (List.of("PAYING", "LAPSED_PAYING", "CONFIRMED", "CANCELLED").contains(state)) {
      assertApplied(pay(claim, p), HoldState.HELD);
    }
    switch (state) {
      case "LAPSED", "LAPSED_PAYING", "EXPIRED" -> clock.advance(Shows.TTL);
      default -> clock.advance(Duration.ofMinutes(1));
    }
    switch (state) {
      case "RELEASED" -> assertApplied(release(claim), HoldState.RELEASED);
      case "EXPIRED" -> assertApplied(expire(claim), HoldState.EXPIRED);
      case "CONFIRMED" -> assertApplied(confirm(claim, p), HoldState.CONFIRMED);
      case "CANCELLED" -> {
        assertApplied(confirm(claim, p), HoldState.CONFIRMED);
        assertApplied(cancel(claim), HoldState.CANCELLED);
      }
      default -> {}
    }
  }

  private ChangeResult ask(String change) {
    return switch (change) {
      case "hold" -> hold(claim);
      case "extend" -> extend(claim);
      case "pay P" -> pay(claim, p);
      case "pay Q" -> pay(claim, q);
      case "decline P" -> decline(claim, p, true);
      case "decline P, keep" -> decline(claim, p, false);
      case "decline Q" -> decline(claim, q, true);
      case "confirm P" -> confirm(claim, p);
      case "confirm Q" -> confirm(claim, q);
      case "release" -> release(claim);
      case "expire" -> expire(claim);
      case "cancel" -> cancel(claim);
      default -> throw new IllegalArgumentException(change);
    };
  }
}
