package kz.umyt.source.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Where the cells of one record stand in its characters. */
final class CellSpans {

  private final String content;
  private final Dialect dialect;
  private final CellText text;
  private final List<Span> spans = new ArrayList<>();

  /**
   * Cuts a record as Commons CSV does.
   *
   * @param content the record's characters without its line end
   */
  CellSpans(String content, Dialect dialect) {
    this.content = content;
    this.dialect = dialect;
    this.text = new CellText(dialect);
    int at = 0;
    while (true) {
      Span span = spanAt(at);
      spans.add(span);
      int next = content.indexOf(dialect.delimiter(), span.end());
      if (next < 0) {
        return;
      }
      at = next + 1;
    }
  }

  private Span spanAt(int start) {
    boolean quoted =
        dialect.escaping().hasQuotes()
            && start < content.length()
            && content.charAt(start) == Dialect.QUOTE;
    return quoted ? quotedAt(start) : new Span(start, plainEnd(start), false);
  }

  private int plainEnd(int start) {
    if (!dialect.escaping().hasBackslash()) {
      int end = content.indexOf(dialect.delimiter(), start);
      return end < 0 ? content.length() : end;
    }
    int at = start;
    while (at < content.length() && content.charAt(at) != dialect.delimiter()) {
      at += content.charAt(at) == Dialect.BACKSLASH ? 2 : 1;
    }
    return Math.min(at, content.length());
  }

  private Span quotedAt(int start) {
    int at = start + 1;
    while (at < content.length()) {
      char character = content.charAt(at);
      boolean doubled =
          character == Dialect.QUOTE
              && at + 1 < content.length()
              && content.charAt(at + 1) == Dialect.QUOTE;
      boolean escaped = dialect.escaping().hasBackslash() && character == Dialect.BACKSLASH;
      if (character == Dialect.QUOTE && !doubled) {
        return new Span(start, at + 1, true);
      }
      at += doubled || escaped ? 2 : 1;
    }
    throw new IllegalStateException("a record that was read has an unclosed quote");
  }

  /** The unquoted cells; equal to what the parser reads. */
  List<String> values() {
    return spans.stream().map(this::value).toList();
  }

  private String value(Span span) {
    return span.quoted()
        ? text.insideQuotes(content.substring(span.start() + 1, span.end() - 1))
        : text.plain(content.substring(span.start(), span.end()));
  }

  /** The record's characters with some cells replaced and nothing else changed. */
  String with(Map<Integer, String> newCells) {
    StringBuilder changed = new StringBuilder();
    int copied = 0;
    for (int column = 0; column < spans.size(); column++) {
      String value = newCells.get(column);
      if (value == null) {
        continue;
      }
      Span span = spans.get(column);
      changed.append(content, copied, span.start());
      changed.append(text.written(value, span.quoted(), spans.size() == 1));
      copied = span.end();
    }
    return changed.append(content, copied, content.length()).toString();
  }

  /** From {@code start} to before {@code end}, quotes included. */
  private record Span(int start, int end, boolean quoted) {}
}
