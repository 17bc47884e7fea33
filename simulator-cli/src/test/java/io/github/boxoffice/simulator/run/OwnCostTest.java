package io.github.boxoffice.simulator.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnCostTest {
  @TempDir Path dir;

  @Test
  void micros_anyScenario_areSaneAndLeaveNothingBehind() throws IOException {
    double micros = OwnCost.micros(OpenLoadTest.scenario(100), dir.resolve("own"));

    assertThat(micros).isBetween(0.1, 10_000.0);
    assertThat(dir).isEmptyDirectory();
  }
}
