package kz.umyt.recognize.text;

import java.util.Collection;
import java.util.function.IntUnaryOperator;

/**
 * Words that parts of a text are looked up in where they stand, without being copied: a copy in
 * lower case costs more than the answer.
 */
public final class WordSet {

  /** Before this character what letters are looked up as is kept in a table. */
  private static final int TABLE = 0x530;

  /** Instead of the place of a word. */
  public static final int NONE = -1;

  private static final int MIXER = 0x9E3779B1;

  private static final char[] LOWER = table(IntUnaryOperator.identity());

  /** Twice as many places as words, or more, so that nearly every look-up ends at its first. */
  private final String[] places;

  /** The hash of the word in each place, 0 where there is none: most look-ups need no more. */
  private final int[] hashes;

  private final int shift;
  private final int longest;
  private final char[] folded;

  /** A set of the given words, in lower case where they will be looked up so. */
  public WordSet(Collection<String> words) {
    this(words, LOWER);
  }

  /**
   * The same.
   *
   * @param fold what a letter in lower case is looked up as, the same for those of the words
   */
  public WordSet(Collection<String> words, IntUnaryOperator fold) {
    this(words, table(fold));
  }

  private WordSet(Collection<String> words, char[] folded) {
    this.folded = folded;
    int bits = Math.max(4, 33 - Integer.numberOfLeadingZeros(words.size()));
    this.places = new String[1 << bits];
    this.hashes = new int[1 << bits];
    this.shift = 32 - bits;
    int most = 0;
    for (String word : words) {
      add(word);
      most = Math.max(most, word.length());
    }
    this.longest = most;
  }

  private static char[] table(IntUnaryOperator fold) {
    char[] table = new char[TABLE];
    for (char c = 0; c < TABLE; c++) {
      table[c] = (char) fold.applyAsInt(Character.toLowerCase(c));
    }
    return table;
  }

  private void add(String word) {
    int hash = mixed(word.hashCode());
    int place = place(hash);
    while (hashes[place] != 0 && !word.equals(places[place])) {
      place = next(place);
    }
    hashes[place] = hash;
    places[place] = word;
  }

  /** Spread over all bits, and never 0. */
  private static int mixed(int hash) {
    int mixed = hash * MIXER;
    return mixed == 0 ? 1 : mixed;
  }

  private int place(int hash) {
    return hash >>> shift;
  }

  private int next(int place) {
    return (place + 1) & (places.length - 1);
  }

  /** Whether it holds a word as it is written. */
  public boolean contains(String word) {
    int hash = mixed(word.hashCode());
    for (int place = place(hash); hashes[place] != 0; place = next(place)) {
      if (hashes[place] == hash && word.equals(places[place])) {
        return true;
      }
    }
    return false;
  }

  /** Whether it holds a part of a text as it is written. */
  public boolean contains(char[] text, int from, int to) {
    int plain = 0;
    for (int i = from; i < to; i++) {
      plain = 31 * plain + text[i];
    }
    int hash = mixed(plain);
    for (int place = place(hash); hashes[place] != 0; place = next(place)) {
      if (hashes[place] == hash && isSame(places[place], text, from, to)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSame(String word, char[] text, int from, int to) {
    if (word.length() != to - from) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) != text[from + i]) {
        return false;
      }
    }
    return true;
  }

  /** Whether it holds a part of a text in lower case. */
  public boolean containsLower(String text, int from, int to) {
    return findLower(text, from, to) != NONE;
  }

  /** Where it keeps a part of a text in lower case, below {@link #size}, or {@link #NONE}. */
  public int findLower(String text, int from, int to) {
    if (to <= from || to - from > longest) {
      return NONE;
    }
    int plain = 0;
    for (int i = from; i < to; i++) {
      plain = 31 * plain + lower(text.charAt(i));
    }
    int hash = mixed(plain);
    for (int place = place(hash); hashes[place] != 0; place = next(place)) {
      if (hashes[place] == hash && isSameLower(places[place], text, from, to)) {
        return place;
      }
    }
    return NONE;
  }

  /** How many places it has. */
  public int size() {
    return places.length;
  }

  private char lower(char c) {
    return c < TABLE ? folded[c] : Character.toLowerCase(c);
  }

  private boolean isSameLower(String word, String text, int from, int to) {
    if (word.length() != to - from) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) != lower(text.charAt(from + i))) {
        return false;
      }
    }
    return true;
  }
}
