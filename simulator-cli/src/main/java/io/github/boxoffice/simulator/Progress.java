package io.github.boxoffice.simulator;

import io.github.boxoffice.simulator.report.RunResult;
import io.github.boxoffice.simulator.run.Glance;
import io.github.boxoffice.simulator.run.Play;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** How far it is: a line that is drawn again on a terminal, a line a run elsewhere. */
final class Progress {
  private static final long REDRAW = TimeUnit.MILLISECONDS.toNanos(200);
  private static final String CLEAR = "\r\u001b[2K";

  private final Terminal terminal;
  private final int runs;
  private int ended;

  Progress(Terminal terminal, int runs) {
    this.terminal = terminal;
    this.runs = runs;
  }

  /** Shows how far this run is, until what is answered is closed. */
  Watch watch(String name, Play run) {
    Watch watch = new Watch((ended + 1) + "/" + runs + " " + name, run);
    if (terminal.redraws()) {
      watch.thread.setDaemon(true);
      watch.thread.start();
    }
    return watch;
  }

  /** Says how a run ended. */
  void ended(RunResult run) {
    ended++;
    if (!terminal.redraws()) {
      terminal
          .err()
          .println(
              String.format(
                  Locale.ROOT,
                  "%d/%d %s: %s in %.1f s",
                  ended,
                  runs,
                  run.name(),
                  run.verdict().result().name().toLowerCase(Locale.ROOT),
                  run.figures().elapsedSeconds()));
    }
  }

  /** A run that is being watched. */
  final class Watch {
    private final String name;
    private final Play run;
    private final Thread thread = new Thread(this::redraw, "progress");
    private volatile boolean over;

    private Watch(String name, Play run) {
      this.name = name;
      this.run = run;
    }

    private void redraw() {
      while (!over) {
        Glance now = run.glance();
        String line =
            String.format(
                Locale.ROOT,
                "%s %s: %,d bookings, %,d seats left, %.1f s",
                name,
                now.phase(),
                now.bookings(),
                now.unsold(),
                now.seconds());
        terminal.err().print(CLEAR + line);
        terminal.err().flush();
        LockSupport.parkNanos(REDRAW);
      }
      terminal.err().print(CLEAR);
      terminal.err().flush();
    }

    void close() {
      over = true;
      LockSupport.unpark(thread);
      boolean interrupted = false;
      while (thread.isAlive()) {
        try {
          thread.join();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
