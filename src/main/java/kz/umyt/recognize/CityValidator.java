package kz.umyt.recognize;

/** A city by the list of {@link Places}, and of several words no more than its name. */
final class CityValidator implements Validator {

  private static final int MOST_WORDS = 3;

  private final Places places;

  CityValidator(Places places) {
    this.places = places;
  }

  @Override
  public Verdict judge(String text, int start, int end) {
    if (isAfterCount(text, start)) {
      return Verdict.refused(start, end);
    }
    int to = end;
    if (Surroundings.wordsAfter(text, end).stream().limit(2).anyMatch(CityValidator::isAuthority)) {
      return Verdict.refused(start, end);
    }
    for (int words = MOST_WORDS; words > 0; words--) {
      if (places.isCity(text.substring(start, to))) {
        return isNameOfMore(text, to) ? Verdict.refused(start, end) : Verdict.accepted(start, to);
      }
      int space = text.lastIndexOf(' ', to - 1);
      if (space <= start) {
        break;
      }
      to = space;
    }
    return Verdict.refused(start, end);
  }

  /** {@code Шымкент қаласы әкімдігі}. */
  private static boolean isAuthority(String word) {
    return word.startsWith("әкімдіг") || word.startsWith("мәслихат") || word.equals("әкімі");
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
