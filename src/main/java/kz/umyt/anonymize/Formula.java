package kz.umyt.anonymize;

/**
 * Text that a spreadsheet would run as a formula when somebody opens an export (CSV injection,
 * CWE-1236).
 */
final class Formula {
  private static final String OPENING = "=+-@\t\r";

  private Formula() {}

  static boolean opens(String text) {
    return !text.isEmpty() && OPENING.indexOf(text.charAt(0)) >= 0;
  }

  static boolean opens(char first) {
    return OPENING.indexOf(first) >= 0;
  }
}
