package kz.umyt.anonymize;

/** How a text is written where it stands, so that the document around it stays what it is. */
enum Writing {
  PLAIN,
  /** Between quotation marks (RFC 8259, section 7). */
  JSON_STRING,
  /** A number, which becomes a string where something else takes its place. */
  JSON_NUMBER,
  /** Between tags (XML 1.0, section 2.4). */
  XML_TEXT,
  /** Between quotation marks of either kind. */
  XML_ATTRIBUTE,
  /** In a section that knows no escapes. */
  XML_CDATA,
  /** In a comment, which may not hold two hyphens together. */
  XML_COMMENT;

  private static final int SPACE = 0x20;

  /** The text, escaped; what cannot stand there in any form is left out. */
  String of(String text) {
    if (this == PLAIN) {
      return text;
    }
    StringBuilder written = new StringBuilder(text.length());
    for (int at = 0; at < text.length(); at++) {
      add(text.charAt(at), written);
    }
    return written.toString();
  }

  private void add(char c, StringBuilder written) {
    switch (this) {
      case PLAIN -> written.append(c);
      case JSON_STRING, JSON_NUMBER -> {
        if (c < SPACE) {
          written.append("\\u%04x".formatted((int) c));
        } else {
          written.append(c == '"' || c == '\\' ? "\\" : "").append(c);
        }
      }
      case XML_TEXT, XML_ATTRIBUTE -> {
        if (c == '\t' || c == '\n' || c == '\r' || "&<>\"'".indexOf(c) >= 0) {
          written.append("&#").append((int) c).append(';');
        } else if (isXml(c)) {
          written.append(c);
        }
      }
      case XML_CDATA -> {
        // Behind two brackets this sign ends the section.
        boolean mayEnd =
            c == '>' && (written.length() == 0 || written.charAt(written.length() - 1) == ']');
        if (!mayEnd && isXml(c)) {
          written.append(c);
        }
      }
      case XML_COMMENT -> {
        if (c != '-' && isXml(c)) {
          written.append(c);
        }
      }
    }
  }

  private static boolean isXml(char c) {
    return (c >= SPACE || c == '\t' || c == '\n' || c == '\r') && c < '\ufffe';
  }
}
