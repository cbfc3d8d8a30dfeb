package kz.umyt.discover;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Counts the cells of one column in which one entity was found. */
final class EntityTally {

  private final String entity;
  private final Set<String> evidence = new LinkedHashSet<>();
  private final DistinctCounter found = new DistinctCounter();
  private final DistinctCounter confirmed = new DistinctCounter();
  private final DistinctCounter misses = new DistinctCounter();
  private long cells;
  private long validated;
  private long lastCell = -1;
  private long lastValidated = -1;

  EntityTally(String entity) {
    this.entity = entity;
  }

  /**
   * Takes one finding; a second one in the same cell adds nothing to the counts.
   *
   * @param cell a number of its own for each cell, growing
   */
  void add(long cell, boolean isConfirmed) {
    if (lastCell != cell) {
      lastCell = cell;
      cells++;
    }
    if (isConfirmed && lastValidated != cell) {
      lastValidated = cell;
      validated++;
    }
  }

  /** Whether there is still room for a sample. */
  boolean needsEvidence() {
    return evidence.size() < EntityCounts.SAMPLES;
  }

  /**
   * Takes a sample.
   *
   * @param value what was found, which is masked at once
   */
  void addEvidence(String value) {
    evidence.add(EvidenceMask.mask(entity, value));
  }

  /** Says that a cell is over, and what its hash is. */
  void end(long cell, long hash) {
    if (lastCell == cell) {
      found.add(hash);
    }
    if (lastValidated == cell) {
      confirmed.add(hash);
    }
  }

  /** Takes a cell that would be one but for its check digit. */
  void miss(long hash) {
    misses.add(hash);
  }

  boolean isValidatedIn(long cell) {
    return lastValidated == cell;
  }

  EntityCounts counts() {
    return new EntityCounts(
        cells, validated, found.count(), confirmed.count(), misses.count(), List.copyOf(evidence));
  }
}
