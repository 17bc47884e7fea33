package io.github.boxoffice.simulator.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.boxoffice.simulator.history.Client;
import io.github.boxoffice.simulator.history.Recorder;
import io.github.boxoffice.simulator.history.Value;
import io.github.boxoffice.simulator.history.Value.Claim;
import io.github.boxoffice.simulator.history.Value.SeatTold;
import io.github.boxoffice.store.SeatState;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The judge keeps up with long runs; {@code -Dboxoffice.events=3000000} makes it one. */
class LargeHistoryTest {
  private static final int EVENTS = Integer.getInteger("boxoffice.events", 60_000);
  private static final int SEATS_A_SHOW = 1000;
  private static final int EVENTS_A_SALE = 10;

  @TempDir Path folder;

  @Test
  void longHistory_isJudgedAsFastAsItIsRead() throws IOException {
    Path history = folder.resolve("none.history.jsonl");
    int sales = EVENTS / EVENTS_A_SALE;
    try (Recorder recorder = Recorder.to(history)) {
      String[] owners = new String[2 * sales];
      for (int sale = 0; sale < sales; sale++) {
        sell(recorder, sale, owners);
      }
      close(recorder, owners);
    }
    long start = cpuNanos();
    var scenario = new Judge.Scenario(OptionalDouble.of(0), OptionalLong.of(1000));
    Verdict verdict = Judge.judge(history, scenario);
    Duration took = Duration.ofNanos(cpuNanos() - start);
    assertThat(verdict.result()).as("%s", verdict).isEqualTo(Verdict.Result.CONSISTENT);
    assertThat(verdict.count(Count.SEATS_BOOKED)).isEqualTo(2L * sales);
    assertThat(took).isLessThan(Duration.ofSeconds(15));
  }

  /** Of this thread, so that whatever else runs on the machine does not count. */
  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  /** One books two seats; one who wants one of them is refused twice. */
  private static void sell(Recorder recorder, int sale, String[] owners) {
    Client buyer = recorder.by("p0-u" + sale % 500);
    String show = show(2 * sale);
    Claim claim = new Claim(show, List.of(seat(2 * sale), seat(2 * sale + 1)), "u" + sale % 500);
    String hold = UUID.randomUUID().toString();
    String payment = UUID.randomUUID().toString();
    buyer.hold(claim, 300_000).ok(new Value.HoldTold(hold, claim));
    Client late = recorder.by("p0-late");
    Claim wish = new Claim(show, List.of(seat(2 * sale + 1)), "late");
    late.hold(wish, 300_000).fail("SEATS_HELD", wish.seats());
    buyer.pay(new Value.PayAsked(hold, payment, 2000, "EUR")).ok(new Value.PayTold(2000));
    buyer.confirm(hold, payment).ok(new Value.ConfirmTold(hold, claim, 2000));
    late.hold(wish, 300_000).fail("SEATS_BOOKED", wish.seats());
    owners[2 * sale] = hold;
    owners[2 * sale + 1] = hold;
  }

  private static void close(Recorder recorder, String[] owners) {
    Client fresh = recorder.by("fresh-0");
    for (int first = 0; first < owners.length; first += SEATS_A_SHOW) {
      List<SeatTold> rows =
          IntStream.range(first, Math.min(owners.length, first + SEATS_A_SHOW))
              .mapToObj(n -> new SeatTold(seat(n), SeatState.BOOKED, null, owners[n]))
              .toList();
      fresh.seats(show(first)).ok(new Value.SeatsTold(show(first), rows));
    }
  }

  private static String show(int seat) {
    return Integer.toString(1 + seat / SEATS_A_SHOW);
  }

  private static String seat(int seat) {
    return "A-" + (1 + seat % SEATS_A_SHOW);
  }
}
