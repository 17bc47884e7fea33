package io.github.boxoffice.simulator.history;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Writes a history while it happens. Safe for use by any number of threads; what an event says is
 * encoded before the lock is taken, and only its number and its time are given out under it, so
 * that the file's order is the order of both.
 *
 * <p>An invocation is recorded before the call and its completion after it, so what really happened
 * lies within the recorded interval.
 */
public final class Recorder implements Closeable {
  private static final int BUFFER = 1 << 18;

  private final ReentrantLock lock = new ReentrantLock();
  private final AtomicLong ops = new AtomicLong();
  private final OutputStream out;
  private final Source source;
  private final JsonBytes head = new JsonBytes();
  private long events;

  private Recorder(OutputStream out, Source source) {
    this.out = out;
    this.source = source;
  }

  /**
   * Whose history it is.
   *
   * @param process begins the names of its operations; empty if there is only one process
   * @param start when time began, by {@link System#nanoTime}, which all processes of a machine
   *     share
   * @param survivesKill whether every event is handed to the operating system at once
   */
  private record Source(String process, long start, boolean survivesKill) {}

  /** A history in this file, which is made anew. */
  public static Recorder to(Path file) throws IOException {
    return to(file, new Source("", System.nanoTime(), false));
  }

  /**
   * One process's part of a history, for {@link Parts}. What was recorded is there also when the
   * process is killed.
   *
   * @param process its number
   * @param start when time began, by {@link System#nanoTime}, which all processes of a machine
   *     share
   */
  public static Recorder part(Path file, int process, long start) throws IOException {
    return to(file, new Source("p" + process + "-", start, true));
  }

  private static Recorder to(Path file, Source source) throws IOException {
    // Not Files.newOutputStream: its channel is closed when a writing thread is interrupted.
    return new Recorder(
        new BufferedOutputStream(new FileOutputStream(file.toFile()), BUFFER), source);
  }

  /** The client that is called {@code p}; one thread at a time is to act for it. */
  public Client by(String p) {
    return new Client(this, p);
  }

  String nextOp() {
    return source.process + "o" + ops.incrementAndGet();
  }

  /**
   * Appends an event.
   *
   * @throws UncheckedIOException if the file cannot be written
   */
  void record(Event.Type type, Encoder.Op op, Value value) {
    JsonBytes rest = Encoder.rest(type, op, value);
    lock.lock();
    try {
      head.clear();
      head.raw("{\"i\":").number(events).raw(",\"t\":");
      head.number(System.nanoTime() - source.start).raw(',');
      head.writeTo(out);
      rest.writeTo(out);
      events++;
      if (source.survivesKill) {
        out.flush();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the history cannot be written", e);
    } finally {
      lock.unlock();
    }
  }

  /** How many events were recorded. */
  public long events() {
    lock.lock();
    try {
      return events;
    } finally {
      lock.unlock();
    }
  }

  /** Writes out what is buffered. An event that comes later cannot be written. */
  @Override
  public void close() throws IOException {
    lock.lock();
    try {
      out.close();
    } finally {
      lock.unlock();
    }
  }
}
