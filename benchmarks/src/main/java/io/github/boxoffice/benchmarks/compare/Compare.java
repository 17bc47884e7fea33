package io.github.boxoffice.benchmarks.compare;

import io.github.boxoffice.benchmarks.limit.Limits;
import io.github.boxoffice.benchmarks.report.Bound;
import io.github.boxoffice.benchmarks.report.Page;
import io.github.boxoffice.benchmarks.report.Section;
import io.github.boxoffice.benchmarks.report.Tables;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Ours beside the peers: every store under every load, and the limits of the machine beside it. */
public final class Compare {
  private final Settings settings;
  private final List<String> about;
  private final List<Race> races;
  private final List<Bound> bounds = new ArrayList<>();
  private final List<Section> sections = new ArrayList<>();

  private Compare(Settings settings, List<String> about, List<Race> races) {
    this.settings = settings;
    this.about = about;
    this.races = races;
  }

  /** See docs/benchmarks.md. */
  public static void main(String[] args) {
    Settings settings = Settings.parse(List.of(args));
    List<Race> races = Race.all(settings);
    Set<Field> fields = new LinkedHashSet<>();
    races.forEach(race -> fields.add(race.field()));
    List<String> about = About.lines(List.of(args), settings, fields);
    about.forEach(System.out::println);
    new Compare(settings, about, races.stream().filter(race -> race.field().isThere()).toList())
        .run();
  }

  private void run() {
    Estimate estimate = new Estimate(races, settings);
    System.out.println(estimate);
    bounds.addAll(
        Limits.measure(
            races.stream().map(race -> race.field().store()).toList(),
            settings.threads(),
            settings.seconds()));
    System.out.printf("%n%s", Tables.of(bounds));
    for (int i = 0; i < races.size(); i++) {
      Section section = run(races.get(i), estimate.warmUp(i));
      sections.add(section);
      estimate.raceDone();
      System.out.printf("%n%s%n%n%s%n%s%n", section.title(), Tables.of(section), estimate);
      write();
    }
    long failed = sections.stream().filter(section -> section.rows().isEmpty()).count();
    if (failed > 0) {
      throw new IllegalStateException(failed + " races failed; their reasons are above");
    }
  }

  /** A race that fails costs its own table, not those of the hours before. */
  private Section run(Race race, int warmUp) {
    try {
      return Turns.run(race, settings, warmUp);
    } catch (RuntimeException e) {
      e.printStackTrace();
      return new Section(race.field().store(), race.load(), 0, List.of(), "Failed: " + e);
    }
  }

  /** After each race, so that there is a page whenever somebody has no more patience. */
  private void write() {
    if (!settings.write().isEmpty()) {
      new Page(about, bounds, sections).write(Path.of(settings.write()));
    }
  }
}
