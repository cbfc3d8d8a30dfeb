package kz.umyt.source.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.umyt.source.Column;
import kz.umyt.source.ColumnKind;
import kz.umyt.source.ForeignKey;
import kz.umyt.source.SideEffects;
import kz.umyt.source.TableName;

final class PostgresDialect implements Dialect {

  /** serialization_failure, deadlock_detected, lock_not_available. */
  private static final Set<String> TRANSIENT = Set.of("40001", "40P01", "55P03");

  @Override
  public String engine() {
    return "PostgreSQL";
  }

  @Override
  public String quote(String name) {
    return Ansi.quote(name);
  }

  @Override
  public boolean schemaIsCatalog() {
    return false;
  }

  @Override
  public ColumnKind kind(int jdbcType, String typeName) {
    return switch (typeName.toLowerCase(Locale.ROOT)) {
      case "timestamptz" -> ColumnKind.INSTANT;
      // The driver says number, but it may point to a large object.
      case "oid" -> ColumnKind.OTHER;
      case "text", "varchar", "bpchar", "citext" -> ColumnKind.TEXT;
      // Enumerations, domains over text and the like come as VARCHAR but do not take any text.
      default -> {
        ColumnKind kind = Ansi.kind(jdbcType);
        yield kind == ColumnKind.TEXT ? ColumnKind.OTHER : kind;
      }
    };
  }

  @Override
  public String startOfDay(ColumnKind kind, LocalDate day, ZoneId zone) {
    if (kind == ColumnKind.INSTANT) {
      return "TIMESTAMP WITH TIME ZONE '"
          + Ansi.utc(day.atStartOfDay(zone).withZoneSameInstant(ZoneOffset.UTC))
          + "+00'";
    }
    return Ansi.startOfDay(kind, day);
  }

