package kz.umyt.discover;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kz.umyt.recognize.Analyzer;
import kz.umyt.recognize.Finding;
import kz.umyt.recognize.validate.Validator;
import kz.umyt.recognize.validate.Validators;
import kz.umyt.settings.RecognizerSpec;
import org.jspecify.annotations.Nullable;

/** What the recognizers say to discovery. */
final class Recognition {

  /** Findings of a lower score are guesses; the same line as in residue and replacements. */
  private static final double THRESHOLD = 0.5;

  /** Lengths of numbers with a check digit: of an IIN that has lost zeros, and of a card. */
  static final int SHORTEST_CHECKED = 9;

  static final int LONGEST_CHECKED = 19;

  private final LocalDate today;
  private final CellHash hash;
  private final Analyzer analyzer;
  private final Map<String, Validator> checked = new TreeMap<>();
  private final Set<String> seenInValues;

  /** For counts that are merged in this process only. */
  Recognition(List<RecognizerSpec> specs, LocalDate today) {
    this(specs, today, CellHash.ofThisProcess());
  }

  Recognition(List<RecognizerSpec> specs, LocalDate today, CellHash hash) {
    this.today = today;
    this.hash = hash;
    Validators validators = new Validators(today);
    for (RecognizerSpec spec : specs) {
      spec.validator()
          .map(validators::named)
          .filter(Validator::hasCheckDigit)
          .ifPresent(validator -> checked.putIfAbsent(spec.entity().value(), validator));
    }
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

  /** The day of the scan. */
  LocalDate today() {
    return today;
  }

  CellHash hash() {
    return hash;
  }

  /** Entities with a check digit. */
  Set<String> checkedEntities() {
    return checked.keySet();
  }

  /** Whether digits would be such an entity, were their last one another or the same. */
  boolean isRightButForItsCheckDigit(String entity, String digits) {
    Validator validator = checked.get(entity);
    return validator != null && validator.isRightButForItsCheckDigit(digits);
  }

  /** Whether chance alone makes findings of this entity out of other numbers. */
  boolean isChecked(String entity) {
    return checked.containsKey(entity);
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

  Optional<String> wordOfColumn(String name) {
    return analyzer.wordOfColumn(name);
  }

  /**
   * Whether an entity can be told from a value; some, such as names, only from the column. A
   * recognizer of columns alone says so, although another may find the entity by a label in text.
   */
  boolean isSeenInValues(String entity) {
    return seenInValues.contains(entity);
  }
}
