package kz.umyt.source.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Where the rows of a table lie: what tells them apart where they have no key. A row that is
 * changed moves to another place, so nothing may be remembered about a place beyond its
 * transaction.
 */
public interface RowPlaces {

  /** A query that gives 1 if the rows of the table can be told apart so, and 0 otherwise. */
  String usable();

  /** The place, as a column of every row. */
  String column();

  /** A question mark for a place. */
  String mark();

  /**
   * The last place among about so many rows.
   *
   * @param after behind this place; empty from the first row on
   * @param upTo not behind this place; empty to the last row
   * @return empty if these rows reach that end
   */
  Optional<String> last(
      Connection connection, Optional<String> after, Optional<String> upTo, int rows)
      throws SQLException;
}
