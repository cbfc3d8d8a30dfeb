package kz.umyt.recognize;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.umyt.recognize.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * Which recognizers have a context or refusing phrase that starts with a word like a given one, so
 * that the words of a text are read once for all of them. Words are compared by their first letters
 * only: a hint that is never wrong when it says no.
 */
final class ContextIndex {

  /** As many letters as the shortest word that also counts as a stem; shorter ones are whole. */
  private static final int LETTERS = ContextWords.SHORTEST_STEM;

  private static final int BITS = 16;

  private final long[] keys;
  private final long[][] owners;
  private final int mask;

  /** An index of the phrases of each recognizer, known by its place in the list. */
  ContextIndex(List<ContextWords> words) {
    Map<Long, long[]> found = new HashMap<>();
    for (int owner = 0; owner < words.size(); owner++) {
      for (String first : words.get(owner).firstWords()) {
        long[] set = found.computeIfAbsent(key(first), key -> new long[(words.size() + 63) / 64]);
        set[owner / 64] |= 1L << owner;
      }
    }
    int size = Math.max(16, Integer.highestOneBit(found.size()) * 4);
    this.keys = new long[size];
    this.owners = new long[size][];
    this.mask = size - 1;
    found.forEach(this::put);
  }

  private void put(long key, long[] set) {
    int at = place(key);
    while (keys[at] != 0) {
      at = (at + 1) & mask;
    }
    keys[at] = key;
    owners[at] = set;
  }

  private int place(long key) {
    long mixed = key * 0x9E3779B97F4A7C15L;
    return (int) (mixed >>> 40) & mask;
  }

  private static long key(String word) {
    long key = 0;
    for (int i = 0; i < Math.min(LETTERS, word.length()); i++) {
      key = key << BITS | word.charAt(i);
    }
    return key;
  }

  /** The recognizers with a phrase that may start with this word of a text, as bits, or null. */
  long @Nullable [] owners(String text, int start, int end) {
    boolean cyrillic = Words.isCyrillic(text, start, end);
    long key = 0;
    int until = Math.min(end, start + LETTERS);
    for (int i = start; i < until; i++) {
      key = key << BITS | Words.letter(text.charAt(i), cyrillic);
    }
    int at = place(key);
    while (keys[at] != 0) {
      if (keys[at] == key) {
        return owners[at];
      }
      at = (at + 1) & mask;
    }
    return null;
  }
}
