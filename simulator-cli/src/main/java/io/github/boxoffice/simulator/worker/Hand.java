package io.github.boxoffice.simulator.worker;

import io.github.boxoffice.simulator.run.Figures;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/** A {@link Worker}, as the process sees it that started it. */
final class Hand {
  /** What every command says before the reason why it gave up. */
  private static final String FAILED = ": failed: ";

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
    this.listener = daemon("worker-" + number, this::listen);
    this.complaints = daemon("worker-" + number + "-complaints", this::passOn);
  }

  /** Starts a worker; what it complains of goes where our own complaints go. */
  static Hand start(int number, List<String> command) throws IOException {
    Hand hand = new Hand(number, new ProcessBuilder(command).start());
    hand.listener.start();
    hand.complaints.start();
    return hand;
  }

  private static Thread daemon(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }

  private void listen() {
    try (Stream<String> said = process.inputReader(StandardCharsets.UTF_8).lines()) {
      said.forEach(this::hear);
    } catch (UncheckedIOException e) {
      // Its end is told by its exit code.
    } finally {
      ready.countDown();
    }
  }

  private void passOn() {
    try (Stream<String> said = process.errorReader(Charset.defaultCharset()).lines()) {
      said.forEach(this::complain);
    } catch (UncheckedIOException e) {
      // As above.
    }
  }

  private void complain(String line) {
    System.err.println(line);
    int at = line.indexOf(FAILED);
    if (at >= 0) {
      complaint = line.substring(at + FAILED.length());
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
    return complaint.isEmpty() ? how : how + ": " + complaint;
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
