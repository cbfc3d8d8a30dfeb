package kz.umyt.destroy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import kz.umyt.plan.Cascaded;

/** Destroys or anonymizes the due rows of a range, in the transaction that is open. */
interface RowChanger {

  /**
   * Writes what must be known before the first change, in a transaction of its own.
   *
   * @return how many rows it wrote
   */
  default int begin(Connection connection) throws SQLException {
    return 0;
  }

  /** How many keys the first chunk walks over, before it is known how long one takes. */
  default int firstChunk() {
    return 2_000;
  }

  /** Most keys that one chunk may walk over. */
  int largestChunk();

  /**
   * All due rows of a range at once.
   *
   * @param failures takes up due rows that may not be changed
   * @return how many rows were changed
   */
  long change(Connection connection, KeyRange range, Failures failures) throws SQLException;

  /** The due rows of a range one by one, so that a row which cannot be changed stops no other. */
  long changeOneByOne(Connection connection, KeyRange range, Failures failures) throws SQLException;

  /** Rows of other tables that went along, or lost a reference, in the last chunk. */
  default List<Cascaded> taken() {
    return List.of();
  }
}
