package kz.umyt.anonymize;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Optional;
import kz.umyt.settings.Located;
import kz.umyt.settings.OperatorSpec;

/** The constant that {@code replace} writes. */
final class Constants {
  private Constants() {}

  /** The value for the rule's column, of the class that its kind names. */
  static Object of(OperatorSpec.Replace replace, RuleCheck check) {
    // As in Presidio, an empty new_value counts as none.
    Optional<String> given = replace.newValue().filter(value -> !value.isEmpty());
    if (check.shape().kind() == ColumnShape.Kind.TEXT) {
      String text = given.orElseGet(() -> placeholder(check.rule().entity()));
      requireHarmless(text, check);
      check.requireFits(text);
      return text;
    }
    if (given.isEmpty()) {
      throw check.refused(
          "replace without a new_value writes text, and the column holds " + check.holds());
    }
    return parsed(given.get(), check);
  }

  static void requireHarmless(String text, RuleCheck check) {
    if (Formula.opens(text)) {
      throw check.refused(
          "the new_value begins with a character that a spreadsheet takes for a formula; begin it"
              + " with another one");
    }
  }

  private static String placeholder(Optional<Located<String>> entity) {
    return "<" + entity.map(Located::value).orElse("removed") + ">";
  }

  private static String document(String text, Optional<ReadableText> read, RuleCheck check) {
    if (read.isEmpty()) {
      throw check.refused(
          "the new_value is not well-formed, and the column holds " + check.holds());
    }
    return text;
  }

  private static Object parsed(String text, RuleCheck check) {
    try {
      return switch (check.shape().kind()) {
        case INTEGER -> Long.valueOf(text);
        case DECIMAL -> new BigDecimal(text);
        case DATE -> LocalDate.parse(text);
        case TIMESTAMP ->
            text.length() == 10 ? LocalDate.parse(text).atStartOfDay() : LocalDateTime.parse(text);
        case TIMESTAMP_WITH_ZONE -> OffsetDateTime.parse(text);
        case JSON -> document(text, JsonDocument.read(text, true), check);
        case XML -> document(text, XmlDocument.read(text, true), check);
        case TEXT, OTHER ->
            throw check.refused("replace has no value for a column that holds " + check.holds());
      };
    } catch (NumberFormatException | DateTimeException unreadable) {
      throw check.refused(
          "the new_value does not read as one of the column's " + check.holds() + " (ISO 8601)");
    }
  }
}
