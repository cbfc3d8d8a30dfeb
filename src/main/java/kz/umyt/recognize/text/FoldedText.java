package kz.umyt.recognize.text;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A text as patterns see it, and the way back to the offsets of the original. */
public final class FoldedText {

  private final String original;
  private final String folded;

  /** Original start and end of every folded character; null where all stand where they stood. */
  private final int @Nullable [] starts;

  private final int @Nullable [] ends;

  private FoldedText(
      String original, String folded, int @Nullable [] starts, int @Nullable [] ends) {
    this.original = original;
    this.folded = folded;
    this.starts = starts;
    this.ends = ends;
  }

  /** A text in which there is nothing to fold. */
  public static FoldedText plain(String text) {
    return new FoldedText(text, text, null, null);
  }

  /** Folds a text. */
  public static FoldedText of(String text) {
    char[] chars = text.toCharArray();
    for (int i = 0; i < chars.length; i++) {
      char c = chars[i];
      if (c >= 0xA0) {
        char folded = Folding.foldAlone(c);
        if (folded == Folding.REMOVED) {
          return new Folder(text).fold();
        }
        chars[i] = folded;
      }
    }
    // As in nearly all texts with a dash or a no-break space, every character stays in its place.
    Homoglyphs.replace(chars, chars.length);
    return new FoldedText(text, new String(chars), null, null);
  }

  /** The folded text. */
  public String text() {
    return folded;
  }

  /** The original text of a folded span. */
  public String originalOf(int start, int end) {
    return original.substring(originalStart(start), originalEnd(end));
  }

  /** Where in the original a folded offset stands. */
  public int originalStart(int start) {
    return starts == null ? start : starts[start];
  }

  /** The end, exclusive, of a folded span that is not empty. */
  public int originalEnd(int end) {
    return ends == null ? end : ends[end - 1];
  }

  /** The work on one text. */
  private static final class Folder {

    private final String text;
    private char[] chars;
    private int[] starts;
    private int[] ends;
    private int size;
    private boolean moved;

    Folder(String text) {
      this.text = text;
      this.chars = new char[text.length() + 4];
      this.starts = new int[chars.length];
      this.ends = new int[chars.length];
    }

    FoldedText fold() {
      int at = 0;
      while (at < text.length()) {
        int end = endOfCluster(at);
        char c = text.charAt(at);
        if (end == at + 1 && !Character.isSurrogate(c) && isSimple(c)) {
          put(Folding.fold(c), at, end);
        } else {
          putAll(Folding.compose(text.substring(at, end)), at, end);
        }
        at = end;
      }
      Homoglyphs.replace(chars, size);
      String folded = new String(chars, 0, size);
      return moved
          ? new FoldedText(text, folded, starts, ends)
          : new FoldedText(text, folded, null, null);
    }

    private static boolean isSimple(char c) {
      return c < 0xA0 || Folding.fold(c) != c || !Folding.concerns(c);
    }

    /** The end of a character and the marks that join it; those that vanish are no part of it. */
    private int endOfCluster(int at) {
      int end = at + Character.charCount(text.codePointAt(at));
      while (end < text.length() && text.charAt(end) >= 0x300) {
        int next = text.codePointAt(end);
        boolean vanishes = next <= 0xFFFF && Folding.fold((char) next) == Folding.REMOVED;
        if (vanishes || !Folding.isMark(next)) {
          break;
        }
        end += Character.charCount(next);
      }
      return end;
    }

    private void putAll(String composed, int start, int end) {
      for (int i = 0; i < composed.length(); i++) {
        put(Folding.fold(composed.charAt(i)), start, end);
      }
      moved |= composed.length() != end - start;
    }

    private void put(char c, int start, int end) {
      // A U+FFFF of the text itself folds to "removed" too; being no character, it hides nothing.
      if (c == Folding.REMOVED) {
        moved = true;
        return;
      }
      if (size == chars.length) {
        chars = Arrays.copyOf(chars, size * 2);
        starts = Arrays.copyOf(starts, size * 2);
        ends = Arrays.copyOf(ends, size * 2);
      }
      chars[size] = c;
      starts[size] = start;
      ends[size] = end;
      size++;
    }
  }
}
