package kz.umyt.plan;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kz.umyt.settings.RecordKey;
import kz.umyt.source.Column;
import kz.umyt.source.ColumnKind;
import kz.umyt.source.Table;

/** A primary key that a person wrote, in the form that {@link Conditions#keyText} gives a row's. */
final class KeyText {
  private KeyText() {}

  /** The values of the key, as the columns show them; empty if it cannot be a key of the table. */
  static Optional<List<String>> values(String written, Table table) {
    List<String> values = RecordKey.values(written, table.primaryKey().size());
    List<String> shown = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      Optional<String> value = shown(values.get(i), table.columnNamed(table.primaryKey().get(i)));
      if (value.isEmpty()) {
        return Optional.empty();
      }
      shown.add(value.get());
    }
    return shown.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(shown));
  }

  /** The same as one text. */
  static Optional<String> of(String written, Table table) {
    return values(written, table)
        .map(
            values -> {
              if (values.size() == 1) {
                return values.get(0);
              }
              StringBuilder text = new StringBuilder();
              values.forEach(
                  value ->
                      text.append(value.codePointCount(0, value.length()))
                          .append(':')
                          .append(value));
              return text.toString();
            });
  }

  private static Optional<String> shown(String value, Column column) {
    if (column.kind() == ColumnKind.INTEGER) {
      try {
        return Optional.of(new BigInteger(value).toString());
      } catch (NumberFormatException noNumber) {
        return Optional.empty();
      }
    }
    boolean isUuid = column.type().equalsIgnoreCase("uuid");
    return Optional.of(isUuid ? value.toLowerCase(Locale.ROOT) : value);
  }
}
