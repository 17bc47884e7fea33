package io.github.boxoffice.benchmarks.peer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.boxoffice.benchmarks.till.Till;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A peer that sold seats twice would be no peer. */
class PeersTest {
  private static final int BUYERS = 8;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "show-lock",
        "put-if-absent",
        "point-update",
        "point-update-by-long",
        "for-update",
        "postgres-for-update",
        "postgres-update",
        "postgres-serializable",
        "postgres-redisson",
        "hibernate-version",
        "hibernate-lock"
      })
  void sell_toManyAtOnce_sellsEachSeatOnce(String peer) {
    Till.Size size = new Till.Size(2, 40, 2);
    try (Till till = Peers.open(peer)) {
      Till.Shows shows = till.open(size);
      long sold =
          IntStream.range(0, size.groups() * BUYERS)
              .parallel()
              .filter(n -> shows.sell(1, n / BUYERS, "user-" + n))
              .count();
      assertThat(sold).isEqualTo(size.groups());
    }
  }
}
