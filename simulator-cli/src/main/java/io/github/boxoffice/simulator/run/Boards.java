package io.github.boxoffice.simulator.run;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** The pages of all shows. */
final class Boards {
  private final List<Board> all;
  private final int least;

  /**
   * @param least how many seats a booking has at least: with fewer left, a show is sold out
   */
  Boards(List<Board> all, int least) {
    this.all = all;
    this.least = least;
  }

  /** A show with seats to be had; the first shows are the popular ones. */
  Optional<Board> choose(SplittableRandom random) {
    double wish = random.nextDouble();
    int first = (int) (wish * wish * all.size());
    for (int i = 0; i < all.size(); i++) {
      Board board = all.get((first + i) % all.size());
      if (board.look().countFree() >= least) {
        return Optional.of(board);
      }
    }
    return Optional.empty();
  }

  boolean soldOut() {
    return all.stream().allMatch(board -> board.look().unsold() < least);
  }

  /** How many seats were not booked when they were last looked at. */
  int lastUnsold() {
    return all.stream().mapToInt(board -> board.last().unsold()).sum();
  }
}
