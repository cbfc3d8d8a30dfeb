package kz.umyt.source.jdbc;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import kz.umyt.source.Column;
import org.jspecify.annotations.Nullable;

/** What {@link RowValues} of several engines have in common. */
final class JoinedColumns {

  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSSSSS");

  private JoinedColumns() {}

  static List<Column> of(List<Column> keys, List<Column> columns) {
    List<Column> all = new ArrayList<>(keys);
    all.addAll(columns);
    return all;
  }

  /** A value as its column's engine reads it. */
  static @Nullable String text(@Nullable Object value) {
    if (value == null) {
      return null;
    }
    if (value instanceof BigDecimal number) {
      return number.toPlainString();
    }
    return value instanceof LocalDateTime moment ? TIMESTAMP.format(moment) : value.toString();
  }
}
