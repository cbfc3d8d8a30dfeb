package kz.umyt.discover;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What was counted of one entity in one column, or in a part of it.
 *
 * @param cells in which it was found
 * @param validated of these, cells in which a check beyond the pattern confirmed it
 * @param found different values among the first
 * @param confirmed different values among the second
 * @param misses different values that would be one but for their check digit
 * @param evidence up to {@link #SAMPLES} masked samples, all different
 */
record EntityCounts(
    long cells,
    long validated,
    DistinctCount found,
    DistinctCount confirmed,
    DistinctCount misses,
    List<String> evidence) {

  static final int SAMPLES = 3;

  EntityCounts {
    evidence = List.copyOf(evidence);
  }

  /** The counts of both; samples of this one come first. */
  EntityCounts merge(EntityCounts other) {
    Set<String> samples = new LinkedHashSet<>(evidence);
    samples.addAll(other.evidence);
    return new EntityCounts(
        cells + other.cells,
        validated + other.validated,
        found.merge(other.found),
        confirmed.merge(other.confirmed),
        misses.merge(other.misses),
        samples.stream().limit(SAMPLES).toList());
  }
}
