package kz.umyt.recognize.validate;

import java.util.List;
import java.util.Set;
import kz.umyt.recognize.text.WordLists;
import kz.umyt.recognize.text.Words;

/** Tells the values of a form or a log from the words of a sentence that follow a label. */
final class FieldText {

  private static final WordLists WORDS = WordLists.of("no-values.txt");

  private static final Set<String> NOTHING = WORDS.set("nothing");
  private static final Set<String> WORDS_OF_FORMS = WORDS.set("words of forms and sentences");
  private static final Set<String> NO_PERSON = WORDS.set("no person");

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
    if (text.charAt(start) == '<' || text.substring(start, end).indexOf('*') >= 0) {
      return true;
    }
    List<String> words = Words.of(text, start, end);
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
    String word = String.join("", Words.of(text, from, at));
    return word.startsWith("парол") || word.startsWith("pass") || word.startsWith("құпия");
  }

  /** Whether a bracket of a program follows: a call or a member of an object. */
  static boolean isCode(String text, int end) {
    return end < text.length() && "([{".indexOf(text.charAt(end)) >= 0;
  }
}
