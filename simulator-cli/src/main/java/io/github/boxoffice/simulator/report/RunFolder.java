package io.github.boxoffice.simulator.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Where the files of a campaign are. result.json comes last: if it is there, all is there. */
public final class RunFolder {
  private final Path path;

  /** The folder at this path, which exists. */
  public RunFolder(Path path) {
    this.path = path;
  }

  /** Its path. */
  public Path path() {
    return path;
  }

  /** The history of the run of this name. */
  public Path history(String run) {
    return path.resolve(run + ".history.jsonl");
  }

  /** Writes what is known when all is over. */
  public void write(Campaign campaign, String version) throws IOException {
    write("result.csv", ResultCsv.text(campaign));
    write("result.json", new ResultJson(campaign, version).text());
  }

  private void write(String name, String text) throws IOException {
    Path unfinished = path.resolve("." + name + ".unfinished");
    Files.writeString(unfinished, text, StandardCharsets.UTF_8);
    Path finished = path.resolve(name);
    try {
      Files.move(unfinished, finished, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(unfinished, finished, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
