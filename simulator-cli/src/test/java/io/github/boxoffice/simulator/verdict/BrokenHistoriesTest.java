package io.github.boxoffice.simulator.verdict;

import static io.github.boxoffice.simulator.verdict.Invariant.BOOKING_WITHOUT_CAPTURE;
import static io.github.boxoffice.simulator.verdict.Invariant.DECLINED_SHARE;
import static io.github.boxoffice.simulator.verdict.Invariant.DOUBLE_BOOKING;
import static io.github.boxoffice.simulator.verdict.Invariant.ENDED_TWICE;
import static io.github.boxoffice.simulator.verdict.Invariant.FOREIGN_BOOKING;
import static io.github.boxoffice.simulator.verdict.Invariant.LOST_BOOKING;
import static io.github.boxoffice.simulator.verdict.Invariant.OUTLIVED_HOLD;
import static io.github.boxoffice.simulator.verdict.Invariant.PAID_WITHOUT_SEAT;
import static io.github.boxoffice.simulator.verdict.Invariant.PARTIAL_BOOKING;
import static io.github.boxoffice.simulator.verdict.Invariant.PARTIAL_HOLD;
import static io.github.boxoffice.simulator.verdict.Invariant.REFUNDED_BOOKING;
import static io.github.boxoffice.simulator.verdict.Invariant.REFUNDED_TWICE;
import static io.github.boxoffice.simulator.verdict.Invariant.REFUND_WITHOUT_CAPTURE;
import static io.github.boxoffice.simulator.verdict.Invariant.STUCK_SEAT;
import static io.github.boxoffice.simulator.verdict.Invariant.WRONG_REFUND;
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

/** Tiny histories that break an invariant each: caught, and by its name. */
class BrokenHistoriesTest {
  private static final Value CONFIRM = new Value.ConfirmAsked("h1", "ph1");

