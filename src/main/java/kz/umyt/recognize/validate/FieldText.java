package kz.umyt.recognize.validate;

import java.util.List;
import kz.umyt.recognize.text.WordLists;
import kz.umyt.recognize.text.WordSet;
import kz.umyt.recognize.text.Words;

/** Tells the values of a form or a log from the words of a sentence that follow a label. */
final class FieldText {

  private static final WordLists WORDS = WordLists.of("no-values.txt");

  private static final WordSet NOTHING = WORDS.words("nothing");
  private static final WordSet WORDS_OF_FORMS = WORDS.words("words of forms and sentences");
  private static final WordSet NO_PERSON = WORDS.words("no person");

  private FieldText() {}

  /** Whether a value in lower case says that there is none. */
  static boolean isNothing(String lowerCase) {
    return NOTHING.contains(lowerCase);
  }

  /** Whether a value in lower case is a word of a form or of a sentence, or none. */
  static boolean isNoValue(String lowerCase) {
    return isNothing(lowerCase) || WORDS_OF_FORMS.contains(lowerCase);
  }

  /** Whether the cell of a name is empty, masked, a tag or a total. */
  static boolean isNoPerson(String text, int start, int end) {
    return isNoPerson(text, start, end, Words.of(text, start, end));
  }

  /**
   * The same.
   *
   * @param words those of the cell
   */
  static boolean isNoPerson(String text, int start, int end, List<String> words) {
    if (text.charAt(start) == '<') {
      return true;
    }
    for (int i = start; i < end; i++) {
      if (text.charAt(i) == '*') {
        return true;
      }
    }
    return Surroundings.isMasked(text, start, end)
        || words.isEmpty()
        || isNothing(words.get(0))
        || NO_PERSON.contains(words.get(0));
  }

  /** Whether a word goes on as a sentence: a colon stood before it, and another word follows. */
  static boolean isInSentence(String text, int start, int end) {
    char sign = Surroundings.signBefore(text, start);
    return isOfLetters(text, start, end)
        && (sign == ':' || sign == '-')
        && end + 1 < text.length()
        && text.charAt(end) == ' '
        && Character.isLetter(text.charAt(end + 1))
        && !isLabel(text, end + 1);
  }

  private static boolean isOfLetters(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (!Words.isWordPart(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** Whether the next word opens another field: one of the usual ones, or any before a sign. */
  private static boolean isLabel(String text, int from) {
    int at = from;
    while (at < text.length() && Words.isWordPart(text.charAt(at))) {
      at++;
    }
    if (at < text.length() && ":=".indexOf(text.charAt(at)) >= 0) {
      return true;
    }
    String word = Words.joined(text, from, at);
    return word.startsWith("парол") || word.startsWith("pass") || word.startsWith("құпия");
  }

  /** Whether a bracket of a program follows: a call or a member of an object. */
  static boolean isCode(String text, int end) {
    return end < text.length() && "([{".indexOf(text.charAt(end)) >= 0;
  }
}
