package kz.umyt.recognize;

import java.util.ArrayList;
import java.util.List;
import kz.umyt.recognize.text.Words;

/**
 * The words and phrases that, near a match, say that it is what it seems, and those that say that
 * it is something else. The nearest one decides, so that in {@code дата рождения 01.02.1990, дата
 * выдачи 03.04.2020} each date has its own label.
 */
final class ContextWords {

  /** What the words around a match say of it. */
  enum Says {
    NOTHING,
    YES,
    NO
  }

  /** Shorter words must match whole; longer ones also as the stem of a word. */
  static final int SHORTEST_STEM = 4;

  private static final int WORDS_BEFORE = 6;
  private static final int WORDS_AFTER = 4;

  /** How far, in characters, a context word is looked for. */
  static final int REACH = 80;

  private static final int BUCKETS = 64;

  /** Some words in a row. */
  private record Phrase(List<String> words, Says says) {}

  private final List<Phrase> phrases = new ArrayList<>();

  /** The same phrases by the first letter of their last word. */
  private final Phrase[][] byLastWord = new Phrase[BUCKETS][];

  /** The same phrases by the first letter of their first word. */
  private final Phrase[][] byFirstWord = new Phrase[BUCKETS][];

  /**
   * Words of both kinds.
   *
   * @param context what confirms a match
   * @param veto what refuses it
   */
  ContextWords(List<String> context, List<String> veto) {
    add(context, Says.YES);
    add(veto, Says.NO);
    fill(byFirstWord, true);
    fill(byLastWord, false);
  }

  private void add(List<String> words, Says says) {
    words.stream()
        .map(Words::of)
        .filter(phrase -> !phrase.isEmpty() && phrase.size() <= WORDS_BEFORE)
        .distinct()
        .forEach(phrase -> phrases.add(new Phrase(List.copyOf(phrase), says)));
  }

  private void fill(Phrase[][] buckets, boolean first) {
    List<List<Phrase>> lists = new ArrayList<>();
    for (int i = 0; i < BUCKETS; i++) {
      lists.add(new ArrayList<>());
    }
    for (Phrase phrase : phrases) {
      List<String> words = phrase.words();
      String key = words.get(first ? 0 : words.size() - 1);
      lists.get(key.charAt(0) % BUCKETS).add(phrase);
    }
    for (int i = 0; i < BUCKETS; i++) {
      buckets[i] = lists.get(i).toArray(Phrase[]::new);
    }
  }

  /** The first word of each phrase. */
  List<String> firstWords() {
    return phrases.stream().map(phrase -> phrase.words().get(0)).toList();
  }

  /** What the words before, or else after, a part of a folded text say of it. */
  Says around(String text, int start, int end) {
    if (phrases.isEmpty()) {
      return Says.NOTHING;
    }
    NearWords near = new NearWords(text);
    near.readBefore(start, WORDS_BEFORE, REACH);
    for (int last = 0; last < near.size(); last++) {
      Says says = says(near, last, byLastWord, true);
      if (says != Says.NOTHING) {
        return says;
      }
    }
    near.readAfter(end, WORDS_AFTER, REACH);
    for (int first = 0; first < near.size(); first++) {
      Says says = says(near, first, byFirstWord, false);
      // Further away a refusing word speaks of the next value.
      if (says == Says.YES || (says == Says.NO && first == 0)) {
        return says;
      }
    }
    return Says.NOTHING;
  }

  /** Words before a match are numbered from it, so a phrase is read backwards there. */
  private static Says says(NearWords near, int at, Phrase[][] buckets, boolean backwards) {
    Says best = Says.NOTHING;
    int longest = 0;
    for (Phrase phrase : buckets[near.firstLetter(at) % BUCKETS]) {
      int size = phrase.words().size();
      boolean wins = size > longest || (size == longest && phrase.says() == Says.YES);
      if (wins && at + size <= near.size() && stands(near, at, phrase.words(), backwards)) {
        best = phrase.says();
        longest = size;
      }
    }
    return best;
  }

  private static boolean stands(NearWords near, int at, List<String> phrase, boolean backwards) {
    int size = phrase.size();
    for (int i = 0; i < size; i++) {
      String wanted = phrase.get(backwards ? size - 1 - i : i);
      if (!near.matches(at + i, wanted, wanted.length() >= SHORTEST_STEM)) {
        return false;
      }
    }
    return true;
  }

  /** Whether one of the confirming phrases stands in the given words. */
  boolean among(List<String> words) {
    for (int at = 0; at < words.size(); at++) {
      for (Phrase phrase : phrases) {
        if (phrase.says() == Says.YES && startsAt(words, at, phrase.words())) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean startsAt(List<String> words, int at, List<String> phrase) {
    if (at + phrase.size() > words.size()) {
      return false;
    }
    for (int i = 0; i < phrase.size(); i++) {
      String wanted = phrase.get(i);
      String word = words.get(at + i);
      boolean same =
          wanted.length() < SHORTEST_STEM ? word.equals(wanted) : word.startsWith(wanted);
      if (!same) {
        return false;
      }
    }
    return true;
  }
}
