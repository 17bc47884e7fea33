package io.github.boxoffice.simulator.verdict;

import static io.github.boxoffice.simulator.verdict.Story.asked;
import static io.github.boxoffice.simulator.verdict.Story.charge;
import static io.github.boxoffice.simulator.verdict.Story.claim;
import static io.github.boxoffice.simulator.verdict.Story.ofRivals;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.boxoffice.simulator.history.GatewayJournal.Entry;
import io.github.boxoffice.simulator.history.Value;
import io.github.boxoffice.simulator.history.Verb;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Near misses: tiny histories that look like trouble, and are what a correct box office may do. */
class SoundHistoriesTest {
  private static final Value CONFIRM = new Value.ConfirmAsked("h1", "ph1");

  static Stream<Arguments> fine() {
    return Stream.of(
        row("nothing more", s -> s.close()),
        row(
            "a booking",
            s -> s.buy("bob", "h1", "A-1", "A-2").close("A-1 BOOKED h1", "A-2 BOOKED h1")),
        row(
            "one after the other",
            s ->
                s.buy("bob", "h1", "A-1")
                    .cancel("bob", "h1", 100)
                    .buy("cy", "h2", "A-1")
                    .close("A-1 BOOKED h2")),
        row(
            "the same answer twice",
            s ->
                s.buy("bob", "h1", "A-1")
                    .confirm("bob", "h1", "ph1", "h1", "A-1")
                    .close("A-1 BOOKED h1")),
        row(
            "after its time",
            s ->
                s.hold("bob", "h1", "A-1")
                    .later(Story.TTL)
                    .buy("cy", "h2", "A-1")
                    .close("A-1 BOOKED h2")),
        row(
            "at the edge of its time",
            s ->
                s.hold("bob", "h1", "A-1")
                    .later(Story.TTL * 95 / 100)
                    .buy("cy", "h2", "A-1")
                    .close("A-1 BOOKED h2")),
        row(
            "after release",
            s ->
                s.hold("bob", "h1", "A-1")
                    .release("bob", "h1")
                    .buy("cy", "h2", "A-1")
                    .close("A-1 BOOKED h2")),
        row(
            "after decline",
            s ->
                s.hold("bob", "h1", "A-1")
                    .declined("bob", "h1", "ph1")
                    .buy("cy", "h2", "A-1")
                    .close("A-1 BOOKED h2")),
        row(
            "while it is being cancelled",
            s -> {
              s.buy("bob", "h1", "A-1");
              String cancel = s.begin("bob", Verb.CANCEL, new Value.CancelAsked("h1"));
              return s.buy("cy", "h2", "A-1")
                  .end(cancel, new Value.CancelTold(100))
                  .close("A-1 BOOKED h2");
            }),
        row(
            "confirmed late, seats free",
            s ->
                s.hold("bob", "h1", "A-1")
                    .pay("bob", "h1", "ph1")
                    .later(20_000)
                    .confirm("bob", "h1", "ph1", "ph1", "A-1")
                    .close("A-1 BOOKED ph1")),
        row(
            "confirmed late, after another came and went",
            s ->
                s.hold("bob", "h1", "A-1")
                    .pay("bob", "h1", "ph1")
                    .later(20_000)
                    .hold("cy", "h2", "A-1")
                    .release("cy", "h2")
                    .confirm("bob", "h1", "ph1", "ph1", "A-1")
                    .close("A-1 BOOKED ph1")),
        row(
            "own seats again",
            s ->
                s.hold("bob", "h1", "A-1", "A-2")
                    .hold("bob", "h2", "A-2", "A-3")
                    .hold("cy", "h3", "A-1")
                    .close("A-1 FREE", "A-2 FREE", "A-3 FREE")),
        row(
            "own seats again, at the end of the longest claim",
            s ->
                s.hold("bob", "h1", "A-1")
                    .later(5_000)
                    .hold("bob", "h2", "A-1")
                    .later(6_000)
                    .hold("cy", "h3", "A-1")
                    .close("A-1 FREE")),
        row(
            "own seats at once, the first call first",
            s -> {
              String one = s.begin("bob", Verb.HOLD, asked("bob", "A-1", "A-2"));
              s.hold("bob", "h2", "A-2", "A-3");
              return s.end(one, new Value.HoldTold("h1", claim("bob", "A-1", "A-2")))
                  .hold("cy", "h3", "A-1")
                  .close("A-1 FREE", "A-2 FREE", "A-3 FREE");
            }),
        row(
            "own seats at once, the second call first",
            s -> {
              String one = s.begin("bob", Verb.HOLD, asked("bob", "A-1", "A-2"));
              s.hold("bob", "h2", "A-2", "A-3");
              return s.end(one, new Value.HoldTold("h1", claim("bob", "A-1", "A-2")))
                  .hold("cy", "h3", "A-3")
                  .close("A-1 FREE", "A-2 FREE", "A-3 FREE");
            }),
        row(
            "own seats by an unheard hold",
            s ->
                s.hold("bob", "h1", "A-1", "A-2")
                    .unknown("bob", Verb.HOLD, asked("bob", "A-1"))
                    .hold("cy", "h3", "A-2")
                    .close("A-1 FREE", "A-2 FREE")),
        row(
            "a late confirm takes the seats from the same user's next hold",
            s ->
                s.hold("bob", "h1", "A-1")
                    .pay("bob", "h1", "ph1")
                    .later(20_000)
                    .hold("bob", "h2", "A-1", "A-2")
                    .confirm("bob", "h1", "ph1", "ph1", "A-1")
                    .hold("cy", "h3", "A-2")
                    .close("A-1 BOOKED ph1", "A-2 FREE")),
        row(
            "a repeated hold, answered out of order, when its time is over",
            s -> {
              String first = s.begin("bob", Verb.HOLD, asked("bob", "A-1"));
              s.later(9_000).hold("bob", "h1", "A-1");
              s.end(first, new Value.HoldTold("h1", claim("bob", "A-1")));
              return s.later(2_000).hold("cy", "h2", "A-1").close("A-1 FREE");
            }),
        row(
            "an unheard release",
            s ->
                s.hold("bob", "h1", "A-1")
                    .unknown("bob", Verb.RELEASE, new Value.ReleaseAsked("h1"))
                    .hold("cy", "h2", "A-1")
                    .close("A-1 FREE")),
        row(
            "an unheard payment, found declined",
            s ->
                s.unheardPay()
                    .declined("recovery", "h1", "ph1")
                    .buy("cy", "h2", "A-1")
                    .close("A-1 BOOKED h2")),
        row(
            "an unheard payment, refunded",
            s -> s.unheardPay().refund("recovery", "ph1", 100).close("A-1 FREE")),
        row(
            "an unheard payment, confirmed",
            s ->
                s.unheardPay()
                    .confirm("recovery", "h1", "ph1", "h1", "A-1")
                    .close("A-1 BOOKED h1")),
        row(
            "an unheard payment, of which the gateway knows nothing",
            s -> s.unheardPay().close("A-1 FREE").journal()),
        row(
            "an unheard payment, given back at the gateway",
            s -> s.unheardPay().close("A-1 FREE").journal(new Entry("ph1", 100L, true, 1))),
        row(
            "an unheard confirm that took effect",
            s ->
                s.hold("bob", "h1", "A-1")
                    .pay("bob", "h1", "ph1")
                    .unknown("bob", Verb.CONFIRM, CONFIRM)
                    .close("A-1 BOOKED h1")),
        row(
            "an unheard confirm that took the seats again",
            s ->
                s.hold("bob", "h1", "A-1")
                    .pay("bob", "h1", "ph1")
                    .unknown("bob", Verb.CONFIRM, CONFIRM)
                    .close("A-1 BOOKED ph1")),
        row(
            "an unheard confirm, refunded",
            s ->
                s.hold("bob", "h1", "A-1")
                    .pay("bob", "h1", "ph1")
                    .unknown("bob", Verb.CONFIRM, CONFIRM)
                    .refund("recovery", "ph1", 100)
                    .close("A-1 FREE")),
        row(
            "an unheard cancellation that did not happen",
            s ->
                s.buy("bob", "h1", "A-1")
                    .unknown("bob", Verb.CANCEL, new Value.CancelAsked("h1"))
                    .close("A-1 BOOKED h1")),
        row(
            "an unheard cancellation, refunded",
            s ->
                s.buy("bob", "h1", "A-1")
                    .unknown("bob", Verb.CANCEL, new Value.CancelAsked("h1"))
                    .refund("recovery", "ph1", 100)
                    .close("A-1 FREE")),
        row(
            "a refund that recovery saw too",
            s ->
                s.hold("bob", "h1", "A-1")
                    .pay("bob", "h1", "ph1")
                    .refund("bob", "ph1", 100)
                    .refund("recovery", "ph1", 100)
                    .close("A-1 FREE")),
        row(
            "paid while recovery confirms",
            s -> {
              s.hold("bob", "h1", "A-1");
              String pay = s.begin("bob", Verb.PAY, charge("h1", "ph1"));
              return s.confirm("recovery", "h1", "ph1", "h1", "A-1")
                  .end(pay, new Value.PayTold(100))
                  .close("A-1 BOOKED h1");
            }),
        row(
            "not captured as the hold was over",
            s ->
                s.hold("bob", "h1", "A-1")
                    .fail("bob", Verb.PAY, charge("h1", "ph1"), "HOLD_EXPIRED")
                    .close("A-1 FREE")),
        row("held by the closing", s -> s.hold("fresh-1", "f1", "A-1").read("A-1 HELD f1")),
        row(
            "refused in a group, held alone",
            s ->
                s.fail("fresh-1", Verb.HOLD, asked("fresh-1", "A-1", "Z-1"), "SEATS_BOOKED", "Z-1")
                    .hold("fresh-2", "f2", "A-1")
                    .read("A-1 HELD f2")),
        row("read only", s -> s.hold("bob", "h1", "A-1").later(20_000).read("A-1 FREE")),
        row("no such seat", s -> s.refused("bob", "Q-9").close()),
        row("declined as often as set", s -> s.pays(30, 30).failureRate(0.5).close("A-1 FREE")),
        row(
            "a few more declined than set",
            s -> s.pays(3, 57).failureRate(0.01).close("A-1 FREE")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void fine(String name, UnaryOperator<Story> plot) {
    var verdict = plot.apply(ofRivals()).judged();
    assertThat(verdict.violations()).isEmpty();
    assertThat(verdict.doubts()).isEmpty();
  }

  private static Arguments row(String name, UnaryOperator<Story> plot) {
    return Arguments.of(name, plot);
  }
}
