package io.github.boxoffice.simulator.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What is said of a server that does not start. */
class KeeperTest {
  @Test
  void reasons_ofAFailureWithCauses_areAllInOneLine() {
    Exception failure =
        new IllegalStateException("cannot unpack", new IOException("no space\nleft", null));

    assertThat(Keeper.reasons(failure)).isEqualTo("cannot unpack: no space left");
  }

  @Test
  void reasons_withoutAMessage_areNamedByTheirKind() {
    assertThat(Keeper.reasons(new IllegalStateException()))
        .isEqualTo("java.lang.IllegalStateException");
  }

  @Test
  void mariaDb_whoseFilesAreNotOnTheClassPath_saysWhereTheyBelong() {
    assertThatIOException()
        .isThrownBy(() -> MariaDbServer.requireOnClassPath("no/such/folder"))
        .withMessageContaining("servers must lie beside boxoffice.jar")
        .withMessageContaining("no/such/folder");
  }
}
