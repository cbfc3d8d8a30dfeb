package kz.umyt.job;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kz.umyt.ledger.Ledger;

/**
 * Runs of a job whose anonymized columns still held personal data when they were last read again.
 * Their rows stand as done, so nothing but the ledger remembers them.
 */
final class OpenResidue {
  private OpenResidue() {}

  /** The runs, as the last check of the job's columns found them. */
  static List<String> of(String job, Ledger ledger) {
    return ledger
        .last(
            entry ->
                entry.event().equals(Events.VERIFIED)
                    && entry.text(Events.JOB).equals(Optional.of(job)))
        .map(entry -> entry.details().get(Events.RESIDUE_IN))
        .stream()
        .flatMap(runs -> runs instanceof List<?> list ? list.stream() : Stream.empty())
        .map(String::valueOf)
        .toList();
  }
}
