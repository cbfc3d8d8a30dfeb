package kz.umyt.recognize.validate;

import java.util.List;
import java.util.Set;
import kz.umyt.recognize.text.WordLists;
import kz.umyt.recognize.text.Words;

/**
 * The key right before a number in a program, a log or a form, such as {@code user_id=} or {@code
 * "price":}, where it says that the number is an identifier, a size or an amount.
 */
final class NumberKeys {

  private static final WordLists WORDS = WordLists.of("numbers.txt");

  private static final Set<String> OTHER = WORDS.set("keys of other numbers");

  private static final Set<String> TELEPHONES = WORDS.set("keys of telephones");

  private static final int LONGEST = 40;

  private NumberKeys() {}

  /** Whether the key of the number at {@code start} is one of other numbers than telephones. */
  static boolean isOfOther(String text, int start) {
    int sign = skip(text, start - 1);
    if (sign < 1 || ":=".indexOf(text.charAt(sign)) < 0) {
      return false;
    }
    int end = skip(text, sign - 1) + 1;
    int from = end;
    while (from > 0 && end - from < LONGEST && isOfKey(text.charAt(from - 1))) {
      from--;
    }
    List<String> words = Words.ofName(text.substring(from, end));
    return !words.isEmpty()
        && OTHER.contains(words.get(words.size() - 1))
        && words.stream().noneMatch(TELEPHONES::contains);
  }

  /** The first offset from {@code at} backwards without a space or a quotation mark; may be -1. */
  private static int skip(String text, int at) {
    int to = at;
    while (to >= 0 && " \"'\\".indexOf(text.charAt(to)) >= 0) {
      to--;
    }
    return to;
  }

  private static boolean isOfKey(char c) {
    return c == '_' || c == '-' || Words.isWordPart(c);
  }
}
