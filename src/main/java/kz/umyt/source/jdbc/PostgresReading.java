package kz.umyt.source.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import kz.umyt.source.Column;
import kz.umyt.source.ColumnKind;
import kz.umyt.source.TableName;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * Reads the tables of PostgreSQL by COPY: twice as fast as a cursor, and the driver never holds
 * more than one row.
 */
final class PostgresReading implements TableReading {

  /** Types of which every value is short. */
  private static final Set<String> SHORT =
      Set.of(
          "uuid",
          "inet",
          "cidr",
          "macaddr",
          "macaddr8",
          "bool",
          "float4",
          "float8",
          "money",
          "time",
          "timetz",
          "interval",
          "oid",
          "name");

  private static final String PLAN_ROWS = "\"Plan Rows\": ";

  /** By exact names: others are somebody's own, whatever they sound like. */
  @Override
  public ValueForm form(Column column) {
    return switch (column.type()) {
      case "float4", "float8", "money" -> ValueForm.NUMBER;
      case "bytea" -> ValueForm.BYTES;
      // An array of bytes has hexadecimal digits for a text.
      case "geometry", "geography", "oid", "_bytea" -> ValueForm.NONE;
      default -> ValueForm.TEXT;
    };
  }

  @Override
  public String selected(Column column, String quoted, int most) {
    if (!column.mayExceed(most) || SHORT.contains(column.type().toLowerCase(Locale.ROOT))) {
      return quoted;
    }
    if (column.type().equalsIgnoreCase("bytea")) {
      return cut("octet_length(" + quoted + ")", "substring(" + quoted + ", 1, ", quoted, most);
    }
    // The length in bytes is known without unpacking the text.
    String text = column.kind() == ColumnKind.TEXT ? quoted : "CAST(" + quoted + " AS text)";
    return cut("octet_length(" + text + ")", "left(" + text + ", ", quoted + "::text", most);
  }

  private static String cut(String length, String beginning, String whole, int most) {
    return "CASE WHEN "
        + length
        + " > "
        + most
        + " THEN "
        + beginning
        + (most + 1)
        + ") ELSE "
        + whole
        + " END";
  }

  /** Tables that others inherit from are read without those, which are tables of their own. */
  @Override
  public String from(Connection connection, TableName table, String quoted) throws SQLException {
    String kind =
        text(
                connection,
                "SELECT c.relkind FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                    + " WHERE n.nspname = ? AND c.relname = ?",
                table)
            .orElse("");
    return kind.equals("r") ? "ONLY " + quoted : quoted;
  }

