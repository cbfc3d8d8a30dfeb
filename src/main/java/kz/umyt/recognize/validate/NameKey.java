package kz.umyt.recognize.validate;

import kz.umyt.recognize.text.Characters;

/**
 * Writes a name as its sound, roughly, in Latin letters, so that the spellings that people use for
 * one name compare equal: Ерлан, Yerlan and Erlan; Әсел, Асель and Assel; Қайрат, Kairat and
 * Qayrat; Жанар, Zhanar and Janar.
 */
final class NameKey {

  private static final String CYRILLIC = "абвгдезийклмнопрстуфхцчшщыэюяәғқңөұүһіё";

  private static final String[] LATIN = {
    "a", "b", "v", "g", "d", "e", "z", "i", "i", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u",
    "f", "h", "c", "ch", "sh", "sh", "i", "e", "iu", "ia", "a", "g", "k", "n", "o", "u", "u", "h",
    "i", "e"
  };

  private static final int FIRST = '\u0430';

  /** What each Cyrillic letter sounds like, from а on. */
  private static final String[] SOUNDS = sounds();

  private NameKey() {}

  private static String[] sounds() {
    String[] sounds = new String[0x100];
    for (int i = 0; i < CYRILLIC.length(); i++) {
      sounds[CYRILLIC.charAt(i) - FIRST] = LATIN[i];
    }
    sounds['ж' - FIRST] = "j";
    return sounds;
  }

  static String of(String word) {
    char[] key = new char[2 * word.length()];
    return new String(key, 0, collapse(key, sound(word, key), key));
  }

  /**
   * The sound of a word with its double letters, so that endings can still be cut off.
   *
   * @param to takes two letters for each of the word
   * @return how many there are
   */
  static int sound(String word, char[] to) {
    int size = 0;
    int length = word.length();
    for (int i = 0; i < length; i++) {
      char c = Characters.lower(word.charAt(i));
      if (c >= FIRST) {
        String sound = c - FIRST < SOUNDS.length ? SOUNDS[c - FIRST] : null;
        for (int at = 0; sound != null && at < sound.length(); at++) {
          to[size++] = sound.charAt(at);
        }
      } else if (Characters.isLatin(c)) {
        char next = i + 1 < length ? Characters.lower(word.charAt(i + 1)) : '\0';
        // Yerlan is Erlan, Alexeyev is Alekseev.
        if (c != 'y' || next != 'e') {
          to[size++] = latin(c, next);
        }
        if (c == 'x') {
          to[size++] = 's';
        }
        i += isPair(c, next) ? 1 : 0;
      }
    }
    return size;
  }

  private static boolean isPair(char c, char next) {
    return next == 'h' && (c == 'z' || c == 'k' || c == 'g');
  }

  private static char latin(char c, char next) {
    return switch (c) {
      case 'y' -> 'i';
      case 'q', 'x' -> 'k';
      case 'w' -> 'v';
      case 'z' -> next == 'h' ? 'j' : c;
      case 'k' -> next == 'h' ? 'h' : c;
      default -> c;
    };
  }

  /**
   * Writes each letter of a sound once that follows itself.
   *
   * @param to may be the sound itself
   * @return how many there are
   */
  static int collapse(char[] sound, int length, char[] to) {
    int size = 0;
    for (int i = 0; i < length; i++) {
      size = append(to, size, sound[i]);
    }
    return size;
  }

  /** Adds a letter unless it is the last one already; answers how many there are then. */
  static int append(char[] key, int size, char letter) {
    if (size > 0 && key[size - 1] == letter) {
      return size;
    }
    key[size] = letter;
    return size + 1;
  }
}
