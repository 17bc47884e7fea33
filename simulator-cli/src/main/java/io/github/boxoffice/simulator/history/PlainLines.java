package io.github.boxoffice.simulator.history;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** The lines of a file from its beginning, as long as they are plain ones. */
final class PlainLines implements Closeable {
  private static final int AT_ONCE = 1 << 18;

  private final InputStream in;
  private final PlainLine parser = new PlainLine();
  private byte[] bytes = new byte[AT_ONCE];
  private int at;
  private int end;
  private long readBefore;
  private long lines;

  private PlainLines(InputStream in) {
    this.in = in;
  }

  static PlainLines of(Path file) throws IOException {
    return new PlainLines(Files.newInputStream(file));
  }

  /** The event of the next line; empty if that is not a whole line, or no plain one. */
  Optional<Event> next() throws IOException {
    int newline = newline();
    Optional<Event> event = newline < 0 ? Optional.empty() : parser.read(bytes, at, newline);
    if (event.isPresent()) {
      at = newline + 1;
      lines++;
    }
    return event;
  }

  /** Where the line ends; negative if the file does before. */
  private int newline() throws IOException {
    int from = at;
    while (true) {
      for (int i = from; i < end; i++) {
        if (bytes[i] == '\n') {
          return i;
        }
      }
      int looked = end - at;
      if (!fill()) {
        return -1;
      }
      from = at + looked;
    }
  }

  private boolean fill() throws IOException {
    int kept = end - at;
    readBefore += at;
    byte[] room = kept > bytes.length / 2 ? Arrays.copyOf(bytes, 2 * bytes.length) : bytes;
    System.arraycopy(bytes, at, room, 0, kept);
    bytes = room;
    at = 0;
    end = kept;
    int more = in.read(bytes, end, bytes.length - end);
    end += Math.max(0, more);
    return more > 0;
  }

  /** How many lines were plain. */
  long lines() {
    return lines;
  }

  /** How many bytes they have. */
  long bytes() {
    return readBefore + at;
  }

  /** What comes after them. */
  InputStream rest() {
    return new SequenceInputStream(new ByteArrayInputStream(bytes, at, end - at), in);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
