package kz.umyt.report;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import kz.umyt.settings.LocalizedText;

/** A language of the reports, with what differs by language apart from words. */
enum Language {
  RU("ru", 3, DateTimeFormatter.ofPattern("dd.MM.uuuu", Locale.ROOT)),
  KK("kk", 1, DateTimeFormatter.ofPattern("dd.MM.uuuu", Locale.ROOT)),
  EN("en", 2, DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH));

  private final String tag;
  private final int forms;
  private final DateTimeFormatter date;

  Language(String tag, int forms, DateTimeFormatter date) {
    this.tag = tag;
    this.forms = forms;
    this.date = date;
  }

  /** BCP 47. */
  String tag() {
    return tag;
  }

  /** How many forms a word has beside a number. */
  int forms() {
    return forms;
  }

  /**
   * Which form stands beside a number, as in the plural rules of Unicode CLDR; Kazakh nouns keep
   * theirs after any number.
   */
  int form(long count) {
    return switch (this) {
      case KK -> 0;
      case EN -> count == 1 ? 0 : 1;
      case RU -> russianForm(Math.abs(count));
    };
  }

  DateTimeFormatter date() {
    return date;
  }

  String of(LocalizedText text) {
    return switch (this) {
      case KK -> text.kk();
      case RU -> text.ru();
      case EN -> text.en();
    };
  }

  private static int russianForm(long count) {
    long units = count % 10;
    boolean teen = count % 100 / 10 == 1;
    if (!teen && units == 1) {
      return 0;
    }
    return !teen && units >= 2 && units <= 4 ? 1 : 2;
  }
}
