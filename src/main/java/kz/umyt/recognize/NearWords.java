package kz.umyt.recognize;

import kz.umyt.recognize.text.Words;

/** The words beside a match, numbered from it, compared where they stand without being copied. */
final class NearWords {

  private static final int MOST = 8;

  private final String text;
  private final int[] starts = new int[MOST];
  private final int[] ends = new int[MOST];
  private final boolean[] cyrillic = new boolean[MOST];
  private int size;

  NearWords(String text) {
    this.text = text;
  }

  int size() {
    return size;
  }

  /** Reads at most {@code most} words that lie whole within {@code reach} characters before. */
  void readBefore(int until, int most, int reach) {
    size = 0;
    int least = Math.max(0, until - reach);
    int at = until;
    while (size < most) {
      while (at > least && !Words.isWordPart(text.charAt(at - 1))) {
        at--;
      }
      int end = at;
      while (at > least && Words.isWordPart(text.charAt(at - 1))) {
        at--;
      }
      boolean cut = at > 0 && Words.isWordPart(text.charAt(at - 1));
      if (at == end || cut) {
        return;
      }
      add(at, end);
    }
  }

  /** Reads at most {@code most} words that start within {@code reach} characters after. */
  void readAfter(int from, int most, int reach) {
    size = 0;
    int limit = Math.min(text.length(), from + reach);
    int at = from;
    while (size < most) {
      while (at < limit && !Words.isWordPart(text.charAt(at))) {
        at++;
      }
      int start = at;
      while (at < limit && Words.isWordPart(text.charAt(at))) {
        at++;
      }
      if (at == start) {
        return;
      }
      add(start, at);
    }
  }

  private void add(int start, int end) {
    starts[size] = start;
    ends[size] = end;
    cyrillic[size] = Words.isCyrillic(text, start, end);
    size++;
  }

  char firstLetter(int word) {
    return Words.letter(text.charAt(starts[word]), cyrillic[word]);
  }

  /** Whether a word is, or where it is a {@code stem} starts with, the wanted one. */
  boolean matches(int word, String wanted, boolean stem) {
    int start = starts[word];
    int length = ends[word] - start;
    if (stem ? length < wanted.length() : length != wanted.length()) {
      return false;
    }
    for (int i = 0; i < wanted.length(); i++) {
      if (Words.letter(text.charAt(start + i), cyrillic[word]) != wanted.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
