package io.github.boxoffice.simulator;

import io.github.boxoffice.model.ShowId;
import io.github.boxoffice.simulator.history.GatewayJournal;
import io.github.boxoffice.simulator.report.RunResult;
import io.github.boxoffice.simulator.report.WeekFigures;
import io.github.boxoffice.simulator.run.Cpu;
import io.github.boxoffice.simulator.run.DayFigures;
import io.github.boxoffice.simulator.run.DayRun;
import io.github.boxoffice.simulator.run.Figures;
import io.github.boxoffice.simulator.run.House;
import io.github.boxoffice.simulator.run.Run;
import io.github.boxoffice.simulator.scenario.Place;
import io.github.boxoffice.simulator.scenario.Plan;
import io.github.boxoffice.simulator.scenario.Week;
import io.github.boxoffice.simulator.verdict.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Plays weeks, one for each strategy. Every day has a history of its own. When the week is over the
 * days are judged from them, side by side, so that no judge takes a processor from the users; the
 * history of a day that is consistent is deleted unless somebody wants it kept.
 *
 * <p>In memory the shows of a day are put on sale in the morning and purged in the night. In a
 * database all are on sale from the beginning and stay, so that the tables are as full as they get.
 */
final class WeekRuns {
  private final Plan plan;
  private final Week week;
  private final WeekOptions.Wishes wishes;
  private final Runs.Stand stand;

  WeekRuns(Plan plan, WeekOptions.Wishes wishes, Runs.Stand stand) {
    this.plan = plan;
    this.week = Week.of(plan.scenario());
    this.wishes = wishes;
    this.stand = stand;
  }

  List<RunResult> play() throws IOException, InterruptedException {
    List<RunResult> results = new ArrayList<>();
    for (String strategy : plan.strategies()) {
      if (!stand.stop().isAsked()) {
        RunResult result = new Playing(strategy).play();
        results.add(result);
        stand.progress().ended(result);
      }
    }
    return results;
  }

  /** One week. */
  private final class Playing {
    private final String strategy;
    private final boolean daily = plan.place().store() == Place.Store.MEMORY;
    private final Map<Week.Day, List<ShowId>> shows = new HashMap<>();
    private final List<DayFigures> days = new ArrayList<>();
    private final List<Path> histories = new ArrayList<>();
    private final List<OptionalLong> weights = new ArrayList<>();

    Playing(String strategy) {
      this.strategy = strategy;
    }

    RunResult play() throws IOException, InterruptedException {
      long begun = System.nanoTime();
      Run.Setting setting = new Run.Setting(plan.scenario(), plan.place(), strategy);
      try (House house = House.open(setting)) {
        weights.add(house.bytes());
        if (!daily) {
          week.days().forEach(day -> shows.put(day, house.open(day)));
          weights.add(house.bytes());
        }
        for (Week.Day day : week.days()) {
          if (!stand.stop().isAsked()) {
            play(house, day);
          }
        }
        if (!daily) {
          weights.add(house.bytes());
        }
      }
      List<Verdict> verdicts = histories.parallelStream().map(this::judge).toList();
      Verdict week = Verdict.together(verdicts);
      double seconds = (System.nanoTime() - begun) / 1e9;
      if (!wishes.keepsHistory()) {
        for (int i = 0; i < verdicts.size(); i++) {
          if (isConsistent(week) || isConsistent(verdicts.get(i))) {
            Files.delete(histories.get(i));
            Files.delete(GatewayJournal.beside(histories.get(i)));
          }
        }
      }
      return result(week, seconds);
    }

    private void play(House house, Week.Day day) throws IOException, InterruptedException {
      boolean weighed = daily && days.isEmpty();
      List<ShowId> own = daily ? house.open(day) : shows.getOrDefault(day, List.of());
      if (weighed) {
        weights.add(house.bytes());
      }
      String name = strategy + ".day" + day.number();
      Path history = stand.folder().history(name);
      days.add(record(house.play(day, own, history), history, name));
      if (weighed) {
        weights.add(house.bytes());
      }
      histories.add(history);
      if (daily) {
        house.purge(day);
      }
    }

    private Verdict judge(Path history) {
      try {
        return Judging.verdict(history, plan.scenario());
      } catch (IOException e) {
        throw new UncheckedIOException("the history of a day cannot be read", e);
      }
    }

    /** Too little may have happened in one day to judge it, and enough in the week. */
    private static boolean isConsistent(Verdict verdict) {
      return verdict.result() == Verdict.Result.CONSISTENT;
    }

    private DayFigures record(DayRun run, Path history, String name)
        throws IOException, InterruptedException {
      try (run) {
        stand.play(run, name, history);
        return run.measured();
      }
    }

    private RunResult result(Verdict verdict, double seconds) {
      Figures all = days.stream().map(DayFigures::figures).reduce(Figures::after).orElseThrow();
      WeekFigures figures =
          new WeekFigures(week, days, weight(), wishes.costs(), seconds, Cpu.hasAll(plan.place()));
      return new RunResult(
          strategy,
          strategy,
          plan.place(),
          plan.scenario().seed(),
          all,
          verdict,
          Optional.of(figures));
    }

    private Optional<WeekFigures.Weight> weight() {
      if (weights.size() < 3 || weights.stream().anyMatch(OptionalLong::isEmpty)) {
        return Optional.empty();
      }
      List<Week.Day> played = daily ? week.days().subList(0, 1) : week.days();
      long seats =
          played.stream().mapToLong(Week.Day::shows).sum() * plan.scenario().venue().seats().size();
      long bookings =
          days.stream()
              .limit(played.size())
              .mapToLong(day -> day.premiere().bookings() + day.others().bookings())
              .sum();
      long before = weights.get(0).orElseThrow();
      long opened = weights.get(1).orElseThrow();
      long sold = weights.get(2).orElseThrow();
      return Optional.of(
          new WeekFigures.Weight(played.size(), seats, bookings, opened - before, sold - opened));
    }
  }
}
