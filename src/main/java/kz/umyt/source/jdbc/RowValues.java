package kz.umyt.source.jdbc;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows of values handed over as one table, so that one statement changes as many rows, each to
 * values of its own.
 */
public interface RowValues {

  /** The table, for FROM or JOIN; holds question marks that {@link #bind} fills. */
  String table();

  /** A value of such a row, to be compared with or assigned to the column that it is for. */
  String value(int index);

  /**
   * Fills the marks of {@link #table}, which are the first ones of the statement.
   *
   * @param rows each with a value for each column
   */
  void bind(PreparedStatement statement, List<List<@Nullable Object>> rows) throws SQLException;
}
