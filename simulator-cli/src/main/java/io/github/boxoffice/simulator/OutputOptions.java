package io.github.boxoffice.simulator;

import static io.github.boxoffice.simulator.UsageException.require;

import io.github.boxoffice.simulator.report.Threshold;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is to be said, and where it is kept. */
final class OutputOptions {
  /** What is printed on stdout. */
  enum Format {
    TABLE,
    JSON,
    CSV,
    MARKDOWN
  }

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "What stdout gets: ${COMPLETION-CANDIDATES} (table).")
  private Format format = Format.TABLE;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "The run folder, which must be new or empty (runs/TIMESTAMP).")
  private @Nullable Path out;

  @Option(
      names = "--threshold",
      paramLabel = "EXPR",
      converter = Convert.Thresholds.class,
      description = {
        "What every run must reach, as METRIC OP NUMBER[UNIT], or the exit code is 99; repeatable.",
        "OP: < <= > >= == !=  UNIT: us ms s (ms)  METRIC: bookings/s; p50 p90 p95 p99 p999 max of",
        "a whole booking, or after hold. confirm. booking. of that step, like hold.p99; attempts",
        "held refused contended retries captured declined unknown bookings seats refunds expired",
        "leaked; elapsed. Examples: 'p99<50ms' 'bookings/s>=1000' 'declined>0'"
      })
  private List<Threshold> thresholds = List.of();

  Format format() {
    return format;
  }

  List<Threshold> thresholds() {
    return List.copyOf(thresholds);
  }

  /** Where the run folder will be; looks, and makes nothing yet. */
  Path folder() {
    Path folder = out == null ? unused() : out;
    require(
        !Files.exists(folder) || Files.isDirectory(folder), "--out: " + folder + " is no folder");
    require(isEmpty(folder), "--out: " + folder + " is not empty");
    require(Files.isWritable(nearest(folder)), "--out: " + folder + " is not writable");
    return folder;
  }

  private static Path unused() {
    String now =
        LocalDateTime.now(ZoneId.systemDefault())
            .format(DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH-mm-ss", Locale.ROOT));
    Path folder = Path.of("runs", now);
    for (int i = 2; Files.exists(folder); i++) {
      folder = Path.of("runs", now + "-" + i);
    }
    return folder;
  }

  private static boolean isEmpty(Path folder) {
    if (!Files.isDirectory(folder)) {
      return true;
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    } catch (IOException e) {
      throw new UsageException("--out: " + folder + " cannot be read: " + e.getMessage());
    }
  }

  /** The folder itself, or the nearest one above it that is there. */
  private static Path nearest(Path folder) {
    Path at = folder.toAbsolutePath().normalize();
    while (!Files.exists(at)) {
      Path above = at.getParent();
      if (above == null) {
        return at;
      }
      at = above;
    }
    return at;
  }
}
