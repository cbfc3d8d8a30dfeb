package kz.umyt.recognize.validate;

import java.util.List;
import kz.umyt.recognize.text.Characters;

/**
 * A telephone number as people write it in a country that is not known, so that no numbering plan
 * can judge it: neither a date nor an amount in groups of thousands.
 */
final class NationalPhoneValidator implements Validator {

  /** Of a small country, without a trunk digit. */
  private static final int LEAST_DIGITS = 6;

  /** E.164. */
  private static final int MOST_DIGITS = 15;

  /** What an amount of money rarely reaches. */
  private static final int BEYOND_AMOUNTS = 9;

  private static final List<String> DATES = List.of("4-2-2", "2-2-4", "4.2.2", "2.2.4", "2.2.2");

  @Override
  public Verdict judge(String text, int start, int end) {
    StringBuilder form = new StringBuilder();
    int digits = 0;
    int group = 0;
    boolean signs = false;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (Characters.isDigit(c)) {
        digits++;
        group++;
      } else if (group > 0) {
        form.append(group).append(c);
        group = 0;
        signs = true;
      }
    }
    String groups = form.append(group).toString();
    boolean written = signs || text.charAt(start) == '0';
    return !written
            || digits < LEAST_DIGITS
            || digits > MOST_DIGITS
            || DATES.contains(groups)
            || isAmount(groups, digits, text.charAt(start))
        ? Verdict.refused(start, end)
        : Verdict.accepted(start, end);
  }

  /** {@code 1 250 000}. */
  private static boolean isAmount(String groups, int digits, char first) {
    return digits < BEYOND_AMOUNTS
        && Characters.isDigit(first)
        && first != '0'
        && List.of("1 3 3", "2 3 3", "3 3").contains(groups);
  }
}
