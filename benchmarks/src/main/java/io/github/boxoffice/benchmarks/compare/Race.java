package io.github.boxoffice.benchmarks.compare;

import io.github.boxoffice.benchmarks.report.Load;
import java.util.ArrayList;
import java.util.List;

/**
 * Who runs against whom.
 *
 * @param contenders in the order of the table
 */
record Race(Field field, Load load, List<Contender> contenders) {
  private static final int[] USERS = {1, 8, 64, 512};
  private static final int[] TOGETHER = {1, 2, 6};

  /**
   * What the settings leave of all races.
   *
   * @throws IllegalArgumentException if that is none
   */
  static List<Race> all(Settings settings) {
    List<Race> races =
        all().stream()
            .filter(race -> race.is(settings.only()))
            .map(race -> race.among(settings.among()))
            .map(race -> race.also(settings.alsoShows()))
            .filter(race -> !race.contenders().isEmpty())
            .toList();
    if (races.isEmpty()) {
      throw new IllegalArgumentException(
          "--only and --among leave no race: " + settings.only() + ", " + settings.among());
    }
    return races;
  }

  /** All that a comparison can run: every store under every load. */
  static List<Race> all() {
    List<Race> races = new ArrayList<>();
    for (Field field : Field.values()) {
      for (String crowd : List.of(Load.SPREAD, Load.HOT)) {
        for (int together : TOGETHER) {
          for (int users : USERS) {
            races.add(of(field, new Load(crowd, users, together)));
          }
        }
      }
      if (field == Field.MEMORY) {
        races.add(of(field, new Load(Load.SPREAD, 2, 2)));
      } else if (field == Field.POSTGRES) {
        races.add(of(field, new Load(Load.RUSH, 512, 2)));
      }
    }
    return races;
  }

  private static Race of(Field field, Load load) {
    return new Race(field, load, field.contenders());
  }

  /** Whether each of these words is part of its description: a store, a crowd, users, k. */
  boolean is(List<String> words) {
    List<String> its = new ArrayList<>(load.words());
    its.add(field.store());
    return words.stream()
        .allMatch(
            word -> its.stream().anyMatch(is -> is.equals(word) || is.startsWith(word + " ")));
  }

  /** The same with some of its contenders, whose goals beside those left out are dropped. */
  Race among(List<String> names) {
    List<Contender> some =
        contenders.stream().filter(contender -> names.contains(contender.name())).toList();
    return names.isEmpty() ? this : new Race(field, load, some);
  }

  /** The same with each of ours a second time, on so many shows; as it is for 0. */
  private Race also(int shows) {
    List<Contender> all = new ArrayList<>(contenders);
    if (shows > 0) {
      contenders.stream()
          .filter(Contender::isOurs)
          .forEach(contender -> all.add(contender.on(shows, load)));
    }
    return new Race(field, load, List.copyOf(all));
  }

  /** Where this contender stands; -1 if it takes no part. */
  int indexOf(String name) {
    return contenders.stream().map(Contender::name).toList().indexOf(name);
  }

  String describe() {
    return field.store() + ", " + load;
  }
}
