package io.github.boxoffice.simulator.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HandTest {
  private static Hand gone(String script) throws Exception {
    Hand hand = Hand.start(1, List.of("sh", "-c", script));
    hand.awaitReady();
    assertThat(hand.join()).isEmpty();
    return hand;
  }

  @Test
  void death_workerSaidWhy_tellsIt() throws Exception {
    Hand hand = gone("echo 'boxoffice worker: failed: no room' >&2; echo '(a hint)' >&2; exit 1");
    assertThat(hand.death()).isEqualTo("process 1 died with exit code 1: no room");
    assertThat(hand.failed()).isTrue();
  }

  @Test
  void death_workerKilled_isTheExitCodeAlone() throws Exception {
    Hand hand = gone("kill -9 $$");
    assertThat(hand.death()).isEqualTo("process 1 died with exit code 137");
    assertThat(hand.failed()).isFalse();
  }
}
