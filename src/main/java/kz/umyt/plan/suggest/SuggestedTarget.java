package kz.umyt.plan.suggest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.umyt.settings.Action;
import kz.umyt.settings.Policy;

/**
 * One table or set of files as a target of a job.
 *
 * @param inFiles true for files, false for a table
 * @param place as a job names it: a table, or a file pattern
 * @param holds entities of all its columns
 * @param retention where none fits well, the nearest; then the target waits
 * @param clock absent where none was found; then the target waits
 * @param columns empty for {@link Action#DESTROY}
 * @param decide what a person must decide about the target as a whole
 * @param waits why the target cannot be planned yet; empty where it can
 */
public record SuggestedTarget(
    String source,
    boolean inFiles,
    String place,
    List<String> holds,
    Reasoned<Policy.Retention> retention,
    Optional<Reasoned<SuggestedClock>> clock,
    Optional<Reasoned<String>> subject,
    Reasoned<Action> action,
    List<SuggestedColumn> columns,
    List<String> decide,
    List<String> waits) {

  public SuggestedTarget {
    holds = List.copyOf(holds);
    columns = List.copyOf(columns);
    decide = List.copyOf(decide);
    waits = List.copyOf(waits);
  }

  /** Whether a plan can take it as it stands. */
  public boolean isReady() {
    return waits.isEmpty();
  }

  /** The same target, kept back for one more reason. */
  SuggestedTarget waiting(String reason) {
    List<String> more = new ArrayList<>(waits);
    more.add(reason);
    return new SuggestedTarget(
        source, inFiles, place, holds, retention, clock, subject, action, columns, decide, more);
  }

  /** The same target, silent about entities that a job cannot name any more. */
  SuggestedTarget naming(Set<String> entities) {
    return new SuggestedTarget(
        source,
        inFiles,
        place,
        holds.stream().filter(entities::contains).toList(),
        retention,
        clock,
        subject,
        action,
        columns.stream().map(column -> column.naming(entities)).toList(),
        decide,
        waits);
  }

  /** The same target under another name. */
  SuggestedTarget at(String otherPlace) {
    return new SuggestedTarget(
        source,
        inFiles,
        otherPlace,
        holds,
        retention,
        clock,
        subject,
        action,
        columns,
        decide,
        waits);
  }
}
