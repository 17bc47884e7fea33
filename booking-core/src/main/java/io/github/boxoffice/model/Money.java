package io.github.boxoffice.model;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * An amount in minor units (cents) of one currency, never negative.
 *
 * @param minorUnits the amount in the currency's smallest unit
 * @param currency the currency, by ISO 4217
 */
public record Money(long minorUnits, Currency currency) {
  /** Refuses negative amounts. */
  public Money {
    Check.that(minorUnits >= 0, "amount must not be negative, was %s", minorUnits);
  }

  /**
   * An amount of the currency with this ISO 4217 code, {@code Money.of(1250, "EUR")} being 12.50 €.
   *
   * @throws IllegalArgumentException if the amount is negative or the code unknown
   */
  public static Money of(long minorUnits, String currencyCode) {
    return new Money(minorUnits, Currency.getInstance(currencyCode));
  }

  /**
   * The sum of both.
   *
   * @throws IllegalArgumentException if the currencies differ
   * @throws ArithmeticException if the sum overflows
   */
  public Money plus(Money other) {
    Check.that(currency.equals(other.currency), "cannot add %s to %s", other.currency, currency);
    return new Money(Math.addExact(minorUnits, other.minorUnits), currency);
  }

  /** The amount with the currency's own decimals, {@code 12.50 EUR}. */
  @Override
  public String toString() {
    int decimals = Math.max(0, currency.getDefaultFractionDigits());
    return BigDecimal.valueOf(minorUnits, decimals).toPlainString()
        + " "
        + currency.getCurrencyCode();
  }
}
