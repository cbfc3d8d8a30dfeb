package kz.umyt.source.jdbc;

import java.io.Reader;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import kz.umyt.source.ColumnKind;
import kz.umyt.source.SourceException;
import org.jspecify.annotations.Nullable;

/** One connection of a source, with failures told in words that hold no value. */
public final class Session implements AutoCloseable {

  private final Database database;
  private final Connection connection;

  Session(Database database, Connection connection) {
    this.database = database;
    this.connection = connection;
  }

  /** The connection underneath. */
  public Connection connection() {
    return connection;
  }

  /** Runs a statement that gives no rows. */
  public void execute(String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException failure) {
      throw database.failed("a statement failed", failure);
    }
  }

  /** Runs a query that gives exactly one row, and reads it. */
  public <T> T one(String sql, Function<Row, T> read) {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      if (!rows.next()) {
        throw new SourceException("source '" + database.name() + "': a count gave no row");
      }
      return read.apply(new Row(database, rows));
    } catch (SQLException failure) {
      throw database.failed("a query failed", failure);
    }
  }

  /** Runs a query that gives one number. */
  public long number(String sql) {
    return one(sql, row -> row.number(1));
  }

  /** Whether the database accepts a statement; nothing is run. */
  public @Nullable SQLException rejects(String query) {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setMaxRows(1);
      // Some drivers prepare on the server only when the statement is run.
      statement.executeQuery().close();
      return null;
    } catch (SQLException failure) {
      return failure;
    }
  }

  /**
   * Runs a query in a read-only transaction of its own and hands on its rows one after the other,
   * in memory that does not depend on their number. The row is the same object every time, good
   * until the consumer returns.
   *
   * @param fetchSize how many rows the driver may hold
   * @throws SourceException if the query fails, at its start or in the middle
   */
  public void stream(String sql, int fetchSize, Consumer<Row> each) {
    try {
      connection.setReadOnly(true);
      connection.setAutoCommit(false);
      try {
        database.dialect().prepareForStreaming(connection);
        readRows(sql, fetchSize, each);
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
        connection.setReadOnly(false);
      }
    } catch (SQLException failure) {
      throw database.failed("rows could not be read", failure);
    }
  }

  private void readRows(String sql, int fetchSize, Consumer<Row> each) throws SQLException {
    try (Statement statement =
        connection.createStatement(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY)) {
      statement.setFetchSize(fetchSize);
      try (ResultSet rows = statement.executeQuery(sql)) {
        Row row = new Row(database, rows);
        while (rows.next()) {
          each.accept(row);
        }
      }
    }
  }

  /** Inserts rows in batches. */
  public void insert(String sql, List<? extends List<?>> rows) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      int pending = 0;
      for (List<?> row : rows) {
        for (int i = 0; i < row.size(); i++) {
          statement.setObject(i + 1, row.get(i));
        }
        statement.addBatch();
        if (++pending == 1000) {
          statement.executeBatch();
          pending = 0;
        }
      }
      statement.executeBatch();
    } catch (SQLException failure) {
      throw database.failed("rows could not be written", failure);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException failure) {
      throw database.failed("the connection could not be closed", failure);
    }
  }

  /** The row under the cursor; columns count from 1. */
  public static final class Row {
    private final Database database;
    private final ResultSet rows;

    Row(Database database, ResultSet rows) {
      this.database = database;
      this.rows = rows;
    }

    /** A number; 0 for NULL. */
    public long number(int column) {
      try {
        BigDecimal value = rows.getBigDecimal(column);
        return value == null ? 0 : value.longValueExact();
      } catch (SQLException failure) {
        throw database.failed("a result could not be read", failure);
      }
    }

    /** A value of any kind as the driver writes it in text; null for NULL. */
    public @Nullable String text(int column) {
      try {
        return rows.getString(column);
      } catch (SQLException failure) {
        throw database.failed("a value could not be read as text", failure);
      }
    }

    /** The characters of a text of any length, to be read before the next row; null for NULL. */
    public @Nullable Reader characters(int column) {
      try {
        return rows.getCharacterStream(column);
      } catch (SQLException failure) {
        throw database.failed("a long text could not be read", failure);
      }
    }

    /** The day of a date, a time stamp or a moment in the given zone; null for NULL. */
    public @Nullable LocalDate day(int column, ColumnKind kind, ZoneId zone) {
      try {
        return switch (kind) {
          case DATE -> rows.getObject(column, LocalDate.class);
          case TIMESTAMP -> {
            LocalDateTime value = rows.getObject(column, LocalDateTime.class);
            yield value == null ? null : value.toLocalDate();
          }
          case INSTANT -> {
            OffsetDateTime value = rows.getObject(column, OffsetDateTime.class);
            yield value == null ? null : value.atZoneSameInstant(zone).toLocalDate();
          }
          default -> throw new IllegalArgumentException(kind + " holds no days");
        };
      } catch (SQLException failure) {
        throw database.failed("a date could not be read", failure);
      }
    }
  }
}
