package kz.umyt.recognize;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a word can be in a name of Kazakhstan or Russia: a given name of our own list, also in an
 * oblique case, a patronymic or a surname by its ending.
 */
final class PersonNames {

  /** How much an ending says. */
  enum Patronymic {
    NO,
    /** Also the ending of ordinary words: <i>формулы</i>, <i>основной</i>. */
    PERHAPS,
    YES
  }

  private static final Set<String> GIVEN = WordList.read("given-names.txt", NameKey::of);
  private static final Set<String> OTHER = WordList.read("not-names.txt", PersonNames::plain);

  private static final List<String> SURE_PATRONYMICS =
      words(
          """
          ұлы ұлының ұлына ұлын ұлынан ұлымен қызы қызының қызына қызын қызынан қызымен кызы кызына
          оглы ович евич ьич овича евича ьича овичу евичу ьичу овичем
          евичем ьичем овичтің евичтің овичке евичке овичті евичті овна евна инична
          овнаның евнаның овнаға евнаға овнаны евнаны ovich evich ovna evna uly kyzy qyzy kizi oglu
          inichna
          """);

  /** Those with an ending that says nothing. */
  private static final Set<String> SHORT_PATRONYMICS =
      Set.copyOf(
          words(
              """
              ильич ильича ильичу ильичем кузьмич кузьмича кузьмичу лукич лукича фомич фомича никитич
              никитича ильинична ильиничны ильиничне никитична никитичны никитичне ilyich ilich
              """));

  private static final List<String> POSSIBLE_PATRONYMICS =
      words(
          """
          улы улына улыны улымен овны овне овну овной евны евне евну евной иничны иничне иничну
          иничной ичной овиче евиче
          """);

  /** A patronymic written as two words. */
  private static final Set<String> PARTICLES =
      Set.of(
          "ұлы", "улы", "қызы", "кызы", "оглы", "ұлына", "қызына", "ұлының", "қызының", "uly",
          "kyzy", "qyzy", "oglu");

  private static final List<String> SURNAMES =
      words(
          """
          ов ова ову овым овой ове овы ев ева еву евым евой еве ёв ин ина ину иным иной ын ына ыну
          ский ская ского скому скую ской ским цкий цкая цкого цкому енко чук щук юк швили дзе
          ұлы қызы улы бай бек баев беков тай хан қожа ғали гали қали мұрат берген гелді құл ахмет
          бақ жан нұр ов ova ov ev eva yov yova in ina yn yna sky skiy skyi skii ski skaya enko chuk
          bay bai bek khan uly
          """);

  private static final Set<String> SHORT_SURNAMES =
      Set.copyOf(
          words(
              """
              ким ли цой пак тен юн шин нам ван чой кан хван лим эм огай тян хегай мун ан шек юй
              вебер шмидт мюллер браун кох kim lee tsoy tsoi choi pak tsay weber schmidt
              """));

  /** Endings of oblique cases by sound, Russian and Kazakh, the longest first. */
  private static final List<String> CASES =
      words(
          """
          nin din tin men ben pen dan den tan ten nan nen oi ei om em iu ia ga ge ka ke na ne di ti
          ni da de ta te a u e i
          """);

  private static final List<String> RESTORED = List.of("", "a", "i", "ia");

  private static final int SHORTEST_STEM = 3;

  private PersonNames() {}

  private static List<String> words(String text) {
    return text.lines().flatMap(line -> List.of(line.trim().split(" ", -1)).stream()).toList();
  }

  private static String plain(String word) {
    return word.toLowerCase(Locale.ROOT).replace('ё', 'е');
  }

  /** Whether a word in lower case is known to be no part of a name. */
  static boolean isOther(String word) {
    int hyphen = word.indexOf('-');
    return OTHER.contains(word) || (hyphen > 0 && OTHER.contains(word.substring(0, hyphen)));
  }

  /** Whether a word is a given name in its own form. */
  static boolean isGivenName(String word) {
    return GIVEN.contains(NameKey.of(word));
  }

  /** Whether a word is a given name in any form. */
  static boolean isGiven(String word) {
    String sound = NameKey.sound(word);
    if (GIVEN.contains(NameKey.collapsed(sound))) {
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
        || endsWith(word, SURE_PATRONYMICS, SHORTEST_STEM)
        || isOfGivenName(word)) {
      return Patronymic.YES;
    }
    return endsWith(word, POSSIBLE_PATRONYMICS, SHORTEST_STEM) ? Patronymic.PERHAPS : Patronymic.NO;
  }

  /** Whether what stands before a Kazakh ending is a given name, as in <i>Серикулы</i>. */
  private static boolean isOfGivenName(String word) {
    int at = word.lastIndexOf("улы");
    return at >= SHORTEST_STEM && isGivenName(word.substring(0, at));
  }

  /** Whether a word may be a surname by its ending. */
  static boolean isSurname(String word) {
    return SHORT_SURNAMES.contains(word.substring(word.lastIndexOf('-') + 1))
        || endsWith(word, SURNAMES, 2)
        || patronymic(word) == Patronymic.YES;
  }

  private static boolean endsWith(String word, List<String> endings, int stem) {
    for (String ending : endings) {
      if (word.length() >= ending.length() + stem && word.endsWith(ending)) {
        return true;
      }
    }
    return false;
  }
}
