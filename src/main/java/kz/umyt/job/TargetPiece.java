package kz.umyt.job;

import java.util.Map;
import java.util.function.LongSupplier;
import kz.umyt.destroy.TargetWork;
import kz.umyt.destroy.Workshop;
import kz.umyt.ledger.Ledger;
import kz.umyt.plan.BoundTarget;
import kz.umyt.plan.Cascaded;
import kz.umyt.plan.DroppedPartition;
import kz.umyt.plan.RefusedException;
import kz.umyt.settings.Job;
import org.jspecify.annotations.Nullable;

/** The step that carries out one target. */
final class TargetPiece implements Piece {

  private final BoundTarget target;
  private final long planned;
  private final long most;
  private final Workshop workshop;
  private final Ledger ledger;
  private final String run;
  private final Job.Throttle throttle;
  private final Progress progress;
  private final Results results;
  private final LongSupplier nanos;
  private @Nullable TargetWork work;
  private long openedAt;
  private long changedBefore;

  /**
   * A step for a target.
   *
   * @param planned records that were due by the plan
   * @param most records that may go, over all attempts of the run
   */
  TargetPiece(
      BoundTarget target,
      long planned,
      long most,
      Workshop workshop,
      Ledger ledger,
      String run,
      Job.Throttle throttle,
      Progress progress,
      Results results,
      LongSupplier nanos) {
    this.target = target;
    this.planned = planned;
    this.most = most;
    this.workshop = workshop;
    this.ledger = ledger;
    this.run = run;
    this.throttle = throttle;
    this.progress = progress;
    this.results = results;
    this.nanos = nanos;
  }

  @Override
  public String name() {
    String name = target.spec().action().word() + " " + target.id();
    // The repository's column ends at 100 characters.
    return name.length() <= 100
        ? name
        : name.substring(0, 60) + "…" + Integer.toHexString(name.hashCode());
  }

  @Override
  public boolean advance() {
    TargetWork opened = opened();
    long before = opened.outcome().changed();
    long started = nanos.getAsLong();
    boolean more = opened.advance();
    long after = opened.outcome().changed();
    progress.reached(after);
    if (after > most) {
      throw new RefusedException(
          target.id()
              + ": more records became due while the run was at work than were approved; it was"
              + " stopped. Make the plan again as of the same day and have it approved");
    }
    if (more) {
      if (after > before) {
        rest(nanos.getAsLong() - started);
      }
      return true;
    }
    finish(opened.outcome());
    close();
    return false;
  }

  private TargetWork opened() {
    TargetWork opened = work;
    if (opened == null) {
      progress.started(name(), planned);
      openedAt = nanos.getAsLong();
      opened = workshop.open(target, planned);
      changedBefore = opened.outcome().changed();
      work = opened;
    }
    return opened;
  }

  private void finish(TargetWork.Outcome outcome) {
    results.finished(target, outcome);
    ledger.append(
        run,
        Events.TARGET_FINISHED,
        Map.of(
            "target", target.id(),
            "action", target.spec().action().word(),
            "changed", outcome.changed(),
            "partitions", outcome.partitions().stream().map(DroppedPartition::name).toList(),
            "cascaded", outcome.cascaded().stream().mapToLong(Cascaded::records).sum(),
            "failed", outcome.failed(),
            "chunks", outcome.chunks(),
            "digest", outcome.digest(),
            "records", outcome.changed() - changedBefore,
            "millis", (nanos.getAsLong() - openedAt) / 1_000_000));
    progress.finished();
  }

  /** As long as the work was, in the proportion of the pause to the time of a whole chunk. */
  private void rest(long worked) {
    double share = Math.min(1, worked / (double) throttle.chunkTime().toNanos());
    long millis = Math.round(throttle.pause().toMillis() * share);
    if (millis == 0) {
      return;
    }
    try {
      Thread.sleep(millis);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    TargetWork opened = work;
    if (opened != null) {
      opened.close();
      work = null;
    }
  }
}
