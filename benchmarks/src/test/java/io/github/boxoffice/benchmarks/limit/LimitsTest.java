package io.github.boxoffice.benchmarks.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.boxoffice.benchmarks.report.Bound;
import io.github.boxoffice.benchmarks.till.Database;
import io.github.boxoffice.benchmarks.till.Threads;
import java.util.List;
import org.junit.jupiter.api.Test;

class LimitsTest {

  @Test
  void measure_someStores_tellsTheirLimitsOnly() {
    List<Bound> bounds = Limits.measure(List.of("memory", "h2", "postgres"), Threads.PLATFORM, 1);
    assertThat(bounds).hasSize(9).allSatisfy(bound -> assertThat(bound.perSecond()).isPositive());
    assertThat(Limits.measure(List.of(), Threads.PLATFORM, 1)).isEmpty();
  }

  @Test
  void measure_mariaDb_tellsItsLimits() {
    assumeThat(Database.hasMariaDb()).as("-Dboxoffice.mariadb says no server").isTrue();
    assertThat(Limits.measure(List.of("mariadb"), Threads.PLATFORM, 1))
        .hasSize(7)
        .allSatisfy(bound -> assertThat(bound.perSecond()).isPositive());
  }
}
