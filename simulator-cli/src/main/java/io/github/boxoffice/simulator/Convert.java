package io.github.boxoffice.simulator;

import io.github.boxoffice.simulator.report.Threshold;
import io.github.boxoffice.simulator.scenario.SeatCount;
import io.github.boxoffice.simulator.scenario.Times;
import java.util.function.Function;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Texts of the command line as values. */
final class Convert {
  private Convert() {}

  private static <T> T or(String text, Function<String, T> parse) {
    try {
      return parse.apply(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }

  /** See {@link Times}. */
  static final class Time implements ITypeConverter<java.time.Duration> {
    @Override
    public java.time.Duration convert(String text) {
      return or(text, Times::parse);
    }
  }

  /** See {@link SeatCount}. */
  static final class Seats implements ITypeConverter<SeatCount> {
    @Override
    public SeatCount convert(String text) {
      return or(text, SeatCount::parse);
    }
  }

  /** See {@link Threshold}. */
  static final class Thresholds implements ITypeConverter<Threshold> {
    @Override
    public Threshold convert(String text) {
      return or(text, Threshold::parse);
    }
  }
}
