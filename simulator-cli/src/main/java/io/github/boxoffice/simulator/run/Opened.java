package io.github.boxoffice.simulator.run;

import io.github.boxoffice.simulator.history.Recorder;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What a run has opened, to be closed the other way round.
 *
 * @param recorder the first of it
 * @param all what else
 */
record Opened(Recorder recorder, Deque<Closeable> all) implements Closeable {
  /** What opens more, and makes a run of it. */
  @FunctionalInterface
  interface Opening {
    Run of(Opened opened) throws IOException;
  }

  /** Opens a run; what was opened by then is closed should that fail. */
  static Run with(Recorder recorder, Opening opening) throws IOException {
    Opened opened = new Opened(recorder, new ArrayDeque<>());
    Run run = null;
    try {
      run = opening.of(opened);
      return run;
    } finally {
      if (run == null) {
        opened.close();
      }
    }
  }

  <T extends Closeable> T add(T next) {
    all.push(next);
    return next;
  }

  @Override
  public void close() throws IOException {
    try (recorder) {
      closeRest();
    }
  }

  private void closeRest() throws IOException {
    if (!all.isEmpty()) {
      Closeable last = all.pop();
      try {
        last.close();
      } finally {
        closeRest();
      }
    }
  }
}
