package kz.umyt.job;

import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import kz.umyt.discover.FoundSoFar;
import kz.umyt.discover.Inventory;
import kz.umyt.discover.Inventory.Gap;
import kz.umyt.discover.Piece;
import kz.umyt.discover.PieceResult;
import kz.umyt.discover.Scan;
import kz.umyt.discover.ScanLimits;
import kz.umyt.ledger.Fingerprints;
import kz.umyt.ledger.HomeKey;
import kz.umyt.settings.Job;
import kz.umyt.settings.Located;
import kz.umyt.settings.Policy;
import kz.umyt.settings.RecognizerSpec;
import kz.umyt.settings.Source;
import kz.umyt.source.SourceException;

/**
 * Scans the sources of a job, several tables at a time. What was read is kept: a scan that broke
 * off goes on where it was, with the day and the pieces it began with.
 */
public final class ScanRun {

  private final Home home;
  private final Job job;
  private final Policy policy;
  private final Map<String, Source> sources;
  private final List<RecognizerSpec> recognizers;
  private final RetentionRun.Surroundings surroundings;
  private final Progress progress;
  private final StopSignal stop;

  public ScanRun(
      Home home,
      Job job,
      Policy policy,
      Map<String, Source> sources,
      List<RecognizerSpec> recognizers,
      RetentionRun.Surroundings surroundings,
      Progress progress,
      StopSignal stop) {
    this.home = home;
    this.job = job;
    this.policy = policy;
    this.sources = sources;
    this.recognizers = recognizers;
    this.surroundings = surroundings;
    this.progress = progress;
    this.stop = stop;
  }

  /**
   * How a scan is made.
   *
   * @param sample about so many rows of each table and file; absent means every row
   * @param incremental whether tables and files that have provably not changed since the last scan
   *     are not read again
   */
  public record Mode(OptionalLong sample, boolean incremental) {}

  /**
   * How a scan ended.
   *
   * @param inventory absent if it was stopped
   * @param pieces what there was to read
   * @param read of these, what has been read by now
   * @param begun when the scan began, if an earlier attempt had begun it
   * @param unchanged of the pieces, those that were not read again, since nothing had changed
   */
  public record Ended(
      Optional<Inventory> inventory,
      int pieces,
      int read,
      Optional<OffsetDateTime> begun,
      int unchanged) {}

  /** Takes the inventory before the scan counts as finished. */
  @FunctionalInterface
  public interface Written<E extends Exception> {
    void take(Inventory inventory) throws E;
  }

  /**
   * Scans, or goes on with a scan that broke off.
   *
   * @param written called once, unless the scan is stopped
   * @throws LockHeldException if another scan of the job is at work
   * @throws kz.umyt.ledger.LedgerLockedException if a run holds the ledger
   * @throws kz.umyt.settings.SettingsException if a source or recognizer is set up wrongly
   * @throws SourceException if a source went away in the middle; everything else is read then, and
   *     the next scan goes on
   */
  public <E extends Exception> Ended scan(Mode mode, Written<E> written) throws E {
    try (HomeStore store = HomeStore.ofScans(home.folder(), job.id().value())) {
      try {
        return scan(mode, written, store);
      } catch (RuntimeException failure) {
        throw store.told(failure);
      }
    }
  }

  private <E extends Exception> Ended scan(Mode mode, Written<E> written, HomeStore store)
      throws E {
    ScanStore kept = new ScanStore(store);
    String fingerprint =
        ScanFingerprint.of(job, sources, recognizers, mode.sample(), surroundings.application());
    Optional<ScanStore.Known> broken = broken(kept, fingerprint);
    OffsetDateTime started = broken.map(ScanStore.Known::started).orElseGet(this::now);
    AccessLog log = new AccessLog(home, job, surroundings);
    // First, so that a scan that may not begin leaves nothing to go on with.
    log.begun(started, broken.isPresent());
    ScanStore.Known known =
        broken.orElseGet(() -> kept.begin(fingerprint, started, started.toLocalDate()));
    ScanLimits limits = ScanLimits.of(job, mode.sample());
    try (Scan scan = new Scan(recognizers, known.today(), hashKey(), limits, sources)) {
      Map<String, SourceException> unread = plan(scan, kept, known);
      int unchanged = mode.incremental() ? new Unchanged(kept, scan).keep(known) : 0;
      LostSources lost = new LostSources();
      boolean whole = read(scan, store, kept, known, lost);
      List<ScanStore.Planned> pieces = kept.pieces(known);
      Optional<Inventory> inventory = Optional.empty();
      if (whole) {
        lost.requireNone(pieces);
        Inventory found = inventory(scan, kept, known, pieces, unread);
        written.take(found);
        log.read(
            found,
            pieces.stream()
                .filter(ScanStore.Planned::takenOver)
                .map(piece -> List.of(piece.piece().source(), piece.piece().place()))
                .collect(Collectors.toSet()));
        kept.finish(known);
        inventory = Optional.of(found);
      }
      return new Ended(
          inventory,
          pieces.size(),
          (int) pieces.stream().filter(ScanStore.Planned::read).count(),
          broken.map(ScanStore.Known::started),
          unchanged);
    }
  }

