package kz.umyt.plan.suggest;

import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;

/** Beginnings of words; {@code =word} means the whole word. */
record Stems(List<String> stems) {
  Stems {
    stems = List.copyOf(stems);
  }

  /** From a text with white space between them. */
  static Stems of(String text) {
    List<String> stems = new ArrayList<>();
    StringTokenizer tokens = new StringTokenizer(text);
    while (tokens.hasMoreTokens()) {
      stems.add(tokens.nextToken());
    }
    return new Stems(stems);
  }

  /** Whether one of the words begins with one of the stems. */
  boolean isIn(NameWords words) {
    return stems.stream().anyMatch(words::has);
  }
}
