package kz.umyt.recognize;

import java.util.Collections;
import java.util.List;
import java.util.Set;

/** The words that name a column of one entity. */
final class ColumnWords {

  /**
   * Words that turn a column into one about the value instead of the value itself, such as {@code
   * email_verified} or {@code phone_type}.
   */
  private static final Set<String> ABOUT =
      Set.of(
          "verified",
          "confirmed",
          "valid",
          "flag",
          "count",
          "cnt",
          "qty",
          "type",
          "kind",
          "id",
          "status",
          "at",
          "time",
          "ts",
          "hash",
          "date",
          "attempts",
          "length",
          "policy",
          "required",
          "enabled",
          "expires",
          "тип",
          "вид",
          "статус",
          "признак",
          "проверен",
          "проверена",
          "подтвержден",
          "подтверждена",
          "количество",
          "индекс",
          "индексі",
          "түрі",
          "саны");

  /** The same, before the value. */
  private static final Set<String> ASKING =
      Set.of(
          "is",
          "has",
          "use",
          "allow",
          "need",
          "image",
          "img",
          "logo",
          "icon",
          "script",
          "banner",
          "есть",
          "тип",
          "вид",
          "статус",
          "признак",
          "количество");

  /**
   * Words that name a column of people only where they are all of its name: {@code Имя файла} and
   * {@code пол помещения} speak of something else.
   */
  private static final Set<String> ALONE =
      Set.of(
          "имя",
          "аты",
          "имени",
          "клиент",
          "абонент",
          "пол",
          "sex",
          "born",
          "тегі",
          "контакт",
          "imya",
          "aty",
          "pol",
          "есімі",
          "гр",
          "гражданин",
          "citizen",
          "азаматтық");

  private final List<String> names;
  private final List<List<String>> refusing;

  /**
   * Names of one entity's columns.
   *
   * @param refusing words and phrases that say that a column holds something else
   */
  ColumnWords(List<String> names, List<String> refusing) {
    this.refusing =
        refusing.stream().map(Words::ofName).filter(phrase -> !phrase.isEmpty()).toList();
    this.names =
        names.stream()
            .map(name -> String.join("", Words.ofName(name)))
            .filter(name -> !name.isEmpty())
            .distinct()
            .toList();
  }

  /**
   * How well a column name fits: 0 not at all, otherwise the more letters agree the higher, and a
   * whole name above every part of one.
   */
  int fit(List<String> words) {
    if (areRefusedBy(words)) {
      return 0;
    }
    String whole = String.join("", words);
    if (names.contains(whole)) {
      return 1000 + whole.length();
    }
    int best = 0;
    for (int from = 0; from < words.size(); from++) {
      StringBuilder part = new StringBuilder();
      for (int to = from; to < words.size(); to++) {
        part.append(words.get(to));
        if (part.length() > best
            && names.contains(part.toString())
            && !ALONE.contains(part.toString())
            && !isAbout(words, from, to + 1)) {
          best = part.length();
        }
      }
    }
    return best;
  }

  /** Whether a name says nothing as a part of a longer one. */
  static boolean standsAlone(String name) {
    return ALONE.contains(String.join("", Words.ofName(name)));
  }

  /** Whether a column's name says that it holds something else. */
  boolean areRefusedBy(List<String> words) {
    for (List<String> phrase : refusing) {
      if (Collections.indexOfSubList(words, phrase) >= 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAbout(List<String> words, int from, int to) {
    boolean asked = from > 0 && ASKING.contains(words.get(0));
    boolean about = to < words.size() && ABOUT.contains(words.get(words.size() - 1));
    return asked || about;
  }
}
