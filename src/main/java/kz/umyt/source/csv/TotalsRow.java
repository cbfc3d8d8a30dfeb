package kz.umyt.source.csv;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Recognizes the line of sums below the rows or between groups of them, as accounting programs
 * write it: no record. What is not clearly one is a row like any other, since a row that is taken
 * for a sum would never be destroyed.
 */
final class TotalsRow {

  private static final List<String> WORDS = List.of("итого", "всего", "барлығы", "жиыны", "total");

  /** More digits in the text behind the word may be somebody's number. */
  private static final int MOST_DIGITS_BESIDE = 6;

  /** As many digits without any mark between them may be somebody's number. */
  private static final int MOST_DIGITS_PLAIN = 9;

  /** An IIN has twelve. */
  private static final int MOST_DIGITS = 11;

  private static final int GROUP = 3;

  private TotalsRow() {}

  /** Whether these cells are no record; never in a file of one column. */
  static boolean is(List<String> cells, CsvFormat format) {
    int first = firstFilled(cells);
    if (first == cells.size() || format.header().size() < 2) {
      return false;
    }
    String text = HeaderName.trim(cells.get(first));
    String beside = beside(text);
    if (beside == null || !isHarmless(beside)) {
      return false;
    }
    boolean counts = hasDigit(beside);
    for (String cell : cells.subList(first + 1, cells.size())) {
      String amount = HeaderName.trim(cell);
      if (!amount.isEmpty() && !isAmount(amount)) {
        return false;
      }
      counts |= hasDigit(amount);
    }
    return counts || beside.isEmpty() || beside.equals(":");
  }

  private static int firstFilled(List<String> cells) {
    int first = 0;
    while (first < cells.size() && HeaderName.trim(cells.get(first)).isEmpty()) {
      first++;
    }
    return first;
  }

  /** What stands behind the word, or null if the text does not begin with one. */
  private static @Nullable String beside(String text) {
    for (String word : WORDS) {
      if (text.regionMatches(true, 0, word, 0, word.length())) {
        String rest = text.substring(word.length());
        if (rest.isEmpty() || rest.charAt(0) == ':' || HeaderName.isBlank(rest.charAt(0))) {
          return HeaderName.trim(rest);
        }
      }
    }
    return null;
  }

  /** «Итого по контрагенту Иванов» would name somebody. */
  private static boolean isHarmless(String beside) {
    int digits = 0;
    for (int i = 0; i < beside.length(); i++) {
      char character = beside.charAt(i);
      if (Character.isUpperCase(character) || Character.isTitleCase(character)) {
        return false;
      }
      digits += Character.isDigit(character) ? 1 : 0;
    }
    return digits <= MOST_DIGITS_BESIDE;
  }

  private static boolean hasDigit(String text) {
    return text.chars().anyMatch(Character::isDigit);
  }

  /**
   * Digits in groups of three or in one piece, with two decimals at most; or a dash for nothing.
   */
  static boolean isAmount(String text) {
    int start = isMinus(text.charAt(0)) || text.equals("—") ? 1 : 0;
    int end = text.length();
    if (start == end) {
      return true;
    }
    int decimals = decimals(text);
    int whole = decimals == 0 ? end : end - decimals - 1;
    int digits = 0;
    int inGroup = 0;
    boolean grouped = false;
    for (int i = start; i < whole; i++) {
      char character = text.charAt(i);
      if (isDigit(character)) {
        digits++;
        inGroup++;
      } else if (isGroupMark(character) && (grouped ? inGroup == GROUP : isFirstGroup(inGroup))) {
        grouped = true;
        inGroup = 0;
      } else {
        return false;
      }
    }
    boolean wellEnded = grouped ? inGroup == GROUP : inGroup > 0;
    boolean plain = !grouped && decimals == 0;
    return wellEnded && digits <= (plain ? MOST_DIGITS_PLAIN : MOST_DIGITS);
  }

  private static boolean isFirstGroup(int digits) {
    return digits >= 1 && digits <= GROUP;
  }

  /** How many digits, one or two, stand behind a comma or dot near the end; 0 if none. */
  private static int decimals(String text) {
    for (int decimals = 1; decimals <= 2; decimals++) {
      int mark = text.length() - decimals - 1;
      if (mark > 0 && isDigit(text.charAt(text.length() - decimals))) {
        if (text.charAt(mark) == ',' || text.charAt(mark) == '.') {
          return decimals;
        }
      } else {
        return 0;
      }
    }
    return 0;
  }

  private static boolean isMinus(char character) {
    return character == '-' || character == '\u2212';
  }

  private static boolean isGroupMark(char character) {
    return character == ' '
        || character == '\u00A0'
        || character == '\u202F'
        || character == '\u2009'
        || character == ',';
  }

  private static boolean isDigit(char character) {
    return character >= '0' && character <= '9';
  }
}
