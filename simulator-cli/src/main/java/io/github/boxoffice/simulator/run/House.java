package io.github.boxoffice.simulator.run;

import io.github.boxoffice.BoxOffice;
import io.github.boxoffice.model.ShowId;
import io.github.boxoffice.payment.MockGateway;
import io.github.boxoffice.simulator.scenario.Week;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/** Where shows are on sale for days. Each day has users, a history and a gateway of its own. */
public final class House implements Closeable {
  private static final int AT_ONCE = Integer.MAX_VALUE / 2;

  private final Run.Setting setting;
  private final Backend backend;
  private final BoxOffice office;
  private final Programme programme;
  private final Instant firstDay;

  private House(Run.Setting setting, Backend backend) {
    this.setting = setting;
    this.backend = backend;
    this.office =
        BoxOffice.on(backend.store())
            .strategy(Lineup.named(setting.strategy()))
            .leases(backend.leases())
            .gateway(MockGateway.alwaysCaptures())
            .open();
    this.programme = new Programme(office, setting.scenario());
    this.firstDay = backend.store().clock().instant().plus(365, ChronoUnit.DAYS);
  }

  /** One with nothing on sale yet. */
  public static House open(Run.Setting setting) {
    return new House(setting, setting.backend(InstantSource.system()));
  }

  /** Puts the shows of a day on sale, all seats of each at once. */
  public List<ShowId> open(Week.Day day) {
    Instant beginning = beginning(day);
    // Side by side: a database commits each show.
    return IntStream.range(0, day.shows())
        .parallel()
        .mapToObj(i -> programme.add(beginning))
        .sorted()
        .toList();
  }

  private Instant beginning(Week.Day day) {
    return firstDay.plus(Duration.ofDays(day.number()));
  }

  /** The users of a day, who want seats of these shows; what they are told is written down. */
  public DayRun play(Week.Day day, List<ShowId> shows, Path history) throws IOException {
    QuickGateway gateway = QuickGateway.of(setting.scenario());
    Stage stage = Stage.open(backend, Lineup.named(setting.strategy()), shows, gateway);
    return DayRun.open(setting, day, stage, history);
  }

  /** Forgets the shows of a day that is over, and all that was sold there. */
  public void purge(Week.Day day) {
    Instant next = beginning(day).plusMillis(1);
    int deleted = office.purge(next, AT_ONCE);
    while (deleted > 0) {
      deleted = office.purge(next, AT_ONCE);
    }
  }

  /** How much the store takes now; empty if that cannot be said. */
  public OptionalLong bytes() {
    return Weight.of(setting.place(), backend.store());
  }

  @Override
  public void close() {
    try {
      office.close();
    } finally {
      backend.close();
    }
  }
}
