package io.github.boxoffice.simulator.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeclinedShareTest {
  @ParameterizedTest(name = "{0}: {1} of {2}, {3} unknown: {4}")
  @CsvSource({
    "0.01, 0, 0, 0, false",
    "0.01, 4, 4, 0, false",
    "0.01, 5, 5, 0, true",
    "0.01, 5, 50, 0, false",
    "0.01, 5, 50, 5, false",
    "0.01, 0, 1000, 0, false",
    "0.01, 0, 2200, 0, true",
    "0.01, 0, 2200, 10, false",
    "0.01, 110, 5500, 0, true",
    "0.01, 100, 5500, 0, false",
    "0.01, 30, 1000, 0, false",
    "0, 1, 1000000, 0, true",
    "0, 0, 1000000, 0, false",
    "1, 100, 100, 0, false",
    "1, 99, 100, 0, true"
  })
  void shareFarFromTheRate_isAViolation(
      double rate, long declined, long decided, long unknown, boolean broken) {
    Findings findings = new Findings();
    new DeclinedShare(rate).check(declined, decided - declined, unknown, findings);
    assertThat(findings.verdict().violations()).hasSize(broken ? 1 : 0);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.001, 0.01, 0.1, 0.5, 0.9})
  void falseAlarms_areRarerThanPromised(double rate) {
    for (int all = 1; all <= 400; all++) {
      double alarm = 0;
      for (int declined = 0; declined <= all; declined++) {
        Findings findings = new Findings();
        new DeclinedShare(rate).check(declined, all - declined, 0, findings);
        boolean broken = !findings.verdict().violations().isEmpty();
        alarm += broken ? Math.exp(logChance(declined, all, rate)) : 0;
      }
      assertThat(alarm).as("of %s payments", all).isLessThan(DeclinedShare.FALSE_ALARM);
    }
  }

  private static double logChance(int some, int all, double rate) {
    double log = some * Math.log(rate) + (all - some) * Math.log1p(-rate);
    for (int n = 1; n <= some; n++) {
      log += Math.log((double) (all - some + n) / n);
    }
    return log;
  }
}
