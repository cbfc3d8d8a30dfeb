package kz.umyt.discover;

import java.util.List;
import java.util.Optional;
import kz.umyt.discover.Inventory.Gap;
import kz.umyt.source.SourceException;

/** One source, open for scanning. Safe for several threads. */
interface SourceScan extends AutoCloseable {

  /**
   * What there is to read.
   *
   * @param gaps takes what lies in the source and is not read
   * @throws SourceException if the source cannot be read at all
   */
  List<Piece> pieces(List<Gap> gaps);

  /**
   * Reads a piece, as far as it can be read.
   *
   * @throws SourceException if the source itself can no longer be read
   */
  PieceResult read(Piece piece, Pace pace);

  /**
   * A text that is the same only as long as what the piece reads is; absent where nobody can
   * promise that. To be taken before the piece is read.
   */
  Optional<String> mark(Piece piece);

  @Override
  void close();
}
