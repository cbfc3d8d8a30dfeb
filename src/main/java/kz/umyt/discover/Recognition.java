package kz.umyt.discover;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kz.umyt.recognize.Analyzer;
import kz.umyt.recognize.Finding;
import kz.umyt.settings.RecognizerSpec;
import org.jspecify.annotations.Nullable;

/** What the recognizers say to discovery. */
final class Recognition {

  /** Findings of a lower score are guesses; the same line as in residue and replacements. */
  private static final double THRESHOLD = 0.5;

  private final Analyzer analyzer;
  private final Set<String> seenInValues;

  Recognition(List<RecognizerSpec> specs, LocalDate today) {
    this.analyzer = new Analyzer(specs, today);
    Set<String> named =
        specs.stream()
            .filter(spec -> !hasValues(spec))
            .map(spec -> spec.entity().value())
            .collect(Collectors.toUnmodifiableSet());
    this.seenInValues =
        specs.stream()
            .filter(Recognition::hasValues)
            .map(spec -> spec.entity().value())
            .filter(entity -> !named.contains(entity))
            .collect(Collectors.toUnmodifiableSet());
  }

  private static boolean hasValues(RecognizerSpec spec) {
    return !spec.patterns().isEmpty() || !spec.denyList().isEmpty();
  }

  List<Finding> findings(String text, @Nullable String column) {
    List<Finding> all = analyzer.analyze(text, column);
    for (Finding finding : all) {
      if (finding.score() < THRESHOLD) {
        return all.stream().filter(one -> one.score() >= THRESHOLD).toList();
      }
    }
    return all;
  }

  Optional<String> entityOfColumn(String name) {
    return analyzer.entityOfColumn(name);
  }

  /**
   * Whether an entity can be told from a value; some, such as names, only from the column. A
   * recognizer of columns alone says so, although another may find the entity by a label in text.
   */
  boolean isSeenInValues(String entity) {
    return seenInValues.contains(entity);
  }
}
