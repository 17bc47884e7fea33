package io.github.boxoffice.benchmarks.compare;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * How long it will take: what the turns are told to take, and what opening shows and waiting for
 * the collector took where this was written, corrected by how the races so far went.
 */
final class Estimate {
  /** How many are measured if all stores take part, each for two turns: it warms up, too. */
  private static final double LIMITS = 13;

  private static final double COLLECTION = 0.3;

  private final List<Race> races;
  private final Settings settings;
  private final long start = System.nanoTime();
  private int done;

  Estimate(List<Race> races, Settings settings) {
    this.races = races;
    this.settings = settings;
  }

  /** The warm-up of this race: long if it is the first on its store, and one turn else. */
  int warmUp(int race) {
    boolean first = race == 0 || races.get(race - 1).field() != races.get(race).field();
    return first ? settings.warmUp() : settings.seconds();
  }

  void raceDone() {
    done++;
  }

  /** Seconds from now to the end. */
  double left() {
    double planned = planned(done, races.size());
    double taken = (System.nanoTime() - start) / 1e9;
    return done == 0 ? planned : planned * taken / planned(0, done);
  }

  private double planned(int from, int to) {
    double seconds = from == 0 ? LIMITS * 2 * settings.seconds() : 0;
    for (int i = from; i < to; i++) {
      seconds += planned(i);
    }
    return seconds;
  }

  private double planned(int i) {
    Race race = races.get(i);
    double turns = Math.ceil((double) warmUp(i) / settings.seconds()) + settings.rounds();
    double each = opening(race.field()) / 100;
    double shows = race.contenders().stream().mapToDouble(settings::showsOf).sum();
    return shows * each + race.contenders().size() * turns * (settings.seconds() + COLLECTION);
  }

  /** Seconds to open 100 shows. */
  private static double opening(Field field) {
    return switch (field) {
      case MEMORY -> 0.1;
      case H2 -> 2;
      case POSTGRES -> 4;
      case MARIADB -> 4;
    };
  }

  @Override
  public String toString() {
    Duration left = Duration.ofSeconds((long) left());
    return String.format(
        Locale.ROOT,
        "%d of %d races done, about %d h %02d min to go",
        done,
        races.size(),
        left.toHours(),
        left.toMinutesPart());
  }
}
