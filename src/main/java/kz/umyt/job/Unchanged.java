package kz.umyt.job;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kz.umyt.discover.Inventory.Gap;
import kz.umyt.discover.PieceResult;
import kz.umyt.discover.Scan;
import kz.umyt.job.ScanStore.Planned;

/** Keeps what the last scan found in tables and files that have provably not changed since. */
final class Unchanged {

  private final ScanStore kept;
  private final Scan scan;

  Unchanged(ScanStore kept, Scan scan) {
    this.kept = kept;
    this.scan = scan;
  }

  /** A table or file of a source. */
  record Place(String source, String name) {}

  /**
   * Takes over results of the last scan, if it was made in the same way.
   *
   * @return how many tables and files need not be read
   */
  int keep(ScanStore.Known known) {
    Optional<ScanStore.Known> last =
        kept.lastFinished().filter(old -> old.fingerprint().equals(known.fingerprint()));
    if (last.isEmpty()) {
      return 0;
    }
    Map<Place, List<Planned>> before = byPlace(kept.pieces(last.get()));
    int unchanged = 0;
    for (Map.Entry<Place, List<Planned>> entry : byPlace(kept.pieces(known)).entrySet()) {
      List<Planned> pieces = entry.getValue();
      List<Planned> old = before.getOrDefault(entry.getKey(), List.of());
      if (pieces.stream().noneMatch(Planned::read)
          && isUnchanged(old, pieces.get(0))
          && old.stream().allMatch(piece -> isSound(kept.result(last.get(), piece.number())))) {
        kept.takeOver(last.get(), old, known, pieces);
        unchanged++;
      }
    }
    return unchanged;
  }

  private static Map<Place, List<Planned>> byPlace(List<Planned> pieces) {
    return pieces.stream()
        .collect(
            Collectors.groupingBy(
                planned -> new Place(planned.piece().source(), planned.piece().place()),
                LinkedHashMap::new,
                Collectors.toList()));
  }

  /** Every range of it was read while it was what it is now. */
  private boolean isUnchanged(List<Planned> old, Planned piece) {
    Set<Optional<String>> marks =
        old.stream().map(Planned::mark).collect(Collectors.toUnmodifiableSet());
    return marks.size() == 1
        && marks.iterator().next().isPresent()
        && marks.contains(scan.mark(piece.piece()));
  }

  /** What could not be read may be readable today. */
  private static boolean isSound(PieceResult result) {
    return result.counts().isPresent()
        && result.counts().get().whole()
        && result.gaps().stream().allMatch(Gap::expected);
  }
}
