package kz.umyt.recognize.text;

import java.util.ArrayList;
import java.util.List;

/** Cuts text and column names into words that compare equal when people mean the same word. */
public final class Words {

  /** Latin letters that stand inside Cyrillic words by mistake, and what they stand for. */
  private static final String LATIN = "aceiopxykmt";

  private static final String CYRILLIC = "асеіорхукмт";

  /** Before this character what letters are is kept in tables. */
  private static final int TABLE = 0x530;

  private static final boolean[] PARTS = new boolean[TABLE];
  private static final char[] LETTERS = new char[TABLE];
  private static final char[] LETTERS_OF_CYRILLIC_WORDS = new char[TABLE];

  static {
    for (char c = 0; c < TABLE; c++) {
      PARTS[c] = isPart(c);
      LETTERS[c] = fold(c, false);
      LETTERS_OF_CYRILLIC_WORDS[c] = fold(c, true);
    }
  }

  private Words() {}

  /** The words of a part of a text; digits and signs only part them. */
  public static List<String> of(String text, int from, int to) {
    return of(text, from, to, Integer.MAX_VALUE);
  }

  /** The first words of a part of a text, {@code most} at the most. */
  public static List<String> of(String text, int from, int to, int most) {
    List<String> words = new ArrayList<>();
    int at = from;
    while (at < to && words.size() < most) {
      while (at < to && !isWordPart(text.charAt(at))) {
        at++;
      }
      int start = at;
      while (at < to && isWordPart(text.charAt(at))) {
        at++;
      }
      if (at > start) {
        words.add(fold(text, start, at));
      }
    }
    return words;
  }

  /** The words of a part of a text, joined to one. */
  public static String joined(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!isWordPart(text.charAt(i))) {
        return String.join("", of(text, from, to));
      }
    }
    return fold(text, from, to);
  }

  /** The words of a text. */
  public static List<String> of(String text) {
    return of(text, 0, text.length());
  }

  /** The words of a column name: also {@code camelCase} and {@code ABCName} part words. */
  public static List<String> ofName(String name) {
    StringBuilder parted = new StringBuilder(name.length() + 8);
    for (int i = 0; i < name.length(); i++) {
      char c = Folding.fold(name.charAt(i));
      if (c == Folding.REMOVED) {
        continue;
      }
      if (i > 0 && Character.isUpperCase(c) && startsWord(name, i)) {
        parted.append(' ');
      }
      parted.append(c);
    }
    return of(parted.toString());
  }

  private static boolean startsWord(String name, int at) {
    boolean afterLower = Character.isLowerCase(name.charAt(at - 1));
    boolean beforeLower = at + 1 < name.length() && Character.isLowerCase(name.charAt(at + 1));
    return afterLower || (beforeLower && Character.isUpperCase(name.charAt(at - 1)));
  }

  /** Whether it is a letter, or a mark on one. */
  public static boolean isWordPart(char c) {
    return c < TABLE ? PARTS[c] : isPart(c);
  }

  private static boolean isPart(char c) {
    return c < 128 ? Characters.isLatin(c) : Character.isLetter(c) || isMark(c);
  }

  private static boolean isMark(char c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  /** One word in lower case, with the look-alikes of other alphabets replaced. */
  private static String fold(String text, int from, int to) {
    boolean cyrillic = isCyrillic(text, from, to);
    char[] word = new char[to - from];
    for (int i = 0; i < word.length; i++) {
      word[i] = letter(text.charAt(from + i), cyrillic);
    }
    return new String(word);
  }

  /** Whether a word has a Cyrillic letter, which its Latin look-alikes then stand for, too. */
  public static boolean isCyrillic(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if ((c >= '\u0400' && c <= '\u052F') || isSchwa(c)) {
        return true;
      }
    }
    return false;
  }

  /** A letter as words are compared: in lower case, without look-alikes. */
  public static char letter(char c, boolean cyrillic) {
    if (c < TABLE) {
      return cyrillic ? LETTERS_OF_CYRILLIC_WORDS[c] : LETTERS[c];
    }
    return fold(c, cyrillic);
  }

  private static char fold(char c, boolean cyrillic) {
    char lower = Character.toLowerCase(c);
    if (isSchwa(lower)) {
      return 'ә';
    }
    if (lower == 'ё') {
      return 'е';
    }
    if (cyrillic && lower < 128) {
      int alike = LATIN.indexOf(lower);
      return alike < 0 ? lower : CYRILLIC.charAt(alike);
    }
    return lower;
  }

  /** The Latin schwa that many Kazakh texts are typed with. */
  private static boolean isSchwa(char c) {
    return c == '\u0259' || c == '\u018F' || c == '\u01DD';
  }
}
