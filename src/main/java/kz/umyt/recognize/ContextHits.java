package kz.umyt.recognize;

import java.util.Arrays;
import kz.umyt.recognize.text.Words;
import org.jspecify.annotations.Nullable;

/** Where in a text words stand that phrases of recognizers start with; read as far as asked for. */
final class ContextHits {

  private static final int REACH = ContextWords.REACH;

  private final @Nullable ContextIndex index;
  private String text = "";

  /** The part that has been read; it starts and ends beside words. */
  private int from;

  private int to;

  private int[] starts = new int[8];
  private long[][] owners = new long[8][];
  private int size;

  /**
   * Hits of a text that is still to come.
   *
   * @param index null to take every word for one that may be a hit
   */
  ContextHits(@Nullable ContextIndex index) {
    this.index = index;
  }

  void begin(String text) {
    this.text = text;
    from = 0;
    to = 0;
    size = 0;
  }

  /**
   * Whether a recognizer's phrase may stand within reach of a part of the text; if not, none does.
   */
  boolean mayStandNear(int recognizer, int start, int end) {
    if (index == null || isInsideWord(start) || isInsideWord(end)) {
      return true;
    }
    int least = Math.max(0, start - REACH);
    int most = Math.min(text.length(), end + REACH);
    if (least < from || least > to) {
      from = least;
      to = least;
      size = 0;
    }
    if (most > to) {
      read(index, most);
    }
    long bit = 1L << recognizer;
    for (int i = size - 1; i >= 0 && starts[i] >= least; i--) {
      if ((owners[i][recognizer / 64] & bit) != 0) {
        return true;
      }
    }
    return false;
  }

  private boolean isInsideWord(int at) {
    return at > 0
        && at < text.length()
        && Words.isWordPart(text.charAt(at))
        && Words.isWordPart(text.charAt(at - 1));
  }

  /** Goes on to a place, and to the end of the word there. */
  private void read(ContextIndex known, int until) {
    int at = to;
    while (isInsideWord(at)) {
      at++;
    }
    while (at < until) {
      while (at < until && !Words.isWordPart(text.charAt(at))) {
        at++;
      }
      int start = at;
      while (at < text.length() && Words.isWordPart(text.charAt(at))) {
        at++;
      }
      long[] found = at > start ? known.owners(text, start, at) : null;
      if (found != null) {
        add(start, found);
      }
    }
    to = Math.max(at, until);
  }

  private void add(int start, long[] found) {
    if (size == starts.length) {
      starts = Arrays.copyOf(starts, size * 2);
      owners = Arrays.copyOf(owners, size * 2);
    }
    starts[size] = start;
    owners[size] = found;
    size++;
  }
}