  static Stream<Arguments> broken() {
    return Stream.of(
        row(
            "two bookings",
            DOUBLE_BOOKING,
            s -> s.buy("bob", "h1", "A-1").buy("cy", "h2", "A-1").close("A-1 BOOKED h2")),
        row(
            "two bookings of one hold",
            DOUBLE_BOOKING,
            s ->
                s.buy("bob", "h1", "A-1")
                    .pay("bob", "h1", "p2")
                    .confirm("bob", "h1", "p2", "b2", "A-1")
                    .close("A-1 BOOKED h1")),
        row(
            "two bookings, one cancelled later",
            DOUBLE_BOOKING,
            s ->
                s.buy("bob", "h1", "A-1")
                    .buy("cy", "h2", "A-1")
                    .cancel("bob", "h1", 100)
                    .close("A-1 BOOKED h2")),
        row(
            "two holds within their time",
            DOUBLE_BOOKING,
            s ->
                s.hold("bob", "h1", "A-1", "A-2")
                    .hold("cy", "h2", "A-2")
                    .close("A-1 FREE", "A-2 FREE")),
        row(
            "a hold on a booked seat, however short",
            DOUBLE_BOOKING,
            s ->
                s.buy("bob", "h1", "A-1")
                    .ok(
                        "cy",
                        Verb.HOLD,
                        new Value.HoldAsked(claim("cy", "A-1"), 0),
                        new Value.HoldTold("h2", claim("cy", "A-1")))
                    .close("A-1 BOOKED h1")),
        row(
            "a fresh client holds a booked seat",
            DOUBLE_BOOKING,
            s -> s.buy("bob", "h1", "A-1").close("A-1 FREE")),
        row("lost", LOST_BOOKING, s -> s.buy("bob", "h1", "A-1").close("A-1 FREE")),
        row("not shown", LOST_BOOKING, s -> s.buy("bob", "h1", "A-1").close()),
        row(
            "given to another",
            LOST_BOOKING,
            s -> s.buy("bob", "h1", "A-1").close("A-1 BOOKED h2")),
        row("of nobody", FOREIGN_BOOKING, s -> s.close("A-1 BOOKED h1")),
        row("of an unnamed one", FOREIGN_BOOKING, s -> s.close("A-1 BOOKED")),
        row(
            "one too many",
            FOREIGN_BOOKING,
            s -> s.buy("bob", "h1", "A-1").close("A-1 BOOKED h1", "A-2 BOOKED h1")),
        row(
            "cancelled and there",
            FOREIGN_BOOKING,
            s -> s.buy("bob", "h1", "A-1").cancel("bob", "h1", 100).close("A-1 BOOKED h1")),
        row(
            "refused and there",
            FOREIGN_BOOKING,
            s ->
                s.hold("bob", "h1", "A-1")
                    .pay("bob", "h1", "ph1")
                    .fail("bob", Verb.CONFIRM, CONFIRM, "HOLD_EXPIRED")
                    .refund("bob", "ph1", 100)
                    .close("A-1 BOOKED h1")),
        row(
            "one of two held",
            PARTIAL_HOLD,
            s ->
                s.ok(
                        "bob",
                        Verb.HOLD,
                        asked("bob", "A-1", "A-2"),
                        new Value.HoldTold("h1", claim("bob", "A-1")))
                    .close("A-1 FREE", "A-2 FREE")),
        row(
            "one of two booked",
            PARTIAL_BOOKING,
            s ->
                s.hold("bob", "h1", "A-1", "A-2")
                    .pay("bob", "h1", "ph1")
                    .confirm("bob", "h1", "ph1", "h1", "A-1")
                    .close("A-1 BOOKED h1", "A-2 FREE")),
        row(
            "one of two left",
            PARTIAL_BOOKING,
            s -> s.buy("bob", "h1", "A-1", "A-2").close("A-1 BOOKED h1", "A-2 FREE")),
        row(
            "an acknowledged cancellation of one of two",
            PARTIAL_BOOKING,
            s ->
                s.buy("bob", "h1", "A-1", "A-2")
                    .cancel("bob", "h1", 100)
                    .close("A-1 BOOKED h1", "A-2 FREE")),
        row(
            "a cancellation of one of two",
            PARTIAL_BOOKING,
            s ->
                s.buy("bob", "h1", "A-1", "A-2")
                    .unknown("bob", Verb.CANCEL, new Value.CancelAsked("h1"))
                    .close("A-1 BOOKED h1", "A-2 FREE")),
        row(
            "an unheard confirm of one of two",
            PARTIAL_BOOKING,
            s ->
                s.hold("bob", "h1", "A-1", "A-2")
                    .pay("bob", "h1", "ph1")
                    .unknown("bob", Verb.CONFIRM, CONFIRM)
                    .close("A-1 BOOKED h1", "A-2 FREE")),
        row(
            "released and booked",
            ENDED_TWICE,
            s ->
                s.hold("bob", "h1", "A-1")
                    .release("bob", "h1")
                    .pay("bob", "h1", "ph1")
                    .confirm("bob", "h1", "ph1", "h1", "A-1")
                    .close("A-1 BOOKED h1")),
        row(
            "paid, and that was all",
            PAID_WITHOUT_SEAT,
            s -> s.hold("bob", "h1", "A-1").pay("bob", "h1", "ph1").close("A-1 FREE")),
        row(
            "paid, refused, not refunded",
            PAID_WITHOUT_SEAT,
            s ->
                s.hold("bob", "h1", "A-1")
                    .pay("bob", "h1", "ph1")
                    .fail("bob", Verb.CONFIRM, CONFIRM, "HOLD_EXPIRED")
                    .close("A-1 FREE")),
        row(
            "two payments for one booking",
            PAID_WITHOUT_SEAT,
            s ->
                s.buy("bob", "h1", "A-1")
                    .pay("bob", "h1", "p2")
                    .confirm("bob", "h1", "p2", "h1", "A-1")
                    .close("A-1 BOOKED h1")),
        row(
            "refunded twice",
            REFUNDED_TWICE,
            s ->
                s.hold("bob", "h1", "A-1")
                    .pay("bob", "h1", "ph1")
                    .refund("bob", "ph1", 100)
                    .refund("bob", "ph1", 100)
                    .close("A-1 FREE")),
        row(
            "cancelled and refunded",
            REFUNDED_TWICE,
            s ->
                s.buy("bob", "h1", "A-1")
                    .cancel("bob", "h1", 100)
                    .refund("bob", "ph1", 100)
                    .close("A-1 FREE")),
        row(
            "booked and refunded",
            REFUNDED_BOOKING,
            s -> s.buy("bob", "h1", "A-1").refund("bob", "ph1", 100).close("A-1 BOOKED h1")),
        row(
            "refunded, and an unheard confirm took effect",
            REFUNDED_BOOKING,
            s ->
                s.hold("bob", "h1", "A-1")
                    .pay("bob", "h1", "ph1")
                    .unknown("bob", Verb.CONFIRM, CONFIRM)
                    .refund("recovery", "ph1", 100)
                    .close("A-1 BOOKED h1")),
        row(
            "less than paid",
            WRONG_REFUND,
            s ->
                s.hold("bob", "h1", "A-1")
                    .pay("bob", "h1", "ph1")
                    .refund("bob", "ph1", 99)
                    .close("A-1 FREE")),
        row(
            "a cancellation that gives nothing",
            WRONG_REFUND,
            s -> s.buy("bob", "h1", "A-1").cancel("bob", "h1", 0).close("A-1 FREE")),
        row(
            "declined and refunded",
            REFUND_WITHOUT_CAPTURE,
            s ->
                s.hold("bob", "h1", "A-1")
                    .declined("bob", "h1", "ph1")
                    .refund("bob", "ph1", 100)
                    .close("A-1 FREE")),
        row(
            "refunded out of nothing",
            REFUND_WITHOUT_CAPTURE,
            s -> s.refund("bob", "p1", 100).close()),
        row(
            "never paid",
            BOOKING_WITHOUT_CAPTURE,
            s ->
                s.hold("bob", "h1", "A-1")
                    .confirm("bob", "h1", "ph1", "h1", "A-1")
                    .close("A-1 BOOKED h1")),
        row(
            "declined",
            BOOKING_WITHOUT_CAPTURE,
            s ->
                s.hold("bob", "h1", "A-1")
                    .declined("bob", "h1", "ph1")
                    .confirm("bob", "h1", "ph1", "h1", "A-1")
                    .close("A-1 BOOKED h1")),
        row(
            "paid later",
            BOOKING_WITHOUT_CAPTURE,
            s ->
                s.hold("bob", "h1", "A-1")
                    .confirm("bob", "h1", "ph1", "h1", "A-1")
                    .pay("bob", "h1", "ph1")
                    .close("A-1 BOOKED h1")),
        row(
            "unknown, then found declined",
            BOOKING_WITHOUT_CAPTURE,
            s ->
                s.hold("bob", "h1", "A-1")
                    .unknown("bob", Verb.PAY, charge("h1", "ph1"))
                    .declined("recovery", "h1", "ph1")
                    .confirm("bob", "h1", "ph1", "h1", "A-1")
                    .close("A-1 BOOKED h1")),
        row(
            "one payment, two bookings",
            BOOKING_WITHOUT_CAPTURE,
            s ->
                s.buy("bob", "h1", "A-1")
                    .hold("bob", "h2", "A-2")
                    .confirm("bob", "h2", "ph1", "h2", "A-2")
                    .close("A-1 BOOKED h1", "A-2 BOOKED h2")),
        row(
            "too little paid",
            BOOKING_WITHOUT_CAPTURE,
            s ->
                s.hold("bob", "h1", "A-1")
                    .ok("bob", Verb.PAY, charge("h1", "ph1"), new Value.PayTold(99))
                    .confirm("bob", "h1", "ph1", "h1", "A-1")
                    .close("A-1 BOOKED h1")),
        row("held for ever", OUTLIVED_HOLD, s -> s.hold("bob", "h1", "A-1").close("A-1 HELD h1")),
        row(
            "held for ever by a declined one",
            OUTLIVED_HOLD,
            s -> s.hold("bob", "h1", "A-1").declined("bob", "h1", "ph1").close("A-1 HELD h1")),
        row(
            "held though released",
            OUTLIVED_HOLD,
            s -> s.hold("bob", "h1", "A-1").release("bob", "h1").read("A-1 HELD h1")),
        row("held by nobody", OUTLIVED_HOLD, s -> s.close("A-1 HELD h1")),
        row(
            "stuck",
            STUCK_SEAT,
            s ->
                s.hold("bob", "h1", "A-1")
                    .later(12_000)
                    .refused("fresh-1", "A-1")
                    .read("A-1 FREE")),
        row(
            "stuck after a cancellation",
            STUCK_SEAT,
            s ->
                s.buy("bob", "h1", "A-1")
                    .cancel("bob", "h1", 100)
                    .refused("fresh-1", "A-1")
                    .read("A-1 FREE")),
        row(
            "stuck within a group",
            STUCK_SEAT,
            s ->
                s.fail("fresh-1", Verb.HOLD, asked("fresh-1", "A-1", "A-2"), "SEATS_HELD", "A-2")
                    .hold("fresh-1", "f", "A-1")
                    .read("A-1 HELD f", "A-2 FREE")),
        row("all declined", DECLINED_SHARE, s -> s.pays(60, 0).failureRate(0.01).close("A-1 FREE")),
        row("none declined", DECLINED_SHARE, s -> s.pays(0, 60).failureRate(0.5).close("A-1 FREE")),
        row(
            "one, where none may be",
            DECLINED_SHARE,
            s -> s.pays(1, 0).failureRate(0).close("A-1 FREE")),
        row(
            "the gateway kept the money of an unknown payment",
            PAID_WITHOUT_SEAT,
            s -> s.unheardPay().close("A-1 FREE").journal(new Entry("ph1", 100L, true, 0))),
        row(
            "the gateway took what nobody asked for",
            PAID_WITHOUT_SEAT,
            s -> s.close().journal(new Entry("p9", 100L, true, 0))),
        row(
            "the gateway gave nothing back",
            PAID_WITHOUT_SEAT,
            s ->
                s.unheardPay()
                    .refund("recovery", "ph1", 100)
                    .close("A-1 FREE")
                    .journal(new Entry("ph1", 100L, true, 0))),
        row(
            "the gateway gave nothing back for a cancelled booking",
            PAID_WITHOUT_SEAT,
            s ->
                s.buy("bob", "h1", "A-1")
                    .unknown("bob", Verb.CANCEL, new Value.CancelAsked("h1"))
                    .close("A-1 FREE")
                    .journal(new Entry("ph1", 100L, true, 0))),
        row(
            "the gateway gave back a booking's money",
            REFUNDED_BOOKING,
            s ->
                s.buy("bob", "h1", "A-1")
                    .close("A-1 BOOKED h1")
                    .journal(new Entry("ph1", 100L, true, 1))),
        row(
            "the gateway gave it back twice",
            REFUNDED_TWICE,
            s ->
                s.unheardPay()
                    .refund("recovery", "ph1", 100)
                    .close("A-1 FREE")
                    .journal(new Entry("ph1", 100L, true, 2))),
        row(
            "the gateway never took it",
            BOOKING_WITHOUT_CAPTURE,
            s ->
                s.buy("bob", "h1", "A-1")
                    .close("A-1 BOOKED h1")
                    .journal(new Entry("ph1", 100L, false, 0))),
        row(
            "the gateway took another amount",
            BOOKING_WITHOUT_CAPTURE,
            s ->
                s.buy("bob", "h1", "A-1")
                    .close("A-1 BOOKED h1")
                    .journal(new Entry("ph1", 99L, true, 0))));
  }

  @ParameterizedTest(name = "{1}: {0}")
  @MethodSource
  void broken(String name, Invariant invariant, UnaryOperator<Story> plot) {
    var verdict = plot.apply(ofRivals()).judged();
    assertThat(verdict.violations()).extracting(Violation::invariant).contains(invariant);
    assertThat(verdict.result()).isEqualTo(Verdict.Result.INCONSISTENT);
    assertThat(verdict.violations()).allSatisfy(v -> assertThat(v.example()).isNotBlank());
  }

  private static Arguments row(String name, Invariant invariant, UnaryOperator<Story> plot) {
    return Arguments.of(name, invariant, plot);
  }
}
