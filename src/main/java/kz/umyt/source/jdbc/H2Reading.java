package kz.umyt.source.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.OptionalLong;
import kz.umyt.source.Column;
import kz.umyt.source.TableName;

/** Reads the tables of H2, whose long values come as streams and need no limit. */
final class H2Reading implements TableReading {

  private static final long SHARES = 1_000_000_000;

  @Override
  public boolean streamsLongValues() {
    return true;
  }

  @Override
  public String selected(Column column, String quoted, int most) {
    return quoted;
  }

  @Override
  public String sampled(String from, CellQuery.Sample sample) {
    return from
        + " WHERE ORA_HASH(_ROWID_, "
        + (SHARES - 1)
        + ", "
        + sample.seed()
        + ") < "
        + Math.round(sample.share() * SHARES);
  }

  @Override
  public OptionalLong estimatedRows(Connection connection, TableName table) throws SQLException {
    return TableReading.number(
        connection,
        "SELECT row_count_estimate FROM information_schema.tables"
            + " WHERE table_schema = ? AND table_name = ?",
        table);
  }

  @Override
  public void prepare(Connection connection, Duration timeout) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      // Otherwise H2 gathers the whole result first, in memory or in a temporary file.
      statement.execute("SET LAZY_QUERY_EXECUTION 1");
      statement.execute("SET QUERY_TIMEOUT " + timeout.toMillis());
    }
  }
}
