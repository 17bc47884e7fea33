package io.github.boxoffice.simulator.worker;

import io.github.boxoffice.simulator.run.Figures;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** A {@link Worker}, as the process sees it that started it. */
final class Hand {
  /** What it says before the reason why it gave up. */
  private static final String FAILED = "boxoffice worker: failed: ";

  private final int number;
  private final Process process;
  private final Thread listener;
  private final Thread complaints;
  private final CountDownLatch ready = new CountDownLatch(1);
  private volatile String complaint = "";
  private volatile Optional<Figures> figures = Optional.empty();
  private volatile long bookings;
  private volatile int unsold = Integer.MAX_VALUE;

  private Hand(int number, Process process) {
    this.number = number;
    this.process = process;
    this.listener = Worker.daemon(this::listen, "worker-" + number);
    this.complaints = Worker.daemon(this::passOn, "worker-" + number + "-complaints");
  }

  /** Starts a worker; what it complains of goes where our own complaints go. */
  static Hand start(int number, List<String> command) throws IOException {
    Hand hand = new Hand(number, new ProcessBuilder(command).start());
    hand.listener.start();
    hand.complaints.start();
    return hand;
  }

  private void listen() {
    try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
      said.lines().forEach(this::hear);
    } catch (IOException | UncheckedIOException e) {
      // Its end is told by its exit code.
    } finally {
      ready.countDown();
    }
  }

  private void passOn() {
    Charset charset = Charset.defaultCharset();
    PrintWriter err = new PrintWriter(System.err, true, charset);
    try (BufferedReader said = process.errorReader(charset)) {
      said.lines().forEach(line -> complain(line, err));
    } catch (IOException | UncheckedIOException e) {
      // As above.
    }
  }

  private void complain(String line, PrintWriter err) {
    err.println(line);
    if (line.startsWith(FAILED)) {
      complaint = line.substring(FAILED.length());
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
    complaints.join();
    return process.exitValue() == 0 ? figures : Optional.empty();
  }

  /** Whether it gave up by itself. */
  boolean failed() {
    return process.exitValue() == 1;
  }

  /** How it ended, in words, with the reason if it gave one. */
  String death() {
    String how = "process " + number + " died with exit code " + process.exitValue();
    return failed() && !complaint.isEmpty() ? how + ": " + complaint : how;
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
