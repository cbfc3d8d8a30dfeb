package kz.umyt.anonymize;

import java.util.Optional;
import kz.umyt.recognize.text.Characters;

/**
 * Reads a text that is one JSON document as a whole (RFC 8259): what may change are its strings and
 * numbers, and never its keys. Documents nested however deep are read.
 */
final class JsonDocument {

  private static final int HEX_DIGITS = 4;
  private static final int HEX = 16;

  private final String source;
  private final ReadableText.Builder read;

  /** The brackets that are open. */
  private final StringBuilder open = new StringBuilder();

  private int at;

  private JsonDocument(String source) {
    this.source = source;
    this.read = new ReadableText.Builder(source);
  }

  /**
   * Reads a text.
   *
   * @param anyValue whether a string or number alone is a document, too
   * @return empty where it is no document
   */
  static Optional<ReadableText> read(String source, boolean anyValue) {
    if (!anyValue && !opens(source)) {
      return Optional.empty();
    }
    JsonDocument document = new JsonDocument(source);
    return document.isWhole() ? Optional.of(document.read.build()) : Optional.empty();
  }

  /** A cheap look before the whole text is read. */
  private static boolean opens(String source) {
    int first = 0;
    int last = source.length() - 1;
    while (first < last && isSpace(source.charAt(first))) {
      first++;
    }
    while (last > first && isSpace(source.charAt(last))) {
      last--;
    }
    return last > first
        && ((source.charAt(first) == '{' && source.charAt(last) == '}')
            || (source.charAt(first) == '[' && source.charAt(last) == ']'));
  }

  /** Whether a text is one number, as JSON writes it. */
  static boolean isNumber(String text) {
    JsonDocument number = new JsonDocument(text);
    return number.number() && number.at == text.length();
  }

  private boolean isWhole() {
    while (value()) {
      boolean next = false;
      while (!next) {
        space();
        if (open.isEmpty()) {
          return at == source.length();
        }
        boolean inObject = open.charAt(open.length() - 1) == '{';
        if (take(',')) {
          if (inObject && !key()) {
            return false;
          }
          next = true;
        } else if (take(inObject ? '}' : ']')) {
          open.setLength(open.length() - 1);
        } else {
          return false;
        }
      }
    }
    return false;
  }

  /** A value, with the brackets before it where it is not a plain one. */
  private boolean value() {
    while (true) {
      space();
      if (take('{')) {
        open.append('{');
        space();
        if (is('}')) {
          return true;
        }
        if (!key()) {
          return false;
        }
      } else if (take('[')) {
        open.append('[');
        space();
        if (is(']')) {
          return true;
        }
      } else {
        return scalar();
      }
    }
  }

  private boolean scalar() {
    if (is('"')) {
      return string(true);
    }
    return literal("true") || literal("false") || literal("null") || number();
  }

  private boolean key() {
    space();
    if (!is('"') || !string(false)) {
      return false;
    }
    space();
    return take(':');
  }

  private boolean string(boolean mayChange) {
    take('"');
    read.begin();
    while (at < source.length() && !is('"')) {
      if (source.charAt(at) < ' ' || (is('\\') ? !escape() : !take(source.charAt(at)))) {
        return false;
      }
    }
    if (mayChange) {
      read.end(Writing.JSON_STRING);
    }
    return take('"');
  }

  private boolean escape() {
    if (at + 1 == source.length()) {
      return false;
    }
    int length = 2;
    char c = source.charAt(at + 1);
    switch (c) {
      case '"', '\\', '/' -> {}
      case 'b' -> c = '\b';
      case 'f' -> c = '\f';
      case 'n' -> c = '\n';
      case 'r' -> c = '\r';
      case 't' -> c = '\t';
      case 'u' -> {
        length += HEX_DIGITS;
        if (at + length > source.length() || !isHex(source, at + 2, at + length)) {
          return false;
        }
        c = (char) Integer.parseInt(source.substring(at + 2, at + length), HEX);
      }
      default -> {
        return false;
      }
    }
    read.add(String.valueOf(c), at);
    at += length;
    return true;
  }

  private static boolean isHex(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!Characters.isHex(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private boolean number() {
    read.begin();
    take('-');
    boolean isZero = is('0');
    int digits = digits();
    if (digits == 0 || (isZero && digits > 1) || (take('.') && digits() == 0)) {
      return false;
    }
    if (take('e') || take('E')) {
      if (!take('+')) {
        take('-');
      }
      if (digits() == 0) {
        return false;
      }
    }
    read.end(Writing.JSON_NUMBER);
    return true;
  }

  private int digits() {
    int from = at;
    while (at < source.length() && Characters.isDigit(source.charAt(at))) {
      at++;
    }
    read.copy(from, at);
    return at - from;
  }

  private boolean literal(String word) {
    if (!source.startsWith(word, at)) {
      return false;
    }
    read.copy(at, at + word.length());
    at += word.length();
    return true;
  }

  private void space() {
    int from = at;
    while (at < source.length() && isSpace(source.charAt(at))) {
      at++;
    }
    read.copy(from, at);
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }

  private boolean is(char c) {
    return at < source.length() && source.charAt(at) == c;
  }

  private boolean take(char c) {
    if (!is(c)) {
      return false;
    }
    read.copy(at, at + 1);
    at++;
    return true;
  }
}
