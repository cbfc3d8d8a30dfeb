package kz.umyt.source.csv;

import java.util.List;

/**
 * Cells that are written so that a spreadsheet takes them for text: {@code ="0123"}, or an
 * apostrophe before a digit or before {@code = + - @}. Their value is what is inside.
 */
public final class CellGuard {

  private static final char APOSTROPHE = '\'';
  private static final String OPENING = "=\"";
  private static final char CLOSING = '"';
  private static final String STARTERS = "=+-@";

  private CellGuard() {}

  /** The value inside a guarded cell; any other cell as it is. */
  public static String inside(String cell) {
    if (cell.length() < 2) {
      return cell;
    }
    char first = cell.charAt(0);
    if (first == APOSTROPHE && isGuarded(cell.charAt(1))) {
      return cell.substring(1);
    }
    if (first == OPENING.charAt(0) && isFormula(cell)) {
      return cell.substring(OPENING.length(), cell.length() - 1);
    }
    return cell;
  }

  /** A value that is to be written, without whatever would be read as a guard of it. */
  public static String plain(String value) {
    String plain = value;
    String inside = inside(plain);
    while (!inside.equals(plain)) {
      plain = inside;
      inside = inside(plain);
    }
    return plain;
  }

  /**
   * What stands in a cell that was guarded and gets a plain value; it must not become a formula.
   */
  static String guarded(String plain) {
    boolean needed = !plain.isEmpty() && STARTERS.indexOf(plain.charAt(0)) >= 0;
    return needed ? APOSTROPHE + plain : plain;
  }

  static List<String> inside(List<String> cells) {
    for (String cell : cells) {
      if (!cell.isEmpty() && (cell.charAt(0) == APOSTROPHE || cell.charAt(0) == '=')) {
        return cells.stream().map(CellGuard::inside).toList();
      }
    }
    return cells;
  }

  private static boolean isGuarded(char character) {
    return (character >= '0' && character <= '9') || STARTERS.indexOf(character) >= 0;
  }

  private static boolean isFormula(String cell) {
    int last = cell.length() - 1;
    return cell.startsWith(OPENING)
        && last >= OPENING.length()
        && cell.indexOf(CLOSING, OPENING.length()) == last;
  }
}
