package kz.umyt.recognize.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import kz.umyt.recognize.text.Characters;
import kz.umyt.recognize.text.WordLists;
import kz.umyt.recognize.text.WordSet;

/**
 * A word or number of a postal address.
 *
 * @param roles what the word may be beside names and numbers, as bits
 * @param digits how many digits it begins with
 * @param broken whether a sign that parts sentences stands before
 */
record AddressToken(
    int start, int end, int roles, int digits, boolean capital, boolean number, boolean broken) {

  private static final WordLists WORDS = WordLists.of("address.txt");
  private static final int MOST = 80;
  private static final int LONGEST_HOUSE = 4;
  private static final int POSTAL_DIGITS = 6;

  /** The lists of words; each is a role, by its place a bit. */
  private static final List<String> LISTS =
      List.of(
          "before a name",
          "after a name",
          "on either side",
          "before a number",
          "after a number",
          "inside a name");

  private static final int BEFORE_NAME = 1;
  private static final int AFTER_NAME = 1 << 1;
  private static final int EITHER_SIDE = 1 << 2;
  private static final int BEFORE_NUMBER = 1 << 3;
  private static final int AFTER_NUMBER = 1 << 4;
  private static final int INSIDE_NAME = 1 << 5;
  private static final int MARKER = BEFORE_NAME | AFTER_NAME | BEFORE_NUMBER | AFTER_NUMBER;

  /** A number with one of the words after it. */
  private static final int HOLDS_MARKER = 1 << 6;

  private static final int NEW_POSTAL_CODE = 1 << 7;

  private static final WordSet KNOWN =
      new WordSet(LISTS.stream().flatMap(list -> WORDS.list(list).stream()).toList());

  /** The roles of the known words by their places. */
  private static final int[] ROLES = rolesByPlace();

  private static int[] rolesByPlace() {
    int[] roles = new int[KNOWN.size()];
    for (int list = 0; list < LISTS.size(); list++) {
      for (String word : WORDS.list(LISTS.get(list))) {
        roles[KNOWN.findLower(word, 0, word.length())] |= 1 << list;
      }
    }
    return roles;
  }

  /** The words and numbers of a part of a text, 80 at the most. */
  static List<AddressToken> read(String text, int from, int to) {
    List<AddressToken> tokens = new ArrayList<>();
    int at = from;
    boolean broken = false;
    while (at < to && tokens.size() < MOST) {
      if (!isPart(text.charAt(at))) {
        broken |= breaks(text, at, tokens);
        at++;
        continue;
      }
      int start = at;
      while (at < to && (isPart(text.charAt(at)) || isInner(text, at, to))) {
        at++;
      }
      tokens.add(token(text, start, at, broken));
      broken = false;
    }
    return tokens;
  }

  private static AddressToken token(String text, int start, int end, boolean broken) {
    char first = text.charAt(start);
    int roles = rolesOf(text, start, end);
    int digits = 0;
    while (start + digits < end && Characters.isDigit(text.charAt(start + digits))) {
      digits++;
    }
    if (isNewPostalCode(text, start, end)) {
      roles |= NEW_POSTAL_CODE;
    }
    if (digits > 0 && holdsMarker(text, start, end)) {
      roles |= HOLDS_MARKER;
    }
    boolean number = digits > 0 || (roles & NEW_POSTAL_CODE) != 0;
    return new AddressToken(
        start, end, roles, digits, Characters.isUpperCase(first), number, broken);
  }

  private static int rolesOf(String text, int start, int end) {
    int place = KNOWN.findLower(text, start, end);
    return place == WordSet.NONE ? 0 : ROLES[place];
  }

  private static boolean holdsMarker(String text, int start, int end) {
    int hyphen = start;
    while (hyphen < end && text.charAt(hyphen) != '-') {
      hyphen++;
    }
    return (rolesOf(text, hyphen + 1, end) & AFTER_NUMBER) != 0;
  }

  /** Whether a character is of a word or a number. */
  static boolean isPart(char c) {
    return Characters.isLetterOrDigit(c)
        || (c > '\u007F' && Character.getType(c) == Character.NON_SPACING_MARK);
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
    return last.end() != at || !(last.end - last.start == 1 || last.isMarker());
  }

  /** The form of 2015: {@code A15E2M1}. */
  private static boolean isNewPostalCode(String text, int start, int end) {
    return end - start == 7
        && Characters.isLatin(text.charAt(start))
        && Characters.isDigit(text.charAt(start + 1))
        && Characters.isDigit(text.charAt(start + 2))
        && Characters.isLatin(text.charAt(start + 3))
        && Characters.isDigit(text.charAt(start + 4))
        && Characters.isLatin(text.charAt(start + 5))
        && Characters.isDigit(text.charAt(start + 6));
  }

  /** A name follows: {@code г. Алматы}. */
  boolean isBeforeName() {
    return (roles & BEFORE_NAME) != 0;
  }

  /** It follows a name: {@code Алматы қ.} */
  boolean isAfterName() {
    return (roles & AFTER_NAME) != 0;
  }

  /** It stands before a name, and after it in tables. */
  boolean isOnEitherSide() {
    return (roles & EITHER_SIDE) != 0;
  }

  /** A number follows: {@code кв. 5}. */
  boolean isBeforeNumber() {
    return (roles & BEFORE_NUMBER) != 0;
  }

  /** It follows a number: {@code 5 пәтер}. */
  boolean isAfterNumber() {
    return (roles & AFTER_NUMBER) != 0;
  }

  /** In small letters inside the name of a street. */
  boolean isInsideName() {
    return (roles & INSIDE_NAME) != 0;
  }

  /** A word that says what the name or number beside it is. */
  boolean isMarker() {
    return (roles & MARKER) != 0;
  }

  /** Six digits, or the form of 2015: {@code A15E2M1}. */
  boolean isPostalCode() {
    return digits == POSTAL_DIGITS || (roles & NEW_POSTAL_CODE) != 0;
  }

  /** {@code 217-кеңсе}: the word after the number. */
  boolean holdsMarker() {
    return (roles & HOLDS_MARKER) != 0;
  }

  /** A number of up to four digits, perhaps with a letter or a fraction: {@code 10/2а}. */
  boolean isHouse() {
    return number && end - start <= 9 && digits <= LONGEST_HOUSE;
  }

  /** The word in lower case. */
  String lower(String text) {
    return text.substring(start, end).toLowerCase(Locale.ROOT);
  }
}
