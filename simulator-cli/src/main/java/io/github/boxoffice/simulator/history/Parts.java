package io.github.boxoffice.simulator.history;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** The parts of a history that several processes recorded, made one in the order of time. */
public final class Parts {
  private static final String TIME = ",\"t\":";

  private Parts() {}

  /**
   * Writes the events of all parts into a history, which is made anew. What a process was writing
   * when it was killed is left out.
   */
  public static void merge(List<Path> parts, Path history) throws IOException {
    List<Part> opened = new ArrayList<>();
    try (Writer out = Files.newBufferedWriter(history, StandardCharsets.UTF_8)) {
      PriorityQueue<Part> next = new PriorityQueue<>(Comparator.comparingLong(part -> part.time));
      for (Path part : parts) {
        opened.add(new Part(part));
      }
      opened.stream().filter(Part::isThere).forEach(next::add);
      for (long number = 0; !next.isEmpty(); number++) {
        Part first = next.remove();
        out.write("{\"i\":" + number + first.rest());
        out.write('\n');
        first.advance();
        if (first.isThere()) {
          next.add(first);
        }
      }
    } finally {
      for (Part part : opened) {
        part.close();
      }
    }
  }

  /** One part, at its next event. */
  private static final class Part implements Closeable {
    private final Path file;
    private final BufferedReader lines;
    private final boolean cut;
    private @Nullable String line;
    private @Nullable String ahead;
    private long time;

    Part(Path file) throws IOException {
      this.file = file;
      this.cut = isCut(file);
      this.lines = Files.newBufferedReader(file, StandardCharsets.UTF_8);
      this.ahead = lines.readLine();
      advance();
    }

    private static boolean isCut(Path file) throws IOException {
      try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
        if (bytes.length() == 0) {
          return false;
        }
        bytes.seek(bytes.length() - 1);
        return bytes.read() != '\n';
      }
    }

    boolean isThere() {
      return line != null;
    }

    void advance() throws IOException {
      line = ahead;
      ahead = line == null ? null : lines.readLine();
      if (line != null && ahead == null && cut) {
        line = null;
      }
      if (line != null) {
        time = time(line);
      }
    }

    private long time(String event) {
      int from = event.indexOf(TIME) + TIME.length();
      int to = event.indexOf(',', from);
      if (from < TIME.length() || to < 0) {
        throw new HistoryException(file + ": this is no event: " + event);
      }
      return Long.parseLong(event, from, to, 10);
    }

    /** The event without its number. */
    String rest() {
      String event = Objects.requireNonNull(line);
      return event.substring(event.indexOf(TIME));
    }

    @Override
    public void close() throws IOException {
      lines.close();
    }
  }
}
