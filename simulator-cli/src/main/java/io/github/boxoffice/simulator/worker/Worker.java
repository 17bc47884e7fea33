package io.github.boxoffice.simulator.worker;

import io.github.boxoffice.simulator.run.Figures;
import io.github.boxoffice.simulator.run.Glance;
import io.github.boxoffice.simulator.run.Part;
import io.github.boxoffice.simulator.run.Run;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A process that sells. It is told what to do on standard input ({@value #GO}, {@value #STOP}), and
 * says how it is going on standard output. When its input ends, whoever started it is gone, and so
 * is it.
 */
public final class Worker {
  static final String GO = "go";
  static final String STOP = "stop";
  static final String READY = "ready";
  static final String AT = "at ";
  static final String DONE = "done ";
  private static final long NOW_AND_THEN_MILLIS = 200;

  private final Run run;
  private final PrintWriter out;
  private final CountDownLatch begin = new CountDownLatch(1);
  private final CountDownLatch end = new CountDownLatch(1);

  private Worker(Run run, PrintWriter out) {
    this.run = run;
    this.out = out;
  }

  /** Does one process's part, and comes back when its users are gone. */
  public static void work(Run.Setting setting, Part part, PrintWriter out)
      throws IOException, InterruptedException {
    try (Run run = Run.join(setting, part)) {
      new Worker(run, out).work();
    }
  }

  private void work() throws InterruptedException {
    daemon(this::listen, "orders").start();
    say(READY);
    begin.await();
    daemon(this::tell, "progress").start();
    Figures figures = run.sell();
    end.countDown();
    say(DONE + Report.text(figures));
  }

  /** A thread that keeps no process alive. */
  static Thread daemon(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }

  private void listen() {
    try {
      BufferedReader orders =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      for (String order = orders.readLine(); order != null; order = orders.readLine()) {
        if (order.equals(GO)) {
          begin.countDown();
        } else if (order.equals(STOP)) {
          run.stop();
        }
      }
    } catch (IOException e) {
      // Then nobody is there any more, as with the end of the input.
    }
    Runtime.getRuntime().halt(1);
  }

  private void tell() {
    try {
      while (!end.await(NOW_AND_THEN_MILLIS, TimeUnit.MILLISECONDS)) {
        Glance now = run.glance();
        say(AT + now.bookings() + " " + now.unsold());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void say(String line) {
    out.println(line);
    out.flush();
  }
}
