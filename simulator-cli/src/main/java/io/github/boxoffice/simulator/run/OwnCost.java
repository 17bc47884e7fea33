package io.github.boxoffice.simulator.run;

import io.github.boxoffice.simulator.history.Client;
import io.github.boxoffice.simulator.history.Recorder;
import io.github.boxoffice.simulator.history.Value;
import io.github.boxoffice.simulator.scenario.Scenario;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;

/**
 * What a booking costs the simulator itself: somebody chooses seats, asks for them, pays and
 * confirms, is answered at once because nobody sells anything, and all of it is written down and
 * timed. Measured by as many hands as there are processors, so that they meet at the recorder as
 * the users of a run do.
 */
public final class OwnCost {
  private static final long ROUND = TimeUnit.MILLISECONDS.toNanos(100);
  private static final String SHOW = "1";
  private static final long TTL = 500;

  private final Scenario scenario;
  private final Recorder recorder;
  private final Picker picker;
  private final Meter meter = new Meter();
  private final LongAdder bookings = new LongAdder();
  private final LongAdder nanos = new LongAdder();

  private OwnCost(Scenario scenario, Recorder recorder) {
    this.scenario = scenario;
    this.recorder = recorder;
    this.picker = new Picker(scenario.venue().seats());
  }

  /**
   * Measures it.
   *
   * @param file what is written there is deleted
   * @return microseconds of a processor a booking
   */
  public static double micros(Scenario scenario, Path file) throws IOException {
    try (Recorder recorder = Recorder.to(file)) {
      new OwnCost(scenario, recorder).round(); // Code that was never run is slow.
      OwnCost measured = new OwnCost(scenario, recorder);
      measured.round();
      return measured.nanos.sum() / 1e3 / Math.max(1, measured.bookings.sum());
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private void round() {
    int hands = Runtime.getRuntime().availableProcessors();
    IntStream.range(0, hands).parallel().forEach(this::work);
  }

  private void work(int hand) {
    SplittableRandom random = new SplittableRandom(scenario.seed() + hand);
    Page page = Page.fresh(scenario.venue().seats().size());
    Client client = recorder.by("own-" + hand);
    long begun = System.nanoTime();
    long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    while (System.nanoTime() - begun < ROUND) {
      book(client, page, random);
      bookings.increment();
    }
    nanos.add(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu);
  }

  private void book(Client client, Page page, SplittableRandom random) {
    long asked = System.nanoTime();
    List<String> seats =
        picker.pick(page, picker.favourite(random), scenario.habits().seats().draw(random));
    Value.Claim claim = new Value.Claim(SHOW, seats, "own-" + random.nextInt());
    String hold = id(random);
    client.hold(claim, TTL).ok(new Value.HoldTold(hold, claim));
    meter.hold(System.nanoTime() - asked);
    String payment = id(random);
    client.pay(new Value.PayAsked(hold, payment, 1000, "EUR")).ok(new Value.PayTold(1000));
    client.confirm(hold, payment).ok(new Value.ConfirmTold(hold, claim, 1000));
    meter.confirm(System.nanoTime() - asked);
    meter.booking(System.nanoTime() - asked);
  }

  private static String id(SplittableRandom random) {
    return new UUID(random.nextLong(), random.nextLong()).toString();
  }
}
