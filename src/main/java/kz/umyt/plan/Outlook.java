package kz.umyt.plan;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a person wants to know of a target before a run, beside its counts.
 *
 * @param condition under which a row is due, as it stands in every statement; absent for files
 * @param in30 records that become due within 30 days more, if nothing changes
 * @param in90 the same within 90 days
 * @param estimate of the work, from what earlier runs took; absent where none did enough
 * @param dependents foreign keys of other tables that point here
 * @param triggers that the run would set off
 * @param materializedViews that keep a copy of the rows until they are refreshed
 * @param partitions whose rows are all due now, and that a run would drop as a whole
 */
public record Outlook(
    Optional<String> condition,
    long in30,
    long in90,
    Optional<Duration> estimate,
    List<Dependent> dependents,
    List<Trigger> triggers,
    List<String> materializedViews,
    List<String> partitions) {

  public Outlook {
    dependents = List.copyOf(dependents);
    triggers = List.copyOf(triggers);
    materializedViews = List.copyOf(materializedViews);
    partitions = List.copyOf(partitions);
  }

  /** Of a target without partitions that would go. */
  public Outlook(
      Optional<String> condition,
      long in30,
      long in90,
      Optional<Duration> estimate,
      List<Dependent> dependents,
      List<Trigger> triggers,
      List<String> materializedViews) {
    this(condition, in30, in90, estimate, dependents, triggers, materializedViews, List.of());
  }

  /**
   * A foreign key that points to the target.
   *
   * @param table that it belongs to
   * @param onDelete {@code restrict}, {@code cascade}, {@code set null} or {@code set default}
   * @param covered whether some target of the job destroys that table's rows, or the job gives
   *     leave to take them along
   * @param missingIndex the statement that makes the index it lacks; absent where it has one
   * @param leave whether the job gives leave to take its rows along, or to empty their reference
   */
  public record Dependent(
      String table,
      String foreignKey,
      String onDelete,
      boolean covered,
      Optional<String> missingIndex,
      boolean leave) {

    /** A key without leave. */
    public Dependent(
        String table,
        String foreignKey,
        String onDelete,
        boolean covered,
        Optional<String> missingIndex) {
      this(table, foreignKey, onDelete, covered, missingIndex, false);
    }
  }

  /**
   * A trigger of the table.
   *
   * @param event {@code DELETE} or {@code UPDATE}
   */
  public record Trigger(String name, String event) {}
}
