package io.github.boxoffice.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.boxoffice.contract.Shows;
import io.github.boxoffice.model.HoldId;
import io.github.boxoffice.model.ShowId;
import io.github.boxoffice.store.ChangeResult;
import io.github.boxoffice.store.Claim;
import io.github.boxoffice.store.HoldState;
import io.github.boxoffice.store.Isolation;
import io.github.boxoffice.store.SeatChange;
import io.github.boxoffice.store.SeatState;
import io.github.boxoffice.store.SeatStatus;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Another process sells on an H2 file until it is killed in the middle of it. */
@Timeout(240)
class KillTest {
  private static final int ENOUGH = 200;

  @Test
  void kill_inTheMiddleOfSelling_losesNothingThatWasAcknowledged(@TempDir Path folder)
      throws IOException, InterruptedException {
    Path file = folder.resolve("seats");
    List<HoldId> acknowledged = sellAndKill(file);
    assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ENOUGH);
    InstantSource later = InstantSource.offset(InstantSource.system(), Duration.ofHours(1));
    try (JdbcStore store = JdbcStore.at(H2.file(file)).clock(later).open()) {
      ShowId show = store.catalog().shows().get(0).id();
      for (HoldId booking : acknowledged) {
        assertBooked(store, show, booking);
      }
      assertEveryOtherSeatCanBeHeld(store, show);
      endLapsed(store);
    }
  }

  private static List<HoldId> sellAndKill(Path file) throws IOException, InterruptedException {
    Process seller =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                KillTestSeller.class.getName(),
                file.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    List<HoldId> acknowledged = new ArrayList<>();
    try (BufferedReader lines = seller.inputReader(StandardCharsets.US_ASCII)) {
      String line;
      while ((line = lines.readLine()) != null) {
        if (line.length() == KillTestSeller.LINE) {
          acknowledged.add(HoldId.parse(line));
        }
        if (acknowledged.size() == ENOUGH) {
          // Not Process.destroyForcibly, which also throws away what was not read yet.
          seller.toHandle().destroyForcibly();
        }
      }
    } finally {
      seller.destroyForcibly().waitFor();
    }
    assertThat(seller.exitValue()).as("exit of a killed process").isNotZero();
    return acknowledged;
  }

  private static void assertBooked(JdbcStore store, ShowId show, HoldId booking) {
    var hold = store.seats().find(show, booking).orElseThrow();
    assertThat(hold.state()).isEqualTo(HoldState.CONFIRMED);
    List<SeatStatus> seats = store.seats().seats(show);
    SeatStatus booked = new SeatStatus(SeatState.BOOKED, booking);
    assertThat(hold.claim().seats().stream().mapToObj(seats::get)).containsOnly(booked);
  }

  private static void assertEveryOtherSeatCanBeHeld(JdbcStore store, ShowId show) {
    List<SeatStatus> seats = store.seats().seats(show);
    int[] others =
        IntStream.range(0, seats.size())
            .filter(seat -> seats.get(seat).state() != SeatState.BOOKED)
            .toArray();
    for (int i = 0; i < others.length; i += 50) {
      int[] some = Arrays.copyOfRange(others, i, Math.min(i + 50, others.length));
      SeatChange hold = new SeatChange.Hold(Shows.claim(show, "fresh" + i, some), Shows.TERMS, 0);
      assertThat(store.seats().apply(hold, Isolation.GUARDED))
          .isInstanceOf(ChangeResult.Applied.class);
    }
  }

  /** What the killed process held has ended: by the fresh clients' taking, or now. */
  private static void endLapsed(JdbcStore store) {
    for (Claim claim : store.seats().lapsed(1_000)) {
      assertThat(store.seats().apply(new SeatChange.Expire(claim), Isolation.GUARDED))
          .isInstanceOf(ChangeResult.Applied.class);
    }
    assertThat(store.seats().lapsed(1)).isEmpty();
  }
}
