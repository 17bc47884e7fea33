package io.github.boxoffice.simulator.run;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;

/**
 * How often each step took how long, in nanoseconds.
 *
 * @param hold from asking for seats to the answer
 * @param confirm from asking for the booking to the answer
 * @param booking from asking for the seats to having the booking
 */
public record Times(Histogram hold, Histogram confirm, Histogram booking) {
  /** These and those. */
  public Times plus(Times other) {
    return new Times(
        sum(hold, other.hold), sum(confirm, other.confirm), sum(booking, other.booking));
  }

  private static Histogram sum(Histogram one, Histogram other) {
    Histogram sum = one.copy();
    sum.add(other);
    return sum;
  }

  /** In words that another process reads with {@link #parse}. */
  public List<String> text() {
    return List.of(text(hold), text(confirm), text(booking));
  }

  private static String text(Histogram histogram) {
    ByteBuffer bytes = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
    int length = histogram.encodeIntoCompressedByteBuffer(bytes);
    return Base64.getEncoder().encodeToString(Arrays.copyOf(bytes.array(), length));
  }

  /**
   * Reads what {@link #text} wrote.
   *
   * @throws IllegalArgumentException if it is something else
   */
  public static Times parse(List<String> text) {
    return new Times(parse(text.get(0)), parse(text.get(1)), parse(text.get(2)));
  }

  private static Histogram parse(String text) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(text));
      return Histogram.decodeFromCompressedByteBuffer(bytes, 0);
    } catch (DataFormatException e) {
      throw new IllegalArgumentException("this is no histogram: " + text, e);
    }
  }

  /** The figures that people look at. */
  public Latencies latencies() {
    return new Latencies(read(hold), read(confirm), read(booking));
  }

  private static Latency read(Histogram seen) {
    return new Latency(
        millis(seen.getValueAtPercentile(50)),
        millis(seen.getValueAtPercentile(90)),
        millis(seen.getValueAtPercentile(95)),
        millis(seen.getValueAtPercentile(99)),
        millis(seen.getValueAtPercentile(99.9)),
        millis(seen.getMaxValue()));
  }

  private static double millis(long nanos) {
    return nanos / 1e6;
  }
}
