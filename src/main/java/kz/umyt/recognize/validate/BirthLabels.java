package kz.umyt.recognize.validate;

import java.util.List;
import java.util.Set;
import kz.umyt.recognize.text.Characters;
import kz.umyt.recognize.text.Words;

/**
 * Whose label stands beside a date: in {@code 01.02.2020 Дата рождения: 05.06.1990} it belongs to
 * the second, in {@code 05.06.1990 г.р., 01.02.2015} to the first. A date with a time that opens a
 * line is that of a log, whatever the line speaks of.
 */
final class BirthLabels {

  private static final int REACH = 40;

  /** Words that part a label from the date that it is of. */
  private static final int MOST_BETWEEN = 4;

  private static final String SIGNS_OF_TIMES = "0123456789:.,Z+-]";

  /** All words that labels of a birth consist of. */
  private static final Set<String> WORDS =
      Set.of(
          "дата",
          "год",
          "день",
          "рождения",
          "г",
          "р",
          "туған",
          "күні",
          "жылы",
          "date",
          "of",
          "birth",
          "dob",
          "birthdate",
          "birthday");

  private static final List<String> DISTRICT = List.of("г", "р", "н");

  private BirthLabels() {}

  /** Whether the words around a date say that it is another one, or that their label is. */
  static boolean speakOfOther(String text, int start, int end) {
    return isTimeOfLog(text, start, end)
        || isLabelOfNext(text, end)
        || isStartOfPeriod(text, start)
        || isBeforeOther(text, end)
        || isLabelSpent(text, start);
  }

  /** Whether a date opens a line, a time follows it and then the line goes on. */
  private static boolean isTimeOfLog(String text, int start, int end) {
    boolean opens = start == 0 || "\n[".indexOf(text.charAt(start - 1)) >= 0;
    if (!opens || end + 3 > text.length() || " T".indexOf(text.charAt(end)) < 0) {
      return false;
    }
    int at = end + 1;
    boolean time = false;
    while (at < text.length() && SIGNS_OF_TIMES.indexOf(text.charAt(at)) >= 0) {
      time |= text.charAt(at) == ':';
      at++;
    }
    return time
        && Surroundings.signAfter(text, at) > ' '
        && !isAfterLabel(text, start)
        && !isBeforeLabel(text, at);
  }

  /** Whether a label and its colon end the line before. */
  private static boolean isAfterLabel(String text, int start) {
    int at = start - 1;
    if (at < 1 || text.charAt(at) != '\n' || Surroundings.signBefore(text, at) != ':') {
      return false;
    }
    List<String> words = Surroundings.wordsBefore(text, at);
    return !words.isEmpty() && words.stream().anyMatch(BirthLabels::isLabel);
  }

  /** Whether nothing but a label follows on the line; a bracket closes the time of a log. */
  private static boolean isBeforeLabel(String text, int from) {
    int limit = Math.min(text.length(), from + REACH);
    int to = from;
    while (to < limit && text.charAt(to) != '\n' && !Characters.isDigit(text.charAt(to))) {
      to++;
    }
    boolean ends = to == text.length() || text.charAt(to) == '\n';
    List<String> words = Words.of(text, from, to);
    return ends && text.charAt(from - 1) != ']' && !words.isEmpty() && WORDS.containsAll(words);
  }

  /** Whether a label and, right after it, another date follow. */
  private static boolean isLabelOfNext(String text, int end) {
    if (text.startsWith("</", end)) {
      return false;
    }
    int limit = Math.min(text.length(), end + REACH);
    int next = end;
    while (next < limit && !Characters.isDigit(text.charAt(next))) {
      next++;
    }
    if (next == limit) {
      return false;
    }
    List<String> words = Words.of(text, end, next);
    return words.size() <= MOST_BETWEEN && words.stream().anyMatch(BirthLabels::isLabel);
  }

  /** Whether the Russian words for "since" or "until" stand before, which initials do not. */
  private static boolean isStartOfPeriod(String text, int start) {
    return text.startsWith(" с ", start - 3) || text.startsWith(" по ", start - 4);
  }

  /** Whether the Kazakh words for "until" or "since" follow, or a district: {@code г.р-н}. */
  private static boolean isBeforeOther(String text, int end) {
    List<String> words = Surroundings.wordsAfter(text, end);
    String first = words.isEmpty() ? "" : words.get(0);
    return first.startsWith("дейін")
        || first.startsWith("бастап")
        || (words.size() > 2 && words.subList(0, 3).equals(DISTRICT));
  }

  private static boolean isLabel(String word) {
    return word.startsWith("рожд")
        || word.startsWith("birth")
        || word.equals("dob")
        || word.startsWith("туған")
        || word.equals("born");
  }

  /** Whether the label before stands behind another date, whose it is then. */
  private static boolean isLabelSpent(String text, int start) {
    List<String> words = Surroundings.wordsBefore(text, start);
    int count = words.size();
    return count >= 2
        && isSuffix(words.get(count - 2), words.get(count - 1))
        && Characters.isDigit(signBeforeTwoWords(text, start));
  }

  /** Whether two words are a label that stands behind its date. */
  private static boolean isSuffix(String first, String second) {
    return (second.equals("р") && first.equals("г"))
        || (second.equals("рождения") && first.equals("года"))
        || (second.equals("туған") && first.startsWith("жыл"));
  }

  private static char signBeforeTwoWords(String text, int start) {
    int least = Math.max(0, start - REACH);
    int last = Surroundings.startOfWordBefore(text, start, least);
    return Surroundings.signBefore(text, Surroundings.startOfWordBefore(text, last, least));
  }
}
