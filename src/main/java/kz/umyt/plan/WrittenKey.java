package kz.umyt.plan;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kz.umyt.settings.RecordKey;
import kz.umyt.source.Column;
import kz.umyt.source.Table;

/** A primary key that a person wrote, as values to compare with the columns of the key. */
final class WrittenKey {
  private WrittenKey() {}

  private static final DateTimeFormatter DOTTED =
      DateTimeFormatter.ofPattern("dd.MM.uuuu", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  /**
   * The values of the key: numbers and days as such, anything else as text that the database reads
   * as the column's type.
   *
   * @return empty if it cannot be a key of the table
   */
  static Optional<List<Object>> values(String written, Table table) {
    List<String> texts = RecordKey.values(written, table.primaryKey().size());
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      Optional<Object> value = value(texts.get(i), table.columnNamed(table.primaryKey().get(i)));
      if (value.isEmpty()) {
        return Optional.empty();
      }
      values.add(value.get());
    }
    return values.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(values));
  }

  /** The value of one column. */
  static Optional<Object> value(String text, Column column) {
    try {
      return Optional.of(
          switch (column.kind()) {
            case INTEGER -> new BigDecimal(new BigInteger(text));
            case DECIMAL -> new BigDecimal(text);
            case DATE ->
                text.indexOf('.') < 0 ? LocalDate.parse(text) : LocalDate.parse(text, DOTTED);
            case TEXT, TIMESTAMP, INSTANT, OTHER -> text;
          });
    } catch (NumberFormatException | DateTimeException noValue) {
      return Optional.empty();
    }
  }
}
