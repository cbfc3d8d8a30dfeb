package kz.umyt.job;

import java.util.List;
import kz.umyt.plan.BoundTable;
import kz.umyt.plan.BoundTarget;

/**
 * Goes once more over tables that point to each other in a circle which nothing opens, for as long
 * as rows of them go: whatever goes may free rows of a table whose turn was before.
 */
final class CirclePiece implements Piece {

  private final List<Turn> turns;
  private final Results results;
  private int next;
  private long before;

  /** One target, and the step that has carried it out once. */
  record Turn(BoundTarget target, Piece piece) {
    boolean isClosed() {
      return target instanceof BoundTable table && table.ties().closed();
    }
  }

  /**
   * A step for those of the targets that are in such a circle.
   *
   * @param turns of all targets of the run, in their order
   */
  CirclePiece(List<Turn> turns, Results results) {
    this.turns = turns.stream().filter(Turn::isClosed).toList();
    this.results = results;
  }

  @Override
  public String name() {
    return "circles";
  }

  @Override
  public boolean advance() {
    if (next == 0 && !mayFree()) {
      return false;
    }
    if (!turns.get(next).piece().advance()) {
      next = (next + 1) % turns.size();
    }
    return true;
  }

  /** Whether rows are left, and others have gone since they were looked at. */
  private boolean mayFree() {
    long changed = sum(false);
    boolean goes = sum(true) > 0 && changed > before;
    before = changed;
    return goes;
  }

  private long sum(boolean failed) {
    return turns.stream()
        .flatMap(turn -> results.outcome(turn.target()).stream())
        .mapToLong(outcome -> failed ? outcome.failed() : outcome.changed())
        .sum();
  }
}
