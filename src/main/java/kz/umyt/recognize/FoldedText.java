package kz.umyt.recognize;

import org.jspecify.annotations.Nullable;

/** A text as patterns see it, and the way back to the offsets of the original. */
final class FoldedText {

  private final String original;
  private final String folded;

  /** Original offset of every folded character; null where no character was removed. */
  private final int @Nullable [] origins;

  private FoldedText(String original, String folded, int @Nullable [] origins) {
    this.original = original;
    this.folded = folded;
    this.origins = origins;
  }

  /**
   * Folds a text.
   *
   * @param lanes what the text holds; a text that holds nothing to fold is not copied
   */
  static FoldedText of(String text, long lanes) {
    return Lanes.get(lanes, Lanes.FOLDED) == 0 ? new FoldedText(text, text, null) : copy(text);
  }

  private static FoldedText copy(String text) {
    int length = text.length();
    char[] chars = new char[length];
    int[] origins = new int[length];
    int size = 0;
    for (int i = 0; i < length; i++) {
      char c = Folding.fold(text.charAt(i));
      // A U+FFFF of the text itself folds to "removed" too; being no character, it hides nothing.
      if (c != Folding.REMOVED) {
        chars[size] = c;
        origins[size] = i;
        size++;
      }
    }
    return new FoldedText(text, new String(chars, 0, size), size == length ? null : origins);
  }

  String text() {
    return folded;
  }

  /** The original text of a folded span. */
  String originalOf(int start, int end) {
    return original.substring(originalStart(start), originalEnd(end));
  }

  int originalStart(int start) {
    return origins == null ? start : origins[start];
  }

  /** The end, exclusive, of a folded span that is not empty. */
  int originalEnd(int end) {
    return origins == null ? end : origins[end - 1] + 1;
  }
}
