package kz.umyt.discover;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.umyt.discover.Inventory.EntityFinding;

/** Counts the cells of one column in which one entity was found. */
final class EntityTally {

  private static final int SAMPLES = 3;

  private final String entity;
  private final Set<String> evidence = new LinkedHashSet<>();
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
   * @param value what was found, which is masked at once
   */
  void add(long cell, boolean confirmed, String value) {
    if (lastCell != cell) {
      lastCell = cell;
      cells++;
    }
    if (confirmed && lastValidated != cell) {
      lastValidated = cell;
      validated++;
    }
    if (evidence.size() < SAMPLES) {
      evidence.add(EvidenceMask.mask(entity, value));
    }
  }

  String entity() {
    return entity;
  }

  long cells() {
    return cells;
  }

  long validated() {
    return validated;
  }

  EntityFinding finding(long filled) {
    return new EntityFinding(
        entity,
        cells,
        0,
        (double) cells / filled,
        validated,
        Optional.empty(),
        List.copyOf(evidence));
  }
}
