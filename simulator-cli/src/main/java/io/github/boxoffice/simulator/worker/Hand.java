package io.github.boxoffice.simulator.worker;

import io.github.boxoffice.simulator.run.Figures;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** A {@link Worker}, as the process sees it that started it. */
final class Hand {
  private final int number;
  private final Process process;
  private final Thread listener;
  private final CountDownLatch ready = new CountDownLatch(1);
  private volatile Optional<Figures> figures = Optional.empty();
  private volatile long bookings;
  private volatile int unsold = Integer.MAX_VALUE;

  private Hand(int number, Process process) {
    this.number = number;
    this.process = process;
    this.listener = new Thread(this::listen, "worker-" + number);
  }

  /** Starts a worker; what it complains of goes where our own complaints go. */
  static Hand start(int number, List<String> command) throws IOException {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    Hand hand = new Hand(number, process);
    hand.listener.setDaemon(true);
    hand.listener.start();
    return hand;
  }

  private void listen() {
    try (BufferedReader said =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = said.readLine(); line != null; line = said.readLine()) {
        hear(line);
      }
    } catch (IOException e) {
      // Its end is told by its exit code.
    } finally {
      ready.countDown();
    }
  }

  private void hear(String line) {
    if (line.equals(Worker.READY)) {
      ready.countDown();
    } else if (line.startsWith(Worker.DONE)) {
      figures = Optional.of(Report.parse(line.substring(Worker.DONE.length())));
    } else if (line.startsWith(Worker.AT)) {
      String[] parts = line.substring(Worker.AT.length()).split(" ", -1);
      bookings = Long.parseLong(parts[0]);
      unsold = Integer.parseInt(parts[1]);
    }
  }

  /** Waits until it can begin, or is dead. */
  void awaitReady() throws InterruptedException {
    ready.await();
  }

  /** Tells it something; one that is dead does not hear it. */
  void tell(String order) {
    try {
      OutputStream orders = process.getOutputStream();
      orders.write((order + "\n").getBytes(StandardCharsets.UTF_8));
      orders.flush();
    } catch (IOException e) {
      // It is dead, and its exit code will say so.
    }
  }

  /**
   * Waits until it is gone.
   *
   * @return what it measured; empty if it died before it could say
   */
  Optional<Figures> join() throws InterruptedException {
    process.waitFor();
    listener.join();
    return process.exitValue() == 0 ? figures : Optional.empty();
  }

  /** Whether it gave up by itself, and has said why. */
  boolean failed() {
    return process.exitValue() == 1;
  }

  /** How it ended, in words. */
  String death() {
    return "process " + number + " died with exit code " + process.exitValue();
  }

  long bookings() {
    return bookings;
  }

  int unsold() {
    return unsold;
  }

  void kill() {
    process.destroyForcibly();
  }
}
