package io.github.boxoffice.simulator.worker;

import io.github.boxoffice.model.Money;
import io.github.boxoffice.model.PaymentId;
import io.github.boxoffice.payment.MockGateway;
import io.github.boxoffice.simulator.history.GatewayJournal;
import io.github.boxoffice.simulator.history.Parts;
import io.github.boxoffice.simulator.run.Figures;
import io.github.boxoffice.simulator.run.Glance;
import io.github.boxoffice.simulator.run.Part;
import io.github.boxoffice.simulator.run.Play;
import io.github.boxoffice.simulator.run.Run;
import io.github.boxoffice.simulator.scenario.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A play by several processes. This one opens the shows; workers sell them; when they are gone, by
 * themselves or not, this one settles what they left, closes the shows, and makes one history of
 * all parts.
 */
public final class Joint implements Play {
  private final Run.Setting setting;
  private final Team team;
  private final Path history;
  private final long start;
  private final Run host;
  private volatile List<Hand> hands = List.of();
  private volatile boolean stopped;
  private volatile String phase = "starting";

  private Joint(Run.Setting setting, Team team, Path history) throws IOException {
    this.setting = setting;
    this.team = team;
    this.history = history;
    this.start = System.nanoTime();
    this.host = Run.host(setting, file(0, "history"), start);
  }

  /**
   * Who plays together.
   *
   * @param processes how many
   * @param command starts the process that does this part
   */
  public record Team(Processes processes, Function<Part, List<String>> command) {}

  /** Opens the shows; the history is complete when it is closed. */
  public static Joint open(Run.Setting setting, Team team, Path history) throws IOException {
    return new Joint(setting, team, history);
  }

  private Path file(int process, String what) {
    return history.resolveSibling("." + history.getFileName() + ".p" + process + "." + what);
  }

  @Override
  public Figures play() throws IOException, InterruptedException {
    hands = hire();
    for (Hand hand : hands) {
      hand.awaitReady();
    }
    phase = "selling";
    hands.forEach(hand -> hand.tell(Worker.GO));
    if (stopped) {
      stop(); // It was asked for before there was anybody to hear it.
    }
    Figures figures = join();
    phase = "closing";
    host.finish(journals());
    return figures;
  }

  private List<Hand> hire() throws IOException {
    List<Hand> hired = new ArrayList<>();
    try {
      int users = 0;
      for (int number = 1; number <= team.processes.count(); number++) {
        hired.add(Hand.start(number, team.command.apply(part(number, users))));
        users += setting.scenario().part(number - 1, team.processes.count()).crowd().users();
      }
      return List.copyOf(hired);
    } finally {
      if (hired.size() < team.processes.count()) {
        hired.forEach(Hand::kill);
      }
    }
  }

  private Part part(int number, int firstUser) {
    return new Part(
        number,
        firstUser,
        host.shows(),
        team.processes.clockSkew().multipliedBy(number - 1L),
        start,
        file(number, "history"),
        file(number, "journal"));
  }

  private Figures join() throws InterruptedException {
    List<Figures> figures = new ArrayList<>();
    List<String> died = new ArrayList<>();
    for (Hand hand : hands) {
      Optional<Figures> measured = hand.join();
      measured.ifPresentOrElse(figures::add, () -> died.add(hand.death()));
      if (measured.isEmpty() && hand.failed()) {
        throw new IllegalStateException(hand.death());
      }
    }
    return figures.stream()
        .reduce(Figures::beside)
        .orElseThrow(() -> new IllegalStateException(String.join("; ", died)))
        .without(died);
  }

  private List<MockGateway.Entry> journals() throws IOException {
    List<MockGateway.Entry> all = new ArrayList<>();
    for (int number = 1; number <= team.processes.count(); number++) {
      Path journal = file(number, "journal");
      if (Files.exists(journal)) {
        GatewayJournal.read(journal).values().stream().map(this::entry).forEach(all::add);
      }
    }
    return all;
  }

  private MockGateway.Entry entry(GatewayJournal.Entry line) {
    Currency currency =
        setting.scenario().venue().prices().byZone().values().iterator().next().currency();
    return new MockGateway.Entry(
        new PaymentId(UUID.fromString(line.payment())),
        Optional.ofNullable(line.amount()).map(minor -> new Money(minor, currency)),
        line.captured(),
        line.refunds());
  }

  @Override
  public Glance glance() {
    Glance mine = host.glance();
    long bookings = hands.stream().mapToLong(Hand::bookings).sum();
    int unsold = hands.stream().mapToInt(Hand::unsold).min().orElse(mine.unsold());
    return new Glance(phase, bookings, Math.min(unsold, mine.unsold()), mine.seconds());
  }

  @Override
  public void stop() {
    stopped = true;
    hands.forEach(hand -> hand.tell(Worker.STOP));
  }

  @Override
  public List<MockGateway.Entry> journal() {
    return host.journal();
  }

  @Override
  public void close() throws IOException {
    hands.forEach(Hand::kill);
    host.close();
    List<Path> parts =
        IntStream.rangeClosed(0, team.processes.count())
            .mapToObj(number -> file(number, "history"))
            .filter(Files::exists)
            .toList();
    Parts.merge(parts, history);
    for (int number = 0; number <= team.processes.count(); number++) {
      Files.deleteIfExists(file(number, "history"));
      Files.deleteIfExists(file(number, "journal"));
    }
  }
}
