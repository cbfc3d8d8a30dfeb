package kz.umyt.recognize;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import kz.umyt.recognize.pattern.Automaton;
import kz.umyt.recognize.pattern.SearchPattern;
import kz.umyt.recognize.pattern.Symbols;
import kz.umyt.recognize.text.FoldedText;
import kz.umyt.settings.Located;
import kz.umyt.settings.RecognizerSpec;
import kz.umyt.settings.RecognizerSpec.Boundary;

/**
 * The words of a deny list as patterns, longer words first. Each pattern is small enough for an
 * {@link Automaton}; RE2J would go as deep into the stack as there are words.
 */
final class DenyList {

  /** Letters of one pattern. */
  private static final int MOST_LETTERS = 8_000;

  /** Words of one pattern. */
  private static final int MOST_WORDS = 500;

  private DenyList() {}

  static List<SearchPattern> compile(RecognizerSpec spec, Symbols symbols) {
    List<Located<String>> words =
        spec.denyList().stream()
            .map(word -> new Located<>(FoldedText.of(word.value()).text(), word.at()))
            .sorted(Comparator.comparingInt(word -> -word.value().length()))
            .toList();
    List<SearchPattern> patterns = new ArrayList<>();
    int from = 0;
    int letters = 0;
    for (int i = 0; i < words.size(); i++) {
      int length = words.get(i).value().length();
      if (i > from && (i - from == MOST_WORDS || letters + length > MOST_LETTERS)) {
        patterns.add(compile(spec, words.subList(from, i), symbols));
        from = i;
        letters = 0;
      }
      letters += length;
    }
    if (from < words.size()) {
      patterns.add(compile(spec, words.subList(from, words.size()), symbols));
    }
    return List.copyOf(patterns);
  }

  private static SearchPattern compile(
      RecognizerSpec spec, List<Located<String>> words, Symbols symbols) {
    String regex =
        words.stream().map(word -> Pattern.quote(word.value())).collect(Collectors.joining("|"));
    return SearchPattern.compile(
        "recognizer '" + spec.name() + "', deny_list",
        new Located<>(regex, words.get(0).at()),
        spec.denyListScore(),
        Boundary.WORD,
        spec.flags(),
        symbols);
  }
}
