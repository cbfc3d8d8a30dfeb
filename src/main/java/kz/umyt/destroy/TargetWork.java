package kz.umyt.destroy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kz.umyt.plan.Cascaded;
import kz.umyt.plan.DroppedPartition;

/** One target being carried out, one transaction or one file at a time. */
public interface TargetWork extends AutoCloseable {

  /**
   * Does the next piece and writes its evidence with it.
   *
   * @return false when there is nothing left to do
   */
  boolean advance();

  /** Where the work stands; whole over all restarts of the run. */
  Outcome outcome();

  @Override
  void close();

  /**
   * Counts of one target.
   *
   * @param changed records destroyed or anonymized
   * @param failures due records that could not be changed, by reason
   * @param chunks transactions or files
   * @param digest of the last piece of evidence
   * @param cascaded rows of other tables that went along, or lost a reference
   * @param partitions that were dropped as a whole; their rows are among those that changed
   */
  record Outcome(
      long changed,
      Map<String, Long> failures,
      long chunks,
      String digest,
      List<Cascaded> cascaded,
      List<DroppedPartition> partitions) {

    /** Nothing went along. */
    public Outcome(long changed, Map<String, Long> failures, long chunks, String digest) {
      this(changed, failures, chunks, digest, List.of(), List.of());
    }

    /** The same where so many more records could not be changed. */
    public Outcome with(String reason, long records) {
      Map<String, Long> all = new TreeMap<>(failures);
      all.merge(reason, records, Long::sum);
      return new Outcome(changed, all, chunks, digest, cascaded, partitions);
    }

    /** Due records that could not be changed. */
    public long failed() {
      return failures.values().stream().mapToLong(Long::longValue).sum();
    }
  }
}
