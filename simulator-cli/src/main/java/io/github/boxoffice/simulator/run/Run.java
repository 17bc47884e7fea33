package io.github.boxoffice.simulator.run;

import io.github.boxoffice.payment.MockGateway;
import io.github.boxoffice.simulator.history.Recorder;
import io.github.boxoffice.simulator.scenario.Crowd;
import io.github.boxoffice.simulator.scenario.Place;
import io.github.boxoffice.simulator.scenario.Scenario;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** One strategy in one scenario, from the first user to the last seat read. Played once. */
public final class Run implements AutoCloseable {
  private final Scenario scenario;
  private final Place place;
  private final Backend backend;
  private final Stage stage;
  private final Sale sale;
  private volatile Optional<Crew> crew = Optional.empty();
  private volatile String phase = "selling";

  private Run(Scenario scenario, Place place, Backend backend, Stage stage, Recorder history) {
    this.scenario = scenario;
    this.place = place;
    this.backend = backend;
    this.stage = stage;
    Goal goal = new Goal(scenario.crowd());
    Books books = new Books(history, new Trouble(goal::stop));
    this.sale = new Sale(scenario, stage, Sale.Pages.of(scenario, stage), books, goal);
  }

  /**
   * Opens the store and puts the shows on sale.
   *
   * @param strategy its name; also that of a control
   * @param history where what clients are told is written down; stays the caller's to close
   */
  public static Run open(Scenario scenario, Place place, String strategy, Recorder history) {
    Backend backend = Backend.open(place, strategy);
    Stage stage = null;
    try {
      stage = Stage.open(scenario, backend, Lineup.named(strategy));
      return new Run(scenario, place, backend, stage, history);
    } finally {
      if (stage == null) {
        backend.close();
      }
    }
  }

  /**
   * Lets the users in, and comes back when the run has ended as the package says.
   *
   * @throws RuntimeException if the software failed: the first failure
   */
  public Figures play() throws InterruptedException {
    SplittableRandom chance = new SplittableRandom(scenario.seed());
    Pace pace = pace(chance.split());
    Figures figures = sell(pace, chance);
    phase = "closing";
    new Closing(sale, chance.split()).run();
    sale.books().trouble().rethrow();
    return figures;
  }

  private Figures sell(Pace pace, SplittableRandom chance) throws InterruptedException {
    Shift shift = Shift.begin(sale);
    try {
      Crew users = users(pace, chance);
      crew = Optional.of(users);
      users.begin(sale.goal()::start);
      users.join();
      return figures(pace);
    } finally {
      shift.end();
      sale.books().trouble().rethrow();
    }
  }

  private Pace pace(SplittableRandom chance) {
    Crowd crowd = scenario.crowd();
    return crowd.rate().isPresent()
        ? new OpenPace(sale.goal(), crowd.rate().getAsDouble(), chance)
        : new ClosedPace(sale.goal());
  }

  private Crew users(Pace pace, SplittableRandom chance) {
    int size = scenario.crowd().users();
    List<SplittableRandom> visitors = Stream.generate(chance::split).limit(size).toList();
    return Crew.of(
        size, place.store(), number -> new User(sale, pace, number, visitors.get(number)));
  }

  private Figures figures(Pace pace) {
    double elapsed = sale.goal().elapsed() / 1e9;
    double idle = sale.pages().idle().nanos() / 1e9;
    return new Figures(
        elapsed,
        Math.max(0, elapsed - idle),
        stage.store().conflicts(),
        pace.missed(),
        sale.books().meter().read());
  }

  /** How far it is; asks no store. */
  public Glance glance() {
    Goal goal = sale.goal();
    int unsold = sale.pages().boards().lastUnsold();
    return new Glance(phase, goal.bookings(), unsold, goal.elapsed() / 1e9);
  }

  /** Ends it early, as cleanly as it would have ended. */
  public void stop() {
    sale.goal().stop();
    crew.ifPresent(Crew::wake);
  }

  /** What the payment service says that it did. */
  public List<MockGateway.Entry> journal() {
    return stage.bank().journal();
  }

  @Override
  public void close() {
    try {
      stage.close();
    } finally {
      backend.close();
    }
  }
}
