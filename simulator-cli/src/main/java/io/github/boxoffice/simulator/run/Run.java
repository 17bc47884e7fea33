package io.github.boxoffice.simulator.run;

import io.github.boxoffice.model.ShowId;
import io.github.boxoffice.payment.MockGateway;
import io.github.boxoffice.simulator.history.JournalFile;
import io.github.boxoffice.simulator.history.Recorder;
import io.github.boxoffice.simulator.scenario.Crowd;
import io.github.boxoffice.simulator.scenario.Place;
import io.github.boxoffice.simulator.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** A play in this process: all of it, or one process's part. */
public final class Run implements Play {
  private final Scenario scenario;
  private final Place place;
  private final Stage stage;
  private final Cast cast;
  private final Opened opened;
  private final Sale sale;
  private volatile Optional<Crew> crew = Optional.empty();
  private volatile String phase = "selling";

  private Run(Setting setting, Stage stage, Cast cast, Opened opened) {
    this.scenario = setting.scenario;
    this.place = setting.place;
    this.stage = stage;
    this.cast = cast;
    this.opened = opened;
    Goal goal = new Goal(scenario.crowd());
    Books books = new Books(opened.recorder(), new Trouble(goal::stop), cast.inherited());
    this.sale = new Sale(scenario, stage, Sale.Pages.of(scenario, stage), books, goal);
  }

  /**
   * What is played.
   *
   * @param scenario what
   * @param place where
   * @param strategy by whom: a strategy's name, also that of a control
   */
  public record Setting(Scenario scenario, Place place, String strategy) {
    /** The same, where the database is reached like this. */
    public Setting at(String jdbcUrl) {
      return new Setting(scenario, place.at(jdbcUrl), strategy);
    }

    private Stage stage(Opened opened) {
      Backend backend = opened.add(backend(InstantSource.system()));
      return opened.add(Stage.open(scenario, backend, Lineup.named(strategy)));
    }

    Backend backend(InstantSource clock) {
      // A crowd waits long for a connection, and is not to be told that the database has failed.
      Duration wait = Duration.ofSeconds(30).plusMillis(2L * scenario.crowd().users());
      return Backend.open(place, strategy, clock, wait);
    }
  }

  /** The whole of it, with new shows; what clients are told is written to this file. */
  public static Run open(Setting setting, Path history) throws IOException {
    return Opened.with(
        Recorder.to(history),
        opened -> new Run(setting, setting.stage(opened), Cast.ALONE, opened));
  }

  /**
   * New shows, which other processes sell and this one closes.
   *
   * @param history its own part of the history
   * @param start when time began for all processes, by {@link System#nanoTime}
   */
  public static Run host(Setting setting, Path history, long start) throws IOException {
    return Opened.with(
        Recorder.part(history, 0, start),
        opened -> {
          Stage stage = setting.stage(opened);
          return new Run(setting, stage, new Cast(0, 0, stage.shows()), opened);
        });
  }

  /** One process's part of it: only to sell, on shows that are there. */
  public static Run join(Setting setting, Part part) throws IOException {
    InstantSource wrong = () -> InstantSource.system().instant().plus(part.clockAhead());
    return Opened.with(
        Recorder.part(part.history(), part.process(), part.start()),
        opened -> {
          JournalFile journal = opened.add(JournalFile.to(part.journal()));
          QuickGateway gateway = QuickGateway.of(setting.scenario, journal::write);
          Backend backend = opened.add(setting.backend(wrong));
          Stage stage =
              opened.add(
                  Stage.open(backend, Lineup.named(setting.strategy), part.shows(), gateway));
          Cast cast = new Cast(part.process(), part.firstUser(), List.of());
          return new Run(setting, stage, cast, opened);
        });
  }

  @Override
  public Figures play() throws InterruptedException {
    SplittableRandom chance = cast.chance(scenario.seed());
    Figures figures = sell(chance);
    finish(chance.split());
    return figures;
  }

  /** Lets the users in, and leaves the closing to the {@linkplain #host host}. */
  public Figures sell() throws InterruptedException {
    Figures figures = sell(cast.chance(scenario.seed()));
    new Closing(sale, cast, cast.chance(scenario.seed())).leave();
    return figures;
  }

  /**
   * Closes the shows, after all who sold them have gone.
   *
   * @param journal what the payment service did for them
   */
  public void finish(List<MockGateway.Entry> journal) {
    journal.forEach(stage.bank()::restore);
    finish(cast.chance(scenario.seed()));
  }

  private void finish(SplittableRandom chance) {
    phase = "closing";
    new Closing(sale, cast, chance).run();
    sale.books().trouble().rethrow();
  }

  /** The shows that are on sale. */
  public List<ShowId> shows() {
    return stage.shows();
  }

  private Figures sell(SplittableRandom chance) throws InterruptedException {
    Pace pace = pace(chance.split());
    Shift shift = Shift.begin(sale, cast);
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
        size, place.store(), number -> new User(sale, pace, cast, number, visitors.get(number)));
  }

  private Figures figures(Pace pace) {
    double elapsed = sale.goal().elapsed() / 1e9;
    double idle = sale.pages().idle().nanos() / 1e9;
    return new Figures(
        elapsed,
        Math.max(0, elapsed - idle),
        stage.store().conflicts(),
        pace.missed(),
        sale.books().meter().read(),
        List.of());
  }

  @Override
  public Glance glance() {
    Goal goal = sale.goal();
    int unsold = sale.pages().boards().lastUnsold();
    return new Glance(phase, goal.bookings(), unsold, goal.elapsed() / 1e9);
  }

  @Override
  public void stop() {
    sale.goal().stop();
    crew.ifPresent(Crew::wake);
  }

  @Override
  public List<MockGateway.Entry> journal() {
    return stage.bank().journal();
  }

  @Override
  public void close() throws IOException {
    opened.close();
  }
}
