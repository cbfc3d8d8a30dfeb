package kz.umyt.recognize;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.umyt.recognize.text.WordLists;
import kz.umyt.recognize.text.Words;

/**
 * The words that name a column of one entity, as parts of its name too; those written {@code =имя}
 * only as all of it, since {@code Имя файла} speaks of something else.
 */
final class ColumnWords {

  private static final WordLists WORDS = WordLists.of("columns.txt");

  /**
   * Words that turn a column into one about the value instead of the value itself, such as {@code
   * email_verified} or {@code phone_type}.
   */
  private static final Set<String> ABOUT = WORDS.set("after the value");

  /** The same, before the value. */
  private static final Set<String> ASKING = WORDS.set("before the value");

  /** Before a name that counts only as a whole. */
  private static final String WHOLE = "=";

  private final Set<String> names;

  /** Those of the names that count as parts of longer ones, too. */
  private final Set<String> parts;

  private final List<List<String>> refusing;

  /**
   * Names of one entity's columns.
   *
   * @param refusing words and phrases that say that a column holds something else
   */
  ColumnWords(List<String> names, List<String> refusing) {
    this.refusing =
        refusing.stream().map(Words::ofName).filter(phrase -> !phrase.isEmpty()).toList();
    this.names = joined(names.stream());
    this.parts = joined(names.stream().filter(name -> !isWhole(name)));
  }

  private static Set<String> joined(Stream<String> names) {
    return names
        .map(name -> String.join("", Words.ofName(name)))
        .filter(name -> !name.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * How well a column name fits: 0 not at all, otherwise the more letters agree the higher, and a
   * whole name above every part of one.
   */
  int fit(List<String> words) {
    String agreeing = agreeing(words);
    return names.contains(agreeing) && agreeing.equals(String.join("", words))
        ? 1000 + agreeing.length()
        : agreeing.length();
  }

  /** The part of a column's name that fits, its words joined; empty where none does. */
  String agreeing(List<String> words) {
    if (areRefusedBy(words)) {
      return "";
    }
    String whole = String.join("", words);
    if (names.contains(whole)) {
      return whole;
    }
    String best = "";
    for (int from = 0; from < words.size(); from++) {
      StringBuilder part = new StringBuilder();
      for (int to = from; to < words.size(); to++) {
        part.append(words.get(to));
        if (part.length() > best.length()
            && parts.contains(part.toString())
            && !isAbout(words, from, to + 1)) {
          best = part.toString();
        }
      }
    }
    return best;
  }

  /** Whether a name counts only as all of a column's name. */
  static boolean isWhole(String name) {
    return name.startsWith(WHOLE);
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
