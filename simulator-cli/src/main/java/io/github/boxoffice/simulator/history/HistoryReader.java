package io.github.boxoffice.simulator.history;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamReadException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Streams a history back, an event at a time. What the format does not speak of is ignored; what
 * cannot be understood is refused with its place. A file that ends in the middle of its last line
 * is read up to there.
 */
public final class HistoryReader {
  private static final JsonFactory JSON = new JsonFactory();

  /** Where the parser thinks that it is; it does not know of the lines that were plain. */
  private static final Pattern PLACE = Pattern.compile(" \\([^()]*\\[Source: .*", Pattern.DOTALL);

  private final Path file;
  private long before;

  private HistoryReader(Path file) {
    this.file = file;
  }

  /**
   * What was read.
   *
   * @param events how many
   * @param cutLine the line in whose middle the file ends, if it does
   */
  public record Reading(long events, OptionalLong cutLine) {}

  /**
   * Hands each event of the file over, in its order.
   *
   * @throws HistoryException if a line is broken
   */
  public static Reading read(Path file, Consumer<Event> to) throws IOException {
    return new HistoryReader(file).read(to);
  }

  /** As long as the lines are plain, the quick way; from the first that is not, as any JSON. */
  private Reading read(Consumer<Event> to) throws IOException {
    try (PlainLines plain = PlainLines.of(file)) {
      for (Optional<Event> next = plain.next(); next.isPresent(); next = plain.next()) {
        to.accept(next.get());
      }
      before = plain.lines();
      return read(plain.rest(), plain.bytes(), to);
    }
  }

  private Reading read(InputStream rest, long bytesBefore, Consumer<Event> to) throws IOException {
    long events = before;
    try (JsonParser json = JSON.createParser(rest)) {
      try {
        for (; json.nextToken() != null; events++) {
          to.accept(event(json));
        }
        return new Reading(events, OptionalLong.empty());
      } catch (JsonParseException e) {
        if (isCut(bytesBefore + e.getLocation().getByteOffset())) {
          return new Reading(events, OptionalLong.of(line(e.getLocation())));
        }
        throw broken(line(e.getLocation()), e.getOriginalMessage());
      } catch (StreamReadException e) {
        throw broken(line(e.getLocation()), e.getOriginalMessage());
      }
    }
  }

  private long line(JsonLocation place) {
    return before + place.getLineNr();
  }

  private Event event(JsonParser json) throws IOException {
    long line = line(json.currentTokenLocation());
    if (json.currentToken() != JsonToken.START_OBJECT) {
      throw broken(line, "an event must be an object, was " + json.getText());
    }
    try {
      return new EventParser(json).event();
    } catch (HistoryException e) {
      throw broken(line, e.getMessage());
    }
  }

  private HistoryException broken(long line, @Nullable String why) {
    return new HistoryException(
        file + ", line " + line + ": " + PLACE.matcher(String.valueOf(why)).replaceAll(""));
  }

  /** Whether what was not understood is the end of a file whose last line was never finished. */
  private boolean isCut(long from) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      in.skipNBytes(Math.min(Files.size(file), from));
      for (int next = in.read(); next >= 0; next = in.read()) {
        if (next == '\n') {
          return false;
        }
      }
      return true;
    }
  }
}
