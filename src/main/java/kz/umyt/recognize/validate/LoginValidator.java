package kz.umyt.recognize.validate;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import kz.umyt.recognize.text.Characters;
import kz.umyt.recognize.text.WordLists;
import kz.umyt.recognize.text.Words;

/**
 * Login name after its label. Words of sentences and of forms, states, types and the accounts that
 * belong to no person, such as {@code root}, are not; telephone numbers, identification numbers and
 * e-mail addresses that serve as logins are left to their own recognizers.
 */
final class LoginValidator implements Validator {

  private static final WordLists WORDS = WordLists.of("no-values.txt");

  private static final int LEAST = 2;
  private static final int SHORTEST_NUMBER = 5;
  private static final int LONGEST_NUMBER = 9;

  /** Accounts of systems. */
  private static final Set<String> NOBODY = WORDS.set("accounts of systems");

  /** What an account is with, as in {@code аккаунт example.kz}. */
  private static final List<String> DOMAINS = List.of(".kz", ".ru", ".com", ".net", ".org");

  private static final List<String> FILES = List.of(".php", ".html", ".jsp", ".aspx", ".js");

  @Override
  public Verdict judge(String text, int start, int end) {
    int to = end;
    while (to > start && ".-_\\".indexOf(text.charAt(to - 1)) >= 0) {
      to--;
    }
    return isLogin(text, start, to) ? Verdict.accepted(start, to) : Verdict.refused(start, end);
  }

  private static boolean isLogin(String text, int start, int end) {
    if (end - start < LEAST
        || Surroundings.isMasked(text, start, end)
        || FieldText.isCode(text, end)
        || isAddress(text, end)
        || Dates.isOfNumbers(text, start, end)) {
      return false;
    }
    String lower = text.substring(start, end).toLowerCase(Locale.ROOT);
    if (FieldText.isNoValue(lower) || NOBODY.contains(lower)) {
      return false;
    }
    if (Characters.isOfDigits(text, start, end)) {
      return end - start >= SHORTEST_NUMBER && end - start <= LONGEST_NUMBER;
    }
    if (FILES.stream().anyMatch(lower::endsWith)) {
      return false;
    }
    if (Surroundings.isWholeText(text, start, end) || Characters.hasDigit(text, start, end)) {
      return true;
    }
    return DOMAINS.stream().noneMatch(lower::endsWith)
        && !isCyrillicWord(text, start, end)
        && !FieldText.isInSentence(text, start, end);
  }

  private static boolean isAddress(String text, int end) {
    return end + 1 < text.length()
        && text.charAt(end) == '@'
        && Character.isLetterOrDigit(text.charAt(end + 1));
  }

  /** Cyrillic letters without the points, lines or capitals inside, as {@code ИвановАА} has. */
  private static boolean isCyrillicWord(String text, int start, int end) {
    boolean name = false;
    for (int i = start + 1; i < end; i++) {
      char c = text.charAt(i);
      boolean capital = Character.isUpperCase(c) && Character.isLowerCase(text.charAt(i - 1));
      name |= capital || c == '.' || c == '_';
    }
    return Words.isCyrillic(text, start, end) && !name;
  }
}
