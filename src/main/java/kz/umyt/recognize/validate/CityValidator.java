package kz.umyt.recognize.validate;

import java.util.List;
import kz.umyt.recognize.text.Characters;
import kz.umyt.recognize.text.WordLists;

/** A city by the list of {@link Places}, and of several words no more than its name. */
final class CityValidator implements Validator {

  private static final int MOST_WORDS = 3;

  private static final WordLists WORDS = WordLists.of("places.txt");

  private static final List<String> LABELS = WORDS.list("before a city");

  private static final List<String> REGIONS = WORDS.list("stems of regions");

  private static final List<String> AUTHORITIES = WORDS.list("stems of authorities");

  private final Places places;

  CityValidator(Places places) {
    this.places = places;
  }

  @Override
  public Verdict judge(String text, int candidate, int end) {
    int start = afterLabel(text, candidate, end);
    if (isAfterCount(text, start)) {
      return Verdict.refused(start, end);
    }
    int to = end;
    for (int words = MOST_WORDS; words > 0; words--) {
      if (places.isCity(text, start, to)) {
        boolean more = isNameOfMore(text, to) || isRegion(text, to) || isOfAuthority(text, end);
        return more ? Verdict.refused(start, end) : Verdict.accepted(start, to);
      }
      int space = text.lastIndexOf(' ', to - 1);
      if (space <= start) {
        break;
      }
      to = space;
    }
    return Verdict.refused(start, end);
  }

  /** {@code Turkestan Region}, which is named after the city. */
  private static boolean isRegion(String text, int end) {
    return text.startsWith(" ", end) && isOneOf(REGIONS, Surroundings.wordsAfter(text, end, 1));
  }

  /** {@code Шымкент қаласы әкімдігі}. */
  private static boolean isOfAuthority(String text, int end) {
    return end < text.length() && isOneOf(AUTHORITIES, Surroundings.wordsAfter(text, end, 2));
  }

  private static boolean isOneOf(List<String> stems, List<String> words) {
    for (String word : words) {
      for (String stem : stems) {
        if (word.startsWith(stem)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Where the name starts in {@code г. Алматы}, {@code город «Алматы»}, {@code city of Almaty}. */
  private static int afterLabel(String text, int start, int end) {
    int at = start;
    for (String label : LABELS) {
      if (startsWith(text, start, label)) {
        at = Math.max(at, start + label.length());
      }
    }
    if (at == start || (at < end && Character.isLetter(text.charAt(at)))) {
      return start;
    }
    while (at < end && !Character.isLetter(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean startsWith(String text, int start, String label) {
    int length = label.length();
    if (start + length > text.length()) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (Characters.lower(text.charAt(start + i)) != label.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** {@code 50 г. Костанай}, {@code 2020 г. Астана}: grams or years, not the word city. */
  private static boolean isAfterCount(String text, int start) {
    int at = start;
    while (at > 0 && " .".indexOf(text.charAt(at - 1)) >= 0) {
      at--;
    }
    if (at == 0 || text.charAt(at - 1) != 'г') {
      return false;
    }
    at--;
    while (at > 0 && text.charAt(at - 1) == ' ') {
      at--;
    }
    return at > 0 && Characters.isDigit(text.charAt(at - 1));
  }

  /** {@code Алматы-Арена}, {@code Astana.kz}. */
  private static boolean isNameOfMore(String text, int end) {
    return end + 1 < text.length()
        && "-.@/_".indexOf(text.charAt(end)) >= 0
        && Character.isLetterOrDigit(text.charAt(end + 1))
        && !(text.charAt(end) == '.' && Character.isUpperCase(text.charAt(end + 1)));
  }
}
