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

  private NameKey() {}

  static String of(String word) {
    return collapsed(sound(word));
  }

  /** The sound of a word with its double letters, so that endings can still be cut off. */
  static String sound(String word) {
    StringBuilder sound = new StringBuilder(word.length() + 4);
    for (int i = 0; i < word.length(); i++) {
      char c = Character.toLowerCase(word.charAt(i));
      if (c < 128) {
        i += latin(word, i, c, sound);
      } else if (c == 'ж') {
        sound.append('j');
      } else {
        int at = CYRILLIC.indexOf(c);
        sound.append(at < 0 ? "" : LATIN[at]);
      }
    }
    return sound.toString();
  }

  /** Appends one Latin letter or the pair that it begins; answers how many more were read. */
  private static int latin(String word, int at, char c, StringBuilder sound) {
    char next = at + 1 < word.length() ? Character.toLowerCase(word.charAt(at + 1)) : '\0';
    switch (c) {
      case 'y' -> {
        if (next == 'e') {
          return 0; // Yerlan is Erlan, Alexeyev is Alekseev
        }
        sound.append('i');
      }
      case 'q' -> sound.append('k');
      case 'x' -> sound.append("ks");
      case 'w' -> sound.append('v');
      case 'z', 'k', 'g' -> {
        sound.append(c == 'z' && next == 'h' ? 'j' : c == 'k' && next == 'h' ? 'h' : c);
        return next == 'h' ? 1 : 0;
      }
      default -> {
        if (Characters.isLatin(c)) {
          sound.append(c);
        }
      }
    }
    return 0;
  }

  static String collapsed(String sound) {
    StringBuilder once = new StringBuilder(sound.length());
    for (int i = 0; i < sound.length(); i++) {
      if (i == 0 || sound.charAt(i) != sound.charAt(i - 1)) {
        once.append(sound.charAt(i));
      }
    }
    return once.toString();
  }
}
