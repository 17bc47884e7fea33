package io.github.boxoffice.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.boxoffice.benchmarks.till.Threads;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

class SettingsTest {
  @Test
  void threads_unsaid_areTheSystems() {
    assertThat(Settings.parse(List.of()).threads()).isEqualTo(Threads.PLATFORM);
  }

  @Test
  void threads_unknownKind_namesTheOptionAndItsKinds() {
    assertThatThrownBy(() -> Settings.parse(List.of("--threads", "green")).threads())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("--threads must be platform or virtual, was 'green'");
  }

  @Test
  @EnabledForJreRange(max = JRE.JAVA_23, disabledReason = "this JVM has virtual threads")
  void threads_virtualWhereTheyWouldKeepTheirCarriers_isRefused() {
    assertThatThrownBy(() -> Settings.parse(List.of("--threads", "virtual")).threads())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("--threads virtual needs Java 24 or later, this is ");
  }

  @Test
  @EnabledForJreRange(minVersion = 24, disabledReason = "this JVM cannot have them wait")
  void threads_virtual_runsEachPieceOfWorkOnOne() {
    Threads threads = Settings.parse(List.of("--threads", "virtual")).threads();
    String name = threads.lend(1, own -> own.submit(() -> Thread.currentThread().toString()).get());
    assertThat(name).startsWith("VirtualThread[");
  }
}
