package kz.umyt.recognize;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads the parts of a postal address in the written forms of Kazakhstan: postal code, country,
 * region, district, town, street, house and flat, in Russian, Kazakh and English.
 */
final class AddressParts {

  private static final WordLists WORDS = WordLists.of("address.txt");

  /** How many characters on either side of a street may belong to its address. */
  private static final int REACH = 140;

  private static final int MOST_TOKENS = 80;
  private static final int POSTAL_DIGITS = 6;
  private static final int LONGEST_HOUSE = 4;

  /** Words that a name follows: {@code г. Алматы}. */
  private static final Set<String> BEFORE_NAME = WORDS.set("before a name");

  /** Words that follow a name: {@code Алматы қ.}. */
  private static final Set<String> AFTER_NAME = WORDS.set("after a name");

  /** Words that stand before a name, and after it in tables. */
  private static final Set<String> EITHER_SIDE = WORDS.set("on either side");

  /** Words that a number follows: {@code кв. 5}. */
  private static final Set<String> BEFORE_NUMBER = WORDS.set("before a number");

  /** Words that follow a number: {@code 5 пәтер}. */
  private static final Set<String> AFTER_NUMBER = WORDS.set("after a number");

  /** Lower-case words inside the names of streets. */
  private static final Set<String> INSIDE_NAME = WORDS.set("inside a name");

  /** What follows the last part, so that it is no house: {@code ул. Абая 10 марта}. */
  private static final Set<String> UNITS = WORDS.set("units");

  /** The same with any ending: months in Kazakh and people. */
  private static final List<String> UNIT_STEMS = WORDS.list("stems of units");

  private final Places places;

  AddressParts(Places places) {
    this.places = places;
  }

  /**
   * A word or number.
   *
   * @param lower itself in lower case
   * @param broken whether a sign that parts sentences stands before
   */
  record Token(int start, int end, String lower, boolean capital, boolean number, boolean broken) {

    boolean isIn(Set<String> words) {
      return words.contains(lower);
    }

    /** {@code 217-кеңсе}: the word after the number. */
    boolean holdsMarker() {
      int hyphen = lower.indexOf('-');
      return number && hyphen > 0 && AFTER_NUMBER.contains(lower.substring(hyphen + 1));
    }

    boolean isHouse() {
      return number && lower.length() <= 9 && digits() <= LONGEST_HOUSE;
    }

    int digits() {
      int count = 0;
      while (count < lower.length() && Characters.isDigit(lower.charAt(count))) {
        count++;
      }
      return count;
    }
  }

  /** The tokens of a part of a text that may be an address. */
  List<Token> tokens(String text, int from, int to) {
    List<Token> tokens = new ArrayList<>();
    int at = from;
    boolean broken = false;
    while (at < to && tokens.size() < MOST_TOKENS) {
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
      tokens.add(new Token(start, at, lower, Character.isUpperCase(c), number, broken));
      broken = false;
    }
    return tokens;
  }

  private static boolean isPart(char c) {
    return Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
  }

  private static boolean isInner(String text, int at, int to) {
    return "-/'’".indexOf(text.charAt(at)) >= 0 && at + 1 < to && isPart(text.charAt(at + 1));
  }

