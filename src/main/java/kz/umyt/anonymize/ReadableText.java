package kz.umyt.anonymize;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value as people read it, and which parts of it may change: of a JSON or XML document its
 * values, without the escapes that hide them from recognizers; of any other text the whole of it.
 */
public final class ReadableText {

  private final String text;
  private final List<Part> parts;

  /** For each offset of the text, its end included, the offset as written; null where the same. */
  private final int @Nullable [] origin;

  /** A part that may change, by offsets into the readable text. */
  record Part(int start, int end, Writing writing) {}

  private ReadableText(String text, List<Part> parts, int @Nullable [] origin) {
    this.text = text;
    this.parts = List.copyOf(parts);
    this.origin = origin;
  }

  /** Any text: a whole document by its values, and everything else as it is. */
  public static ReadableText of(String value) {
    return JsonDocument.read(value, false)
        .or(() -> XmlDocument.read(value, false))
        .orElseGet(() -> plain(value));
  }

  /** A value of a column that takes nothing but documents, such as a JSON number alone. */
  static ReadableText of(String value, ColumnShape.Kind kind) {
    return switch (kind) {
      case JSON -> JsonDocument.read(value, true).orElseGet(() -> plain(value));
      case XML -> XmlDocument.read(value, true).orElseGet(() -> plain(value));
      default -> of(value);
    };
  }

  private static ReadableText plain(String value) {
    return new ReadableText(value, List.of(new Part(0, value.length(), Writing.PLAIN)), null);
  }

  /** What recognizers look at. */
  public String text() {
    return text;
  }

  /** In order and without overlaps. */
  List<Part> parts() {
    return parts;
  }

  /** Where an offset of the text is in the value as written. */
  int originOf(int offset) {
    return origin == null ? offset : origin[offset];
  }

  /** Takes up a document from its beginning to its end. */
  static final class Builder {
    private final String written;
    private final StringBuilder text;
    private final List<Part> parts = new ArrayList<>();
    private final int[] origin;
    private int began;

    Builder(String written) {
      this.written = written;
      this.text = new StringBuilder(written.length());
      this.origin = new int[written.length() + 1];
    }

    /** What is read where something else may be written; never longer than that. */
    void add(String read, int writtenAt) {
      for (int i = 0; i < read.length(); i++) {
        origin[text.length()] = writtenAt;
        text.append(read.charAt(i));
      }
    }

    void copy(int from, int to) {
      for (int at = from; at < to; at++) {
        origin[text.length()] = at;
        text.append(written.charAt(at));
      }
    }

    /** From here on it may change. */
    void begin() {
      began = text.length();
    }

    /** Up to here it may change. */
    void end(Writing writing) {
      if (text.length() > began) {
        parts.add(new Part(began, text.length(), writing));
      }
    }

    ReadableText build() {
      origin[text.length()] = written.length();
      return new ReadableText(text.toString(), parts, Arrays.copyOf(origin, text.length() + 1));
    }
  }
}
