package kz.umyt.recognize;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Set;

/** Lists of words and phrases as people write them: parted by commas, over several lines. */
final class WordLists {

  private static final Pattern COMMAS = Pattern.compile(",\\s*");

  private WordLists() {}

  static List<String> list(String words) {
    return List.of(COMMAS.split(words.strip()));
  }

  static Set<String> set(String words) {
    return Set.copyOf(list(words));
  }
}
