package kz.umyt.discover;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import kz.umyt.discover.Explanation.Rule;

/**
 * The class of a column, decided by the share of its filled cells in which an entity was found,
 * with the column's name as prior:
 *
 * <ol>
 *   <li>an entity validated in half of the cells or more, or found there and named by the column;
 *       of several the one validated more often. Confidence: 0.5 + 0.5 · share if the name agrees,
 *       else 0.9 of the validated share and 0.6 of the rest;
 *   <li>else the entity that the name says. One that no value can show (a person's name): 0.5. One
 *       that values do show needs a tenth of the cells, or they contradict: 0.25 + 0.5 · share;
 *   <li>else none, confidence 0.
 * </ol>
 */
record Classification(Optional<String> entity, double confidence, Rule rule) {

  private static final double MOST = 0.5;
  private static final double NOT_CONTRADICTED = 0.1;
  private static final Classification NONE = new Classification(Optional.empty(), 0, Rule.NOTHING);
  private static final Classification CONTRADICTED =
      new Classification(Optional.empty(), 0, Rule.CONTRADICTED);

  /**
   * Decides.
   *
   * @param filled cells that hold more than blanks
   * @param named the entity that the column's name says
   */
  static Classification of(
      long filled,
      Collection<EntityTally> tallies,
      Optional<String> named,
      Recognition recognition) {
    if (filled == 0) {
      return NONE;
    }
    return tallies.stream()
        .filter(tally -> isMost(tally, filled, isNamed(tally, named)))
        .max(
            Comparator.comparingLong(EntityTally::validated)
                .thenComparingLong(EntityTally::cells)
                .thenComparing(tally -> isNamed(tally, named))
                .thenComparing(EntityTally::entity, Comparator.reverseOrder()))
        .map(tally -> byValues(tally, filled, isNamed(tally, named)))
        .or(() -> named.map(entity -> byName(entity, filled, tallies, recognition)))
        .orElse(NONE);
  }

  private static boolean isNamed(EntityTally tally, Optional<String> named) {
    return named.isPresent() && named.get().equals(tally.entity());
  }

  private static boolean isMost(EntityTally tally, long filled, boolean named) {
    return (named ? tally.cells() : tally.validated()) >= MOST * filled;
  }

  private static Classification byValues(EntityTally tally, long filled, boolean named) {
    double share = (double) tally.cells() / filled;
    double validated = (double) tally.validated() / filled;
    return new Classification(
        Optional.of(tally.entity()),
        named ? 0.5 + 0.5 * share : 0.9 * validated + 0.6 * (share - validated),
        named ? Rule.VALUES_AND_NAME : Rule.VALUES);
  }

  private static Classification byName(
      String entity, long filled, Collection<EntityTally> tallies, Recognition recognition) {
    if (!recognition.isSeenInValues(entity)) {
      return new Classification(Optional.of(entity), 0.5, Rule.NAME);
    }
    long cells =
        tallies.stream()
            .filter(tally -> tally.entity().equals(entity))
            .mapToLong(EntityTally::cells)
            .sum();
    double share = (double) cells / filled;
    return share < NOT_CONTRADICTED
        ? CONTRADICTED
        : new Classification(Optional.of(entity), 0.25 + 0.5 * share, Rule.NAME_AND_SOME_VALUES);
  }
}
