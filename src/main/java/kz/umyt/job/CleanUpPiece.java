package kz.umyt.job;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.umyt.destroy.Cleaner;
import kz.umyt.destroy.Evidence;
import kz.umyt.ledger.Entry;
import kz.umyt.ledger.Ledger;
import kz.umyt.plan.BoundTable;
import kz.umyt.plan.BoundTarget;
import kz.umyt.plan.Plan;
import kz.umyt.report.Act;
import kz.umyt.settings.CleanUp;
import kz.umyt.settings.Job;

/**
 * Cleans the files of the databases, where the job asks for it, after the last change and within
 * the window. What cannot be cleaned is said, and costs nobody the run.
 */
final class CleanUpPiece implements Piece {

  /** What is begun so often and never finished would keep the run from ever ending. */
  private static final int MOST_STARTS = 3;

  private final Job job;
  private final Plan plan;
  private final List<BoundTarget> targets;
  private final Evidence evidence;
  private final String run;
  private final Ledger ledger;
  private final Cleaner cleaner;

  CleanUpPiece(
      Job job,
      Plan plan,
      List<BoundTarget> targets,
      Evidence evidence,
      String run,
      Ledger ledger,
      StopSignal stop) {
    this.job = job;
    this.plan = plan;
    this.targets = List.copyOf(targets);
    this.evidence = evidence;
    this.run = run;
    this.ledger = ledger;
    this.cleaner = new Cleaner(() -> stop.reason().isPresent());
  }

  @Override
  public String name() {
    return "clean up";
  }

  @Override
  public boolean advance() {
    for (BoundTarget target : targets) {
      if (target instanceof BoundTable table
          && asked(table) != CleanUp.NONE
          && hasChanged(table)
          && done(table).isEmpty()) {
        clean(table);
        return true;
      }
    }
    return false;
  }

  /** What was asked for a target and what came of it; empty where nothing was. */
  Optional<Act.CleanUp> of(BoundTarget target) {
    return target instanceof BoundTable table
        ? done(table)
            .map(
                entry ->
                    new Act.CleanUp(
                        entry.text("asked").orElseThrow(),
                        entry.text("obstacle").isEmpty(),
                        entry.text("obstacle")))
        : Optional.empty();
  }

  private void clean(BoundTable table) {
    Map<String, Object> details = new HashMap<>(words(table));
    details.put("asked", asked(table).word());
    if (starts(table) >= MOST_STARTS) {
      details.put("obstacle", "begun three times and never finished in time; do it by hand");
    } else {
      ledger.append(run, Events.CLEAN_UP_STARTED, details);
      Cleaner.Result result = cleaner.clean(table.database(), table.table().name(), asked(table));
      if (result.interrupted()) {
        return;
      }
      result.obstacle().ifPresent(obstacle -> details.put("obstacle", obstacle));
    }
    ledger.append(run, Events.CLEANED_UP, details);
  }

  /** The most that any target asks for the same files. */
  private CleanUp asked(BoundTable table) {
    CleanUp most = CleanUp.NONE;
    for (BoundTable other : sharing(table)) {
      CleanUp asked = other.spec().aftercare().cleanUp().orElse(job.aftercare().cleanUp());
      most = asked.compareTo(most) > 0 ? asked : most;
    }
    return most;
  }

  private boolean hasChanged(BoundTable table) {
    List<String> ids = sharing(table).stream().map(BoundTable::id).toList();
    return plan.targets().stream()
        .filter(planned -> ids.contains(planned.id()))
        .anyMatch(planned -> evidence.of(planned).changed() > 0);
  }

  private List<BoundTable> sharing(BoundTable table) {
    return targets.stream()
        .filter(BoundTable.class::isInstance)
        .map(BoundTable.class::cast)
        .filter(other -> words(other).equals(words(table)))
        .toList();
  }

  /** The entry that says what came of it, unless more rows have gone since. */
  private Optional<Entry> done(BoundTable table) {
    List<String> ids = sharing(table).stream().map(BoundTable::id).toList();
    Optional<Entry> done = Optional.empty();
    for (Entry entry : entries()) {
      if (isOf(entry, Events.CLEANED_UP, table)) {
        done = Optional.of(entry);
      } else if (entry.event().equals(Events.TARGET_FINISHED)
          && entry.text("target").filter(ids::contains).isPresent()
          && entry.number("records").orElse(0) > 0) {
        done = Optional.empty();
      }
    }
    return done;
  }

  private long starts(BoundTable table) {
    long starts = 0;
    for (Entry entry : entries()) {
      starts = isOf(entry, Events.CLEANED_UP, table) ? 0 : starts;
      starts += isOf(entry, Events.CLEAN_UP_STARTED, table) ? 1 : 0;
    }
    return starts;
  }

  private List<Entry> entries() {
    return ledger.entriesOf(run);
  }

  private static boolean isOf(Entry entry, String event, BoundTable table) {
    return entry.event().equals(event)
        && entry.details().entrySet().containsAll(words(table).entrySet());
  }

  /** What is cleaned together. */
  private static Map<String, Object> words(BoundTable table) {
    return table.database().dialect().cleaning().isOfWholeDatabase()
        ? Map.of("source", table.database().name())
        : Map.of("source", table.database().name(), "table", table.table().name().toString());
  }
}
