package kz.umyt.recognize;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kz.umyt.recognize.pattern.SearchPattern;
import kz.umyt.recognize.pattern.Symbols;
import kz.umyt.recognize.text.FoldedText;
import kz.umyt.recognize.validate.Validator;
import kz.umyt.recognize.validate.Validators;
import kz.umyt.recognize.validate.Verdict;
import kz.umyt.settings.Located;
import kz.umyt.settings.RecognizerSpec;
import kz.umyt.settings.SettingsException;
import org.jspecify.annotations.Nullable;

/** A recognizer ready for use. */
final class Recognizer {

  private final int number;
  private final String name;
  private final String entity;
  private final List<SearchPattern> patterns;
  private final Set<SearchPattern> denied;
  private final @Nullable Validator validator;
  private final ContextWords context;
  private final ContextWords nameContext;
  private final ColumnWords columns;
  private final Set<String> allowed;
  private final boolean needsContext;

  /** Whether nothing but a column's name can tell the values. */
  private final boolean onlyCells;

  /**
   * Compiles what people wrote.
   *
   * @param number its place among all recognizers
   * @throws SettingsException if a pattern or the validator's name is wrong
   */
  Recognizer(int number, RecognizerSpec spec, Validators validators, Symbols symbols) {
    this.number = number;
    this.name = spec.name().value();
    this.entity = spec.entity().value();
    List<SearchPattern> compiled = new ArrayList<>();
    for (RecognizerSpec.PatternSpec pattern : spec.patterns()) {
      String owner = "recognizer '" + name + "', pattern '" + pattern.name() + "'";
      compiled.add(
          SearchPattern.compile(
              owner, pattern.regex(), pattern.score(), spec.boundary(), spec.flags(), symbols));
    }
    List<SearchPattern> words = DenyList.compile(spec, symbols);
    this.denied = Set.copyOf(words);
    compiled.addAll(words);
    this.patterns = List.copyOf(compiled);
    Optional<Located<String>> check = spec.validator();
    this.validator = check.isPresent() ? validators.named(check.get()) : null;
    List<String> contextWords = values(spec.context());
    List<String> names = values(spec.columns());
    this.context = new ContextWords(contextWords, values(spec.veto()));
    Stream<String> partsOfNames = names.stream().filter(name -> !ColumnWords.isWhole(name));
    this.nameContext =
        new ContextWords(Stream.concat(contextWords.stream(), partsOfNames).toList(), List.of());
    this.columns = new ColumnWords(names, values(spec.otherColumns()));
    this.allowed = Set.copyOf(spec.allowList());
    this.needsContext = spec.needsContext();
    this.onlyCells =
        needsContext
            && !patterns.isEmpty()
            && patterns.stream().allMatch(pattern -> pattern.edges().whole());
  }

  private static List<String> values(List<Located<String>> located) {
    return located.stream().map(Located::value).toList();
  }

  String name() {
    return name;
  }

  /** Whether one of its matches may be a finding however long it is. */
  boolean mayExceed(int length) {
    return validator == null && patterns.stream().anyMatch(one -> one.longest() > length);
  }

  String entity() {
    return entity;
  }

  /** Whether only a context word or a column's name makes a match a finding. */
  boolean needsContext() {
    return needsContext;
  }

  List<SearchPattern> patterns() {
    return patterns;
  }

  ContextWords context() {
    return context;
  }

  ColumnWords columns() {
    return columns;
  }

  /** Whether a column's name speaks for this recognizer. */
  boolean isNamedBy(List<String> columnName) {
    // Stems are enough beside a pattern; alone they would take login_count for a login.
    return !columns.areRefusedBy(columnName)
        && ((!onlyCells && nameContext.among(columnName)) || columns.fit(columnName) > 0);
  }

  /**
   * Judges one match, adds a finding if it is one, and says where the next match may start.
   *
   * @param hits where words of context stand in the text
   * @param known what the validators said of this text already
   * @param start of the value itself, which may be less than the match
   * @param named whether the column's name speaks for this recognizer
   */
  int judge(
      FoldedText text,
      ContextHits hits,
      LastVerdict known,
      SearchPattern pattern,
      int start,
      int end,
      boolean named,
      List<Finding> to) {
    if (validator == null || denied.contains(pattern)) {
      add(text, hits, start, end, pattern.score(), false, needsContext, named, to);
      return end;
    }
    Verdict verdict = known.of(number, start, end);
    if (verdict == null) {
      verdict = validator.judge(text.text(), start, end);
      known.keep(number, start, end, verdict);
    }
    if (verdict.answer() == Verdict.Answer.REFUSED) {
      return verdict.end();
    }
    boolean weak = needsContext || verdict.answer() == Verdict.Answer.NEEDS_CONTEXT;
    double score = ownScore(pattern);
    boolean found = add(text, hits, verdict.start(), verdict.end(), score, true, weak, named, to);
    return found ? verdict.end() : start + 1;
  }

  /** Adds a finding unless the words around it, or the lack of them, speak against it. */
  private boolean add(
      FoldedText text,
      ContextHits hits,
      int start,
      int end,
      double score,
      boolean validated,
      boolean weak,
      boolean named,
      List<Finding> to) {
    ContextWords.Says says =
        hits.mayStandNear(number, start, end)
            ? context.around(text.text(), start, end)
            : ContextWords.Says.NOTHING;
    boolean confirmed = named || says == ContextWords.Says.YES;
    if (says == ContextWords.Says.NO || (weak && !confirmed) || isAllowed(text, start, end)) {
      return false;
    }
    to.add(finding(text, start, end, score(score, confirmed), validated));
    return true;
  }

  /** The score of a match without words of context. */
  private double ownScore(SearchPattern pattern) {
    return validator == null || denied.contains(pattern)
        ? pattern.score()
        : Math.max(pattern.score(), validator.leastScore());
  }

  /** The highest score that a match of a pattern can have. */
  double mostScore(SearchPattern pattern) {
    double own = ownScore(pattern);
    return Math.max(own, score(own, true));
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
