package kz.umyt.job;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import kz.umyt.source.SourceException;

/**
 * Sources that went away while they were scanned. Nothing more is tried there: each try would wait
 * for a connection, and there may be thousands of tables. Safe for several threads.
 */
final class LostSources {

  private final Map<String, SourceException> lost = new ConcurrentHashMap<>();

  /** Reads something of a source, unless it is lost; a failure means that it is. */
  void unlessLost(String source, Runnable read) {
    if (lost.containsKey(source)) {
      return;
    }
    try {
      read.run();
    } catch (SourceException failure) {
      lost.putIfAbsent(source, failure);
    }
  }

  /**
   * Ends a scan that is not whole.
   *
   * @param pieces what there is to read, and what of it is read
   * @throws SourceException if a source is lost
   */
  void requireNone(List<ScanStore.Planned> pieces) {
    if (lost.isEmpty()) {
      return;
    }
    throw new SourceException(
        String.join("; ", lost.values().stream().map(Throwable::getMessage).sorted().toList())
            + "; "
            + pieces.stream().filter(ScanStore.Planned::read).count()
            + " of "
            + pieces.size()
            + " tables, parts of tables and files are read and kept: once the source can be"
            + " reached, the same command goes on from there");
  }
}
