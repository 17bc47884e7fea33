package io.github.boxoffice.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class OutcomeTest {
  @Test
  void orElseThrow_done_isTheValue() {
    Outcome<String> done = new Outcome.Done<>("seat");
    assertThat(done.isDone()).isTrue();
    assertThat(done.orElseThrow()).isEqualTo("seat");
  }

  @Test
  void orElseThrow_refused_saysWhy() {
    Outcome<String> refused = new Outcome.Refused<>(Refusal.SEATS_HELD, List.of("A-1"));
    assertThat(refused.isDone()).isFalse();
    assertThatThrownBy(refused::orElseThrow)
        .isInstanceOf(NoSuchElementException.class)
        .hasMessageContaining("SEATS_HELD")
        .hasMessageContaining("A-1");
  }

  @Test
  void orElseThrow_unknown_saysWhatToAskFor() {
    Outcome<String> unknown = new Outcome.Unknown<>("some-id");
    assertThat(unknown.isDone()).isFalse();
    assertThatThrownBy(unknown::orElseThrow)
        .isInstanceOf(NoSuchElementException.class)
        .hasMessageContaining("some-id");
  }

  @Test
  void refused_callersSeats_areCopied() {
    List<String> seats = new ArrayList<>(List.of("A-1"));
    var refused = new Outcome.Refused<String>(Refusal.SEATS_HELD, seats);
    seats.clear();
    assertThat(refused.seats()).containsExactly("A-1");
    assertThat(Outcome.refused(Refusal.NO_SUCH_SHOW))
        .isEqualTo(new Outcome.Refused<>(Refusal.NO_SUCH_SHOW, List.of()));
  }
}
