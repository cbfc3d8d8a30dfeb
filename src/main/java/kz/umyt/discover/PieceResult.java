package kz.umyt.discover;

import java.util.List;
import java.util.Optional;
import kz.umyt.discover.Inventory.Gap;

/**
 * What the reading of one piece gave. Holds no personal value.
 *
 * @param counts absent if nothing of it could be read
 * @param gaps what was not read, and why
 */
public record PieceResult(Optional<TableCounts> counts, List<Gap> gaps) {

  public PieceResult {
    gaps = List.copyOf(gaps);
  }
}
