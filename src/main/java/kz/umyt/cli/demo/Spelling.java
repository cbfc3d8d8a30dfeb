package kz.umyt.cli.demo;

import java.util.Locale;

/** Kazakh names in the letters that older systems know. */
final class Spelling {
  private static final String KAZAKH = "ӘәҒғҚқҢңӨөҰұҮүҺһІі";
  private static final String RUSSIAN = "АаГгКкНнОоУуУуХхИи";
  private static final String CYRILLIC = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя";
  private static final String[] LATIN = {
    "a", "b", "v", "g", "d", "e", "e", "zh", "z", "i", "i", "k", "l", "m", "n", "o", "p", "r", "s",
    "t", "u", "f", "kh", "ts", "ch", "sh", "sch", "", "y", "", "e", "yu", "ya"
  };

  private Spelling() {}

  /**
   * As a system on windows-1251 writes a Kazakh name: that code page has none of the letters
   * ӘҒҚҢӨҰҮҺ.
   */
  static String russian(String text) {
    StringBuilder russian = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      int at = KAZAKH.indexOf(text.charAt(i));
      russian.append(at < 0 ? text.charAt(i) : RUSSIAN.charAt(at));
    }
    return russian.toString();
  }

  /** As in logins and e-mail addresses: small Latin letters, and nothing else. */
  static String latin(String text) {
    String russian = russian(text).toLowerCase(Locale.ROOT);
    StringBuilder latin = new StringBuilder(russian.length());
    for (int i = 0; i < russian.length(); i++) {
      int at = CYRILLIC.indexOf(russian.charAt(i));
      if (at >= 0) {
        latin.append(LATIN[at]);
      }
    }
    return latin.toString();
  }
}
