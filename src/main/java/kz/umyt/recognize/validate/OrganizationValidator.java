package kz.umyt.recognize.validate;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import kz.umyt.recognize.text.Characters;
import kz.umyt.recognize.text.WordLists;
import kz.umyt.recognize.text.WordSet;

/**
 * The name of an organization beside its legal form (Civil Code of Kazakhstan, articles 34 and 38),
 * or where a label or a column's name calls it so. Words before the name are left out, and words
 * that cannot name an organization are refused.
 */
final class OrganizationValidator implements Validator {

  private static final WordLists WORDS = WordLists.of("organizations.txt");

  /** Legal forms, which stand before or after the name. */
  private static final WordSet FORMS = WORDS.words("legal forms");

  /** Those that stand before the name, as they are written. */
  private static final Set<String> BEFORE_NAMES = WORDS.set("forms before a name");

  /** The beginnings of words that stand beside a legal form without being a name. */
  private static final List<String> NO_NAMES = WORDS.list("no names");

  /** What people write into the field of an employer they do not have. */
  private static final WordSet NO_EMPLOYER = WORDS.words("no employer");

  private static final WordSet AFTER_TOO = WORDS.words("after too");

  /** What follows the name of a firm. */
  private static final WordSet KINDS_OF_FIRMS = WORDS.words("kinds of firms");

  private static final int STEM = 4;

  /** And a character before it. */
  private static final int LONGEST_FORM = 4;

  /** Whether a word in lower case is the short form of a legal form. */
  static boolean isLegalForm(String word) {
    return FORMS.contains(word);
  }

  /** Whether a word in lower case says that a firm bears the name before it. */
  static boolean isKindOfFirm(String word) {
    return KINDS_OF_FIRMS.contains(word);
  }

  @Override
  public Verdict judge(String text, int start, int end) {
    if (isNone(text, start, end) || isTied(text, end)) {
      return Verdict.refused(start, end);
    }
    int quote = quote(text, start, end);
    if (quote >= 0) {
      boolean refused =
          isNoneQuoted(text, quote, end) || (quote == start && isFormOfNext(text, end));
      return refused ? Verdict.refused(start, end) : Verdict.accepted(start, end);
    }
    int first = wordEnd(text, start, end);
    if (isEnglish(text, start, first, end)) {
      return Verdict.refused(start, end);
    }
    return isForm(text, start, first)
        ? judgeFormFirst(text, start, first, end)
        : judgeNameFirst(text, start, end);
  }

  /** {@code TOO Many Requests}. */
  private static boolean isEnglish(String text, int start, int first, int end) {
    int next = Math.min(first + 1, end);
    return text.startsWith("TOO ", start)
        && AFTER_TOO.contains(
            text.substring(next, wordEnd(text, next, end)).toLowerCase(Locale.ROOT));
  }

  private static boolean isNoneQuoted(String text, int quote, int end) {
    int last = wordEnd(text, quote + 1, end);
    boolean single = last < end && isQuote(text.charAt(last));
    return single && isNone(text, quote + 1, last);
  }

  private static Verdict judgeFormFirst(String text, int start, int afterForm, int end) {
    int name = Math.min(afterForm + 1, end);
    return isNoName(text, name, wordEnd(text, name, end))
        ? Verdict.refused(start, end)
        : Verdict.accepted(start, end);
  }

  /** Leaves out the words before the name. */
  private static Verdict judgeNameFirst(String text, int start, int end) {
    int from = start;
    while (from < end && isBeforeName(text, start, from, wordEnd(text, from, end))) {
      from = wordEnd(text, from, end);
      while (from < end && !Character.isLetterOrDigit(text.charAt(from))) {
        from++;
      }
    }
    boolean formAlone = from >= end || isForm(text, from, wordEnd(text, from, end));
    return formAlone || isFormOfNext(text, end)
        ? Verdict.refusedUntil(start + 1)
        : Verdict.accepted(from, end);
  }

  /** A word that names nothing, and after one a number: {@code Vol. 3}. */
  private static boolean isBeforeName(String text, int start, int from, int to) {
    return isNoName(text, from, to) || (from > start && Characters.isOfDigits(text, from, to));
  }

  private static boolean isForm(String text, int from, int to) {
    return isLegalForm(text.substring(from, to).toLowerCase(Locale.ROOT));
  }

  private static boolean isNone(String text, int from, int to) {
    String value = text.substring(from, to).strip().toLowerCase(Locale.ROOT);
    return FieldText.isNothing(value) || isLegalForm(value) || NO_EMPLOYER.contains(value);
  }

  /**
   * A part of a longer name, of an address or of a number: {@code АО-200}, {@code bereke-llp.kz}.
   */
  private static boolean isTied(String text, int end) {
    return end + 1 < text.length()
        && "@_/".indexOf(text.charAt(end)) >= 0
        && Character.isLetterOrDigit(text.charAt(end + 1));
  }

  /** {@code Директор ТОО «Береке»}: the form stands before the next name. */
  private static boolean isFormOfNext(String text, int end) {
    int at = end;
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    if (at == end || at + 1 >= text.length() || !isRussianForm(text, end)) {
      return false;
    }
    char c = text.charAt(at);
    return isQuote(c) || Character.isUpperCase(c);
  }

  private static boolean isRussianForm(String text, int end) {
    int least = Math.max(0, end - LONGEST_FORM);
    return BEFORE_NAMES.contains(
        text.substring(Surroundings.startOfWordBefore(text, end, least), end));
  }

  /** The first quotation mark, or -1. */
  private static int quote(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (isQuote(text.charAt(i)) || text.startsWith("&quot;", i) || text.startsWith("&laq", i)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isQuote(char c) {
    return "«»\"“”„".indexOf(c) >= 0;
  }

  private static boolean isNoName(String text, int from, int to) {
    String word = text.substring(from, to).toLowerCase(Locale.ROOT);
    for (String stem : NO_NAMES) {
      if (stem.length() < STEM ? word.equals(stem) : word.startsWith(stem)) {
        return true;
      }
    }
    return false;
  }

  private static int wordEnd(String text, int from, int end) {
    int at = from;
    while (at < end && Character.isLetterOrDigit(text.charAt(at))) {
      at++;
    }
    return at;
  }
}
