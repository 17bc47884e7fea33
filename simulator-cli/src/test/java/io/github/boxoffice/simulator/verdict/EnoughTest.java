package io.github.boxoffice.simulator.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.boxoffice.simulator.history.Event;
import io.github.boxoffice.simulator.history.Value;
import io.github.boxoffice.simulator.history.Verb;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EnoughTest {
  @Test
  void nothing_isTooLittle() {
    assertThat(new Story().judged().doubts())
        .containsExactly(
            "too little happened to judge: no two users ever wanted the same seat",
            "too little happened to judge: nothing was booked");
  }

  @Test
  void oneUserAlone_isTooLittle() {
    var verdict = new Story().buy("alice", "hz", "Z-1").close().judged();
    assertThat(verdict.result()).isEqualTo(Verdict.Result.UNKNOWN);
    assertThat(verdict.doubts())
        .containsExactly("too little happened to judge: no two users ever wanted the same seat");
  }

  @Test
  void freshClients_areNobodysRivals() {
    var verdict = new Story().buy("al", "hz", "Z-1").hold("bo", "h1", "A-1").close("A-1 FREE");
    assertThat(verdict.judged().result()).isEqualTo(Verdict.Result.UNKNOWN);
  }

  @Test
  void rivalsWhoBookNothing_areTooLittle() {
    var verdict = new Story().hold("alice", "h1", "A-1").refused("bob", "A-1").judged();
    assertThat(verdict.doubts()).contains("too little happened to judge: nothing was booked");
  }

  @Test
  void lineThatIsMissing_isToldOf() {
    List<Event> events = new ArrayList<>(Story.ofRivals().close().events());
    events.remove(3); // Bob's refusal, of all things.
    var verdict = Judge.judge(events, null, Judge.Scenario.UNKNOWN);
    assertThat(verdict.doubts())
        .containsExactly("events are missing or out of order: event 4 stands where 3 should");
  }

  @Test
  void timeThatGoesBackwards_isToldOf() {
    List<Event> events = new ArrayList<>(Story.ofRivals().close().events());
    Event last = events.remove(events.size() - 1);
    events.add(new Event(last.i(), 0, last.p(), last.type(), last.f(), last.op(), last.value()));
    assertThat(Judge.judge(events, null, Judge.Scenario.UNKNOWN).doubts())
        .containsExactly("time goes backwards: at event " + last.i());
  }

  @Test
  void counts_areThoseOfTheHistory() {
    var verdict =
        Story.ofRivals()
            .buy("bob", "h4", "A-2", "A-5")
            .buy("cy", "h2", "A-3")
            .cancel("cy", "h2", 100)
            .hold("dee", "h3", "A-4")
            .declined("dee", "h3", "p3")
            .fail("flo", Verb.HOLD, Story.asked("flo", "A-6"), "CONTENDED", "A-6")
            .fail("flo", Verb.HOLD, Story.asked("flo", "A-6"), "OVERLOADED")
            .hold("eve", "h5", "A-6")
            .unheardPay()
            .refund("recovery", "ph1", 100)
            .close("A-1 FREE", "A-2 BOOKED h4", "A-3 FREE", "A-4 FREE", "A-5 BOOKED h4", "A-6 FREE")
            .judged();
    assertThat(verdict.count(Count.ATTEMPTS)).isEqualTo(9);
    assertThat(verdict.count(Count.HELD)).isEqualTo(6);
    assertThat(verdict.count(Count.REFUSED)).isEqualTo(1);
    assertThat(verdict.count(Count.CONTENDED)).isEqualTo(2);
    assertThat(verdict.count(Count.BOOKINGS)).isEqualTo(3);
    assertThat(verdict.count(Count.SEATS_BOOKED)).isEqualTo(3);
    assertThat(verdict.count(Count.REFUNDS)).isEqualTo(2);
    assertThat(verdict.count(Count.PAYMENTS_CAPTURED)).isEqualTo(3);
    assertThat(verdict.count(Count.PAYMENTS_DECLINED)).isEqualTo(1);
    assertThat(verdict.count(Count.PAYMENTS_UNKNOWN)).isEqualTo(1);
    assertThat(verdict.count(Count.EXPIRED)).isEqualTo(2);
    assertThat(verdict.count(Count.LEAKED_SEATS)).isZero();
  }

  @Test
  void leakedSeats_areCounted() {
    var verdict =
        Story.ofRivals().hold("bob", "h1", "A-1", "A-2").close("A-1 HELD h1", "A-2 HELD h1");
    assertThat(verdict.judged().count(Count.LEAKED_SEATS)).isEqualTo(2);
  }

  @Test
  void seatHeldByNobody_leaksAndIsNotCalledStuckToo() {
    var verdict =
        Story.ofRivals()
            .later(30 * Story.TTL)
            .fail("fresh-1", Verb.HOLD, Story.asked("fresh-1", "A-1"), "SEATS_HELD", "A-1")
            .read("A-1 HELD h9")
            .judged();
    assertThat(verdict.violations())
        .extracting(Violation::invariant)
        .containsExactly(Invariant.OUTLIVED_HOLD);
    assertThat(verdict.count(Count.LEAKED_SEATS)).isEqualTo(1);
  }

  @Test
  void everyoneWhoCameWhileAnotherWasThere_isCounted() {
    var brief = new Value.HoldAsked(Story.claim("cy", "A-1"), 0);
    var verdict =
        Story.ofRivals()
            .buy("bob", "h1", "A-1")
            .ok("cy", Verb.HOLD, brief, new Value.HoldTold("h2", Story.claim("cy", "A-1")))
            .hold("dee", "h3", "A-1")
            .close("A-1 BOOKED h1")
            .judged();
    assertThat(verdict.violations()).hasSize(1);
    assertThat(verdict.violations().get(0).count()).isEqualTo(2);
  }

  @Test
  void violationsWinOverDoubts() {
    var both = Story.ofRivals().unheardPay().close("A-1 FREE", "A-2 BOOKED h7").judged();
    assertThat(both.doubts()).isNotEmpty();
    assertThat(both.result()).isEqualTo(Verdict.Result.INCONSISTENT);
  }
}
