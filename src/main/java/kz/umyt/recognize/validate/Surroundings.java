package kz.umyt.recognize.validate;

import java.util.List;
import java.util.Set;
import kz.umyt.recognize.text.Characters;
import kz.umyt.recognize.text.WordLists;
import kz.umyt.recognize.text.Words;

/** What stands directly beside a candidate, where it changes what the candidate is. */
final class Surroundings {

  private static final int LONGEST_LABEL = 40;
  private static final int SHORTEST_DIGEST = 16;

  /** A hyphen and four digits. */
  private static final int GROUP = 5;

  /** The length of {@code 123e4567-e89b-12d3-a456-426614174000}. */
  private static final int UUID = 36;

  private static final WordLists WORDS = WordLists.of("numbers.txt");

  /** Currencies and measures. */
  private static final Set<String> UNITS = WORDS.set("units");

  private Surroundings() {}

  /** Whether a span is all of its text, as the value of a cell is. */
  static boolean isWholeText(String text, int start, int end) {
    return start == 0 && end == text.length();
  }

  /** Whether one of these signs joins a number to more digits, on either side. */
  static boolean isJoined(String text, int start, int end, String signs) {
    for (int i = 0; i < signs.length(); i++) {
      if (follows(text, start, signs.charAt(i)) || precedes(text, end, signs.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** Whether a currency, a unit or a percent sign says that a number is an amount. */
  static boolean isAmount(String text, int start, int end) {
    char after = signAfter(text, end);
    return "₸₽€$%".indexOf(after) >= 0
        || "₸₽€$".indexOf(signBefore(text, start)) >= 0
        || (Words.isWordPart(after) && wordsAfter(text, end, 1).stream().anyMatch(UNITS::contains));
  }

  /** Whether a number is a part of a decimal, a version or another number with points. */
  static boolean isPointed(String text, int start, int end) {
    return isJoined(text, start, end, ".");
  }

  /**
   * Whether a spreadsheet or a program took an identifier for a number and wrote it as one: {@code
   * 870101300128.0}.
   */
  static boolean isFloat(String text, int start, int end) {
    return text.startsWith(".0", end)
        && !follows(text, start, '.')
        && (end + 2 == text.length() || !isOfNumberOrWord(text.charAt(end + 2)));
  }

  private static boolean isOfNumberOrWord(char c) {
    return c == '.' || Characters.isDigit(c) || Words.isWordPart(c);
  }

  /** Whether a digit and then {@code sign} stand right before. */
  static boolean follows(String text, int start, char sign) {
    return start >= 2
        && text.charAt(start - 1) == sign
        && Characters.isDigit(text.charAt(start - 2));
  }

  /** Whether {@code sign} and then a digit stand right after. */
  static boolean precedes(String text, int end, char sign) {
    return end + 1 < text.length()
        && text.charAt(end) == sign
        && Characters.isDigit(text.charAt(end + 1));
  }

  /** Whether the empty hundredths of an amount follow: {@code 950106310000,00}. */
  static boolean isAmount(String text, int end) {
    return text.startsWith(",00", end)
        && (end + 3 == text.length() || !Words.isWordPart(text.charAt(end + 3)));
  }

  /** Whether a number is a part of a longer one: {@code -1234-5678} follows or precedes. */
  static boolean isHyphenatedOn(String text, int start, int end) {
    boolean after = isGroup(text, end) && isGroup(text, end + GROUP) && !isDigitAt(text, end + 10);
    boolean before =
        isGroup(text, start - 6)
            && start >= 10
            && text.charAt(start - 1) == '-'
            && Characters.isOfDigits(text, start - 10, start - 6)
            && !isDigitAt(text, start - 11);
    return after || before;
  }

  /** Whether a hyphen and four digits stand at an offset, which may lie outside. */
  private static boolean isGroup(String text, int at) {
    return at >= 0
        && at + GROUP <= text.length()
        && text.charAt(at) == '-'
        && Characters.isOfDigits(text, at + 1, at + GROUP);
  }

  private static boolean isDigitAt(String text, int at) {
    return at >= 0 && at < text.length() && Characters.isDigit(text.charAt(at));
  }

  /** Whether digits are a part of a digest, of a UUID or of a number such as {@code 0x1F}. */
  static boolean isHexadecimal(String text, int start, int end) {
    int from = start;
    boolean letters = false;
    while (from > 0 && Characters.isHex(text.charAt(from - 1))) {
      from--;
      letters |= Characters.isLatin(text.charAt(from));
    }
    int to = end;
    while (to < text.length() && Characters.isHex(text.charAt(to))) {
      letters |= Characters.isLatin(text.charAt(to));
      to++;
    }
    if (text.startsWith("0x", from - 2) && !isWordAt(text, to)) {
      return true;
    }
    boolean whole = !isWordAt(text, from - 1) && !isWordAt(text, to);
    return (whole && letters && to - from >= SHORTEST_DIGEST) || isInUuid(text, from, to);
  }

  /** Whether a span lies within the hexadecimal groups of {@code 8-4-4-4-12}. */
  static boolean isInUuid(String text, int start, int end) {
    int first = start;
    while (first > 0 && end - first < UUID && isOfUuid(text.charAt(first - 1))) {
      first--;
    }
    int limit = end;
    while (limit < text.length() && limit - start < UUID && isOfUuid(text.charAt(limit))) {
      limit++;
    }
    for (int from = first; from <= Math.min(start, limit - UUID); from++) {
      if (isUuid(text, from)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOfUuid(char c) {
    return c == '-' || Characters.isHex(c);
  }

  private static boolean isUuid(String text, int from) {
    for (int i = 0; i < UUID; i++) {
      char c = text.charAt(from + i);
      boolean hyphen = i == 8 || i == 13 || i == 18 || i == 23;
      if (hyphen ? c != '-' : !Characters.isHex(c)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a letter stands at an offset, which may lie outside of the text. */
  static boolean isWordAt(String text, int at) {
    return at >= 0 && at < text.length() && Words.isWordPart(text.charAt(at));
  }

  /** The last words before, on the same line and near. */
  static List<String> wordsBefore(String text, int start) {
    return Words.of(text, leastBefore(text, start), start);
  }

  /** How far back the same line reaches, and near. */
  private static int leastBefore(String text, int start) {
    int from = Math.max(0, start - LONGEST_LABEL);
    for (int i = start - 1; i >= from; i--) {
      if (text.charAt(i) == '\n') {
        from = i + 1;
      }
    }
    return from;
  }

  /** The last two words before, on the same line and near, or fewer. */
  static List<String> lastWordsBefore(String text, int start) {
    int least = leastBefore(text, start);
    int last = startOfWordBefore(text, start, least);
    return Words.of(text, startOfWordBefore(text, last, least), start);
  }

  /** Where the last word before an offset starts, or {@code least} if none stands after that. */
  static int startOfWordBefore(String text, int end, int least) {
    int at = end;
    while (at > least && !Words.isWordPart(text.charAt(at - 1))) {
      at--;
    }
    while (at > least && Words.isWordPart(text.charAt(at - 1))) {
      at--;
    }
    return at;
  }

  /** The first words after, near. */
  static List<String> wordsAfter(String text, int end) {
    return Words.of(text, end, Math.min(text.length(), end + LONGEST_LABEL));
  }

  /** The first words after, near, {@code most} at the most. */
  static List<String> wordsAfter(String text, int end, int most) {
    return Words.of(text, end, Math.min(text.length(), end + LONGEST_LABEL), most);
  }

  /** Whether asterisks or dots of a mask touch the span. */
  static boolean isMasked(String text, int start, int end) {
    return isMask(text, start - 1) || isMask(text, end);
  }

  /** The same, but not both sides, which is how bold print is written: {@code **4400…**}. */
  static boolean isMaskedOnOneSide(String text, int start, int end) {
    return isMask(text, start - 1) != isMask(text, end);
  }

  /** Whether an asterisk or a dot of a mask stands at an offset, which may lie outside. */
  static boolean isMask(String text, int at) {
    return at >= 0 && at < text.length() && "*•●".indexOf(text.charAt(at)) >= 0;
  }

  /** The first character that is not a space, or 0 at the end of the text. */
  static char signAfter(String text, int end) {
    int at = end;
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    return at < text.length() ? text.charAt(at) : '\0';
  }

  /** The last character that is not a space, or 0 at the start of the text. */
  static char signBefore(String text, int start) {
    int at = start - 1;
    while (at >= 0 && text.charAt(at) == ' ') {
      at--;
    }
    return at >= 0 ? text.charAt(at) : '\0';
  }
}
