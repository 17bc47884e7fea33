package io.github.boxoffice.simulator.run;

import io.github.boxoffice.model.ShowId;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Who plays in a process.
 *
 * @param process its number; 0 if it is alone, or the one that opens and closes the shows
 * @param firstUser the number of its first user
 * @param inherited shows whose clients were in other processes, and are gone when it closes them
 */
record Cast(int process, int firstUser, List<ShowId> inherited) {
  static final Cast ALONE = new Cast(0, 0, List.of());

  /** Its own chances, whatever the others do. */
  SplittableRandom chance(long seed) {
    SplittableRandom all = new SplittableRandom(seed);
    SplittableRandom own = all;
    for (int i = 0; i < process; i++) {
      own = all.split();
    }
    return own;
  }

  /** Who has users beside him in other processes settles no payment: it might be on its way. */
  boolean settles() {
    return process == 0;
  }

  String client(int user) {
    return "p" + process + "-" + name(user);
  }

  String name(int user) {
    return "u" + (firstUser + user);
  }
}
