package kz.umyt.source.jdbc;

import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * One row in PostgreSQL's text form of COPY: cells between tabs, {@code \N} for NULL, and {@code
 * \\}, {@code \t}, {@code \n} and a few more for the characters themselves. Bytes come in
 * hexadecimal digits.
 */
final class CopiedRow implements Cells {

  private byte[] line = {};
  private int[] starts = new int[16];
  private int cells;

  /** Takes the next row, with its line end. */
  void take(byte[] copied) {
    line = copied;
    cells = 0;
    int from = 0;
    int end = copied.length - 1;
    for (int i = 0; i < end; i++) {
      if (copied[i] == '\t') {
        start(from);
        from = i + 1;
      }
    }
    start(from);
    // So that every cell ends before the start of the next one.
    start(end + 1);
    cells--;
  }

  private void start(int at) {
    if (cells == starts.length) {
      starts = Arrays.copyOf(starts, 2 * cells);
    }
    starts[cells++] = at;
  }

  @Override
  public @Nullable String text(int column) {
    if (column < 1 || column > cells) {
      throw new IllegalArgumentException("no cell " + column);
    }
    int from = starts[column - 1];
    int end = starts[column] - 1;
    if (end - from == 2 && line[from] == '\\' && line[from + 1] == 'N') {
      return null;
    }
    for (int i = from; i < end; i++) {
      if (line[i] == '\\') {
        return unescaped(from, end);
      }
    }
    return new String(line, from, end - from, StandardCharsets.UTF_8);
  }

  private String unescaped(int from, int end) {
    byte[] plain = new byte[end - from];
    int length = 0;
    for (int i = from; i < end; i++) {
      byte next = line[i];
      plain[length++] = next == '\\' ? meant(line[++i]) : next;
    }
    return new String(plain, 0, length, StandardCharsets.UTF_8);
  }

  private static byte meant(byte escaped) {
    return switch (escaped) {
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'v' -> 0x0b;
      default -> escaped;
    };
  }

  @Override
  public @Nullable Reader characters(int column) {
    String text = text(column);
    return text == null ? null : new StringReader(text);
  }

  @Override
  public byte @Nullable [] bytes(int column) {
    String text = text(column);
    return text == null ? null : HexFormat.of().parseHex(text, "\\x".length(), text.length());
  }
}
