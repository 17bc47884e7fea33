package io.github.boxoffice.simulator.run;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/** What somebody wants, and what they choose of what they see. */
final class SeatWish {
  private static final long LEAST_PAUSE = TimeUnit.MILLISECONDS.toNanos(2);
  private static final long PAUSE_PER_USER = TimeUnit.MICROSECONDS.toNanos(100);

  private final Sale sale;
  private final SplittableRandom random;
  private final int count;

  SeatWish(Sale sale, SplittableRandom random, int count) {
    this.sale = sale;
    this.random = random;
    this.count = count;
  }

  /**
   * Seats to ask for.
   *
   * @param waited whether there were none at first
   */
  record Choice(Board board, List<String> seats, boolean waited) {}

  /** Seats that look free, as soon as there are some; empty when it is over. */
  Optional<Choice> choose() {
    Optional<Choice> now = look(false);
    if (now.isPresent()) {
      return now;
    }
    sale.pages().idle().enter();
    try {
      return await();
    } finally {
      sale.pages().idle().leave();
    }
  }

  private Optional<Choice> await() {
    Boards boards = sale.pages().boards();
    long pause = Math.max(LEAST_PAUSE, PAUSE_PER_USER * sale.scenario().crowd().users());
    Optional<Choice> found = Optional.empty();
    while (found.isEmpty() && !sale.goal().isOver()) {
      if (boards.soldOut()) {
        sale.goal().soldOut();
      } else {
        sale.pause(pause);
        found = look(true);
      }
    }
    return found;
  }

  /** Others may take seats while we look: what is left may be too few. */
  private Optional<Choice> look(boolean waited) {
    Picker picker = sale.pages().picker();
    return sale.pages()
        .boards()
        .choose(random)
        .map(
            board ->
                new Choice(
                    board, picker.pick(board.look(), picker.favourite(random), count), waited))
        .filter(choice -> choice.seats().size() >= sale.scenario().habits().seats().least());
  }
}