  @Override
  public Map<String, String> domains(Connection connection, TableName table) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            """
            WITH RECURSIVE base(attname, oid) AS (
              SELECT a.attname, a.atttypid
              FROM pg_attribute a
              JOIN pg_class c ON c.oid = a.attrelid
              JOIN pg_namespace n ON n.oid = c.relnamespace
              WHERE n.nspname = ? AND c.relname = ? AND a.attnum > 0 AND NOT a.attisdropped
              UNION ALL
              SELECT base.attname, t.typbasetype
              FROM base JOIN pg_type t ON t.oid = base.oid AND t.typtype = 'd')
            SELECT base.attname, t.typname
            FROM base JOIN pg_type t ON t.oid = base.oid AND t.typtype <> 'd'
            """)) {
      query.setString(1, table.schema());
      query.setString(2, table.name());
      Map<String, String> types = new HashMap<>();
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          types.put(rows.getString(1), rows.getString(2));
        }
      }
      return types;
    }
  }

  @Override
  public Optional<KeysOf> foreignKeys(Connection connection, TableName table) throws SQLException {
    return Optional.of(PostgresForeignKeys.of(connection, quote(table)));
  }

  @Override
  public Map<TableName, Set<TableName>> wholes(Connection connection) throws SQLException {
    return PostgresForeignKeys.wholes(connection);
  }

  @Override
  public String pointedTo(ForeignKey key, String parent, String column) {
    String whole = Dialect.super.pointedTo(key, parent, column);
    return key.part()
        .filter(part -> !part.equals(key.parent()))
        .map(part -> PostgresForeignKeys.onlyIn(quote(part), parent, whole))
        .orElse(whole);
  }

  private List<TableName> named(Connection connection, TableName table, String sql)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setString(1, quote(table));
      List<TableName> found = new ArrayList<>();
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          found.add(new TableName(rows.getString(1), rows.getString(2)));
        }
      }
      return found;
    }
  }

  @Override
  public List<TableName> materializedViews(Connection connection, TableName table)
      throws SQLException {
    return named(
        connection,
        table,
        """
            WITH RECURSIVE readers(oid) AS (
              SELECT to_regclass(?)::oid
              UNION
              SELECT rule.ev_class
              FROM readers
              JOIN pg_depend dependency
                ON dependency.refclassid = 'pg_class'::regclass
                AND dependency.refobjid = readers.oid
                AND dependency.classid = 'pg_rewrite'::regclass
              JOIN pg_rewrite rule ON rule.oid = dependency.objid)
            SELECT schema.nspname, view.relname
            FROM readers
            JOIN pg_class view ON view.oid = readers.oid AND view.relkind = 'm'
            JOIN pg_namespace schema ON schema.oid = view.relnamespace
            ORDER BY 1, 2
            """);
  }

  /** From its own catalogue: the standard's views hide triggers from whoever may only read. */
  @Override
  public List<SideEffects.Trigger> triggers(Connection connection, TableName table)
      throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            """
            SELECT t.tgname, e.event, pg_get_triggerdef(t.oid) || p.prosrc
            FROM pg_trigger t
            JOIN pg_proc p ON p.oid = t.tgfoid
            JOIN (VALUES (4, 'INSERT'), (8, 'DELETE'), (16, 'UPDATE')) e(bit, event)
              ON t.tgtype & e.bit <> 0
            WHERE t.tgrelid = to_regclass(?) AND NOT t.tgisinternal AND t.tgenabled IN ('O', 'A')
            UNION ALL
            SELECT r.rulename, e.event, pg_get_ruledef(r.oid)
            FROM pg_rewrite r
            JOIN (VALUES ('2', 'UPDATE'), ('3', 'INSERT'), ('4', 'DELETE')) e(type, event)
              ON r.ev_type::text = e.type
            WHERE r.ev_class = to_regclass(?) AND r.ev_enabled IN ('O', 'A')
            ORDER BY 1, 2
            """)) {
      query.setString(1, quote(table));
      query.setString(2, quote(table));
      return Ansi.triggers(query);
    }
  }

  /** Those of domains with a condition that no table can be asked: they stand in its column. */
  @Override
  public Optional<String> checks() {
    return Optional.of(
        """
        WITH rel AS (
          SELECT c.oid FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
          WHERE n.nspname = ? AND c.relname = ?)
        SELECT k.conname, pg_get_expr(k.conbin, k.conrelid)
        FROM pg_constraint k JOIN rel ON rel.oid = k.conrelid WHERE k.contype = 'c'
        UNION ALL
        SELECT k.conname, 'true'
        FROM pg_constraint k JOIN pg_attribute a ON a.atttypid = k.contypid
        JOIN rel ON rel.oid = a.attrelid WHERE k.contype = 'c' AND k.contypid <> 0
        ORDER BY 1
        """);
  }

  @Override
  public Optional<String> setZone(ZoneId zone) {
    return Optional.of("SET TIME ZONE '" + zone.getId().replace("'", "''") + "'");
  }

  @Override
  public String asText(String expression) {
    return "CAST(" + expression + " AS text)";
  }

  @Override
  public String keyText(String expression, Column column) {
    // A moment is shown in the zone of the session.
    return asText(
        column.kind() == ColumnKind.INSTANT ? expression + " AT TIME ZONE 'UTC'" : expression);
  }

  @Override
  public String keyRead(String expression, Column column) {
    return PostgresKeys.read(expression, column);
  }

  @Override
  public Object keyValue(ResultSet row, int index, Column column) throws SQLException {
    return PostgresKeys.value(row, index, column);
  }

  @Override
  public void bindText(PreparedStatement statement, int index, String value) throws SQLException {
    // Of a type that the server chooses.
    statement.setObject(index, value, Types.OTHER);
  }

  @Override
  public String written(Column column, String mark) {
    return column.document().isPresent()
        ? "CAST(" + mark + " AS pg_catalog." + column.type() + ")"
        : mark;
  }

  @Override
  public String digest(String text) {
    return "encode(sha256(convert_to(" + text + ", 'UTF8')), 'hex')";
  }

  @Override
  public String concat(List<String> expressions) {
    return String.join(" || ", expressions);
  }

  @Override
  public Optional<RowValues> rowValues(
      Connection connection, List<Column> keys, List<Column> columns) {
    return PostgresRowValues.of(keys, columns);
  }

  @Override
  public String updateFrom(String table, String other, String assignments, String condition) {
    return "UPDATE " + table + " SET " + assignments + " FROM " + other + " WHERE " + condition;
  }

  @Override
  public Optional<String> changing(String change, String values) {
    return Optional.of("WITH umyt_u AS (" + change + " RETURNING " + values + ") ");
  }

  @Override
  public Optional<RowPlaces> rowPlaces(TableName table) {
    return Optional.of(new PostgresRowPlaces(quote(table)));
  }

  @Override
  public int mostWriters() {
    return 8;
  }

  @Override
  public List<String> journalDdl(String quotedSchema) {
    return Ansi.journalDdl(
        quotedSchema, Ansi.JournalTypes.of("varchar", "timestamptz", "timestamp", "timestamptz"));
  }

  @Override
  public String temporaryTable(String name, String selectWithoutRows) {
    return "CREATE TEMPORARY TABLE " + name + " AS " + selectWithoutRows;
  }

  @Override
  public List<String> indexTemporaryTable(String name, String column, int length) {
    // Without statistics the planner takes it for a table of many rows, and reads it for each.
    return List.of(
        "CREATE INDEX ON pg_temp." + name + " (" + column + ")", "ANALYZE pg_temp." + name);
  }

  @Override
  public Optional<String> analyze(String quotedTable) {
    return Optional.of("ANALYZE " + quotedTable);
  }

  @Override
  public String dropTemporaryTable(String name) {
    return "DROP TABLE IF EXISTS pg_temp." + name;
  }

  @Override
  public Optional<String> onConnect() {
    // Conditions over several rules are long: to compile them takes longer than to run them.
    return Optional.of("SET lock_timeout = '5s'; SET jit = off");
  }

  @Override
  public void prepareForChanges(Connection connection) throws SQLException {
    connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET lock_timeout = '5s'");
    }
  }

  @Override
  public void beginTransaction(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      // A deferred foreign key would fail the commit of a whole chunk instead of one row.
      statement.execute("SET CONSTRAINTS ALL IMMEDIATE");
    }
  }

  @Override
  public void limitLockWait(Connection connection, Duration most) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET lock_timeout = " + Math.max(100, most.toMillis()));
    }
  }

  @Override
  public Optional<ServerLoad> load() {
    return Optional.of(new PostgresLoad());
  }

  @Override
  public Optional<PartitionDrop> partitionDrop() {
    return Optional.of(new PostgresPartitionDrop());
  }

  @Override
  public Cleaning cleaning() {
    return new PostgresCleaning();
  }

  @Override
  public TableReading reading() {
    return new PostgresReading();
  }

  @Override
  public int streamingFetchSize() {
    return 1000;
  }

  @Override
  public boolean isTransient(SQLException failure) {
    return failure.getSQLState() != null && TRANSIENT.contains(failure.getSQLState());
  }

  @Override
  public boolean isCausedByRow(SQLException failure) {
    // A trigger raised an error of its own.
    return Dialect.super.isCausedByRow(failure) || "P0001".equals(failure.getSQLState());
  }

  @Override
  public boolean tryLock(Connection connection, String name) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT pg_try_advisory_lock(hashtext('umyt'), hashtext(?))")) {
      statement.setString(1, name);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() && rows.getBoolean(1);
      }
    }
  }
}
