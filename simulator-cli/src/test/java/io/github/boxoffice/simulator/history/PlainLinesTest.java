package io.github.boxoffice.simulator.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.boxoffice.simulator.history.Value.Claim;
import io.github.boxoffice.simulator.history.Value.SeatTold;
import io.github.boxoffice.store.SeatState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The quick way to read a history finds in any file what the slow way finds there. */
class PlainLinesTest {
  private static final Claim CLAIM = new Claim("1", List.of("A-1", "A-2"), "u-1");

  @TempDir Path folder;

  private Path recorded() throws IOException {
    Path file = folder.resolve("recorded");
    try (Recorder recorder = Recorder.to(file)) {
      Client client = recorder.by("p0-u1");
      client.hold(CLAIM, 5000).ok(new Value.HoldTold("h", CLAIM));
      client.hold(CLAIM, 5000).fail("SEAT_TAKEN", List.of("A-1"));
      client.pay(new Value.PayAsked("h", "q", 1000, "EUR")).ok(new Value.PayTold(1000));
      client.confirm("h", "q").ok(new Value.ConfirmTold("h", CLAIM, 1000));
      client.release("h").info("UNKNOWN");
      SeatTold booked = new SeatTold("A-1", SeatState.BOOKED, null, "h");
      SeatTold free = new SeatTold("A-2", SeatState.FREE, null, null);
      client.seats("1").ok(new Value.SeatsTold("1", List.of(booked, free)));
    }
    return file;
  }

  @Test
  void recordedHistory_isPlainToItsEnd() throws IOException {
    try (PlainLines lines = PlainLines.of(recorded())) {
      int events = 0;
      while (lines.next().isPresent()) {
        events++;
      }
      assertThat(events).isEqualTo(12);
      assertThat(lines.rest().readAllBytes()).isEmpty();
    }
  }

  @Test
  void anyByteChanged_isReadOrRefusedAlike() throws IOException {
    byte[] history = Files.readAllBytes(recorded());
    for (int at = 0; at < history.length; at++) {
      byte[] changed = history.clone();
      for (char other : "\",]0".toCharArray()) {
        changed[at] = (byte) other;
        assertAlike(changed);
      }
      changed[at] = (byte) 0xc3; // Half a letter.
      assertAlike(changed);
    }
  }

  @Test
  void whatIsNotPlain_isReadAlike() throws IOException {
    String history = Files.readString(recorded());
    assertAlike(history.replace("u-1", "ü\\u00fc"));
    assertAlike(history.replace("\"captured\":1000", "\"captured\":true"));
    assertAlike(history.replace("\"amount\":1000", "\"amount\":-1"));
    assertAlike(history.replace("\"amount\":1000", "\"amount\":01"));
    assertAlike(history.replace("\"amount\":1000", "\"amount\":99999999999999999999"));
    assertAlike(history.replace("\"show\":\"1\"", "\"show\":1,\"new\":{\"a\":[]}"));
    assertAlike(history.replace(",", ",\n"));
    assertAlike(history.replace("\n", "\r\n"));
    assertAlike("");
  }

  @Test
  void lineLongerThanTheBuffer_isPlain() throws IOException {
    Path file = folder.resolve("long");
    List<SeatTold> seats =
        IntStream.range(0, 30_000)
            .mapToObj(i -> new SeatTold("A-" + i, SeatState.FREE, null, null))
            .toList();
    try (Recorder recorder = Recorder.to(file)) {
      recorder.by("p").seats("1").ok(new Value.SeatsTold("1", seats));
      recorder.by("p").seats("2").ok(new Value.SeatsTold("2", seats));
    }

    assertThat(read(file)).hasSize(5).contains("4 events, cut OptionalLong.empty");
  }

  private void assertAlike(String history) throws IOException {
    assertAlike(history.getBytes(StandardCharsets.UTF_8));
  }

  /** A space before all of it, and no line is plain. */
  private void assertAlike(byte[] history) throws IOException {
    Path quick = folder.resolve("quick/file");
    Path slow = folder.resolve("slowly/file");
    Files.createDirectories(quick.getParent());
    Files.createDirectories(slow.getParent());
    Files.write(quick, history);
    byte[] spaced = new byte[history.length + 1];
    spaced[0] = ' ';
    System.arraycopy(history, 0, spaced, 1, history.length);
    Files.write(slow, spaced);

    assertThat(read(quick))
        .as(() -> new String(history, StandardCharsets.UTF_8))
        .isEqualTo(read(slow));
  }

  /** Its events, and how it ends or why it is refused. */
  private static List<Object> read(Path file) throws IOException {
    List<Object> read = new ArrayList<>();
    try {
      HistoryReader.Reading reading = HistoryReader.read(file, read::add);
      read.add(reading.events() + " events, cut " + reading.cutLine());
    } catch (HistoryException e) {
      read.add(String.valueOf(e.getMessage()).replace(file.toString(), ""));
    }
    return read;
  }
}
