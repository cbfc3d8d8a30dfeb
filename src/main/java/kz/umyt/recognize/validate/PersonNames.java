package kz.umyt.recognize.validate;

import java.util.Locale;
import kz.umyt.recognize.text.WordLists;
import kz.umyt.recognize.text.WordSet;

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

  private static final GivenNames GIVEN = new GivenNames(WORDS);

  private static final WordSet OTHER = new WordSet(WORDS.set("no names", PersonNames::plain));

  private static final Endings SURE_PATRONYMICS = new Endings(WORDS.list("endings of patronymics"));

  /** Those with an ending that says nothing. */
  private static final WordSet SHORT_PATRONYMICS = WORDS.words("short patronymics");

  private static final Endings POSSIBLE_PATRONYMICS =
      new Endings(WORDS.list("possible endings of patronymics"));

  /** A patronymic written as two words. */
  private static final WordSet PARTICLES = WORDS.words("particles");

  private static final Endings REQUESTS = new Endings(WORDS.list("endings of requests"));

  private static final Endings SURNAMES = new Endings(WORDS.list("endings of surnames"));

  private static final WordSet SHORT_SURNAMES = WORDS.words("short surnames");

  private static final int SHORTEST_STEM = 3;

  private PersonNames() {}

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
    return REQUESTS.end(word, 0);
  }

  /** Whether a word is a given name in its own form. */
  static boolean isGivenName(String word) {
    return GIVEN.hold(word);
  }

  /** Whether a word is a given name in any form. */
  static boolean isGiven(String word) {
    return GIVEN.holdFormOf(word);
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
    return SHORT_SURNAMES.containsLower(word, word.lastIndexOf('-') + 1, word.length())
        || SURNAMES.end(word, 2)
        || patronymic(word) == Patronymic.YES;
  }
}
