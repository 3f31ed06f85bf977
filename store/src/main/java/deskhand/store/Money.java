package deskhand.store;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/// An amount in a currency, with exactly the currency's number of decimals (ISO 4217).
public record Money(BigDecimal amount, Currency currency) {
  public Money {
    int decimals = Math.max(0, currency.getDefaultFractionDigits());
    amount = amount.setScale(decimals, RoundingMode.UNNECESSARY);
  }

  /// Reads a decimal string such as `84.90`; more decimals than the currency has are an error.
  public static Money of(String amount, String currencyCode) {
    try {
      return new Money(new BigDecimal(amount.strip()), Currency.getInstance(currencyCode));
    } catch (ArithmeticException | NumberFormatException broken) {
      throw new IllegalArgumentException(
          "not an amount in " + currencyCode + ": " + amount, broken);
    }
  }

  public static Money zero(Currency currency) {
    return new Money(BigDecimal.ZERO, currency);
  }

  public Money plus(Money other) {
    return new Money(amount.add(sameCurrency(other).amount), currency);
  }

  public Money minus(Money other) {
    return new Money(amount.subtract(sameCurrency(other).amount), currency);
  }

  public Money times(int count) {
    return new Money(amount.multiply(BigDecimal.valueOf(count)), currency);
  }

  private Money sameCurrency(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException(currency + " and " + other.currency + " do not add up");
    }
    return other;
  }
}