  /** Whether a policy stands between the table and this user. */
  @Override
  public boolean hidesRows(Connection connection, TableName table) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("SELECT row_security_active(CAST(? AS regclass))")) {
      query.setString(1, Ansi.quote(table.schema()) + "." + Ansi.quote(table.name()));
      try (ResultSet rows = query.executeQuery()) {
        return rows.next() && rows.getBoolean(1);
      }
    }
  }

  @Override
  public String sampled(String from, CellQuery.Sample sample) {
    return from
        + " TABLESAMPLE BERNOULLI ("
        + String.format(Locale.ROOT, "%.10f", sample.share() * 100)
        + ") REPEATABLE ("
        + sample.seed()
        + ")";
  }

  /** The planner's own guess, which knows how the table has grown since it was last analysed. */
  @Override
  public OptionalLong estimatedRows(Connection connection, TableName table) throws SQLException {
    String quoted = Ansi.quote(table.schema()) + "." + Ansi.quote(table.name());
    try (Statement statement = connection.createStatement();
        ResultSet plans =
            statement.executeQuery(
                // JSON, because a table's name may hold anything, line ends too.
                "EXPLAIN (FORMAT JSON) SELECT 1 FROM " + from(connection, table, quoted))) {
      String plan = plans.next() ? plans.getString(1) : "";
      int at = plan.indexOf(PLAN_ROWS) + PLAN_ROWS.length();
      int end = at;
      while (end < plan.length() && Character.isDigit(plan.charAt(end))) {
        end++;
      }
      return at < PLAN_ROWS.length() || end == at
          ? OptionalLong.empty()
          : OptionalLong.of(Long.parseLong(plan, at, end, 10));
    }
  }

  @Override
  public Map<TableName, TableName> partitions(Connection connection) throws SQLException {
    Map<TableName, TableName> roots = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT n.nspname, c.relname, rn.nspname, r.relname FROM pg_class c"
                    + " JOIN pg_namespace n ON n.oid = c.relnamespace"
                    + " JOIN pg_class r ON r.oid = pg_partition_root(c.oid)"
                    + " JOIN pg_namespace rn ON rn.oid = r.relnamespace"
                    + " WHERE c.relispartition")) {
      while (rows.next()) {
        roots.put(
            new TableName(rows.getString(1), rows.getString(2)),
            new TableName(rows.getString(3), rows.getString(4)));
      }
    }
    return roots;
  }

  /**
   * The counters of changes, the file, the columns and the keys of the table and of its partitions,
   * under one start of the server: a crash or a reset of the counters changes the mark too. They
   * may lag by a minute. A standby does not count what it replays, and a server before version 15
   * may count late without limit: there nobody can promise anything.
   */
  @Override
  public Optional<String> mark(Connection connection, TableName table) throws SQLException {
    return text(
        connection,
        "WITH RECURSIVE parts AS ("
            + "SELECT c.oid FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
            + " WHERE n.nspname = ? AND c.relname = ?"
            + " UNION SELECT i.inhrelid FROM pg_inherits i JOIN parts p ON i.inhparent = p.oid)"
            + " SELECT concat_ws(' ', pg_postmaster_start_time(),"
            + " (SELECT stats_reset FROM pg_stat_database WHERE datname = current_database()),"
            + " (SELECT stats_reset FROM pg_stat_bgwriter),"
            + " string_agg(concat_ws(' ', c.oid, c.relfilenode, s.n_tup_ins, s.n_tup_upd,"
            + " s.n_tup_del, (SELECT md5(string_agg(concat_ws(' ', a.attnum, a.attname,"
            + " a.atttypid, a.xmin), ',' ORDER BY a.attnum)) FROM pg_attribute a"
            + " WHERE a.attrelid = c.oid AND a.attnum > 0), (SELECT md5(string_agg(k.oid::text,"
            + " ',' ORDER BY k.oid)) FROM pg_constraint k WHERE k.conrelid = c.oid)),"
            + " ';' ORDER BY c.oid))"
            + " FROM parts p JOIN pg_class c ON c.oid = p.oid"
            + " LEFT JOIN pg_stat_all_tables s ON s.relid = c.oid"
            + " WHERE current_setting('track_counts') = 'on' AND NOT pg_is_in_recovery()"
            + " AND current_setting('server_version_num')::int >= 150000"
            + " HAVING bool_and(c.relkind = 'p' OR s.relid IS NOT NULL)",
        table);
  }

  @Override
  public void prepare(Connection connection, Duration timeout) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET LOCAL statement_timeout = " + timeout.toMillis());
      // Rows that this user may not see are told as a failure instead of being left out.
      statement.execute("SET LOCAL row_security = off");
      statement.execute("SET LOCAL bytea_output = 'hex'");
    }
  }

  @Override
  public void read(
      Database database, Connection connection, String sql, CellQuery query, Consumer<Cells> each)
      throws SQLException {
    CopyOut copy =
        connection.unwrap(PGConnection.class).getCopyAPI().copyOut("COPY (" + sql + ") TO STDOUT");
    try {
      CopiedRow row = new CopiedRow();
      for (byte[] line = copy.readFromCopy(); line != null; line = copy.readFromCopy()) {
        row.take(line);
        each.accept(row);
      }
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }

  private static Optional<String> text(Connection connection, String sql, TableName table)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, table.schema());
      statement.setString(2, table.name());
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() ? Optional.ofNullable(rows.getString(1)) : Optional.empty();
      }
    }
  }
}
