package kz.umyt.report;

/**
 * Keeps a cell of ours from being a formula. Spreadsheets run what begins with {@code = + - @}, the
 * same in full width, a tab or a line end; an apostrophe before it makes it text (OWASP, "CSV
 * Injection"). A table may be named by anybody, and a masked telephone number begins with a plus.
 */
final class SpreadsheetText {

  private static final String STARTERS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

  private SpreadsheetText() {}

  /** The text, with an apostrophe before it where it could be a formula, and nothing hidden. */
  static String of(String text) {
    String shown = VisibleControls.of(text);
    boolean formula = !shown.isEmpty() && STARTERS.indexOf(shown.charAt(0)) >= 0;
    return formula ? "'" + shown : shown;
  }
}
