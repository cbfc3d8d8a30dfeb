package kz.umyt.source.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.umyt.source.ForeignKey;
import kz.umyt.source.TableName;

/**
 * Foreign keys as PostgreSQL's own catalogue has them. The driver knows nothing of those that
 * belong to a partition or to a table that inherits, although rows of the table are rows of these;
 * and it repeats the keys that the server copies from a table to its partitions.
 */
final class PostgresForeignKeys {
  private PostgresForeignKeys() {}

  private static final String PARTS =
      """
      WITH RECURSIVE parts(oid) AS (
        SELECT to_regclass(?)::oid
        UNION
        SELECT i.inhrelid FROM parts JOIN pg_catalog.pg_inherits i ON i.inhparent = parts.oid)
      SELECT key.oid, key.conname, cn.nspname, c.relname, pn.nspname, p.relname, key.confdeltype,
        ca.attname, pa.attname, COALESCE(whole.confrelid <> key.confrelid, FALSE)
      FROM pg_catalog.pg_constraint key
      JOIN pg_catalog.pg_class c ON c.oid = key.conrelid
      JOIN pg_catalog.pg_namespace cn ON cn.oid = c.relnamespace
      JOIN pg_catalog.pg_class p ON p.oid = key.confrelid
      JOIN pg_catalog.pg_namespace pn ON pn.oid = p.relnamespace
      CROSS JOIN LATERAL unnest(key.conkey, key.confkey) WITH ORDINALITY AS pair(child, parent, n)
      JOIN pg_catalog.pg_attribute ca ON ca.attrelid = c.oid AND ca.attnum = pair.child
      JOIN pg_catalog.pg_attribute pa ON pa.attrelid = p.oid AND pa.attnum = pair.parent
      """;

  /** A copy goes with its original; only what leads from the table itself is told twice. */
  private static final String FROM =
      PARTS
          + """
          LEFT JOIN pg_catalog.pg_constraint whole
            ON whole.oid = key.conparentid AND whole.conrelid IN (SELECT oid FROM parts)
          WHERE key.contype = 'f' AND key.conrelid IN (SELECT oid FROM parts)
            AND (whole.oid IS NULL
              OR (whole.confrelid <> key.confrelid AND key.conrelid = to_regclass(?)))
          ORDER BY 5, 6, 3, 4, 2, 1, pair.n
          """;

  private static final String TO =
      PARTS
          + """
          LEFT JOIN pg_catalog.pg_constraint whole
            ON whole.oid = key.conparentid AND whole.confrelid IN (SELECT oid FROM parts)
          WHERE key.contype = 'f' AND key.confrelid IN (SELECT oid FROM parts)
            AND whole.oid IS NULL
          ORDER BY 3, 4, 5, 6, 2, 1, pair.n
          """;

  static KeysOf of(Connection connection, String quotedTable) throws SQLException {
    return new KeysOf(
        keys(connection, FROM, List.of(quotedTable, quotedTable)),
        keys(connection, TO, List.of(quotedTable)));
  }

  private static List<ForeignKey> keys(Connection connection, String sql, List<String> tables)
      throws SQLException {
    Map<Long, ForeignKey> keys = new LinkedHashMap<>();
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      for (int i = 0; i < tables.size(); i++) {
        query.setString(i + 1, tables.get(i));
      }
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          ForeignKey known = keys.get(rows.getLong(1));
          ForeignKey key = known == null ? key(rows) : known;
          key.childColumns().add(rows.getString(8));
          key.parentColumns().add(rows.getString(9));
          keys.put(rows.getLong(1), key);
        }
      }
    }
    return keys.values().stream().map(PostgresForeignKeys::frozen).toList();
  }

  private static ForeignKey key(ResultSet rows) throws SQLException {
    TableName parent = new TableName(rows.getString(5), rows.getString(6));
    return new ForeignKey(
        rows.getString(2),
        new TableName(rows.getString(3), rows.getString(4)),
        new ArrayList<>(),
        parent,
        new ArrayList<>(),
        switch (rows.getString(7)) {
          case "c" -> ForeignKey.OnDelete.CASCADE;
          case "n" -> ForeignKey.OnDelete.SET_NULL;
          case "d" -> ForeignKey.OnDelete.SET_DEFAULT;
          default -> ForeignKey.OnDelete.RESTRICT;
        },
        rows.getBoolean(10) ? Optional.of(parent) : Optional.empty());
  }

  private static ForeignKey frozen(ForeignKey key) {
    return new ForeignKey(
        key.name(),
        key.child(),
        List.copyOf(key.childColumns()),
        key.parent(),
        List.copyOf(key.parentColumns()),
        key.onDelete(),
        key.part());
  }

  /** A value of the rows that lie in a part of a table: a key need not be unique over all. */
  static String onlyIn(String quotedPart, String table, String value) {
    return "CASE WHEN "
        + table
        + "tableoid IN (WITH RECURSIVE umyt_parts(oid) AS (SELECT to_regclass('"
        + quotedPart.replace("'", "''")
        + "')::oid UNION SELECT i.inhrelid FROM umyt_parts JOIN pg_catalog.pg_inherits i ON"
        + " i.inhparent = umyt_parts.oid) SELECT oid FROM umyt_parts) THEN "
        + value
        + " END";
  }

  /** The tables that each table is a part of, over several steps too. */
  static Map<TableName, Set<TableName>> wholes(Connection connection) throws SQLException {
    Map<TableName, Set<TableName>> wholes = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                WITH RECURSIVE wholes(part, oid) AS (
                  SELECT inhrelid, inhparent FROM pg_catalog.pg_inherits
                  UNION
                  SELECT wholes.part, i.inhparent
                  FROM wholes JOIN pg_catalog.pg_inherits i ON i.inhrelid = wholes.oid)
                SELECT pn.nspname, p.relname, wn.nspname, w.relname
                FROM wholes
                JOIN pg_catalog.pg_class p ON p.oid = wholes.part AND p.relkind IN ('r', 'p', 'f')
                JOIN pg_catalog.pg_namespace pn ON pn.oid = p.relnamespace
                JOIN pg_catalog.pg_class w ON w.oid = wholes.oid
                JOIN pg_catalog.pg_namespace wn ON wn.oid = w.relnamespace
                """)) {
      while (rows.next()) {
        wholes
            .computeIfAbsent(
                new TableName(rows.getString(1), rows.getString(2)), part -> new HashSet<>())
            .add(new TableName(rows.getString(3), rows.getString(4)));
      }
    }
    return wholes;
  }
}
