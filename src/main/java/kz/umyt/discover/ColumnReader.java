package kz.umyt.discover;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.Optional;
import kz.umyt.source.Column;
import kz.umyt.source.SourceException;
import kz.umyt.source.jdbc.Cells;
import org.jspecify.annotations.Nullable;

/** Reads one column of a table, and counts what of it could not be read. */
final class ColumnReader {

  /** A longer text goes through the recognizers in pieces. */
  private static final int WINDOW = 1 << 20;

  private final Column column;
  private final ColumnReading how;
  private final int longest;
  private final ColumnProfile profile;
  private long cut;
  private long binary;
  private long bytes;

  /**
   * A column without cells.
   *
   * @param longest a value that has more characters or bytes than these is not whole
   */
  ColumnReader(Column column, ColumnReading how, int longest, ColumnProfile profile) {
    this.column = column;
    this.how = how;
    this.longest = longest;
    this.profile = profile;
  }

  Column column() {
    return column;
  }

  /** Takes the cell under the cursor. */
  void take(Cells row, int at) {
    switch (how) {
      case BYTES -> take(row.bytes(at));
      case STREAM -> take(row.characters(at));
      default -> {
        String text = row.text(at);
        cut += text != null && text.length() > longest ? 1 : 0;
        take(text);
      }
    }
  }

  private void take(@Nullable String text) {
    if (text == null || text.length() <= WINDOW) {
      profile.add(text);
    } else {
      take(new StringReader(text));
    }
  }

  private void take(@Nullable Reader text) {
    try {
      profile.add(text);
    } catch (IOException failure) {
      // The cause may quote the text.
      throw new SourceException("a long text could not be read to its end");
    }
  }

  private void take(byte @Nullable [] value) {
    if (value == null) {
      return;
    }
    bytes++;
    boolean isCut = value.length > longest;
    Optional<String> text = BinaryText.of(value, isCut);
    if (text.isEmpty()) {
      binary++;
      profile.add("");
      return;
    }
    take(text.get());
    cut += isCut ? 1 : 0;
  }

  CountedColumn counts() {
    return profile.counted(new UnreadValues(cut, longest, binary, bytes));
  }
}
