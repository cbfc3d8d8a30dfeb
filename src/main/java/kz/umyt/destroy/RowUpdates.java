package kz.umyt.destroy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Writes safe rows and enters them in {@code umyt_done}, in the transaction that is open. */
interface RowUpdates {

  /**
   * Writes them.
   *
   * @param rows locked by this transaction
   * @return how many were changed: a row that is not due any more stays
   */
  long apply(Connection connection, List<SafeRow> rows) throws SQLException;
}
