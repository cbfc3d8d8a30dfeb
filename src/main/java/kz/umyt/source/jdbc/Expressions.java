package kz.umyt.source.jdbc;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import kz.umyt.source.Column;
import kz.umyt.source.ColumnKind;

/** How one database engine writes values and conditions over them. */
public interface Expressions {

  /** What a condition can be. */
  enum Truth {
    TRUE,
    FALSE,
    UNKNOWN
  }

  /** When a condition of a person's, on lines of its own, is this; never itself unknown. */
  default String is(String condition, Truth truth) {
    return "((\n" + condition + "\n) IS " + (truth == Truth.UNKNOWN ? "NULL" : truth) + ")";
  }

  /** When a date or a time stamp is missing. */
  default String isNull(String value) {
    return value + " IS NULL";
  }

  /** Whether rows of values can be compared: {@code (a, b) > (?, ?)} and {@code (a, b) IN (…)}. */
  default boolean comparesRows() {
    return true;
  }

  /** A text as a literal. */
  default String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /**
   * The first moment of a day in the given zone, as a literal to compare a column of this kind
   * with.
   *
   * @param kind {@link ColumnKind#DATE}, {@link ColumnKind#TIMESTAMP} or {@link ColumnKind#INSTANT}
   */
  String startOfDay(ColumnKind kind, LocalDate day, ZoneId zone);

  /**
   * When a date or a time stamp names a day that is in no calendar, as an engine may hold that was
   * told to take any; empty where none can.
   */
  default Optional<String> isNoDay(String value) {
    return Optional.empty();
  }

  /** An expression as text. */
  String asText(String expression);

  /**
   * A column of a key as text that is equal only for equal values, whatever the settings of the
   * session.
   */
  default String keyText(String expression, Column column) {
    return asText(expression);
  }

  /**
   * A column that holds moments, as {@link QueryRow#day} reads it whatever the zones of the
   * connection and of this machine.
   */
  default String moment(String expression) {
    return expression;
  }

  /** Joins text expressions. */
  String concat(List<String> expressions);

  /**
   * A value that is handed over as text, where it is written into a column.
   *
   * @param mark a question mark
   */
  default String written(Column column, String mark) {
    return mark;
  }

  /**
   * A column as text with which rows are told apart, whatever the length of its values; otherwise
   * as {@link #keyText}.
   */
  default String wholeText(String expression, Column column) {
    return keyText(expression, column);
  }

  /** Whether {@link #digest} can be had of the values of a column. */
  default boolean hasDigest(Column column) {
    return true;
  }

  /** SHA-256 of a text expression, as hex that is compared with hex of the same engine only. */
  String digest(String text);

  /** A digest of several texts, as {@link #wholeText} gives them, some of which may be missing. */
  default String digest(List<String> texts) {
    List<String> parts =
        texts.stream()
            .map(
                text ->
                    "COALESCE("
                        // The length in front keeps ('ab', 'c') apart from ('a', 'bc').
                        + concat(List.of(asText(length(text)), "':'", text))
                        + ", '-')")
            .toList();
    return digest(parts.size() == 1 ? parts.get(0) : concat(parts));
  }

  /** How long a text is, in whatever the engine counts. */
  default String length(String text) {
    return "CHAR_LENGTH(" + text + ")";
  }

  /** A text without blanks around it, also those that do not break a line. */
  default String trimmed(String text) {
    return "TRIM(REPLACE(" + text + ", '\u00A0', ' '))";
  }

  /** A text of a column as {@link #trimmed} would give it, if it has no blanks in front. */
  default String unpadded(String text) {
    return text;
  }

  /**
   * A date or a time stamp in a type that its kind alone decides on, for where all values must have
   * one type.
   */
  default String ofKind(ColumnKind kind, String value) {
    return value;
  }

  /** A column of a key as it is read, so that its row is found again by what was read. */
  default String keyRead(String expression, Column column) {
    return expression;
  }

  /** A question mark that is compared with a column of a key. */
  default String keyMark(Column column) {
    return "?";
  }
}
