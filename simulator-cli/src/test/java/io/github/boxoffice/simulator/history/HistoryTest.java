package io.github.boxoffice.simulator.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.boxoffice.BoxOffice;
import io.github.boxoffice.booking.HoldRequest;
import io.github.boxoffice.model.Money;
import io.github.boxoffice.model.PaymentId;
import io.github.boxoffice.model.SeatMap;
import io.github.boxoffice.payment.MockGateway;
import io.github.boxoffice.payment.PaymentMethod;
import io.github.boxoffice.simulator.history.Value.Claim;
import io.github.boxoffice.simulator.history.Value.SeatTold;
import io.github.boxoffice.simulator.history.Value.SeatsTold;
import io.github.boxoffice.store.SeatState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {
  private static final Claim CLAIM = new Claim("1", List.of("A-1", "A-2"), "al\"ice\n");

  @TempDir Path folder;

  @Test
  void everyVerb_comesBackAsItWasRecorded() throws IOException {
    var said = new ArrayList<Value>();
    try (var recorder = Recorder.to(file())) {
      var client = recorder.by("p0-u1");
      var told = new Value.HoldTold("h", CLAIM);
      said.addAll(List.of(new Value.HoldAsked(CLAIM, 5000), told));
      client.hold(CLAIM, 5000).ok(told);
      var charge = new Value.PayAsked("h", "q", 1000, "EUR");
      said.addAll(List.of(charge, new Value.PayTold(1000)));
      client.pay(charge).ok(new Value.PayTold(1000));
      var booked = new Value.ConfirmTold("h", CLAIM, 1000);
      said.addAll(List.of(new Value.ConfirmAsked("h", "q"), booked));
      client.confirm("h", "q").ok(booked);
      said.addAll(List.of(new Value.ReleaseAsked("h"), Value.Nothing.TO_SAY));
      client.release("h").ok(Value.Nothing.TO_SAY);
      said.addAll(List.of(new Value.CancelAsked("h"), new Value.CancelTold(1000)));
      client.cancel("h").ok(new Value.CancelTold(1000));
      said.addAll(List.of(new Value.RefundAsked("q", 1000), Value.Nothing.TO_SAY));
      client.refund("q", 1000).ok(Value.Nothing.TO_SAY);
      said.addAll(List.of(new Value.WaitAsked(CLAIM), new Value.WaitTold("w")));
      client.await(CLAIM).ok(new Value.WaitTold("w"));
      var offer = new Value.OfferTold("w", "h2", List.of("A-1"));
      said.addAll(List.of(Value.Nothing.TO_SAY, offer));
      client.offer().ok(offer);
      said.addAll(List.of(new Value.FaultAsked("kill", "p0"), new Value.FaultTold("started")));
      client.fault("kill", "p0").ok(new Value.FaultTold("started"));
      var seats =
          new SeatsTold(
              "1",
              List.of(
                  new SeatTold("A-1", SeatState.BOOKED, null, "h"),
                  new SeatTold("A-2", SeatState.HELD, "h2", null),
                  new SeatTold("A-3", SeatState.FREE, null, null)));
      said.addAll(List.of(new Value.SeatsAsked("1"), seats));
      client.seats("1").ok(seats);
    }
    assertThat(read()).extracting(Event::value).containsExactlyElementsOf(said);
  }

  @Test
  void lines_areThoseOfTheContract() throws IOException {
    try (var recorder = Recorder.to(file())) {
      var client = recorder.by("p0-u1");
      client.hold(new Claim("7", List.of("A-1"), "bob"), 500).fail("SEATS_HELD", List.of("A-1"));
      client.release("h").info("gone");
      client.release("h");
    }
    assertThat(Files.readAllLines(file()).stream().map(line -> line.replaceAll("\"t\":\\d+", "T")))
        .containsExactly(
            "{\"i\":0,T,\"p\":\"p0-u1\",\"type\":\"invoke\",\"f\":\"hold\",\"op\":\"o1\",\"value\":"
                + "{\"show\":\"7\",\"seats\":[\"A-1\"],\"user\":\"bob\",\"ttlMillis\":500}}",
            "{\"i\":1,T,\"p\":\"p0-u1\",\"type\":\"fail\",\"f\":\"hold\",\"op\":\"o1\",\"value\":"
                + "{\"reason\":\"SEATS_HELD\",\"seats\":[\"A-1\"]}}",
            "{\"i\":2,T,\"p\":\"p0-u1\",\"type\":\"invoke\",\"f\":\"release\",\"op\":\"o2\",\"value\":"
                + "{\"hold\":\"h\"}}",
            "{\"i\":3,T,\"p\":\"p0-u1\",\"type\":\"info\",\"f\":\"release\",\"op\":\"o2\",\"value\":"
                + "{\"reason\":\"gone\",\"seats\":[]}}",
            "{\"i\":4,T,\"p\":\"p0-u1+1\",\"type\":\"invoke\",\"f\":\"release\",\"op\":\"o3\",\"value\":"
                + "{\"hold\":\"h\"}}");
  }

  @Test
  void libraryAnswers_areRecordedAsTheyAre() throws IOException {
    try (var boxOffice = BoxOffice.inMemory();
        var recorder = Recorder.to(file())) {
      var show = boxOffice.addShow("Hamlet", SeatMap.grid(1, 2));
      var id = show.id().toString();
      for (String user : List.of("alice", "bob")) {
        var wanted = new Claim(id, List.of("A-1"), user);
        recorder
            .by(user)
            .hold(wanted, 0)
            .end(
                boxOffice.hold(HoldRequest.of(show.id(), user, List.of("A-1"))),
                Value.HoldTold::of);
      }
      recorder.by("fresh-1").seats(id).ok(SeatsTold.of(id, boxOffice.seats(show.id())));
    }
    var events = read();
    assertThat(events.get(1).value()).isInstanceOf(Value.HoldTold.class);
    assertThat(events.get(3).value()).isEqualTo(new Value.Refused("SEATS_HELD", List.of("A-1")));
    var hold = ((Value.HoldTold) events.get(1).value()).hold();
    assertThat(((SeatsTold) events.get(5).value()).seats())
        .containsExactly(
            new SeatTold("A-1", SeatState.HELD, hold, null),
            new SeatTold("A-2", SeatState.FREE, null, null));
  }

  @Test
  void manyThreads_shareOneOrder() throws Exception {
    try (var recorder = Recorder.to(file())) {
      var threads = Executors.newFixedThreadPool(8);
      for (int n = 0; n < 8; n++) {
        var client = recorder.by("p" + n);
        threads.execute(
            () -> {
              for (int k = 0; k < 500; k++) {
                client.release("h").ok(Value.Nothing.TO_SAY);
              }
            });
      }
      threads.shutdown();
      assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
      assertThat(recorder.events()).isEqualTo(8000);
    }
    Map<String, Event.Type> last = new HashMap<>();
    long time = 0;
    var events = read();
    for (int n = 0; n < events.size(); n++) {
      Event event = events.get(n);
      assertThat(event.i()).isEqualTo(n);
      assertThat(event.t()).isGreaterThanOrEqualTo(time);
      time = event.t();
      assertThat(last.put(event.p(), event.type())).isNotEqualTo(event.type());
    }
    assertThat(events).hasSize(8000);
  }

  @Test
  void callCompletedTwice_isAMistake() throws IOException {
    try (var recorder = Recorder.to(file())) {
      var call = recorder.by("p").release("h");
      call.info("?");
      assertThatThrownBy(() -> call.ok(Value.Nothing.TO_SAY))
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void writeError_isNotSwallowed() throws IOException {
    var recorder = Recorder.to(file());
    recorder.close();
    var client = recorder.by("p");
    assertThatThrownBy(() -> client.release("x".repeat(300_000)))
        .isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void reader_isTolerantWhereTheContractIsSilent() throws IOException {
    Files.writeString(
        file(),
        """
        {"value":{"hold":"h","payment":7,"amount":5,"more":{"a":[1]}},"op":"o1","f":"pay","more":1,"type":"invoke","p":"u","t":0,"i":0}
        {"i":1,"t":1,"p":"u","type":"ok","f":"pay","op":"o1","value":{"captured":true}}

        {"i":2,"t":2,"p":"u","type":"invoke","f":"wait","op":"o2","value":{"show":"1","seats":2,"user":"u"}}
        {"i":3,"t":3,"p":"u","type":"info","f":"wait","op":"o2"}""");
    assertThat(read())
        .extracting(Event::value)
        .containsExactly(
            new Value.PayAsked("h", "7", 5, ""),
            new Value.PayTold(-1),
            new Value.WaitAsked(new Claim("1", List.of(), "u")),
            new Value.Refused("", List.of()));
  }

  @Test
  void cutFile_isReadUpToTheCutWhereverThatIs() throws IOException {
    var first = line(0, "release", "\"hold\":\"ä\"");
    var second =
        line(1, "hold", "\"show\":\"1\",\"seats\":[\"A-1\"],\"user\":\"u\",\"ttlMillis\":12");
    byte[] all = (first + second).getBytes(StandardCharsets.UTF_8);
    int begin = first.getBytes(StandardCharsets.UTF_8).length;
    for (int end = begin; end < all.length; end++) {
      Files.write(file(), Arrays.copyOf(all, end));
      var events = new ArrayList<Event>();
      var reading = HistoryReader.read(file(), events::add);
      boolean whole = end == begin || end == all.length - 1;
      assertThat(reading.cutLine())
          .as("cut at byte %s", end)
          .isEqualTo(whole ? OptionalLong.empty() : OptionalLong.of(2));
      assertThat(events).hasSize(end == all.length - 1 ? 2 : 1);
    }
  }

  @Test
  void brokenLine_isRefusedWithItsPlaceAndReason() throws IOException {
    var good = line(0, "release", "\"hold\":\"h\"");
    refused(good + "{\"i\":1,\"t\n" + good, "line 2");
    refused(good + "nonsense\n", "line 2: Unrecognized token 'nonsense'");
    refused(good + "17\n", "line 2: an event must be an object");
    refused(good + line(1, "steal", ""), "line 2: unknown f 'steal'");
    refused(good + line(1, "cancel", ""), "line 2: invoke of cancel: 'booking' is missing");
    refused(good + line(1, "hold", "\"seats\":[[]]"), "line 2: 'seats' must be text");
    refused(good.replace("\"i\":0", "\"i\":\"0\""), "line 1: 'i' must be a whole number");
    refused(good.replace("\"i\":0", "\"j\":0"), "line 1: an event needs a number i");
    refused(good.replace("\"i\":0", "\"i\":99999999999999999999"), "line 1: ");
    refused(good.replace("invoke", "begin"), "line 1: unknown type 'begin'");
    refused(good.replace("\"p\":\"u\",", ""), "line 1: an event needs 'p'");
  }

  @Test
  void gatewayJournal_comesBackAsItWasWritten() throws IOException {
    var gateway = MockGateway.alwaysCaptures();
    var one = PaymentId.random();
    var two = PaymentId.random();
    var amount = Money.of(1000, "EUR");
    gateway.charge(one, amount, new PaymentMethod("card"));
    gateway.refund(one, amount);
    gateway.resolve(two);
    var journal = GatewayJournal.beside(folder.resolve("none.history.jsonl"));
    assertThat(journal.getFileName()).hasToString("none.gateway.jsonl");
    GatewayJournal.write(journal, gateway.journal());
    assertThat(GatewayJournal.read(journal).values())
        .containsExactlyInAnyOrder(
            new GatewayJournal.Entry(one.toString(), 1000L, true, 1),
            new GatewayJournal.Entry(two.toString(), null, false, 0));
    Files.writeString(journal, "{\"payment\":");
    assertThatThrownBy(() -> GatewayJournal.read(journal)).isInstanceOf(HistoryException.class);
  }

  private void refused(String text, String why) throws IOException {
    Files.writeString(file(), text);
    assertThatThrownBy(this::read)
        .isInstanceOf(HistoryException.class)
        .hasMessageContaining(file().toString())
        .hasMessageContaining(why);
  }

  private static String line(int i, String f, String value) {
    return """
    {"i":%d,"t":%d,"p":"u","type":"invoke","f":"%s","op":"o%d","value":{%s}}
    """
        .formatted(i, i, f, i, value);
  }

  private Path file() {
    return folder.resolve("none.history.jsonl");
  }

  private List<Event> read() throws IOException {
    var events = new ArrayList<Event>();
    HistoryReader.read(file(), events::add);
    return events;
  }
}
