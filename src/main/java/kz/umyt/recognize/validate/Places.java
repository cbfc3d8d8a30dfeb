package kz.umyt.recognize.validate;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import kz.umyt.recognize.text.WordLists;

/**
 * The names of cities and countries, in Russian, Kazakh and Latin letters, with the case endings of
 * Russian.
 */
final class Places {

  private static final WordLists WORDS = WordLists.of("places.txt");

  private static final Set<String> COUNTRIES_AND_REGIONS = WORDS.set("countries and regions");

  private final Set<String> cities = new HashSet<>();
  private final Set<String> firstWords = new HashSet<>();

  Places() {
    WORDS.list("cities").stream().map(Places::key).forEach(this::add);
    cities.forEach(city -> firstWords.add(firstWord(city)));
    COUNTRIES_AND_REGIONS.forEach(name -> firstWords.add(firstWord(name)));
  }

  private static String firstWord(String key) {
    int space = key.indexOf(' ');
    return space < 0 ? key : key.substring(0, space);
  }

  private void add(String city) {
    cities.add(city);
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
      cities.add(stem + ending);
    }
  }

  boolean isCity(String name) {
    return cities.contains(key(name));
  }

  /** Whether the name of a city, a country or a region may start with a word. */
  boolean startsWith(String word) {
    return firstWords.contains(firstWord(key(word)));
  }

  /** Whether a name is that of a city, a country or a region. */
  boolean isKnown(String name) {
    String key = key(name);
    return cities.contains(key) || COUNTRIES_AND_REGIONS.contains(key);
  }

  /** A name in lower case, hyphens and spaces alike. */
  private static String key(String name) {
    char[] letters = new char[name.length()];
    for (int i = 0; i < letters.length; i++) {
      char c = Character.toLowerCase(name.charAt(i));
      letters[i] = c == '-' ? ' ' : c == 'ё' ? 'е' : c == '\u0259' ? 'ә' : c;
    }
    return new String(letters);
  }
}
