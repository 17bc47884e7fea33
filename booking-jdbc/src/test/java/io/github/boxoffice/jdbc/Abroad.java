package io.github.boxoffice.jdbc;

import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Takes a test class far west of Greenwich, where dates would fall on another day, and into a
 * language in which the capital of i is not I.
 */
final class Abroad implements BeforeAllCallback, AfterAllCallback {
  private final Locale locale = Locale.getDefault();
  private final TimeZone zone = TimeZone.getDefault();

  @Override
  public void beforeAll(ExtensionContext context) {
    Locale.setDefault(new Locale("tr", "TR"));
    TimeZone.setDefault(TimeZone.getTimeZone("GMT-08:00"));
  }

  @Override
  public void afterAll(ExtensionContext context) {
    Locale.setDefault(locale);
    TimeZone.setDefault(zone);
  }
}
