package kz.umyt.source.jdbc;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.umyt.source.Column;
import kz.umyt.source.ColumnKind;
import kz.umyt.source.ForeignKey;
import kz.umyt.source.SideEffects;
import kz.umyt.source.TableName;

/** What one database engine says differently. */
public interface Dialect extends Expressions {

  /** The engine's name as printed in messages. */
  String engine();

  /** The dialect of the server that answers, where one scheme of URLs leads to several engines. */
  default Dialect of(DatabaseMetaData server) throws SQLException {
    return this;
  }

  /** URLs to connect with, the best first; the next one is tried where one is refused. */
  default List<String> urls(String written) {
    return List.of(written);
  }

  /** The file of the JDBC driver, where umyt does not bring it. */
  default Optional<String> driverToBring() {
    return Optional.empty();
  }

  /** Quotes a name so that it means exactly itself. */
  String quote(String name);

  /** Schema and table, quoted. */
  default String quote(TableName table) {
    return quote(table.schema()) + "." + quote(table.name());
  }

  /** What the engine calls a schema in its catalogue functions: true for MariaDB's databases. */
  boolean schemaIsCatalog();

  /** What kind of values a column of this type holds. */
  ColumnKind kind(int jdbcType, String typeName);

  /**
   * The same where numbers tell more.
   *
   * @param precision digits of a number; 0 where the driver gives none
   * @param scale digits behind the point
   */
  default ColumnKind kind(int jdbcType, String typeName, int precision, int scale) {
    return kind(jdbcType, typeName);
  }

  /**
   * How long a value can be, in characters or bytes; 0 where the type has no limit.
   *
   * @param size as the driver gives it
   */
  default int length(String typeName, int size) {
    // Longer than this is "no limit" for any value that a person could have.
    return size <= 0 || size > 100_000_000 ? 0 : size;
  }

  /**
   * Whether a query finds something.
   *
   * @param query without LIMIT
   * @param readsChanged whether it reads the very table that the statement may change
   */
  default String exists(String query, boolean readsChanged) {
    return "EXISTS (" + query + ")";
  }

  /** What the domains of a table's columns are made of in the end, by the name of the column. */
  default Map<String, String> domains(Connection connection, TableName table) throws SQLException {
    return Map.of();
  }

  /** Columns of a table that the driver does not name, since {@code SELECT *} leaves them out. */
  default List<String> hiddenColumns(Connection connection, TableName table) throws SQLException {
    return List.of();
  }

  /**
   * Tables with a foreign key to a table, itself too, sorted by name; absent where the driver finds
   * such keys without looking at every table of the database.
   */
  default Optional<List<TableName>> referrers(Connection connection, TableName table)
      throws SQLException {
    return Optional.empty();
  }

  /**
   * Foreign keys of a table and of its parts; absent where the driver tells all, since rows of a
   * table are rows of no other.
   */
  default Optional<KeysOf> foreignKeys(Connection connection, TableName table) throws SQLException {
    return Optional.empty();
  }

  /** The tables that each table is a part of, as a partition or since it inherits. */
  default Map<TableName, Set<TableName>> wholes(Connection connection) throws SQLException {
    return Map.of();
  }

  /**
   * What a foreign key leads to: a column of the parent, which stands for nothing in rows that the
   * key cannot mean.
   *
   * @param parent quoted, with its dot
   */
  default String pointedTo(ForeignKey key, String parent, String column) {
    return parent + quote(column);
  }

  /** Views that keep rows of their own, made from those of a table; sorted by name. */
  default List<TableName> materializedViews(Connection connection, TableName table)
      throws SQLException {
    return List.of();
  }

  /** Whether a column gets a value with every change of its row, without a trigger. */
  default boolean isFilledOnUpdate(Connection connection, TableName table, String column)
      throws SQLException {
    return false;
  }

  /** Triggers of a table that are not switched off, sorted by name and event. */
  default List<SideEffects.Trigger> triggers(Connection connection, TableName table)
      throws SQLException {
    return Ansi.triggers(connection, table, "action_statement");
  }

  /**
   * A query for the names and conditions of CHECK constraints, by schema and table; empty where
   * this is not known here.
   */
  default Optional<String> checks() {
    return Optional.empty();
  }

  /**
   * Sets the zone of the connection, in which expressions see moments as days; empty where no zone
   * of that name need be known to the engine.
   */
  default Optional<String> setZone(ZoneId zone) {
    return Optional.empty();
  }

  /** Whether {@link #moment} gives the date and time of day in UTC. */
  default boolean momentsAreUtc() {
    return false;
  }

  /** Hands over a value that a person wrote, to be compared with a column of any type. */
  default void bindText(PreparedStatement statement, int index, String value) throws SQLException {
    statement.setString(index, value);
  }

  /**
   * What was read of a key's column, as it is handed back.
   *
   * @param index of {@link #keyRead} in the row
   */
  default Object keyValue(ResultSet row, int index, Column column) throws SQLException {
    return row.getObject(index);
  }

  /**
   * Rows of values as a table of one statement.
   *
   * @param keys of the rows, in the first columns of that table
   * @param columns behind them
   * @return empty where the engine cannot do this for these columns
   */
  default Optional<RowValues> rowValues(
      Connection connection, List<Column> keys, List<Column> columns) throws SQLException {
    return Optional.empty();
  }

  /**
   * Updates the rows of a table that meet a condition together with a row of another one.
   *
   * @param other as {@link RowValues#table} gives it
   * @param assignments joined by commas
   */
  default String updateFrom(String table, String other, String assignments, String condition) {
    throw new UnsupportedOperationException(engine() + " has no such update");
  }

