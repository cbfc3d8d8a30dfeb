package kz.umyt.recognize.text;

/** What a character is, asked millions of times a second. */
public final class Characters {

  private Characters() {}

  /** Whether it is one of the ASCII digits. */
  public static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** Whether it is one of the ASCII letters. */
  public static boolean isLatin(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  /** The same as {@link Character#toLowerCase(char)}, without its tables for the usual letters. */
  public static char lower(char c) {
    if (c < 128) {
      return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
    }
    if (c < '\u0400' || c > '\u045F') {
      return Character.toLowerCase(c);
    }
    if (c >= '\u0430') {
      return c;
    }
    return (char) (c + (c >= '\u0410' ? 32 : 80));
  }

  /** The same as {@link Character#isUpperCase(char)}. */
  public static boolean isUpperCase(char c) {
    if (c < 128) {
      return c >= 'A' && c <= 'Z';
    }
    return (c >= '\u0400' && c <= '\u045F') ? c < '\u0430' : Character.isUpperCase(c);
  }

  /** The same as {@link Character#isLetter(char)}. */
  public static boolean isLetter(char c) {
    if (c < 128) {
      return isLatin(c);
    }
    return (c >= '\u0400' && c <= '\u0481') || Character.isLetter(c);
  }

  /** The same as {@link Character#isLetterOrDigit(char)}. */
  public static boolean isLetterOrDigit(char c) {
    if (c < 128) {
      return isLatin(c) || isDigit(c);
    }
    return (c >= '\u0400' && c <= '\u0481') || Character.isLetterOrDigit(c);
  }

  /** Whether it is a hexadecimal digit. */
  public static boolean isHex(char c) {
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  }

  /** Whether a part of a text has an ASCII digit. */
  public static boolean hasDigit(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (isDigit(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** Whether a part of a text has nothing but ASCII digits. */
  public static boolean isOfDigits(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (!isDigit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
