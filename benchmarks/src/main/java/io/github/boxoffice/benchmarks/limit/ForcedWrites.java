package io.github.boxoffice.benchmarks.limit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * A page written to a file and forced to the disk, as a write-ahead log does for a commit. The file
 * is in the folder for temporary files, where the servers that are started here keep theirs.
 */
final class ForcedWrites {
  private static final int PAGE = 8192;
  private static final int PAGES = 2048;

  private ForcedWrites() {}

  static double perSecond(int seconds) {
    try {
      Path file = Files.createTempFile("boxoffice-force", ".log");
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        // As a log's, the file's space is there before: force need not write where it is.
        channel.write(ByteBuffer.allocate(PAGE * PAGES), 0);
        channel.force(true);
        return Rate.of(List.of(new Log(channel)), seconds);
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to a file for temporary use", e);
    }
  }

  private static final class Log implements Rate.Work {
    private final FileChannel channel;
    private final ByteBuffer page = ByteBuffer.allocateDirect(PAGE);
    private long next;

    Log(FileChannel channel) {
      this.channel = channel;
    }

    @Override
    public long some() throws IOException {
      page.clear();
      channel.write(page, next++ % PAGES * PAGE);
      channel.force(false);
      return 1;
    }
  }
}
