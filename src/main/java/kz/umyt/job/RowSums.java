package kz.umyt.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.umyt.destroy.Evidence;
import kz.umyt.destroy.RowsBeside;
import kz.umyt.destroy.RowsBeside.Place;
import kz.umyt.plan.BoundTable;
import kz.umyt.plan.BoundTarget;
import kz.umyt.plan.Cascaded;
import kz.umyt.plan.Plan;
import kz.umyt.plan.PlannedTarget;
import kz.umyt.report.Act;
import kz.umyt.settings.Action;

/** Whether the rows add up that were there, that this run destroyed, and that are there now. */
final class RowSums {

  private final Plan plan;
  private final Evidence evidence;
  private final RowsBesidePiece beside;

  /**
   * Takes up a run.
   *
   * @param plan the counts before the first change
   * @param evidence what the run destroyed
   */
  RowSums(Plan plan, Evidence evidence, RowsBesidePiece beside) {
    this.plan = plan;
    this.evidence = evidence;
    this.beside = beside;
  }

  /** Of the target itself, then of what stands beside it. */
  List<Act.TableRows> of(BoundTarget target, PlannedTarget before, PlannedTarget now) {
    List<Act.TableRows> sums = new ArrayList<>();
    sums.add(
        new Act.TableRows(
            before.target(),
            Optional.empty(),
            Optional.of(all(before)),
            Optional.of(all(now)),
            destroyed(before.source(), before.target())));
    if (target instanceof BoundTable table) {
      Set<Place> places = RowsBeside.of(table);
      Map<Place, Long> left = RowsBeside.count(table.database(), places);
      for (Place place : places) {
        long destroyed = destroyed(place.source(), place.table().toString());
        long emptied = along(place.source(), place.table().toString(), Cascaded.EMPTY);
        // Of destroyed rows nobody knows any more in how many the column held something.
        if (place.column().isEmpty() || destroyed + emptied == 0) {
          sums.add(
              new Act.TableRows(
                  place.table().toString(),
                  place.column(),
                  beside.before(place),
                  Optional.ofNullable(left.get(place)),
                  destroyed));
        }
      }
    }
    return List.copyOf(sums);
  }

  /** Every record is in scope, or was anonymized before. */
  private static long all(PlannedTarget counted) {
    return counted.inScope() + counted.alreadyDone();
  }

  /** By all targets of the run, and with the rows of them. */
  private long destroyed(String source, String table) {
    long along = along(source, table, Cascaded.DESTROY);
    return along
        + plan.targets().stream()
            .filter(planned -> planned.source().equals(source) && planned.target().equals(table))
            .filter(planned -> planned.action().equals(Action.DESTROY.word()))
            .mapToLong(planned -> evidence.of(planned).changed())
            .sum();
  }

  private long along(String source, String table, String action) {
    return plan.targets().stream()
        .filter(planned -> planned.source().equals(source))
        .flatMap(planned -> evidence.of(planned).cascaded().stream())
        .filter(along -> along.table().equals(table) && along.action().equals(action))
        .mapToLong(Cascaded::records)
        .sum();
  }
}
