package io.github.boxoffice.simulator.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.boxoffice.model.Money;
import io.github.boxoffice.payment.MockGateway;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the payment service says that it did, beside a history in a file of its own, one payment a
 * line: {@code {"payment":"..","amount":1000,"captured":true,"refunds":0}}. The history can be held
 * against it.
 */
public final class GatewayJournal {
  private static final String HISTORY = ".history.jsonl";
  private static final ObjectMapper JSON =
      new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  private GatewayJournal() {}

  /**
   * What was done with one payment.
   *
   * @param payment its id
   * @param amount what it was about; null if it was closed before it was seen
   * @param captured whether the money was taken
   * @param refunds how often all of it was given back
   */
  public record Entry(String payment, @Nullable Long amount, boolean captured, int refunds) {}

  /** Where the journal of this history is, if it has one. */
  public static Path beside(Path history) {
    String name = history.getFileName().toString();
    String stem =
        name.endsWith(HISTORY) ? name.substring(0, name.length() - HISTORY.length()) : name;
    return history.resolveSibling(stem + ".gateway.jsonl");
  }

  /** Writes the gateway's journal to a file, which is made anew. */
  public static void write(Path file, List<MockGateway.Entry> journal) throws IOException {
    try (var out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      for (MockGateway.Entry entry : journal) {
        out.write(line(entry));
      }
    }
  }

  /** One line of it. A later line about the same payment counts for the earlier ones. */
  public static String line(MockGateway.Entry entry) throws IOException {
    return JSON.writeValueAsString(of(entry)) + "\n";
  }

  private static Entry of(MockGateway.Entry entry) {
    Long amount = entry.amount().map(Money::minorUnits).orElse(null);
    return new Entry(entry.payment().toString(), amount, entry.captured(), entry.refunds());
  }

  /**
   * Reads a journal, by payment.
   *
   * @throws HistoryException if it is broken
   */
  public static Map<String, Entry> read(Path file) throws IOException {
    Map<String, Entry> entries = new HashMap<>();
    try (MappingIterator<Entry> lines = JSON.readerFor(Entry.class).readValues(file.toFile())) {
      while (lines.hasNextValue()) {
        Entry entry = lines.nextValue();
        entries.put(entry.payment(), entry);
      }
    } catch (JsonProcessingException e) {
      throw new HistoryException(
          file + ", line " + e.getLocation().getLineNr() + ": " + e.getOriginalMessage());
    }
    return entries;
  }
}
