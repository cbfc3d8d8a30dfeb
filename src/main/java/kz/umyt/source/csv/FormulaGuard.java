package kz.umyt.source.csv;

/**
 * Keeps a rewritten file from carrying a formula that its original did not have: spreadsheets run a
 * cell that begins with {@code = + - @}, a tab or a line end (OWASP, "CSV Injection").
 */
public final class FormulaGuard {

  private static final String STARTERS = "=+-@\t\r\n";

  private FormulaGuard() {}

  /** True if a cell must not change from the old value to the new one. */
  public static boolean refuses(String oldValue, String newValue) {
    return startsFormula(newValue) && !startsFormula(oldValue);
  }

  private static boolean startsFormula(String value) {
    return !value.isEmpty() && STARTERS.indexOf(value.charAt(0)) >= 0;
  }
}
