package io.github.boxoffice.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.boxoffice.simulator.run.UserThreads;
import io.github.boxoffice.simulator.scenario.Place;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** More users than a system has threads for; docs/decisions.md has the commands that play them. */
class ManyUsersTest {
  @TempDir Path dir;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int simulate(String... args) {
    String[] line = new String[args.length + 3];
    System.arraycopy(args, 0, line, 3, args.length);
    line[0] = "simulate";
    line[1] = "--out";
    line[2] = dir.resolve("run").toString();
    return Boxoffice.execute(new PrintWriter(out), new PrintWriter(err), line);
  }

  @ParameterizedTest
  @CsvSource({"memory, MEMORY", "h2, H2"})
  void users_moreThanThreads_areRefusedBeforeAnythingBegins(String name, Place.Store store) {
    int most = UserThreads.most(store);
    Assumptions.assumeTrue(most < Integer.MAX_VALUE, "this JVM has virtual threads for them");

    assertThat(simulate("--store", name, "--users", "" + (most + 1))).isEqualTo(Exit.USAGE);
    assertThat(err.toString().lines()).hasSize(1);
    assertThat(err.toString())
        .contains("--users: a process has at most 10000 users")
        .contains("was 10001; from Java " + UserThreads.unlimitedSince(store));
    assertThat(dir.resolve("run")).doesNotExist();
  }

  @Test
  void users_ofAWeek_areRefusedToo() {
    int most = UserThreads.most(Place.Store.MEMORY);
    Assumptions.assumeTrue(most < Integer.MAX_VALUE, "this JVM has virtual threads for them");

    assertThat(simulate("--scenario", "week", "--store", "memory", "--users", "" + (most + 1)))
        .isEqualTo(Exit.USAGE);
    assertThat(err.toString()).contains("--users: a process has at most 10000 users");
  }
}
