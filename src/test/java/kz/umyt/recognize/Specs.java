package kz.umyt.recognize;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import kz.umyt.settings.Located;
import kz.umyt.settings.Position;
import kz.umyt.settings.RecognizerSpec;
import kz.umyt.settings.RecognizerSpec.Boundary;
import kz.umyt.settings.RegexFlags;

/** Recognizers written by hand for tests. */
public final class Specs {

  private Specs() {}

  public static <T> Located<T> at(T value) {
    return new Located<>(value, new Position("own.yaml", 7, 9));
  }

  public static RecognizerSpec pattern(String name, String regex, double score, Boundary boundary) {
    return spec(name, List.of(regex), score, boundary, List.of(), List.of(), Optional.empty());
  }

  static RecognizerSpec spec(
      String name,
      List<String> regexes,
      double score,
      Boundary boundary,
      List<String> denied,
      List<String> allowed,
      Optional<String> validator) {
    return new RecognizerSpec(
        at(name),
        List.of(),
        at(name.toUpperCase(Locale.ROOT)),
        regexes.stream()
            .map(regex -> new RecognizerSpec.PatternSpec(at("p"), at(regex), score))
            .toList(),
        words("номер"),
        denied.stream().map(Specs::at).toList(),
        1.0,
        allowed,
        validator.map(Specs::at),
        words("own_number"),
        boundary,
        false,
        List.of(),
        List.of(),
        Optional.empty(),
        RegexFlags.DEFAULT);
  }

  private static List<Located<String>> words(String... words) {
    return Stream.of(words).map(Specs::at).toList();
  }
}
