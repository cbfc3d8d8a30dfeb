package kz.umyt.anonymize;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Reads a text that is one XML document as a whole (XML 1.0): what may change are texts, values of
 * attributes and comments. Nothing is ever fetched or expanded: of a document type only the end is
 * looked for, and a reference to anything but a character stays as it is.
 */
final class XmlDocument {

  private static final String SPACES = " \t\r\n";

  private final String source;
  private final boolean fragment;
  private final ReadableText.Builder read;
  private final Deque<String> open = new ArrayDeque<>();
  private boolean hasRoot;
  private int at;

  private XmlDocument(String source, boolean fragment) {
    this.source = source;
    this.fragment = fragment;
    this.read = new ReadableText.Builder(source);
  }

  /**
   * Reads a text.
   *
   * @param fragment whether texts and several elements beside each other are a document, too
   * @return empty where it is none, or not well-formed
   */
  static Optional<ReadableText> read(String source, boolean fragment) {
    String bare = source.strip();
    if (!fragment && !(bare.startsWith("<") && bare.endsWith(">"))) {
      return Optional.empty();
    }
    XmlDocument document = new XmlDocument(source, fragment);
    return document.isWhole() ? Optional.of(document.read.build()) : Optional.empty();
  }

  private boolean isWhole() {
    while (at < source.length()) {
      if (!(source.charAt(at) == '<' ? markup() : text())) {
        return false;
      }
    }
    return open.isEmpty() && (hasRoot || fragment);
  }

  private boolean markup() {
    if (source.startsWith("<!--", at)) {
      return section("<!--", "--", Writing.XML_COMMENT) && take(">");
    }
    if (source.startsWith("<![CDATA[", at)) {
      return takesText() && section("<![CDATA[", "]]>", Writing.XML_CDATA);
    }
    if (source.startsWith("<?", at)) {
      return skipTo("?>");
    }
    if (source.startsWith("<!DOCTYPE", at)) {
      return !hasRoot && documentType();
    }
    return source.startsWith("</", at) ? closingTag() : openingTag();
  }

  private boolean takesText() {
    return fragment || !open.isEmpty();
  }

  private boolean section(String from, String to, Writing writing) {
    int end = source.indexOf(to, at + from.length());
    if (end < 0) {
      return false;
    }
    take(from);
    read.begin();
    copyTo(end);
    read.end(writing);
    return take(to);
  }

  private boolean skipTo(String end) {
    int found = source.indexOf(end, at);
    if (found < 0) {
      return false;
    }
    copyTo(found + end.length());
    return true;
  }

  /** As it is, whatever it declares; a bracket or a sign between quotation marks ends nothing. */
  private boolean documentType() {
    boolean inside = false;
    while (at < source.length()) {
      char c = source.charAt(at);
      if (c == '"' || c == '\'') {
        take(source.substring(at, at + 1));
        if (!skipTo(String.valueOf(c))) {
          return false;
        }
      } else if (source.startsWith("<!--", at)) {
        if (!skipTo("-->")) {
          return false;
        }
      } else {
        inside = c == '[' || (inside && c != ']');
        copyTo(at + 1);
        if (c == '>' && !inside) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean closingTag() {
    take("</");
    String name = name();
    space();
    return name.equals(open.poll()) && take(">");
  }

  private boolean openingTag() {
    take("<");
    String name = name();
    if (name.isEmpty() || (open.isEmpty() && hasRoot && !fragment)) {
      return false;
    }
    hasRoot = true;
    while (space() && !isTagEnd()) {
      if (!attribute()) {
        return false;
      }
    }
    if (take("/>")) {
      return true;
    }
    open.push(name);
    return take(">");
  }

  private boolean isTagEnd() {
    return source.startsWith(">", at) || source.startsWith("/>", at);
  }

  private boolean attribute() {
    if (name().isEmpty()) {
      return false;
    }
    space();
    if (!take("=")) {
      return false;
    }
    space();
    String quote = source.startsWith("'", at) ? "'" : "\"";
    return take(quote) && characters(quote.charAt(0), Writing.XML_ATTRIBUTE) && take(quote);
  }

  private boolean text() {
    if (takesText()) {
      return characters('<', Writing.XML_TEXT);
    }
    // Nothing but blanks may stand beside the root.
    return space();
  }

  /** Up to a sign, which is not taken. */
  private boolean characters(char end, Writing writing) {
    read.begin();
    while (at < source.length() && source.charAt(at) != end) {
      char c = source.charAt(at);
      if (c == '&') {
        if (!reference(writing)) {
          return false;
        }
      } else if (c == '<' || source.startsWith("]]>", at)) {
        return false;
      } else {
        copyTo(at + 1);
      }
    }
    read.end(writing);
    return true;
  }

  private boolean reference(Writing writing) {
    int end = source.indexOf(';', at);
    if (end < 0) {
      return false;
    }
    String name = source.substring(at + 1, end);
    if (name.startsWith("#")) {
      return character(name.substring(1), end + 1);
    }
    String known =
        switch (name) {
          case "amp" -> "&";
          case "lt" -> "<";
          case "gt" -> ">";
          case "quot" -> "\"";
          case "apos" -> "'";
          default -> "";
        };
    if (!known.isEmpty()) {
      read.add(known, at);
      at = end + 1;
      return true;
    }
    // Whatever stands for it is written elsewhere.
    read.end(writing);
    copyTo(at + 1);
    boolean isName = !name().isEmpty() && at == end;
    copyTo(end + 1);
    read.begin();
    return isName;
  }

  private boolean character(String number, int behind) {
    boolean hex = number.startsWith("x");
    try {
      int point = Integer.parseInt(hex ? number.substring(1) : number, hex ? 16 : 10);
      boolean isCharacter =
          number.charAt(hex ? 1 : 0) != '+'
              && Character.isValidCodePoint(point)
              && Character.getType(point) != Character.SURROGATE
              && (point >= ' ' || SPACES.indexOf(point) >= 0);
      if (isCharacter) {
        read.add(Character.toString(point), at);
        at = behind;
      }
      return isCharacter;
    } catch (NumberFormatException unreadable) {
      return false;
    }
  }

  private String name() {
    int from = at;
    while (at < source.length() && isInName(source.charAt(at), at == from)) {
      copyTo(at + 1);
    }
    return source.substring(from, at);
  }

  private static boolean isInName(char c, boolean first) {
    return Character.isLetter(c)
        || c == '_'
        || c == ':'
        || Character.isSurrogate(c)
        || (!first && (Character.isDigit(c) || c == '-' || c == '.' || c == '\u00b7'));
  }

  private boolean space() {
    int from = at;
    while (at < source.length() && SPACES.indexOf(source.charAt(at)) >= 0) {
      copyTo(at + 1);
    }
    return at > from;
  }

  private boolean take(String expected) {
    if (!source.startsWith(expected, at)) {
      return false;
    }
    copyTo(at + expected.length());
    return true;
  }

  private void copyTo(int end) {
    read.copy(at, end);
    at = end;
  }
}
