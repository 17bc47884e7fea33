package io.github.boxoffice.simulator.run;

import io.github.boxoffice.payment.MockGateway;
import io.github.boxoffice.simulator.history.Recorder;
import io.github.boxoffice.simulator.scenario.Crowd;
import io.github.boxoffice.simulator.scenario.Place;
import io.github.boxoffice.simulator.scenario.Scenario;
import io.github.boxoffice.simulator.scenario.Week;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** One day of a week: its users come in their order, as fast as they are served. */
public final class DayRun implements Play {
  private final Place place;
  private final Stage stage;
  private final Recorder recorder;
  private final DaySale sale;
  private final int users;
  private volatile Optional<DayFigures> measured = Optional.empty();
  private volatile String phase = "selling";

  private DayRun(Run.Setting setting, Week.Day day, Stage stage, Recorder recorder) {
    Scenario scenario = setting.scenario();
    this.place = setting.place();
    this.stage = stage;
    this.recorder = recorder;
    this.users = scenario.crowd().users();
    Goal goal =
        new Goal(
            new Crowd(
                users,
                OptionalDouble.empty(),
                scenario.crowd().atMost(),
                OptionalLong.of(day.bookings())));
    Books books = new Books(recorder, new Trouble(goal::stop), List.of());
    this.sale = new DaySale(scenario, day, stage, books, goal);
  }

  static DayRun open(Run.Setting setting, Week.Day day, Stage stage, Path history)
      throws IOException {
    Recorder recorder = Recorder.to(history);
    return new DayRun(setting, day, stage, recorder);
  }

  @Override
  public Figures play() throws InterruptedException {
    double cpu = Cpu.seconds(place);
    Crew crew =
        Crew.of(
            users,
            place.store(),
            number -> {
              Caller client = new Caller(stage.office(), sale.books(), "p0-u" + number);
              return () -> sale.serve(client);
            });
    crew.begin(sale.goal()::start);
    crew.join();
    double elapsed = sale.goal().elapsed() / 1e9;
    double used = Cpu.seconds(place) - cpu;
    sale.books().trouble().rethrow();
    phase = "closing";
    new DayClosing(sale).run();
    sale.books().trouble().rethrow();
    Figures figures = figures(elapsed);
    measured = Optional.of(figures(figures, used));
    return figures;
  }

  private Figures figures(double elapsed) {
    return new Figures(
        elapsed, elapsed, stage.store().conflicts(), 0, sale.books().meter().read(), List.of());
  }

  private DayFigures figures(Figures figures, double cpu) {
    Turnout premiere = sale.tally(true).read();
    Turnout others = sale.tally(false).read().minusSeconds(premiere.seconds());
    return new DayFigures(figures, premiere, others, sale.isSoldOut(), cpu, recorder.events());
  }

  /** What was measured; to be asked for when it was played. */
  public DayFigures measured() {
    return measured.orElseThrow();
  }

  @Override
  public Glance glance() {
    return new Glance(phase, sale.goal().bookings(), 0, sale.goal().elapsed() / 1e9);
  }

  @Override
  public void stop() {
    sale.goal().stop();
  }

  @Override
  public List<MockGateway.Entry> journal() {
    return stage.bank().journal();
  }

  @Override
  public void close() throws IOException {
    try (recorder) {
      stage.close();
    }
  }
}
