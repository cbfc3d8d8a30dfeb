package kz.umyt.plan.suggest;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The words of a name or sentence, in lower case: {@code contractEnd_2} is contract, end, 2. */
final class NameWords {

  private static final String WHOLE = "=";

  private final List<String> words;

  private NameWords(List<String> words) {
    this.words = List.copyOf(words);
  }

  /** Cuts where a letter follows no letter, where a digit follows none, and before a capital. */
  static NameWords of(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    int before = ' ';
    for (int point : Normalizer.normalize(text, Normalizer.Form.NFKC).codePoints().toArray()) {
      boolean cut =
          kind(point) != kind(before)
              || (Character.isUpperCase(point) && Character.isLowerCase(before));
      if (cut && word.length() > 0) {
        words.add(folded(word.toString()));
        word.setLength(0);
      }
      if (kind(point) != Kind.OTHER) {
        word.appendCodePoint(point);
      }
      before = point;
    }
    if (word.length() > 0) {
      words.add(folded(word.toString()));
    }
    return new NameWords(words);
  }

  private enum Kind {
    LETTER,
    DIGIT,
    OTHER
  }

  private static Kind kind(int point) {
    if (Character.isDigit(point)) {
      return Kind.DIGIT;
    }
    return Character.isLetter(point) ? Kind.LETTER : Kind.OTHER;
  }

  /** Latin schwa stands for the Kazakh letter in many files, and е for ё. */
  private static String folded(String word) {
    return word.toLowerCase(Locale.ROOT).replace('\u0259', '\u04D9').replace('ё', 'е');
  }

  /** Whether some word begins with the stem; {@code =word} means the whole word. */
  boolean has(String stem) {
    return stem.startsWith(WHOLE)
        ? words.contains(stem.substring(WHOLE.length()))
        : words.stream().anyMatch(word -> word.startsWith(stem));
  }
}
