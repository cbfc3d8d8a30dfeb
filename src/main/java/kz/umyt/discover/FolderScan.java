package kz.umyt.discover;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.umyt.discover.Inventory.Gap;
import kz.umyt.settings.Source;
import kz.umyt.source.SourceException;
import kz.umyt.source.csv.CsvFolder;
import kz.umyt.source.csv.FileWatch;

/** Scans the files of a folder. */
final class FolderScan implements SourceScan {

  private final Recognition recognition;
  private final ScanLimits limits;
  private final Source.Csv source;
  private final CsvFolder folder;

  FolderScan(Recognition recognition, ScanLimits limits, Source.Csv source) {
    this.recognition = recognition;
    this.limits = limits;
    this.source = source;
    this.folder = new CsvFolder(source);
  }

  private String name() {
    return source.name().value();
  }

  @Override
  public List<Piece> pieces(List<Gap> to) {
    Gaps gaps = new Gaps(name(), to);
    folder.gaps().forEach(gap -> gaps.table(gap.name(), gap.reason()));
    return new Exclusions(limits.job(), name(), gaps)
        .files(folder.files()).stream().<Piece>map(file -> new Piece.OfFile(name(), file)).toList();
  }

  @Override
  public PieceResult read(Piece piece, Pace pace) {
    List<Gap> found = new ArrayList<>();
    FileScan scan = new FileScan(recognition, limits, source, new Gaps(name(), found), pace);
    Optional<TableCounts> counts = scan.scan(((Piece.OfFile) piece).file());
    return new PieceResult(counts, found);
  }

  /** The digest of the file's bytes: to read them costs little beside what recognition does. */
  @Override
  public Optional<String> mark(Piece piece) {
    try {
      return Optional.of(FileWatch.digest(((Piece.OfFile) piece).file()));
    } catch (SourceException unreadable) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    // Files are closed when they have been read.
  }
}
