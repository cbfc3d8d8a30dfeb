package kz.umyt.anonymize;

import java.math.BigDecimal;
import java.math.RoundingMode;
import kz.umyt.recognize.text.Characters;
import org.jspecify.annotations.Nullable;

/**
 * The lower bound of the range that a number lies in: ranges are as wide as each other and begin at
 * the multiples of their width, so that with 10 the number 37 becomes 30, and -5 becomes -10.
 */
final class GeneralNumbers {
  /** More digits than anything that is counted has. */
  private static final int LONGEST = 40;

  private static final BigDecimal LEAST = BigDecimal.valueOf(Long.MIN_VALUE);

  private final BigDecimal width;

  GeneralNumbers(long width) {
    this.width = BigDecimal.valueOf(width);
  }

  /**
   * Of a number, of the same class and with as many decimals.
   *
   * @return null if it is no number; the least that there is if the range begins below it
   */
  @Nullable Object of(Object value) {
    if (value instanceof Long number) {
      return lower(BigDecimal.valueOf(number)).max(LEAST).longValueExact();
    }
    if (value instanceof BigDecimal number) {
      return Values.withScaleOf(number, lower(number));
    }
    return null;
  }

  /**
   * Of a number written in ASCII digits, perhaps with a hyphen before it and with decimals after a
   * point or comma; written as a whole number. Null for any other text.
   */
  @Nullable String ofText(String text) {
    int end = text.length();
    int at = text.startsWith("-") ? 1 : 0;
    int digits = at;
    int sign = -1;
    while (at < end && (Characters.isDigit(text.charAt(at)) || isSign(text, at, sign))) {
      sign = Characters.isDigit(text.charAt(at)) ? sign : at;
      at++;
    }
    boolean number =
        at == end && end <= LONGEST && end > digits && sign != digits && sign != end - 1;
    return number ? lower(new BigDecimal(text.replace(',', '.'))).toPlainString() : null;
  }

  private static boolean isSign(String text, int at, int before) {
    return before < 0 && (text.charAt(at) == '.' || text.charAt(at) == ',');
  }

  private BigDecimal lower(BigDecimal number) {
    return number.divide(width, 0, RoundingMode.FLOOR).multiply(width);
  }
}
