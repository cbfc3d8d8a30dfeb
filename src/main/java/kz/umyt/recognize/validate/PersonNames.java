package kz.umyt.recognize.validate;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import kz.umyt.recognize.text.WordLists;

/**
 * What a word can be in a name of Kazakhstan or Russia: a given name of our own list, also in an
 * oblique case, a patronymic or a surname by its ending.
 */
final class PersonNames {

  private static final WordLists WORDS = WordLists.of("names.txt");

  /** How much an ending says. */
  enum Patronymic {
    NO,
    /** Also the ending of ordinary words: <i>формулы</i>, <i>основной</i>. */
    PERHAPS,
    YES
  }

  private static final Set<String> GIVEN = WORDS.set("given names", NameKey::of);

  /** How the given names start; most other words start otherwise. */
  private static final Set<String> STARTS =
      WORDS.set("given names", word -> start(NameKey.of(word)));

  private static final Set<String> OTHER = WORDS.set("no names", PersonNames::plain);

  private static final Endings SURE_PATRONYMICS = new Endings(WORDS.list("endings of patronymics"));

  /** Those with an ending that says nothing. */
  private static final Set<String> SHORT_PATRONYMICS = WORDS.set("short patronymics");

  private static final Endings POSSIBLE_PATRONYMICS =
      new Endings(WORDS.list("possible endings of patronymics"));

  /** A patronymic written as two words. */
  private static final Set<String> PARTICLES = WORDS.set("particles");

  private static final List<String> REQUESTS = WORDS.list("endings of requests");

  private static final Endings SURNAMES = new Endings(WORDS.list("endings of surnames"));

  private static final Set<String> SHORT_SURNAMES = WORDS.set("short surnames");

  /** Endings of oblique cases by sound, Russian and Kazakh, the longest first. */
  private static final List<String> CASES = WORDS.list("endings of cases");

  private static final List<String> RESTORED = List.of("", "a", "i", "ia");

  private static final int SHORTEST_STEM = 3;
  private static final int START = 2;

  private PersonNames() {}

  /** The first letters of a name's key; an oblique case has the same. */
  private static String start(String key) {
    return key.substring(0, Math.min(START, key.length()));
  }

  private static String plain(String word) {
    return word.toLowerCase(Locale.ROOT).replace('ё', 'е');
  }

  /** Whether a word in lower case is known to be no part of a name. */
  static boolean isOther(String word) {
    int hyphen = word.indexOf('-');
    return OTHER.contains(word) || (hyphen > 0 && OTHER.contains(word.substring(0, hyphen)));
  }

  /** Whether a word in lower case has the ending of a request: {@code передайте, сообщите}. */
  static boolean isRequest(String word) {
    return REQUESTS.stream().anyMatch(word::endsWith);
  }

  /** Whether a word is a given name in its own form. */
  static boolean isGivenName(String word) {
    return GIVEN.contains(NameKey.of(word));
  }

  /** Whether a word is a given name in any form. */
  static boolean isGiven(String word) {
    String sound = NameKey.sound(word);
    String key = NameKey.collapsed(sound);
    if (!STARTS.contains(start(key))) {
      return false;
    }
    if (GIVEN.contains(key)) {
      return true;
    }
    for (String ending : CASES) {
      if (sound.length() >= ending.length() + SHORTEST_STEM && sound.endsWith(ending)) {
        String stem = sound.substring(0, sound.length() - ending.length());
        for (String end : RESTORED) {
          if (GIVEN.contains(NameKey.collapsed(stem + end))) {
            return true;
          }
        }
      }
    }
    return false;
  }

  static boolean isParticle(String word) {
    return PARTICLES.contains(word);
  }

  /** Whether the ending of a word is one of patronymics. */
  static Patronymic patronymic(String word) {
    if (SHORT_PATRONYMICS.contains(word)
        || SURE_PATRONYMICS.end(word, SHORTEST_STEM)
        || isOfGivenName(word)) {
      return Patronymic.YES;
    }
    return POSSIBLE_PATRONYMICS.end(word, SHORTEST_STEM) ? Patronymic.PERHAPS : Patronymic.NO;
  }

  /** Whether what stands before a Kazakh ending is a given name, as in <i>Серикулы</i>. */
  private static boolean isOfGivenName(String word) {
    int at = word.lastIndexOf("улы");
    return at >= SHORTEST_STEM && isGivenName(word.substring(0, at));
  }

  /** Whether a word may be a surname by its ending. */
  static boolean isSurname(String word) {
    return SHORT_SURNAMES.contains(word.substring(word.lastIndexOf('-') + 1))
        || SURNAMES.end(word, 2)
        || patronymic(word) == Patronymic.YES;
  }
}
