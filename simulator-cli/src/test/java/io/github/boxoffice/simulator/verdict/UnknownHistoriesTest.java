package io.github.boxoffice.simulator.verdict;

import static io.github.boxoffice.simulator.verdict.Story.asked;
import static io.github.boxoffice.simulator.verdict.Story.ofRivals;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.boxoffice.simulator.history.Value;
import io.github.boxoffice.simulator.history.Verb;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tiny histories that prove nothing either way. */
class UnknownHistoriesTest {
  private static final Value CONFIRM = new Value.ConfirmAsked("h1", "ph1");

  static Stream<Arguments> unknown() {
    return Stream.of(
        row("payments were never settled", s -> s.unheardPay().close("A-1 FREE")),
        row(
            "nobody knows what captured payments bought",
            s ->
                s.hold("bob", "h1", "A-1")
                    .pay("bob", "h1", "ph1")
                    .unknown("bob", Verb.CONFIRM, CONFIRM)
                    .close("A-1 FREE")),
        row(
            "nobody knows what captured payments bought",
            s ->
                s.hold("bob", "h1", "A-1")
                    .pay("bob", "h1", "ph1")
                    .unknown("bob", Verb.REFUND, new Value.RefundAsked("ph1", 100))
                    .close("A-1 FREE")),
        row(
            "nobody knows whether cancelled bookings were given back",
            s ->
                s.buy("bob", "h1", "A-1")
                    .unknown("bob", Verb.CANCEL, new Value.CancelAsked("h1"))
                    .close("A-1 FREE")),
        row("holds are not over at the end", s -> s.hold("bob", "h1", "A-1").read("A-1 HELD h1")),
        row(
            "holds are not over at the end",
            s ->
                s.hold("bob", "h1", "A-1")
                    .declined("bob", "h1", "ph1")
                    .close("A-1 HELD h1")
                    .paymentLimitUnknown()),
        row(
            "seats are held by holds that nobody heard of",
            s -> s.unknown("bob", Verb.HOLD, asked("bob", "A-1")).close("A-1 HELD h1")),
        row(
            "the closing tried seats too early",
            s -> s.hold("bob", "h1", "A-1").refused("fresh-1", "A-1").read("A-1 FREE")),
        row(
            "the closing tried seats too early",
            s ->
                s.unknown("bob", Verb.HOLD, asked("bob", "A-1"))
                    .later(90_000)
                    .refused("fresh-1", "A-1")
                    .read("A-1 FREE")),
        row(
            "the closing did not find out whether seats can be held",
            s -> s.hold("fresh-1", "f1", "A-1").read("A-1 HELD f1", "A-2 FREE")),
        row(
            "the closing did not find out whether seats can be held",
            s ->
                s.fail("fresh-1", Verb.HOLD, asked("fresh-1", "A-1", "Z-1"), "SEATS_BOOKED", "Z-1")
                    .read("A-1 FREE")),
        row(
            "the closing did not find out whether seats can be held",
            s ->
                s.unknown("fresh-1", Verb.HOLD, asked("fresh-1", "A-1"))
                    .refused("fresh-2", "A-1")
                    .read("A-1 HELD f1")),
        row("seats were not shown at the end", s -> s.hold("bob", "h1", "A-1").close()),
        row("seats were not read when all was over", s -> s.hold("bob", "h1", "A-1")),
        row("seats were not read when all was over", s -> s.close().hold("bob", "h1", "A-1")),
        row(
            "seats were not read when all was over",
            s -> s.hold("bob", "h1", "A-1").pay("bob", "h1", "ph1")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void unknown(String reason, UnaryOperator<Story> plot) {
    var verdict = plot.apply(ofRivals()).judged();
    assertThat(verdict.violations()).isEmpty();
    assertThat(verdict.doubts()).anySatisfy(doubt -> assertThat(doubt).startsWith(reason));
    assertThat(verdict.result()).isEqualTo(Verdict.Result.UNKNOWN);
  }

  private static Arguments row(String name, UnaryOperator<Story> plot) {
    return Arguments.of(name, plot);
  }
}
