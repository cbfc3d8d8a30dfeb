package kz.umyt.recognize.validate;

import java.util.ArrayList;
import java.util.List;
import kz.umyt.recognize.text.Characters;
import kz.umyt.recognize.text.Homoglyphs;
import org.jspecify.annotations.Nullable;

/**
 * A word or an initial of a name.
 *
 * @param word in lower case
 */
record NamePart(int start, int end, boolean initial, boolean latin, String word) {

  private static final int MOST = 4;
  private static final int LONGEST = 32;

  /** The mark above a stressed vowel in dictionaries and notes: {@code Ива́н}. */
  private static final char STRESS = '\u0301';

  /** The parts that follow each other from an offset on, as far as they are written like names. */
  static List<NamePart> read(String text, int from) {
    List<NamePart> parts = new ArrayList<>(MOST);
    int at = from;
    while (parts.size() < MOST) {
      NamePart before = parts.isEmpty() ? null : parts.get(parts.size() - 1);
      NamePart part = part(text, at, before);
      if (part == null) {
        break;
      }
      if (before != null && !before.initial && PersonNames.isParticle(part.word)) {
        parts.set(
            parts.size() - 1,
            new NamePart(before.start, part.end, false, part.latin, before.word + part.word));
      } else if (isCapital(text.charAt(part.start))
          && (before == null || before.latin == part.latin)) {
        parts.add(part);
      } else {
        break;
      }
      int next = part.end;
      while (next < text.length() && next < part.end + 3 && text.charAt(next) == ' ') {
        next++;
      }
      if (next == part.end && !part.initial) {
        break;
      }
      at = next;
    }
    return parts;
  }

  private static @Nullable NamePart part(String text, int at, @Nullable NamePart before) {
    int end = endOfWord(text, at);
    int size = end - at;
    if (size == 0 || size > LONGEST) {
      return null;
    }
    boolean latin = text.charAt(at) < 128;
    if (size == 1) {
      boolean pointed = end < text.length() && text.charAt(end) == '.';
      boolean second = before != null && before.initial && before.end == at;
      if (!isCapital(text.charAt(at)) || !(pointed || second)) {
        return null;
      }
      return new NamePart(at, pointed ? end + 1 : end, true, latin, "");
    }
    if (end < text.length() && (Characters.isDigit(text.charAt(end)) || text.charAt(end) == '_')) {
      return null;
    }
    return isOneCase(text, at, end) && isJoinedLikeNames(text, at, end)
        ? new NamePart(at, end, false, latin, lower(text, at, end))
        : null;
  }

  private static String lower(String text, int from, int to) {
    char[] word = new char[to - from];
    int size = 0;
    for (int i = from; i < to; i++) {
      char c = Characters.lower(text.charAt(i));
      if (c != STRESS) {
        word[size++] = c == 'ё' ? 'е' : c;
      }
    }
    return new String(word, 0, size);
  }

  /** The end of letters of one alphabet, with the hyphens and apostrophes between them. */
  private static int endOfWord(String text, int from) {
    int at = from;
    boolean latin = from < text.length() && text.charAt(from) < 128;
    while (at < text.length() && at - from <= LONGEST) {
      char c = text.charAt(at);
      boolean joint =
          at > from
              && (c == '-' || c == '\'' || c == '’')
              && at + 1 < text.length()
              && isLetter(text.charAt(at + 1), latin)
              && isLetter(text.charAt(at - 1), latin);
      boolean stress = c == STRESS && at > from && !latin;
      if (!joint && !stress && !isLetter(c, latin)) {
        break;
      }
      at++;
    }
    return at;
  }

  private static boolean isLetter(char c, boolean latin) {
    return latin ? Characters.isLatin(c) : Homoglyphs.isCyrillic(c);
  }

  static boolean isCapital(char c) {
    return c < 128 ? c >= 'A' && c <= 'Z' : Homoglyphs.isCyrillic(c) && Characters.isUpperCase(c);
  }

  /** Whether after a hyphen a capital stands, or the ending of a patronymic. */
  private static boolean isJoinedLikeNames(String text, int from, int to) {
    int hyphen = to - 1;
    while (hyphen > from && text.charAt(hyphen) != '-') {
      hyphen--;
    }
    return hyphen == from
        || isCapital(text.charAt(hyphen + 1))
        || PersonNames.isParticle(withoutStress(text.substring(hyphen + 1, to)));
  }

  private static String withoutStress(String word) {
    return word.indexOf(STRESS) < 0 ? word : word.replace(String.valueOf(STRESS), "");
  }

  /** Whether a word is written Иванов or ИВАНОВ or иванов, not иВаНов; hyphens part words. */
  private static boolean isOneCase(String text, int from, int to) {
    int capitals = 0;
    int letters = 0;
    boolean inside = false;
    boolean afterLetter = false;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c == STRESS) {
        continue; // belongs to the letter before
      }
      boolean letter = Characters.isLetter(c);
      if (letter) {
        letters++;
        if (Characters.isUpperCase(c)) {
          capitals++;
          inside |= afterLetter;
        }
      }
      afterLetter = letter;
    }
    return !inside || capitals == letters;
  }
}
