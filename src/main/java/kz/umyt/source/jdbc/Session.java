package kz.umyt.source.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import kz.umyt.source.Column;
import kz.umyt.source.SourceException;
import kz.umyt.source.Table;
import kz.umyt.source.TableName;
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

  /** Runs a statement that gives no rows; the second form says what failed. */
  public void execute(String sql) {
    execute(sql, "a statement failed");
  }

  public void execute(String sql, String failed) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException failure) {
      throw database.failed(failed, failure);
    }
  }

  /** Runs a query that gives exactly one row, and reads it. */
  public <T> T one(String sql, Function<QueryRow, T> read) {
    List<T> rows = list(sql, read);
    if (rows.isEmpty()) {
      throw new SourceException("source '" + database.name() + "': a count gave no row");
    }
    return rows.get(0);
  }

  /** Runs a query that gives few rows, and reads each. */
  public <T> List<T> list(String sql, Function<QueryRow, T> read) {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return all(rows, read);
    } catch (SQLException failure) {
      throw database.failed("a query failed", failure);
    }
  }

  private <T> List<T> all(ResultSet rows, Function<QueryRow, T> read) throws SQLException {
    List<T> found = new ArrayList<>();
    while (rows.next()) {
      found.add(read.apply(new QueryRow(database, rows)));
    }
    return List.copyOf(found);
  }

  /**
   * Runs a query for one row by values that a person wrote; empty if there is no such row, or if
   * the database says that a value cannot be one of its column.
   *
   * @param values for the marks of the query; a text is read as a value of its column's type
   */
  public <T> Optional<T> find(String sql, List<Object> values, Function<QueryRow, T> read) {
    return rows(sql, values, read).flatMap(found -> found.stream().findFirst());
  }

  /** The same for few rows; absent if a value cannot be one. */
  public <T> Optional<List<T>> rows(String sql, List<Object> values, Function<QueryRow, T> read) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, values);
      try (ResultSet rows = statement.executeQuery()) {
        return Optional.of(all(rows, read));
      }
    } catch (SQLException failure) {
      if (database.dialect().isCausedByRow(failure)) {
        return Optional.empty();
      }
      throw database.failed("a record could not be read", failure);
    }
  }

  /** Runs a statement with values as of {@link #find}; false if one cannot be one of its column. */
  public boolean takes(String sql, List<Object> values) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, values);
      statement.executeUpdate();
      return true;
    } catch (SQLException failure) {
      if (database.dialect().isCausedByRow(failure)) {
        return false;
      }
      throw database.failed("a statement failed", failure);
    }
  }

  private void bind(PreparedStatement statement, List<Object> values) throws SQLException {
    for (int i = 0; i < values.size(); i++) {
      if (values.get(i) instanceof String text) {
        database.dialect().bindText(statement, i + 1, text);
      } else {
        statement.setObject(i + 1, values.get(i));
      }
    }
  }

  /** Lets what depends on the zone of the connection be told in this one, where it can be. */
  public void inZone(ZoneId zone) {
    database.dialect().setZone(zone).ifPresent(this::execute);
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
   * Reads cells in a read-only transaction of its own and hands on the rows one after the other, in
   * memory that does not depend on their number. The row is the same object every time, good until
   * the consumer returns.
   *
   * @throws SourceException if the table cannot be read, at its start or in the middle
   */
  public void read(CellQuery query, Consumer<Cells> each) {
    try {
      connection.setReadOnly(true);
      connection.setAutoCommit(false);
      try {
        reading().prepare(connection, query.timeout());
        reading().read(database, connection, select(query), query, each);
      } catch (SQLException | RuntimeException failure) {
        // A connection that was lost cannot be put in order: that must not hide how it was lost.
        try {
          endReading();
        } catch (SQLException | RuntimeException second) {
          failure.addSuppressed(second);
        }
        throw failure;
      }
      endReading();
    } catch (OutOfMemoryError full) {
      // In the middle of a row, so that nothing else can be read over this connection.
      database.discard(connection);
      throw new SourceException(
          "source '"
              + database.name()
              + "': rows could not be read: one of them is too large for this memory; UMYT_HEAP=1g"
              + " allows more");
    } catch (SQLException failure) {
      throw database.failed("rows could not be read", failure);
    }
  }

  private void endReading() throws SQLException {
    connection.rollback();
    connection.setAutoCommit(true);
    connection.setReadOnly(false);
  }

  /** Whether the server still answers on this connection, within ten seconds. */
  public boolean isAlive() {
    try {
      return connection.isValid(10);
    } catch (SQLException closed) {
      return false;
    }
  }

  private TableReading reading() {
    return database.dialect().reading();
  }

  private String select(CellQuery query) throws SQLException {
    Dialect dialect = database.dialect();
    String from = reading().from(connection, query.table(), dialect.quote(query.table()));
    String rows =
        query
            .sample()
            .map(sample -> reading().sampled(from, sample))
            .orElseGet(() -> query.range().map(range -> within(from, range)).orElse(from));
    return query.columns().stream()
        .map(column -> reading().selected(column, dialect.quote(column.name()), query.most()))
        .collect(Collectors.joining(", ", "SELECT ", " FROM " + rows));
  }

  private String within(String from, KeyRange range) {
    String condition = range.condition(database.dialect().quote(range.column()));
    return condition.isEmpty() ? from : from + " WHERE " + condition;
  }

  /**
   * A table by its exact name, over this connection, so that work on a table takes no second one.
   *
   * @return without the foreign keys that point to it, which may take long to find
   * @throws SourceException if it cannot be described, with all of its columns
   */
  public Table tableToRead(TableName table) {
    try {
      Catalogue catalogue = new Catalogue(connection, database.dialect());
      Table described = catalogue.tableToRead(table);
      if (described.columns().isEmpty() && catalogue.hasColumns(table)) {
        throw new SourceException(
            "source '"
                + database.name()
                + "': columns of table "
                + table
                + " are not told to this user, or not under this name; look at its rights");
      }
      return described;
    } catch (SQLException failure) {
      throw database.failed("cannot describe table " + table, failure);
    }
  }

  /** How many characters or bytes of one value can be read at most; for {@link CellQuery}. */
  public int longestValue() {
    try {
      return reading().longest(connection);
    } catch (SQLException failure) {
      throw database.failed("its limits could not be asked for", failure);
    }
  }

  /** In which form the values of a column come whose kind tells nothing of it. */
  public ValueForm form(Column column) {
    return reading().form(column);
  }

  /** Whether a text of any length can be read as {@link Cells#characters a stream}. */
  public boolean streamsLongValues() {
    return reading().streamsLongValues();
  }

  /**
   * Looks at a table of which nothing is read.
   *
   * @throws SourceException if it is not there or may not be read
   */
  public void requireReadable(TableName table) {
    SQLException refused =
        rejects("SELECT 1 FROM " + database.dialect().quote(table) + " WHERE 1 = 0");
    if (refused != null) {
      throw database.failed("rows could not be read", refused);
    }
  }

  /** Why a column of a table cannot be read; empty if it can. */
  public Optional<String> refusal(TableName table, Column column) {
    Dialect dialect = database.dialect();
    SQLException refused =
        rejects(
            "SELECT "
                + reading().selected(column, dialect.quote(column.name()), TableReading.LONGEST)
                + " FROM "
                + dialect.quote(table)
                + " WHERE 1 = 0");
    return Optional.ofNullable(refused).map(SqlFailure::describe);
  }

  /** Whether a table has, or may have, columns that this user is not told of. */
  public boolean hidesColumns(TableName table) {
    if (!reading().hidesColumns()) {
      return false;
    }
    SQLException refused =
        rejects("SELECT * FROM " + database.dialect().quote(table) + " WHERE 1 = 0");
    return refused != null && SqlFailure.isMissingRight(refused);
  }

  /** Whether a table has, or may have, rows that this user is not shown. */
  public boolean hidesRows(TableName table) {
    return look(table, reading()::hidesRows);
  }

  /** Columns that do not show this user what is stored, by name, each with the reason. */
  public Map<String, String> disguised(TableName table) {
    return look(table, reading()::disguised);
  }

  @FunctionalInterface
  private interface Look<T> {
    T at(Connection connection, TableName table) throws SQLException;
  }

  private <T> T look(TableName table, Look<T> look) {
    try {
      return look.at(connection, table);
    } catch (SQLException failure) {
      throw database.failed("table " + table + " could not be looked at", failure);
    }
  }

  /** About how many rows a table has, without counting them; absent if nobody knows. */
  public OptionalLong estimatedRows(TableName table) {
    return look(table, reading()::estimatedRows);
  }

  /**
   * A text that is the same only as long as the rows of the table are; absent where the engine
   * cannot promise that. To be taken before the table is read.
   */
  public Optional<String> mark(TableName table) {
    return look(table, reading()::mark);
  }

  /**
   * Ranges of about equal width over a column of whole numbers that leads an index.
   *
   * @param count about how many
   * @return empty if the table has no rows or its numbers are beyond 64 bits
   */
  public List<KeyRange> keyRanges(TableName table, String column, long count) {
    String quoted = database.dialect().quote(column);
    return one(
        "SELECT MIN(" + quoted + "), MAX(" + quoted + ") FROM " + database.dialect().quote(table),
        row -> {
          OptionalLong least = row.wholeNumber(1);
          OptionalLong most = row.wholeNumber(2);
          return least.isEmpty() || most.isEmpty()
              ? List.of()
              : KeyRange.split(column, least.getAsLong(), most.getAsLong(), count);
        });
  }

  /** Whether a table is divided into partitions, as far as they can be dropped. */
  public boolean isPartitioned(PartitionDrop partitions, TableName table) {
    return look(table, partitions::isPartitioned);
  }

  /** Partitions of a table that can be dropped; see {@link PartitionDrop#droppable}. */
  public List<TableName> droppable(PartitionDrop partitions, TableName table) {
    return look(table, partitions::droppable);
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
}
