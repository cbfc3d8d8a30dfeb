package kz.umyt.anonymize;

import java.math.BigDecimal;
import java.util.function.UnaryOperator;

/** Values of columns, and what is common to the operators on them. */
final class Values {
  private Values() {}

  /** An operator on text that leaves no value and empty text alone. */
  static ValueOperator text(UnaryOperator<String> change) {
    return value -> value == null || value.equals("") ? value : change.apply(requireText(value));
  }

  /**
   * The same for numbers.
   *
   * @param change from the plain decimal digits of a number to those of another
   */
  static ValueOperator number(UnaryOperator<String> change) {
    return value -> {
      if (value instanceof Long number) {
        return Long.valueOf(change.apply(Long.toString(number)));
      }
      if (value instanceof BigDecimal number) {
        String plain = number.stripTrailingZeros().toPlainString();
        return withScaleOf(number, new BigDecimal(change.apply(plain)));
      }
      if (value == null) {
        return null;
      }
      throw unexpected(value, "a number");
    };
  }

  /** A whole number with as many decimals as another one has. */
  static BigDecimal withScaleOf(BigDecimal model, BigDecimal whole) {
    return model.scale() > 0 ? whole.setScale(model.scale()) : whole;
  }

  static String requireText(Object value) {
    if (value instanceof String text) {
      return text;
    }
    throw unexpected(value, "text");
  }

  static IllegalArgumentException unexpected(Object value, String expected) {
    return new IllegalArgumentException(
        "a " + value.getClass().getSimpleName() + " where " + expected + " was expected");
  }

  /** Without the spaces at the end, with which fixed-length columns are filled up. */
  static String unpadded(String text) {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == ' ') {
      end--;
    }
    return end == 0 ? text : text.substring(0, end);
  }
}
