package kz.umyt.recognize.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import kz.umyt.recognize.text.Characters;
import kz.umyt.recognize.text.WordLists;

/**
 * A word or number of a postal address.
 *
 * @param lower itself in lower case
 * @param broken whether a sign that parts sentences stands before
 */
record AddressToken(
    int start, int end, String lower, boolean capital, boolean number, boolean broken) {

  private static final WordLists WORDS = WordLists.of("address.txt");
  private static final int MOST = 80;
  private static final int LONGEST_HOUSE = 4;
  private static final int POSTAL_DIGITS = 6;

  private static final Set<String> BEFORE_NAME = WORDS.set("before a name");
  private static final Set<String> AFTER_NAME = WORDS.set("after a name");
  private static final Set<String> EITHER_SIDE = WORDS.set("on either side");
  private static final Set<String> BEFORE_NUMBER = WORDS.set("before a number");
  private static final Set<String> AFTER_NUMBER = WORDS.set("after a number");
  private static final Set<String> INSIDE_NAME = WORDS.set("inside a name");

  /** The words and numbers of a part of a text, 80 at the most. */
  static List<AddressToken> read(String text, int from, int to) {
    List<AddressToken> tokens = new ArrayList<>();
    int at = from;
    boolean broken = false;
    while (at < to && tokens.size() < MOST) {
      char c = text.charAt(at);
      if (!isPart(c)) {
        broken |= breaks(text, at, tokens);
        at++;
        continue;
      }
      int start = at;
      while (at < to && (isPart(text.charAt(at)) || isInner(text, at, to))) {
        at++;
      }
      String lower = text.substring(start, at).toLowerCase(Locale.ROOT);
      boolean number = Characters.isDigit(c) || isNewPostalCode(lower);
      tokens.add(new AddressToken(start, at, lower, Character.isUpperCase(c), number, broken));
      broken = false;
    }
    return tokens;
  }

  /** Whether a character is of a word or a number. */
  static boolean isPart(char c) {
    return Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
  }

  private static boolean isInner(String text, int at, int to) {
    return "-/'’".indexOf(text.charAt(at)) >= 0 && at + 1 < to && isPart(text.charAt(at + 1));
  }

  /** Whether a sign cannot stand inside an address; a point may, after what is shortened. */
  private static boolean breaks(String text, int at, List<AddressToken> tokens) {
    char c = text.charAt(at);
    if (c == ' ' || c == ',' || c == '№' || c == '#' || c == '-') {
      return false;
    }
    if (c != '.' || tokens.isEmpty()) {
      return true;
    }
    AddressToken last = tokens.get(tokens.size() - 1);
    return last.end() != at || !(last.lower.length() == 1 || last.isMarker());
  }

  /** The form of 2015: {@code A15E2M1}. */
  private static boolean isNewPostalCode(String lower) {
    return lower.length() == 7
        && Characters.isLatin(lower.charAt(0))
        && Characters.isDigit(lower.charAt(1))
        && Characters.isDigit(lower.charAt(2))
        && Characters.isLatin(lower.charAt(3))
        && Characters.isDigit(lower.charAt(4))
        && Characters.isLatin(lower.charAt(5))
        && Characters.isDigit(lower.charAt(6));
  }

  /** A name follows: {@code г. Алматы}. */
  boolean isBeforeName() {
    return BEFORE_NAME.contains(lower);
  }

  /** It follows a name: {@code Алматы қ.} */
  boolean isAfterName() {
    return AFTER_NAME.contains(lower);
  }

  /** It stands before a name, and after it in tables. */
  boolean isOnEitherSide() {
    return EITHER_SIDE.contains(lower);
  }

  /** A number follows: {@code кв. 5}. */
  boolean isBeforeNumber() {
    return BEFORE_NUMBER.contains(lower);
  }

  /** It follows a number: {@code 5 пәтер}. */
  boolean isAfterNumber() {
    return AFTER_NUMBER.contains(lower);
  }

  /** In small letters inside the name of a street. */
  boolean isInsideName() {
    return INSIDE_NAME.contains(lower);
  }

  /** A word that says what the name or number beside it is. */
  boolean isMarker() {
    return isBeforeName() || isAfterName() || isBeforeNumber() || isAfterNumber();
  }

  /** Six digits, or the form of 2015: {@code A15E2M1}. */
  boolean isPostalCode() {
    return number && (digits() == POSTAL_DIGITS || isNewPostalCode(lower));
  }

  /** {@code 217-кеңсе}: the word after the number. */
  boolean holdsMarker() {
    int hyphen = lower.indexOf('-');
    return number && hyphen > 0 && AFTER_NUMBER.contains(lower.substring(hyphen + 1));
  }

  /** A number of up to four digits, perhaps with a letter or a fraction: {@code 10/2а}. */
  boolean isHouse() {
    return number && lower.length() <= 9 && digits() <= LONGEST_HOUSE;
  }

  /** How many digits it begins with. */
  int digits() {
    int count = 0;
    while (count < lower.length() && Characters.isDigit(lower.charAt(count))) {
      count++;
    }
    return count;
  }
}
