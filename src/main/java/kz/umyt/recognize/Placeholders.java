package kz.umyt.recognize;

import java.util.List;
import java.util.Set;

/** What people and programs write into a cell that holds nothing, or into a row of totals. */
final class Placeholders {

  private static final int LONGEST = 40;

  private static final Set<String> WORDS =
      Set.of(
          "нет",
          "не",
          "неизвестно",
          "неизвестен",
          "неизвестный",
          "отсутствует",
          "пусто",
          "прочерк",
          "нд",
          "н",
          "null",
          "nil",
          "none",
          "na",
          "nan",
          "unknown",
          "undefined",
          "empty",
          "test",
          "тест",
          "итого",
          "всего",
          "барлығы",
          "жиыны",
          "жоқ",
          "белгісіз",
          "көрсетілмеген",
          "бос",
          "total",
          "удалено",
          "удален",
          "удалена",
          "deleted",
          "removed",
          "redacted",
          "аноним",
          "анонимно",
          "обезличено",
          "anonymous",
          "masked",
          "скрыто",
          "жасырын",
          "жойылды",
          "тұлғасыздандырылды",
          "true",
          "false",
          "да",
          "yes",
          "no",
          "not",
          "физлицо",
          "юрлицо",
          "физическое",
          "юридическое",
          "указать",
          "укажите");

  private Placeholders() {}

  /** Whether a text says that a value is missing, masked or a total. */
  static boolean isOne(String text, int start, int end) {
    if (text.charAt(start) == '<' || isMasked(text, start, end)) {
      return true;
    }
    List<String> words = Words.of(text, start, Math.min(end, start + LONGEST));
    return words.isEmpty() || WORDS.contains(words.get(0));
  }

  private static boolean isMasked(String text, int start, int end) {
    for (int i = start; i <= end && i < text.length(); i++) {
      if (text.charAt(i) == '*') {
        return true;
      }
    }
    return false;
  }
}
