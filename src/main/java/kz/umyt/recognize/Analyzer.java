package kz.umyt.recognize;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import kz.umyt.settings.RecognizerSpec;
import kz.umyt.settings.SettingsException;
import org.jspecify.annotations.Nullable;

/**
 * Finds personal data in one text. Immutable, safe for use by several threads, and linear in time:
 * no text stalls it or makes it lose a finding.
 */
public final class Analyzer {

  /** How many column names are remembered; a database with more of them is only slower. */
  private static final int REMEMBERED_NAMES = 10_000;

  private final List<Recognizer> recognizers;
  private final long leastOfAll;

  /** For each column name, which recognizers it speaks for. A pure function, remembered. */
  private final ConcurrentHashMap<String, boolean[]> named = new ConcurrentHashMap<>();

  /**
   * An analyzer with the given recognizers.
   *
   * @param today the day after which no date inside an identifier can lie
   * @throws SettingsException if a pattern is refused, could be misread or matches empty text, or a
   *     validator is unknown
   */
  public Analyzer(List<RecognizerSpec> specs, LocalDate today) {
    Validators validators = new Validators(today);
    this.recognizers = specs.stream().map(spec -> new Recognizer(spec, validators)).toList();
    this.leastOfAll =
        recognizers.stream()
            .flatMap(recognizer -> recognizer.patterns().stream())
            .map(SearchPattern::needs)
            .reduce(Lanes::least)
            .orElse(0L);
  }

  /**
   * The findings of a text, in the order of the text, never overlapping, of every score.
   *
   * @param column the name of the column that holds the text, which counts as context
   */
  public List<Finding> analyze(String text, @Nullable String column) {
    long lanes = Lanes.of(text, 0, text.length());
    if (!Lanes.covers(lanes, leastOfAll)) {
      return List.of();
    }
    Search search = null;
    for (int i = 0; i < recognizers.size(); i++) {
      for (SearchPattern pattern : recognizers.get(i).patterns()) {
        if (Lanes.covers(lanes, pattern.needs())) {
          search = search == null ? new Search(text, lanes, column) : search;
          search.run(i, pattern, true);
        }
      }
    }
    return search == null ? List.of() : search.findings();
  }

  /** What {@link #analyze} must find too: the same patterns without any filter before them. */
  List<Finding> analyzeUnfiltered(String text, @Nullable String column) {
    Search search = new Search(text, Lanes.of(text, 0, text.length()), column);
    for (int i = 0; i < recognizers.size(); i++) {
      for (SearchPattern pattern : recognizers.get(i).patterns()) {
        search.run(i, pattern, false);
      }
    }
    return search.findings();
  }

  /**
   * The entity that a column of this name is expected to hold: case, {@code _}, hyphens, spaces and
   * camelCase aside, the name is or contains one of a recognizer's {@code columns} words. The
   * longest agreement wins.
   */
  public Optional<String> entityOfColumn(String name) {
    List<String> words = Words.ofName(name);
    return recognizers.stream()
        .filter(recognizer -> recognizer.columns().fit(words) > 0)
        .max(
            Comparator.comparingInt((Recognizer recognizer) -> recognizer.columns().fit(words))
                .thenComparing(Recognizer::entity, Comparator.reverseOrder()))
        .map(Recognizer::entity);
  }

  /** The entities that this analyzer can find, by value or by column name. */
  public Set<String> entities() {
    Set<String> entities = new TreeSet<>();
    recognizers.forEach(recognizer -> entities.add(recognizer.entity()));
    return entities;
  }

  private boolean isNamed(int recognizer, @Nullable String column) {
    if (column == null || column.isEmpty()) {
      return false;
    }
    boolean[] known = named.get(column);
    if (known == null) {
      List<String> words = Words.ofName(column);
      known = new boolean[recognizers.size()];
      for (int i = 0; i < known.length; i++) {
        known[i] = recognizers.get(i).isNamedBy(words);
      }
      if (named.size() < REMEMBERED_NAMES) {
        named.put(column, known);
      }
    }
    return known[recognizer];
  }

  /** The work on one text. */
  private final class Search {

    private final FoldedText text;
    private final @Nullable String column;
    private final List<Finding> findings = new ArrayList<>(2);

    Search(String text, long lanes, @Nullable String column) {
      this.text = FoldedText.of(text, lanes);
      this.column = column;
    }

    void run(int index, SearchPattern pattern, boolean filtered) {
      Recognizer recognizer = recognizers.get(index);
      SearchPattern.Matches matches =
          (matched, start, end) ->
              recognizer.judge(text, matched, start, end, isNamed(index, column), findings);
      if (filtered) {
        pattern.find(text.text(), matches);
      } else {
        pattern.findUnfiltered(text.text(), matches);
      }
    }

    List<Finding> findings() {
      return Overlaps.settle(findings);
    }
  }
}
