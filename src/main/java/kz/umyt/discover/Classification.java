package kz.umyt.discover;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.umyt.discover.Explanation.Rule;

/**
 * The class of a column, decided by the share of its different values in which an entity was found,
 * with the column's name as prior:
 *
 * <ol>
 *   <li>an entity validated in half of the values or more, or found there and named by the column;
 *       of several the one validated more often. Where these are less than half of the cells, ten
 *       values at least: one IIN beside one phrase that stands in all other notes is no class.
 *       Confidence: 0.5 + 0.5 · share if the name agrees, else 0.9 of the validated share and 0.6
 *       of the rest;
 *   <li>else the entity that the name says. One that no value can show (a person's name): 0.5. One
 *       that values do show needs a tenth of them, or they contradict: 0.25 + 0.5 · share;
 *   <li>else none, confidence 0.
 * </ol>
 *
 * Different values, because one default for thousands of people says nothing of the others. An
 * entity that was found no more often than chance gives (see {@link Density}) decides nothing.
 */
record Classification(Optional<String> entity, double confidence, Rule rule) {

  private static final double MOST = 0.5;
  private static final int ENOUGH = 10;
  private static final double NOT_CONTRADICTED = 0.1;

  private Classification(Rule rule) {
    this(Optional.empty(), 0, rule);
  }

  /** What one entity has to say. */
  private record Candidate(
      String entity, boolean named, double found, double confirmed, boolean enough) {

    boolean isMost() {
      return enough && (named ? found : confirmed) >= MOST;
    }

    Classification classification() {
      return new Classification(
          Optional.of(entity),
          named ? 0.5 + 0.5 * found : 0.9 * confirmed + 0.6 * (found - confirmed),
          named ? Rule.VALUES_AND_NAME : Rule.VALUES);
    }
  }

  /**
   * Decides.
   *
   * @param named the entity that the column's name says
   * @param chance entities that were found no more often than chance gives
   */
  static Classification of(
      ColumnCounts counts, Optional<String> named, Set<String> chance, Recognition recognition) {
    if (counts.filled() == 0) {
      return new Classification(Rule.NOTHING);
    }
    long distinct = counts.distinct().count();
    return counts.entities().entrySet().stream()
        .filter(entry -> !chance.contains(entry.getKey()))
        .map(entry -> candidate(entry, named, counts.filled(), distinct))
        .filter(Candidate::isMost)
        .max(
            Comparator.comparingDouble(Candidate::confirmed)
                .thenComparingDouble(Candidate::found)
                .thenComparing(Candidate::named)
                .thenComparing(Candidate::entity, Comparator.reverseOrder()))
        .map(Candidate::classification)
        .or(() -> named.map(entity -> byName(entity, counts, chance, recognition)))
        .orElseGet(() -> new Classification(chance.isEmpty() ? Rule.NOTHING : Rule.CHANCE));
  }

  private static Candidate candidate(
      Map.Entry<String, EntityCounts> entry, Optional<String> name, long filled, long distinct) {
    EntityCounts counts = entry.getValue();
    boolean named = name.filter(entry.getKey()::equals).isPresent();
    long cells = named ? counts.cells() : counts.validated();
    long values = (named ? counts.found() : counts.confirmed()).count();
    return new Candidate(
        entry.getKey(),
        named,
        share(counts.found(), distinct),
        share(counts.confirmed(), distinct),
        cells >= MOST * filled || values >= ENOUGH);
  }

  /** Two estimates may differ where the values are the same. */
  private static double share(DistinctCount part, long distinct) {
    return Math.min(1, (double) part.count() / distinct);
  }

  private static Classification byName(
      String entity, ColumnCounts counts, Set<String> chance, Recognition recognition) {
    if (!recognition.isSeenInValues(entity)) {
      return new Classification(Optional.of(entity), 0.5, Rule.NAME);
    }
    if (chance.contains(entity)) {
      return new Classification(Rule.CHANCE);
    }
    EntityCounts found = counts.entities().get(entity);
    double share = found == null ? 0 : share(found.found(), counts.distinct().count());
    return share < NOT_CONTRADICTED
        ? new Classification(Rule.CONTRADICTED)
        : new Classification(Optional.of(entity), 0.25 + 0.5 * share, Rule.NAME_AND_SOME_VALUES);
  }
}
