package kz.umyt.cli.demo;

import java.io.IOException;
import java.io.Writer;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes rows as INSERT statements of many rows. No statement holds a line that ends with ";". */
final class SqlScript {
  private static final int ROWS_PER_STATEMENT = 250;
  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
  private static final DateTimeFormatter WITH_OFFSET =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ssxxx", Locale.ROOT);

  private final Writer out;
  private String insert = "";
  private int rows;
  private long total;

  SqlScript(Writer out) {
    this.out = out;
  }

  /** The rows that follow go into this table. */
  void table(String name, List<String> columns) {
    insert = "INSERT INTO " + name + " (" + String.join(", ", columns) + ") VALUES\n";
    rows = 0;
    total = 0;
  }

  /** Numbers stand as they are; anything else becomes a text that the column's type reads. */
  void row(@Nullable Object... cells) throws IOException {
    out.write(rows == 0 ? insert : ",\n");
    out.write('(');
    for (int i = 0; i < cells.length; i++) {
      if (i > 0) {
        out.write(',');
      }
      cell(cells[i]);
    }
    out.write(')');
    total++;
    if (++rows == ROWS_PER_STATEMENT) {
      end();
    }
  }

  /** Must follow the last row of a table; returns the number of its rows. */
  long end() throws IOException {
    if (rows > 0) {
      out.write(";\n");
      rows = 0;
    }
    return total;
  }

  private void cell(@Nullable Object value) throws IOException {
    if (value == null) {
      out.write("NULL");
    } else if (value instanceof Number) {
      out.write(value.toString());
    } else {
      out.write('\'');
      out.write(text(value).replace("'", "''"));
      out.write('\'');
    }
  }

  private static String text(Object value) {
    if (value instanceof LocalDateTime local) {
      return LOCAL.format(local);
    }
    return value instanceof OffsetDateTime moment ? WITH_OFFSET.format(moment) : value.toString();
  }
}
