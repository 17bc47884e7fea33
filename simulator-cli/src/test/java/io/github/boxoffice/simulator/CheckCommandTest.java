package io.github.boxoffice.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.boxoffice.simulator.history.Recorder;
import io.github.boxoffice.simulator.history.Value;
import io.github.boxoffice.simulator.history.Value.Claim;
import io.github.boxoffice.simulator.history.Value.SeatTold;
import io.github.boxoffice.store.SeatState;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CheckCommandTest {
  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void consistentRun_exitsWith0() throws IOException {
    record("optimistic", "h1");
    assertThat(check(folder)).isZero();
    assertThat(out.toString()).startsWith("VERDICT  consistent: ").hasLineCount(1);
  }

  @Test
  void inconsistentRun_exitsWith10WhateverElseThereIs() throws IOException {
    record("optimistic", "h1");
    record("none", "h2");
    Files.createFile(folder.resolve("pessimistic.history.jsonl"));
    assertThat(check(folder)).isEqualTo(10);
    assertThat(out.toString()).contains("VERDICT  inconsistent: ", "  lost-booking, 1 time: ");
  }

  @Test
  void unknownRun_exitsWith3() throws IOException {
    record("optimistic", "h1");
    Path empty = Files.createFile(folder.resolve("none.history.jsonl"));
    assertThat(check(folder)).isEqualTo(3);
    assertThat(check(empty)).isEqualTo(3);
    assertThat(out.toString()).contains("  unknown: too little happened to judge");
  }

  @Test
  void cutFile_isUnknown() throws IOException {
    Path file = record("optimistic", "h1");
    String text = Files.readString(file);
    Files.writeString(file, text.substring(0, text.length() - 10));
    assertThat(check(file)).isEqualTo(3);
    assertThat(out.toString()).contains("  unknown: the file ends within line 10");
  }

  @Test
  void failureRate_isThatOfTheResult() throws IOException {
    record("optimistic", "h1");
    Files.writeString(folder.resolve("result.json"), "{\"scenario\":{\"paymentFailureRate\":1}}");
    assertThat(check(folder)).isEqualTo(10);
    assertThat(out.toString()).contains("  declined-share, 1 time: ");
  }

  /** How long a payment may keep a hold is what tells a stuck seat from one that may yet lapse. */
  @Test
  void paymentTimeLimit_isThatOfTheResult() throws IOException {
    chargedAndLeft("optimistic");
    assertThat(check(folder)).isEqualTo(3);
    Files.writeString(
        folder.resolve("result.json"), "{\"scenario\":{\"paymentTimeLimitMillis\":510.0}}");
    assertThat(check(folder)).isEqualTo(10);
    assertThat(out.toString()).contains("  outlived-hold, 1 time: ");
  }

  @Test
  void gatewaysJournal_isHeldAgainstTheHistory() throws IOException {
    record("optimistic", "h1");
    Files.writeString(
        folder.resolve("optimistic.gateway.jsonl"),
        "{\"payment\":\"p1\",\"amount\":1000,\"captured\":true,\"refunds\":1}\n");
    assertThat(check(folder)).isEqualTo(10);
    assertThat(out.toString()).contains("  refunded-booking, 1 time: ");
  }

  @Test
  void brokenFile_exitsWith2AndSaysWhere() throws IOException {
    Path file = record("optimistic", "h1");
    Files.writeString(file, "nonsense\n" + Files.readString(file));
    assertThat(check(file)).isEqualTo(2);
    assertThat(err.toString()).contains(file + ", line 1: ").hasLineCount(1);
  }

  @Test
  void folderWithoutHistories_exitsWith2() {
    assertThat(check(folder)).isEqualTo(2);
    assertThat(check(folder.resolve("nowhere"))).isEqualTo(2);
    assertThat(err.toString()).hasLineCount(2);
  }

  private int check(Path path) {
    return new CommandLine(new CheckCommand())
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err, true))
        .execute(path.toString());
  }

  /** Bob wants what alice books; at the end her seat is {@code owner}'s. */
  private Path record(String strategy, String owner) throws IOException {
    return record(strategy, recorder -> {}, new SeatTold("A-1", SeatState.BOOKED, null, owner));
  }

  /** Cy's card was declined and his seat kept; years later it is still his. */
  private void chargedAndLeft(String strategy) throws IOException {
    var claim = new Claim("1", List.of("A-2"), "cy");
    Path file =
        record(
            strategy,
            recorder -> {
              var cy = recorder.by("p0-u3");
              cy.hold(claim, 500).ok(new Value.HoldTold("h2", claim));
              cy.pay(new Value.PayAsked("h2", "p2", 1000, "EUR")).fail("DECLINED", List.of());
            },
            new SeatTold("A-1", SeatState.BOOKED, null, "h1"),
            new SeatTold("A-2", SeatState.HELD, "h2", null));
    String text = Files.readString(file);
    int end = text.lastIndexOf("\n", text.indexOf("fresh-0")) + 1;
    Files.writeString(
        file, text.substring(0, end) + text.substring(end).replace("\"t\":", "\"t\":999999999"));
  }

  private Path record(String strategy, Consumer<Recorder> more, SeatTold... rows)
      throws IOException {
    Path file = folder.resolve(strategy + ".history.jsonl");
    try (var recorder = Recorder.to(file)) {
      var claim = new Claim("1", List.of("A-1"), "alice");
      var alice = recorder.by("p0-u1");
      alice.hold(claim, 300_000).ok(new Value.HoldTold("h1", claim));
      var wish = new Claim("1", List.of("A-1"), "bob");
      recorder.by("p0-u2").hold(wish, 300_000).fail("SEATS_HELD", wish.seats());
      alice.pay(new Value.PayAsked("h1", "p1", 1000, "EUR")).ok(new Value.PayTold(1000));
      alice.confirm("h1", "p1").ok(new Value.ConfirmTold("h1", claim, 1000));
      more.accept(recorder);
      recorder.by("fresh-0").seats("1").ok(new Value.SeatsTold("1", List.of(rows)));
    }
    return file;
  }
}
