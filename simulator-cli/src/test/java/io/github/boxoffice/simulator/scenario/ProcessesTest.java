package io.github.boxoffice.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProcessesTest {
  @Test
  void node_moreProcessesThanNodes_takeTurnsFromTheFirst() {
    Processes processes = new Processes(4, Duration.ZERO, List.of("second", "third"));
    assertThat(IntStream.rangeClosed(1, 4).mapToObj(i -> processes.node(i, "first")))
        .containsExactly("first", "second", "third", "first");
  }

  @Test
  void node_ofOneServer_isAlwaysThat() {
    assertThat(new Processes(2, Duration.ZERO, List.of()).node(2, "only")).isEqualTo("only");
  }
}
