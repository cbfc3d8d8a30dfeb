package kz.umyt.recognize.validate;

import java.util.List;

/** Endings of words, found by their last letter, since most words have none of them. */
final class Endings {

  private static final int BUCKETS = 64;

  private final String[][] byLastLetter = new String[BUCKETS][];

  Endings(List<String> endings) {
    for (int bucket = 0; bucket < BUCKETS; bucket++) {
      int of = bucket;
      byLastLetter[bucket] =
          endings.stream().filter(ending -> bucket(ending) == of).toArray(String[]::new);
    }
  }

  private static int bucket(String word) {
    return word.charAt(word.length() - 1) % BUCKETS;
  }

  /**
   * Whether a word has one of the endings.
   *
   * @param stem how many letters must stand before it
   */
  boolean end(String word, int stem) {
    if (word.isEmpty()) {
      return false;
    }
    for (String ending : byLastLetter[bucket(word)]) {
      if (word.length() >= ending.length() + stem && word.endsWith(ending)) {
        return true;
      }
    }
    return false;
  }
}