  /** Whether a sign cannot stand inside an address; a point may, after what is shortened. */
  private static boolean breaks(String text, int at, List<Token> tokens) {
    char c = text.charAt(at);
    if (c == ' ' || c == ',' || c == '№' || c == '#' || c == '-') {
      return false;
    }
    if (c != '.' || tokens.isEmpty()) {
      return true;
    }
    Token last = tokens.get(tokens.size() - 1);
    return last.end() != at
        || !(last.lower().length() == 1
            || last.isIn(BEFORE_NAME)
            || last.isIn(AFTER_NAME)
            || last.isIn(BEFORE_NUMBER)
            || last.isIn(AFTER_NUMBER));
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

  /** The index after the part that starts at {@code i}, or -1 if none does. */
  private int part(String text, List<Token> tokens, int i) {
    int size = tokens.size();
    Token first = tokens.get(i);
    boolean two = i + 1 < size && !tokens.get(i + 1).broken();
    if (first.number() && (first.digits() == POSTAL_DIGITS || isNewPostalCode(first.lower()))) {
      return first.end() - first.start() <= 7 ? i + 1 : -1;
    }
    if (first.holdsMarker()) {
      return i + 1;
    }
    if (two && first.isHouse() && tokens.get(i + 1).isIn(AFTER_NUMBER)) {
      return i + 2;
    }
    if (two && first.isIn(BEFORE_NUMBER) && tokens.get(i + 1).isHouse()) {
      return i + 2;
    }
    int known = known(text, tokens, i);
    int named = first.capital() ? afterName(text, tokens, i) : -1;
    if (named > 0 || known > 0) {
      return Math.max(named, known);
    }
    return two && first.isIn(BEFORE_NAME) ? beforeName(text, tokens, i) : -1;
  }

  private int known(String text, List<Token> tokens, int i) {
    for (int count = Math.min(3, tokens.size() - i); count > 0; count--) {
      Token last = tokens.get(i + count - 1);
      if (places.isKnown(text.substring(tokens.get(i).start(), last.end()))) {
        return i + count;
      }
    }
    return -1;
  }

  /** One to three capitalised words and then what says that they are a name. */
  private int afterName(String text, List<Token> tokens, int i) {
    for (int at = i + 1; at < tokens.size() && at <= i + 3; at++) {
      Token token = tokens.get(at);
      if (token.broken() || isParted(text, tokens, at)) {
        return -1;
      }
      if (token.isIn(AFTER_NAME) && !namesNext(text, tokens, at)) {
        boolean more =
            at > i + 1
                && places.isKnown(
                    text.substring(tokens.get(at - 1).start(), tokens.get(at - 1).end()));
        return more ? -1 : at + 1;
      }
      if (!token.capital()) {
        return -1;
      }
    }
    return -1;
  }

  /** {@code Столица г. Астана}: the word belongs to the name after it. */
  private static boolean namesNext(String text, List<Token> tokens, int at) {
    return tokens.get(at).isIn(EITHER_SIDE)
        && at + 1 < tokens.size()
        && tokens.get(at + 1).capital()
        && !tokens.get(at + 1).broken()
        && !isParted(text, tokens, at + 1);
  }

  /** Whether a comma stands before a token. */
  private static boolean isParted(String text, List<Token> tokens, int at) {
    for (int i = tokens.get(at - 1).end(); i < tokens.get(at).start(); i++) {
      if (text.charAt(i) == ',') {
        return true;
      }
    }
    return false;
  }

  private int beforeName(String text, List<Token> tokens, int i) {
    int known = known(text, tokens, i + 1);
    if (known > 0) {
      return known;
    }
    int at = i + 1;
    while (at < tokens.size() && at <= i + 3 && !tokens.get(at).broken()) {
      Token token = tokens.get(at);
      boolean name = token.capital() || (at > i + 1 && token.isIn(INSIDE_NAME));
      if (!name || (at > i + 1 && isParted(text, tokens, at))) {
        break;
      }
      at++;
    }
    if (at == i + 1 && tokens.get(at).number() && tokens.get(at).digits() <= 2) {
      at++;
    }
    return at > i + 1 ? at : -1;
  }

  /** Where the address that goes on at {@code end} ends. */
  int end(String text, int end) {
    int to = lineEnd(text, end);
    List<Token> tokens = tokens(text, end, to);
    int good = end;
    int i = 0;
    while (i < tokens.size() && !tokens.get(i).broken()) {
      int next = part(text, tokens, i);
      if (next < 0) {
        return i == 0 ? lastNumber(text, tokens.get(0), end) : good;
      }
      Token last = tokens.get(next - 1);
      good = last.end();
      if (good < text.length() && text.charAt(good) == '.' && isShort(last)) {
        good++;
      }
      i = next;
    }
    return good;
  }

  private static boolean isShort(Token last) {
    return last.lower().length() <= 3 && !last.number() && !last.capital();
  }

  /** A bare number that ends the line or the field is the flat: {@code ул. Абая 10, 5}. */
  private static int lastNumber(String text, Token token, int end) {
    boolean near = token.start() == end + 2 && text.charAt(end) == ',';
    boolean last =
        token.end() == text.length() || "\n\"'<;|)".indexOf(text.charAt(token.end())) >= 0;
    return near && last && token.isHouse() ? token.end() : end;
  }

  private static int lineEnd(String text, int from) {
    int to = Math.min(text.length(), from + REACH);
    for (int i = from; i < to; i++) {
      if (text.charAt(i) == '\n') {
        return i;
      }
    }
    return to;
  }

  /** Where the address that goes on at {@code start} starts. */
  int start(String text, int start) {
    int from = start;
    int least = Math.max(0, start - REACH);
    while (from > least && !isWall(text.charAt(from - 1))) {
      from--;
    }
    if (from == least && from > 0) {
      while (from < start && isPart(text.charAt(from))) {
        from++; // not from the middle of a word
      }
    }
    List<Token> tokens = tokens(text, from, start);
    for (int i = 0; i < tokens.size(); i++) {
      if (leadsToEnd(text, tokens, i)) {
        return tokens.get(i).start();
      }
    }
    return start;
  }

  private static boolean isWall(char c) {
    return "\n:;\"'<>|=()«»\t{}[]!?@".indexOf(c) >= 0;
  }

  private boolean leadsToEnd(String text, List<Token> tokens, int from) {
    int i = from;
    while (i < tokens.size()) {
      if (i > from && tokens.get(i).broken()) {
        return false;
      }
      i = part(text, tokens, i);
      if (i < 0) {
        return false;
      }
    }
    return true;
  }

  /** Whether the number that ends at {@code end} counts something instead of naming a house. */
  static boolean isCount(String text, int end) {
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
    String word = text.substring(at, to).toLowerCase(Locale.ROOT);
    return UNITS.contains(word) || UNIT_STEMS.stream().anyMatch(word::startsWith);
  }

  /** How many tokens from the first on are words of an address. */
  int wordsOfAddress(String text, List<Token> tokens) {
    int i = 0;
    while (i < tokens.size() && (i == 0 || !tokens.get(i).broken())) {
      Token token = tokens.get(i);
      int next = part(text, tokens, i);
      if (next > 0) {
        i = next;
      } else if (token.capital() || token.isHouse() || token.isIn(INSIDE_NAME) || isMarker(token)) {
        i++;
      } else {
        break;
      }
    }
    return i;
  }

  boolean isMarker(Token token) {
    return token.isIn(BEFORE_NAME)
        || token.isIn(AFTER_NAME)
        || token.isIn(BEFORE_NUMBER)
        || token.isIn(AFTER_NUMBER);
  }
}
