package kz.umyt.recognize.validate;

import java.util.List;
import java.util.Locale;
import kz.umyt.recognize.text.Characters;
import kz.umyt.recognize.text.WordLists;
import kz.umyt.recognize.text.WordSet;

/**
 * A street, with or without a house, in the written forms of {@link AddressParts}: grows by the
 * parts of the address beside it, and is none where the number counts something else.
 */
final class AddressValidator implements Validator {

  private static final WordLists WORDS = WordLists.of("address.txt");

  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2100;

  private static final int LEAST_LETTERS = 6;

  private static final Endings CASES = new Endings(WORDS.list("endings of cases"));

  private static final WordSet FIRST_WORDS = WORDS.words("first words of sentences");

  /** What follows the last part, so that it is no house: {@code ул. Абая 10 марта}. */
  private static final WordSet UNITS = WORDS.words("units");

  /** The same with any ending: months in Kazakh and people. */
  private static final List<String> UNIT_STEMS = WORDS.list("stems of units");

  private final AddressParts parts;

  AddressValidator(AddressParts parts) {
    this.parts = parts;
  }

  @Override
  public Verdict judge(String text, int start, int end) {
    boolean numbered = Character.isDigit(text.charAt(end - 1)) || isHouseLetter(text, start, end);
    if (numbered && isCount(text, end)) {
      return Verdict.refusedUntil(end);
    }
    int from = parts.start(text, nameStart(text, start, end));
    int to = parts.end(text, end);
    boolean alone = from == start && to == end;
    if (alone && (isYear(text, end - 4, end) || isYear(text, start, start + 4))) {
      return Verdict.refusedUntil(end);
    }
    return Verdict.accepted(from, to);
  }

  /**
   * Leaves out the first word of a sentence before a name: in Kazakh an ending of its case tells,
   * {@code Тапсырысты Наурызбай батыр көшесі 17}.
   */
  private static int nameStart(String text, int start, int end) {
    int last = start;
    while (last < end && Character.isLetter(text.charAt(last))) {
      last++;
    }
    boolean two =
        last + 1 < end && text.charAt(last) == ' ' && Character.isUpperCase(text.charAt(last + 1));
    if (!two) {
      return start;
    }
    String word = text.substring(start, last).toLowerCase(Locale.ROOT);
    boolean ended = word.length() >= LEAST_LETTERS && CASES.end(word, 0);
    return ended || FIRST_WORDS.contains(word) ? last + 1 : start;
  }

  private static boolean isHouseLetter(String text, int start, int end) {
    return end - 2 >= start && Characters.isDigit(text.charAt(end - 2));
  }

  private static boolean isYear(String text, int from, int to) {
    if (from < 0 || to > text.length()) {
      return false;
    }
    int year = 0;
    for (int i = from; i < to; i++) {
      if (!Characters.isDigit(text.charAt(i))) {
        return false;
      }
      year = year * 10 + text.charAt(i) - '0';
    }
    boolean whole =
        (from == 0 || !Characters.isDigit(text.charAt(from - 1)))
            && (to == text.length() || !Characters.isDigit(text.charAt(to)));
    return whole && year >= FIRST_YEAR && year < LAST_YEAR;
  }

  /** Whether the number that ends at {@code end} counts something instead of naming a house. */
  private static boolean isCount(String text, int end) {
    if (end >= text.length()) {
      return false;
    }
    char c = text.charAt(end);
    if (c == '%' || c == '*' || c == ':' || c == '+') {
      return end + 1 < text.length() && (c != ':' || Characters.isDigit(text.charAt(end + 1)));
    }
    if (c == '.' || c == ',') {
      return end + 1 < text.length() && Characters.isDigit(text.charAt(end + 1)) && c == '.';
    }
    int at = end;
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '-')) {
      at++;
    }
    int to = at;
    while (to < text.length() && to - at < 12 && Character.isLetter(text.charAt(to))) {
      to++;
    }
    if (at == to) {
      return false;
    }
    String word = text.substring(at, to).toLowerCase(Locale.ROOT);
    return UNITS.contains(word) || UNIT_STEMS.stream().anyMatch(word::startsWith);
  }
}
