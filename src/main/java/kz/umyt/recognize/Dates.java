package kz.umyt.recognize;

/** Tells dates, which many fields hold instead of what their label says. */
final class Dates {

  private static final String ISO = "0000-00-00";

  private Dates() {}

  /** Whether a span starts as ISO 8601 writes a day. */
  static boolean isIso(String text, int start, int end) {
    if (end - start < ISO.length()) {
      return false;
    }
    for (int i = 0; i < ISO.length(); i++) {
      char c = text.charAt(start + i);
      if (ISO.charAt(i) == '-' ? c != '-' : !Characters.isDigit(c)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a span is of digits and the signs of dates, times and versions only. */
  static boolean isOfNumbers(String text, int start, int end) {
    boolean parted = false;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      boolean sign = c == '.' || c == '-' || c == ':' || c == '/';
      if (!sign && !Characters.isDigit(c)) {
        return false;
      }
      parted |= sign;
    }
    return parted;
  }
}
