package kz.umyt.recognize.validate;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import kz.umyt.recognize.text.WordLists;
import kz.umyt.recognize.text.WordSet;

/**
 * The names of cities and countries, in Russian, Kazakh and Latin letters, with the case endings of
 * Russian.
 */
final class Places {

  private static final WordLists WORDS = WordLists.of("places.txt");

  private static final Set<String> COUNTRIES_AND_REGIONS = WORDS.set("countries and regions");

  private final WordSet cities;
  private final WordSet known;
  private final WordSet firstWords;

  Places() {
    Set<String> names = new HashSet<>();
    WORDS.list("cities").stream().map(Places::key).forEach(city -> add(city, names));
    this.cities = new WordSet(names, Places::fold);
    names.addAll(COUNTRIES_AND_REGIONS);
    this.known = new WordSet(names, Places::fold);
    this.firstWords =
        new WordSet(names.stream().map(Places::firstWord).distinct().toList(), Places::fold);
  }

  private static String firstWord(String key) {
    int space = key.indexOf(' ');
    return space < 0 ? key : key.substring(0, space);
  }

  private static void add(String city, Set<String> to) {
    to.add(city);
    String stem = city.substring(0, city.length() - 1);
    char last = city.charAt(city.length() - 1);
    List<String> endings = List.of();
    if (last == 'а') {
      endings = List.of("ы", "и", "е", "у", "ой");
    } else if (last == 'ь') {
      endings = List.of("я", "ю", "ем", "е", "и", "ью");
    } else if (city.endsWith("ый") || city.endsWith("ий")) {
      stem = city.substring(0, city.length() - 2);
      endings = List.of("ого", "ому", "ым", "им", "ом", "его", "ему", "ем", "ия", "ию", "ии");
    } else if (last == 'й') {
      endings = List.of("я", "ю", "е", "ого", "ому", "ом");
    } else if ("бвгдзклмнпрстфхцчшщ".indexOf(last) >= 0) {
      stem = city;
      endings = List.of("а", "у", "ом", "е");
    }
    for (String ending : endings) {
      to.add(stem + ending);
    }
  }

  /** Whether a part of a text is the name of a city. */
  boolean isCity(String text, int from, int to) {
    return cities.containsLower(text, from, to);
  }

  /** Whether the name of a city, a country or a region may start with a word of a text. */
  boolean startsWith(String text, int from, int to) {
    int end = from;
    while (end < to && text.charAt(end) != '-' && text.charAt(end) != ' ') {
      end++;
    }
    return firstWords.containsLower(text, from, end);
  }

  /** Whether a part of a text is the name of a city, a country or a region. */
  boolean isKnown(String text, int from, int to) {
    return known.containsLower(text, from, to);
  }

  /** A name in lower case, hyphens and spaces alike. */
  private static String key(String name) {
    char[] letters = new char[name.length()];
    for (int i = 0; i < letters.length; i++) {
      letters[i] = (char) fold(Character.toLowerCase(name.charAt(i)));
    }
    return new String(letters);
  }

  private static int fold(int letter) {
    return letter == '-' ? ' ' : letter == 'ё' ? 'е' : letter == '\u0259' ? 'ә' : letter;
  }
}
