package kz.umyt.recognize;

import java.util.ArrayList;
import java.util.List;

/** The words and phrases that, near a match, make it more likely. */
final class ContextWords {

  /** Shorter words must match whole; longer ones also as the stem of a word. */
  private static final int SHORTEST_STEM = 4;

  private static final int WORDS_BEFORE = 6;
  private static final int WORDS_AFTER = 4;

  /** How far, in characters, a context word is looked for. */
  private static final int REACH = 80;

  private final List<List<String>> phrases;

  ContextWords(List<String> phrases) {
    this.phrases =
        phrases.stream().map(Words::of).filter(words -> !words.isEmpty()).distinct().toList();
  }

  /** Whether a context word stands before or after the given part of a folded text. */
  boolean around(String text, int start, int end) {
    if (phrases.isEmpty()) {
      return false;
    }
    int from = wholeWordFrom(text, Math.max(0, start - REACH));
    List<String> before = Words.of(text, from, start);
    if (among(before.subList(Math.max(0, before.size() - WORDS_BEFORE), before.size()))) {
      return true;
    }
    List<String> after = Words.of(text, end, Math.min(text.length(), end + REACH));
    return among(after.subList(0, Math.min(WORDS_AFTER, after.size())));
  }

  /** Whether one of the phrases stands in the given words. */
  boolean among(List<String> words) {
    for (int at = 0; at < words.size(); at++) {
      for (List<String> phrase : phrases) {
        if (startsAt(words, at, phrase)) {
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

  /** Half a word at the edge of the reach would read as another word. */
  private static int wholeWordFrom(String text, int from) {
    int at = from;
    if (at > 0 && Words.isWordPart(text.charAt(at - 1))) {
      while (at < text.length() && Words.isWordPart(text.charAt(at))) {
        at++;
      }
    }
    return at;
  }

  static ContextWords of(List<String> words, List<String> more) {
    List<String> all = new ArrayList<>(words);
    all.addAll(more);
    return new ContextWords(all);
  }
}
