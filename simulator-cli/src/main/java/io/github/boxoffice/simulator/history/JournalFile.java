package io.github.boxoffice.simulator.history;

import io.github.boxoffice.payment.MockGateway;
import java.io.Closeable;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A gateway's journal as it is written, one line each time a payment changes; what was written is
 * there also when the process is killed. Safe for use by any number of threads.
 */
public final class JournalFile implements Closeable {
  private final ReentrantLock lock = new ReentrantLock();
  private final OutputStream out;

  private JournalFile(OutputStream out) {
    this.out = out;
  }

  /** A journal in this file, which is made anew. */
  public static JournalFile to(Path file) throws IOException {
    return new JournalFile(new FileOutputStream(file.toFile()));
  }

  /** Writes down how a payment stands now. */
  public void write(MockGateway.Entry entry) {
    lock.lock();
    try {
      out.write(GatewayJournal.line(entry).getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("the gateway's journal cannot be written", e);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
