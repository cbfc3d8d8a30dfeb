package kz.umyt.recognize.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Surname, given name and patronymic in three cells of a row, parted by the same sign: {@code
 * Сергеев;Данияр;Маратович}. Lists of words have that form, too, so that each part must be known.
 */
final class CellNameValidator implements Validator {

  private static final String SIGNS = "\t;,|";
  private static final int PARTS = 3;

  @Override
  public Verdict judge(String text, int start, int end) {
    List<String> words = new ArrayList<>(PARTS);
    char sign = '\0';
    int from = start;
    for (int i = start; i <= end; i++) {
      if (i == end || SIGNS.indexOf(text.charAt(i)) >= 0) {
        if (i < end && !words.isEmpty() && text.charAt(i) != sign) {
          return Verdict.refused(start, end);
        }
        sign = i < end ? text.charAt(i) : sign;
        words.add(
            text.substring(from, i).replace("\"", "").toLowerCase(Locale.ROOT).replace('ё', 'е'));
        from = i + 1;
      }
    }
    return isName(words) ? Verdict.accepted(start, end) : Verdict.refused(start, end);
  }

  private static boolean isName(List<String> words) {
    return words.size() == PARTS
        && words.stream().noneMatch(PersonNames::isOther)
        && PersonNames.isGiven(words.get(1))
        && PersonNames.patronymic(words.get(2)) == PersonNames.Patronymic.YES;
  }
}
