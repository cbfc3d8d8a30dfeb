package kz.umyt.source.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Where the cells of one record stand in its characters. */
final class CellSpans {

  private final String content;
  private final char delimiter;
  private final List<Span> spans = new ArrayList<>();

  /**
   * Cuts a record as Commons CSV does.
   *
   * @param content the record's characters without its line end
   */
  CellSpans(String content, char delimiter) {
    this.content = content;
    this.delimiter = delimiter;
    int at = 0;
    while (true) {
      Span span = spanAt(at);
      spans.add(span);
      int next = content.indexOf(delimiter, span.end());
      if (next < 0) {
        return;
      }
      at = next + 1;
    }
  }

  private Span spanAt(int start) {
    if (start == content.length() || content.charAt(start) != RecordParser.QUOTE) {
      int end = content.indexOf(delimiter, start);
      return new Span(start, end < 0 ? content.length() : end, false);
    }
    int at = start + 1;
    while (true) {
      int quote = content.indexOf(RecordParser.QUOTE, at);
      if (quote < 0) {
        throw new IllegalStateException("a record that was read has an unclosed quote");
      }
      boolean doubled =
          quote + 1 < content.length() && content.charAt(quote + 1) == RecordParser.QUOTE;
      if (!doubled) {
        return new Span(start, quote + 1, true);
      }
      at = quote + 2;
    }
  }

  /** The unquoted cells; equal to what the parser reads. */
  List<String> values() {
    return spans.stream().map(this::value).toList();
  }

  private String value(Span span) {
    if (!span.quoted()) {
      return content.substring(span.start(), span.end());
    }
    return content.substring(span.start() + 1, span.end() - 1).replace("\"\"", "\"");
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
      if (span.quoted() || needsQuotes(value)) {
        changed.append('"').append(value.replace("\"", "\"\"")).append('"');
      } else {
        changed.append(value);
      }
      copied = span.end();
    }
    return changed.append(content, copied, content.length()).toString();
  }

  private boolean needsQuotes(String value) {
    // A record of one empty cell would be a blank line.
    return (value.isEmpty() && spans.size() == 1)
        || value.indexOf(delimiter) >= 0
        || value.indexOf(RecordParser.QUOTE) >= 0
        || value.indexOf('\n') >= 0
        || value.indexOf('\r') >= 0;
  }

  /** From {@code start} to before {@code end}, quotes included. */
  private record Span(int start, int end, boolean quoted) {}
}
