package kz.umyt.recognize.validate;

import java.util.List;
import kz.umyt.recognize.text.WordLists;
import kz.umyt.recognize.text.WordSet;

/** The given names of our own list by their sound, also in an oblique case. */
final class GivenNames {

  private static final int SHORTEST_STEM = 3;
  private static final int LETTERS = 26;

  /** Endings of a name's own form, which an oblique case has cut off. */
  private static final String[] RESTORED = {"", "a", "i", "ia"};

  private final WordSet names;

  /** How the names start; most other words start otherwise. An oblique case starts the same. */
  private final boolean[] starts = new boolean[(LETTERS + 1) * (LETTERS + 1)];

  /** Endings of oblique cases by their last letter. */
  private final String[][] cases = new String[LETTERS][];

  /** Reads the lists of names and of endings, the latter by sound, Russian and Kazakh. */
  GivenNames(WordLists words) {
    List<String> keys = words.list("given names").stream().map(NameKey::of).toList();
    this.names = new WordSet(keys);
    for (String key : keys) {
      starts[start(key.toCharArray(), key.length())] = true;
    }
    List<String> endings = words.list("endings of cases");
    for (int letter = 0; letter < LETTERS; letter++) {
      char last = (char) ('a' + letter);
      cases[letter] =
          endings.stream()
              .filter(ending -> ending.charAt(ending.length() - 1) == last)
              .toArray(String[]::new);
    }
  }

  /** The first two letters of a key as a number. */
  private static int start(char[] key, int length) {
    int second = length > 1 ? key[1] - 'a' + 1 : 0;
    return (key[0] - 'a') * (LETTERS + 1) + second;
  }

  /** Whether a word is a given name in its own form. */
  boolean hold(String word) {
    char[] key = new char[2 * word.length()];
    int length = NameKey.collapse(key, NameKey.sound(word, key), key);
    return length > 0 && starts[start(key, length)] && names.contains(key, 0, length);
  }

  /** Whether a word is a given name in any form. */
  boolean holdFormOf(String word) {
    char[] sound = new char[2 * word.length()];
    int length = NameKey.sound(word, sound);
    char[] key = new char[length + 2];
    int size = NameKey.collapse(sound, length, key);
    if (size == 0 || !starts[start(key, size)]) {
      return false;
    }
    if (names.contains(key, 0, size)) {
      return true;
    }
    for (String ending : cases[sound[length - 1] - 'a']) {
      int stem = length - ending.length();
      if (stem >= SHORTEST_STEM && ends(sound, stem, ending) && holdStem(sound, stem, key)) {
        return true;
      }
    }
    return false;
  }

  private static boolean ends(char[] sound, int from, String ending) {
    for (int i = 0; i < ending.length(); i++) {
      if (sound[from + i] != ending.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a stem with one of the restored endings is a name; {@code key} is room for it. */
  private boolean holdStem(char[] sound, int stem, char[] key) {
    int size = NameKey.collapse(sound, stem, key);
    for (String ending : RESTORED) {
      int length = size;
      for (int i = 0; i < ending.length(); i++) {
        length = NameKey.append(key, length, ending.charAt(i));
      }
      if (names.contains(key, 0, length)) {
        return true;
      }
    }
    return false;
  }
}
