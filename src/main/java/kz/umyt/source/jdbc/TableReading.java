package kz.umyt.source.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import kz.umyt.source.Column;
import kz.umyt.source.TableName;

/**
 * How the tables of one engine are read whole: every row once, in memory that does not grow with
 * them, and without standing in anybody's way.
 */
interface TableReading {

  /** More is not read of one value: documents that somebody keeps in a column. */
  int LONGEST = 1 << 21;

  /** How many characters or bytes of one value can be had at most. */
  default int longest(Connection connection) throws SQLException {
    return LONGEST;
  }

  /** Whether long texts come as streams, and so are not limited. */
  default boolean streamsLongValues() {
    return false;
  }

  /** In which form the values of a column come whose kind tells nothing of it. */
  default ValueForm form(Column column) {
    return ValueForm.of(column.type());
  }

  /**
   * A column as it is selected.
   *
   * @param quoted its name
   * @param most a value that may be longer is cut behind one character or byte more than these
   */
  String selected(Column column, String quoted, int most);

  /**
   * The table in a FROM clause, with all of its rows and no other table's.
   *
   * @param quoted its name
   */
  default String from(Connection connection, TableName table, String quoted) throws SQLException {
    return quoted;
  }

  /**
   * Columns of which this user sees something else than what is stored, each with the reason.
   *
   * @return by the column's name
   */
  default Map<String, String> disguised(Connection connection, TableName table)
      throws SQLException {
    return Map.of();
  }

  /**
   * Whether the engine does not even tell a user of columns that he has no right to, so that only
   * the refusal of all columns together shows that there are more.
   */
  default boolean hidesColumns() {
    return false;
  }

  /** Whether the engine may keep rows of a table from this user without a word. */
  default boolean hidesRows(Connection connection, TableName table) throws SQLException {
    return false;
  }

  /** A sample as it stands behind {@link #from}, with a condition of its own or none. */
  String sampled(String from, CellQuery.Sample sample);

  /** About how many rows a table has, without counting them; absent if nobody knows. */
  OptionalLong estimatedRows(Connection connection, TableName table) throws SQLException;

  /**
   * Partitions of tables, which are read with the whole table: by partition the table, and itself
   * where it is one's own whole.
   */
  default Map<TableName, TableName> partitions(Connection connection) throws SQLException {
    return Map.of();
  }

  /**
   * A text that is the same only as long as the table is; absent where the engine cannot promise
   * that. Taken before the table is read.
   */
  default Optional<String> mark(Connection connection, TableName table) throws SQLException {
    return Optional.empty();
  }

  /** Prepares the transaction that reads. */
  void prepare(Connection connection, Duration timeout) throws SQLException;

  /**
   * Whether the engine keeps to the time-out of {@link #prepare}; else the driver must see to it.
   */
  default boolean stopsByItself() {
    return true;
  }

  /** How many rows with values of any length the driver may hold at a time. */
  default int longFetchSize() {
    return 1;
  }

  /**
   * Hands on the rows of a query one after the other.
   *
   * @param query what the statement reads
   */
  default void read(
      Database database, Connection connection, String sql, CellQuery query, Consumer<Cells> each)
      throws SQLException {
    try (Statement statement =
        connection.createStatement(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY)) {
      statement.setFetchSize(
          query.hasLongValues() ? longFetchSize() : database.dialect().streamingFetchSize());
      if (!stopsByItself()) {
        statement.setQueryTimeout((int) Math.max(1, query.timeout().toSeconds()));
      }
      try (ResultSet rows = statement.executeQuery(sql)) {
        QueryRow row = new QueryRow(database, rows);
        while (rows.next()) {
          each.accept(row);
        }
      }
    }
  }

  /** One number about a table, from a query over its schema and its name. */
  static OptionalLong number(Connection connection, String sql, TableName table)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, table.schema());
      statement.setString(2, table.name());
      try (ResultSet rows = statement.executeQuery()) {
        if (!rows.next()) {
          return OptionalLong.empty();
        }
        long number = rows.getLong(1);
        return rows.wasNull() || number < 0 ? OptionalLong.empty() : OptionalLong.of(number);
      }
    }
  }
}