  /**
   * The beginning of a statement that reads, as {@code umyt_u}, what it changes first.
   *
   * @param values of the changed rows, each with a name
   * @return empty where that takes two statements
   */
  default Optional<String> changing(String change, String values) {
    return Optional.empty();
  }

  /** What tells the rows of a table apart that has no key; empty where nothing does. */
  default Optional<RowPlaces> rowPlaces(TableName table) {
    return Optional.empty();
  }

  /** How many connections may destroy in one table at the same time and be faster by it. */
  default int mostWriters() {
    return 1;
  }

  /** Behind an ordered query: only its row of this number, from 1. */
  default String onlyRow(int number) {
    return " LIMIT 1 OFFSET " + (number - 1);
  }

  /**
   * Whether GROUP BY takes the name that the query gives to an expression, and this and aggregates
   * take expressions that ask other tables.
   */
  default boolean groupsByName() {
    return true;
  }

  /**
   * A query whose rows are locked as they are read: until the transaction ends, others neither
   * change nor remove them.
   *
   * @param columns joined by commas
   * @param from a quoted table
   * @param rest from WHERE on
   */
  default String locking(String columns, String from, String rest) {
    return "SELECT " + columns + " FROM " + from + rest + " FOR UPDATE";
  }

  /**
   * A table with its alias, in a condition of a changing statement that no row of it points to one
   * that goes. Where a locked row can still be pointed to, the table is closed to such rows until
   * the transaction ends.
   */
  default String closed(String from) {
    return from;
  }

  /**
   * Whether a change waits for locks of others without end, and only a query can be told not to.
   */
  default boolean waitsWithoutEnd() {
    return false;
  }

  /** So many rows can change in one statement before others are locked, too. */
  default int mostRowsAtOnce() {
    return Integer.MAX_VALUE;
  }

  /** Lets go of a savepoint that is not needed any more, where this can be said. */
  default void release(Connection connection, Savepoint savepoint) throws SQLException {
    connection.releaseSavepoint(savepoint);
  }

  /** In which isolation several tables are counted as they are at one moment, if there is one. */
  default int countingIsolation() {
    return Connection.TRANSACTION_REPEATABLE_READ;
  }

  /** Tables that umyt keeps in a target database, in the journal schema (already quoted). */
  List<String> journalDdl(String quotedSchema);

  /** The name of a temporary table, as statements say it. */
  default String temporaryName(String name) {
    return name;
  }

  /**
   * Creates a table of this connection's own, with one column of the same type as an existing one.
   *
   * @param name from {@link #temporaryName}, as in the other methods
   */
  String temporaryTable(String name, String selectWithoutRows);

  /**
   * Statements that let such a table be looked up by a column of its, once it is filled.
   *
   * @param length of the column's values in characters; 0 where it has no limit or they are no text
   */
  default List<String> indexTemporaryTable(String name, String column, int length) {
    return List.of("CREATE INDEX " + name + "_i ON " + name + " (" + column + ")");
  }

  /**
   * Lets the planner look at a table that has grown, in the transaction that is open; empty where
   * the engine does so by itself in time. Who may not do that is warned and no more.
   */
  default Optional<String> analyze(String quotedTable) {
    return Optional.empty();
  }

  /** The smallest value of an indexed column beyond one, found by the index alone. */
  default String nextValue(String quotedTable, String column) {
    return "SELECT MIN(" + column + ") FROM " + quotedTable + " WHERE " + column + " > ?";
  }

  /** Removes such a table and never one of the database's own, even of the same name. */
  String dropTemporaryTable(String name);

  /** What the driver must be told so that it does what its statements say. */
  default Map<String, String> driverOptions() {
    return Map.of();
  }

  /**
   * Said on every new connection: lets no statement wait for a lock for more than some seconds, not
   * even one that only describes a table. Empty where nothing need be said.
   */
  Optional<String> onConnect();

  /** A connection as it is worked with, where the engine's own one does not do all it must. */
  default Connection working(Connection connection) {
    return connection;
  }

  /** Prepares a fresh connection for destroying: isolation and lock time-out. */
  void prepareForChanges(Connection connection) throws SQLException;

  /**
   * Lets no change wait for a lock of others for longer, since others meanwhile wait for those that
   * it has; where the engine knows such a limit.
   *
   * @param most at least a tenth of a second is waited
   */
  default void limitLockWait(Connection connection, Duration most) throws SQLException {}

  /** How it is asked what it has to do; empty where this is not known here. */
  default Optional<ServerLoad> load() {
    return Optional.empty();
  }

  /** Says what must be said at the start of each changing transaction. */
  default void beginTransaction(Connection connection) throws SQLException {}

  /**
   * How partitions are dropped together with the evidence of it; empty where a DROP commits by
   * itself.
   */
  default Optional<PartitionDrop> partitionDrop() {
    return Optional.empty();
  }

  /** How tables are read whole. */
  TableReading reading();

  /** How what is left of rows that are gone is cleaned out of the engine's files. */
  default Cleaning cleaning() {
    return Cleaning.NONE;
  }

  /** How many rows of a large result the driver may hold at a time. */
  int streamingFetchSize();

  /** Whether the same transaction may succeed if it is tried again. */
  boolean isTransient(SQLException failure);

  /** Whether the engine has already rolled the whole transaction back. */
  default boolean endsTransaction(SQLException failure) {
    return false;
  }

  /** Whether the values of single rows caused the failure, so that other rows may still go. */
  default boolean isCausedByRow(SQLException failure) {
    String state = failure.getSQLState();
    return state != null
        && (state.startsWith("23") || state.startsWith("22") || state.startsWith("44"));
  }

  /**
   * Takes the lock that keeps two machines from working on one database at the same time; it lasts
   * as long as the connection.
   *
   * @return false if another run holds it
   */
  boolean tryLock(Connection connection, String name) throws SQLException;
}
