package kz.umyt.recognize;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kz.umyt.settings.Located;
import kz.umyt.settings.RecognizerSpec;
import kz.umyt.settings.RecognizerSpec.Boundary;
import kz.umyt.settings.SettingsException;
import org.jspecify.annotations.Nullable;

/** A recognizer ready for use. */
final class Recognizer {

  private final String name;
  private final String entity;
  private final List<SearchPattern> patterns;
  private final @Nullable SearchPattern denied;
  private final @Nullable Validator validator;
  private final ContextWords context;
  private final ContextWords nameContext;
  private final ColumnWords columns;
  private final Set<String> allowed;

  /**
   * Compiles what people wrote.
   *
   * @throws SettingsException if a pattern or the validator's name is wrong
   */
  Recognizer(RecognizerSpec spec, Validators validators) {
    this.name = spec.name().value();
    this.entity = spec.entity().value();
    List<SearchPattern> compiled = new ArrayList<>();
    for (RecognizerSpec.PatternSpec pattern : spec.patterns()) {
      String owner = "recognizer '" + name + "', pattern '" + pattern.name() + "'";
      compiled.add(SearchPattern.compile(owner, pattern.regex(), pattern.score(), spec.boundary()));
    }
    this.denied = deniedWords(spec);
    if (denied != null) {
      compiled.add(denied);
    }
    this.patterns = List.copyOf(compiled);
    Optional<Located<String>> check = spec.validator();
    this.validator = check.isPresent() ? validators.named(check.get()) : null;
    List<String> words = values(spec.context());
    List<String> names = values(spec.columns());
    this.context = new ContextWords(words);
    this.nameContext = ContextWords.of(words, names);
    this.columns = new ColumnWords(names);
    this.allowed = Set.copyOf(spec.allowList());
  }

  private static List<String> values(List<Located<String>> located) {
    return located.stream().map(Located::value).toList();
  }

  private static @Nullable SearchPattern deniedWords(RecognizerSpec spec) {
    if (spec.denyList().isEmpty()) {
      return null;
    }
    String regex =
        spec.denyList().stream()
            .map(
                word ->
                    FoldedText.of(word.value(), Lanes.of(word.value(), 0, word.value().length()))
                        .text())
            .sorted(Comparator.comparingInt(String::length).reversed())
            .map(Pattern::quote)
            .collect(Collectors.joining("|"));
    return SearchPattern.compile(
        "recognizer '" + spec.name() + "', deny_list",
        new Located<>(regex, spec.denyList().get(0).at()),
        spec.denyListScore(),
        Boundary.WORD);
  }

  String entity() {
    return entity;
  }

  List<SearchPattern> patterns() {
    return patterns;
  }

  ColumnWords columns() {
    return columns;
  }

  /** Whether a column's name speaks for this recognizer. */
  boolean isNamedBy(List<String> columnName) {
    return nameContext.among(columnName) || columns.fit(columnName) > 0;
  }

  /**
   * Judges one match, adds a finding if it is one, and says where the next match may start.
   *
   * @param named whether the column's name speaks for this recognizer
   */
  int judge(
      FoldedText text, SearchPattern pattern, int start, int end, boolean named, List<Finding> to) {
    if (validator == null || pattern == denied) {
      if (!isAllowed(text, start, end)) {
        boolean context = named || context(text, start, end);
        to.add(finding(text, start, end, score(pattern.score(), context), false));
      }
      return end;
    }
    Verdict verdict = validator.judge(text.text(), start, end);
    if (verdict.answer() == Verdict.Answer.REFUSED) {
      return verdict.end();
    }
    if (isAllowed(text, verdict.start(), verdict.end())) {
      return verdict.end();
    }
    boolean context = named || context(text, verdict.start(), verdict.end());
    if (verdict.answer() == Verdict.Answer.NEEDS_CONTEXT && !context) {
      return start + 1;
    }
    double score = score(Math.max(pattern.score(), validator.leastScore()), context);
    to.add(finding(text, verdict.start(), verdict.end(), score, true));
    return verdict.end();
  }

  private boolean context(FoldedText text, int start, int end) {
    return context.around(text.text(), start, end);
  }

  /** Presidio's scale: a context word adds 0.35, to 0.4 at least and 1 at most. */
  private static double score(double own, boolean context) {
    double score = context ? Math.min(1.0, Math.max(own + 0.35, 0.4)) : own;
    // Two decimals, so that 0.6 + 0.35 is printed and compared as 0.95.
    return Math.round(score * 100) / 100.0;
  }

  private boolean isAllowed(FoldedText text, int start, int end) {
    return !allowed.isEmpty()
        && (allowed.contains(text.originalOf(start, end))
            || allowed.contains(text.text().substring(start, end)));
  }

  private Finding finding(FoldedText text, int start, int end, double score, boolean validated) {
    return new Finding(
        entity, text.originalStart(start), text.originalEnd(end), score, validated, name);
  }
}
