package kz.umyt.source.csv;

import java.util.Map;

/** What becomes of one row of a CSV file. */
public sealed interface Edit {

  /** The row stays byte for byte what it is. */
  record Keep() implements Edit {}

  /** The row goes, with its line end. */
  record Drop() implements Edit {}

  /**
   * Some cells get new values; all others stay byte for byte what they are. Where every new value
   * equals the old one, the row counts as kept.
   *
   * @param newCells new values by column (zero-based); only cells that the row has
   */
  record Change(Map<Integer, String> newCells) implements Edit {
    public Change {
      newCells = Map.copyOf(newCells);
    }

    /** Without the values. */
    @Override
    public String toString() {
      return "Change[columns=" + newCells.keySet() + "]";
    }
  }
}
