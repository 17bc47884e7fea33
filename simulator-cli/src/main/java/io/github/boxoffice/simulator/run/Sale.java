package io.github.boxoffice.simulator.run;

import io.github.boxoffice.simulator.scenario.Scenario;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * What all users of one run share.
 *
 * @param scenario what they are like
 * @param stage what is sold
 * @param pages what they see of it
 * @param books what is written down about it
 * @param goal when it is over
 */
record Sale(Scenario scenario, Stage stage, Pages pages, Books books, Goal goal) {
  /**
   * What users see.
   *
   * @param boards which seats are free
   * @param picker which of them they like
   * @param idle the time in which there were none
   */
  record Pages(Boards boards, Picker picker, Idle idle) {
    static Pages of(Scenario scenario, Stage stage) {
      List<Board> boards =
          stage.shows().stream()
              .map(show -> new Board(stage.office(), show, scenario.venue().seats()))
              .toList();
      return new Pages(
          new Boards(boards, scenario.habits().seats().least()),
          new Picker(scenario.venue().seats()),
          new Idle(scenario.crowd().users()));
    }
  }

  /** Waits until this time by {@link System#nanoTime}, or until it is over. */
  void pauseUntil(long time) {
    for (long left = time - System.nanoTime(); left > 0 && !goal.isOver(); ) {
      LockSupport.parkNanos(Math.min(left, goal.left()));
      left = time - System.nanoTime();
    }
  }

  /** Waits this long, or until it is over. */
  void pause(long nanos) {
    pauseUntil(System.nanoTime() + nanos);
  }
}
