package io.github.boxoffice.benchmarks.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.boxoffice.benchmarks.report.Bound;
import io.github.boxoffice.benchmarks.till.Database;
import java.util.List;
import org.junit.jupiter.api.Test;

class LimitsTest {

  @Test
  void measure_someStores_tellsTheirLimitsOnly() {
    List<Bound> bounds = Limits.measure(List.of("memory", "h2", "postgres"), 1);
    assertThat(bounds).hasSize(6).allSatisfy(bound -> assertThat(bound.perSecond()).isPositive());
    assertThat(Limits.measure(List.of(), 1)).isEmpty();
  }

  @Test
  void measure_mariaDb_tellsItsLimits() {
    assumeThat(Database.hasMariaDb()).as("-Dboxoffice.mariadb says no server").isTrue();
    assertThat(Limits.measure(List.of("mariadb"), 1))
        .hasSize(4)
        .allSatisfy(bound -> assertThat(bound.perSecond()).isPositive());
  }
}