  private OffsetDateTime now() {
    return OffsetDateTime.ofInstant(surroundings.clock().instant(), job.zone())
        .truncatedTo(ChronoUnit.MILLIS);
  }

  /** The same in every attempt, and never beside the counts. */
  private long hashKey() {
    String fingerprint =
        new Fingerprints(new HomeKey(home.keys()).loadOrCreate()).of("scan", job.id().value());
    return Long.parseUnsignedLong(fingerprint, 0, 16, 16);
  }

  /** A scan that broke off; one that was made in another way is forgotten. */
  private static Optional<ScanStore.Known> broken(ScanStore kept, String fingerprint) {
    Optional<ScanStore.Known> broken = kept.last().filter(last -> !last.finished());
    broken.filter(last -> !last.fingerprint().equals(fingerprint)).ifPresent(kept::forget);
    return broken.filter(last -> last.fingerprint().equals(fingerprint));
  }

  /** Looks into the sources that were not yet looked into; gives those that cannot be read. */
  private Map<String, SourceException> plan(Scan scan, ScanStore kept, ScanStore.Known known) {
    Map<String, SourceException> unread = new LinkedHashMap<>();
    Map<String, List<Gap>> planned = kept.sources(known);
    for (Located<String> name : job.scan().sources()) {
      if (planned.containsKey(name.value())) {
        continue;
      }
      List<Gap> gaps = new ArrayList<>();
      try {
        List<Piece> pieces = scan.pieces(name.value(), gaps);
        kept.plan(known, name.value(), gaps, pieces);
      } catch (SourceException failure) {
        unread.put(name.value(), failure);
      }
    }
    return unread;
  }

  /** Reads what is not read yet and not in a lost source; false if it was stopped. */
  private boolean read(
      Scan scan, HomeStore store, ScanStore kept, ScanStore.Known known, LostSources lost) {
    List<ScanStore.Planned> pieces = kept.pieces(known);
    List<ScanStore.Planned> left = pieces.stream().filter(piece -> !piece.read()).toList();
    if (left.isEmpty()) {
      return true;
    }
    ScanPace pace =
        new ScanPace(
            stop,
            surroundings.nanos(),
            LockSupport::parkNanos,
            job.scan().rowsPerSecond().map(OptionalLong::of).orElse(OptionalLong.empty()),
            progress);
    progress.started("scan " + job.id().value(), 0);
    try {
      return new ScanPartitions(store, job.scan().threads())
          .run(
              known.id(),
              left,
              piece -> {
                pace.check();
                lost.unlessLost(
                    piece.piece().source(),
                    () -> {
                      String mark = scan.mark(piece.piece()).orElse(null);
                      kept.save(known, piece.number(), mark, scan.read(piece.piece(), pace));
                    });
              });
    } finally {
      progress.finished();
    }
  }

  private Inventory inventory(
      Scan scan,
      ScanStore kept,
      ScanStore.Known known,
      List<ScanStore.Planned> pieces,
      Map<String, SourceException> unread) {
    FoundSoFar found = scan.found();
    Map<String, List<Gap>> gaps = kept.sources(known);
    for (Located<String> name : job.scan().sources()) {
      Source source = Objects.requireNonNull(sources.get(name.value()));
      SourceException failure = unread.get(name.value());
      if (failure != null) {
        found.unread(source, failure);
      } else {
        found.source(source, gaps.getOrDefault(name.value(), List.of()));
      }
    }
    for (ScanStore.Planned piece : pieces) {
      PieceResult result = kept.result(known, piece.number());
      found.add(piece.piece(), result);
    }
    return found.inventory(job.id().value(), known.started(), now(), policy);
  }
}
