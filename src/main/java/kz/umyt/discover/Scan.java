package kz.umyt.discover;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import kz.umyt.discover.Inventory.Gap;
import kz.umyt.settings.RecognizerSpec;
import kz.umyt.settings.Source;
import kz.umyt.source.SourceException;

/**
 * Reads sources through the recognizers, piece by piece: all rows, all columns, nothing changed.
 * Pieces may be read by several threads.
 */
public final class Scan implements AutoCloseable {

  private final Recognition recognition;
  private final ScanLimits limits;
  private final Map<String, Source> sources;
  private final Map<String, SourceScan> open = new ConcurrentHashMap<>();

  /**
   * A scan of sources that are not yet looked at.
   *
   * @param today which dates lie ahead
   * @param hashKey under which different values are counted; the same one for all pieces of a table
   * @param sources by name
   * @throws kz.umyt.settings.SettingsException if a recognizer is set up wrongly
   */
  public Scan(
      List<RecognizerSpec> recognizers,
      LocalDate today,
      long hashKey,
      ScanLimits limits,
      Map<String, Source> sources) {
    this.recognition = new Recognition(recognizers, today, new CellHash(hashKey));
    this.limits = limits;
    this.sources = Map.copyOf(sources);
  }

  /**
   * What there is to read in a source.
   *
   * @param gaps takes what lies in the source and is not read
   * @throws SourceException if the source cannot be read at all
   * @throws kz.umyt.settings.SettingsException if it is set up wrongly
   */
  public List<Piece> pieces(String source, List<Gap> gaps) {
    return source(source).pieces(gaps);
  }

  /**
   * Reads a piece; what of it cannot be read is a gap of the result.
   *
   * @param pace may end the reading by an exception of its own, which comes out as it is
   * @throws SourceException if the source itself cannot be read, or no longer
   */
  public PieceResult read(Piece piece, Pace pace) {
    return source(piece.source()).read(piece, pace);
  }

  /**
   * A text that is the same only as long as what the piece reads is; absent where nobody can
   * promise that. To be taken before the piece is read.
   */
  public Optional<String> mark(Piece piece) {
    try {
      return source(piece.source()).mark(piece);
    } catch (SourceException unreachable) {
      return Optional.empty();
    }
  }

  /** What was found, so far without anything. */
  public FoundSoFar found() {
    return new FoundSoFar(recognition);
  }

  private SourceScan source(String name) {
    return open.computeIfAbsent(name, this::opened);
  }

  private SourceScan opened(String name) {
    Source source = sources.get(name);
    if (source instanceof Source.Jdbc jdbc) {
      return DatabaseScan.open(recognition, limits, jdbc);
    }
    if (source instanceof Source.Csv csv) {
      return new FolderScan(recognition, limits, csv);
    }
    throw new IllegalArgumentException("no source '" + name + "'");
  }

  @Override
  public void close() {
    open.values().forEach(SourceScan::close);
  }
}
