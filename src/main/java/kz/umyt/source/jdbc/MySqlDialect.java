package kz.umyt.source.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** MySQL 8 and newer: MariaDB's driver serves it, and most of what is said to it is the same. */
final class MySqlDialect extends MariaDbDialect {

  static final String SCHEME = "jdbc:mysql:";

  static final int CHECK_VIOLATED = 3819;

  /** The name that the server itself gives a key which nobody wrote. */
  static final String OWN_KEY = "my_row_id";

  /** What a value does to a column that it does not fit, without a SQLSTATE of its own. */
  private static final Set<Integer> OF_VALUES = Set.of(CHECK_VIOLATED, 1265, 1366);

  @Override
  public String engine() {
    return "MySQL";
  }

  @Override
  public List<String> urls(String written) {
    return List.of(
        written.startsWith(SCHEME)
            ? MariaDbDialect.SCHEME + written.substring(SCHEME.length())
            : written);
  }

  /**
   * A name of a constraint is unique in its database, and the table stands elsewhere. Quotes and
   * backslashes of the condition have a backslash more before them than it was written with.
   */
  @Override
  public Optional<String> checks() {
    return Optional.of(
        """
        SELECT c.constraint_name,
          REPLACE(REPLACE(REPLACE(c.check_clause, REPEAT(CHAR(92 USING utf8mb4), 2),
              CHAR(1 USING utf8mb4)),
            CONCAT(CHAR(92 USING utf8mb4), ''''), ''''),
            CHAR(1 USING utf8mb4), CHAR(92 USING utf8mb4))
        FROM information_schema.check_constraints c
        JOIN information_schema.table_constraints t
          ON t.constraint_schema = c.constraint_schema
          AND t.constraint_name = c.constraint_name
        WHERE t.table_schema = ? AND t.table_name = ? ORDER BY 1
        """);
  }

  /** A server with sql_require_primary_key takes no table without one, not even a temporary one. */
  private static String key(String before, String after) {
    return "/*!80023 "
        + before
        + OWN_KEY
        + " BIGINT UNSIGNED NOT NULL AUTO_INCREMENT INVISIBLE PRIMARY KEY"
        + after
        + " */";
  }

  @Override
  public List<String> journalDdl(String quotedSchema) {
    return super.journalDdl(quotedSchema).stream()
        .map(
            table -> {
              int at = table.indexOf('(') + 1;
              return table.contains("PRIMARY KEY")
                  ? table
                  : table.substring(0, at) + key("", ",") + table.substring(at);
            })
        .toList();
  }

  @Override
  public String temporaryTable(String name, String selectWithoutRows) {
    return "CREATE TEMPORARY TABLE " + name + " " + key("(", ")") + " AS " + selectWithoutRows;
  }

  /**
   * It changes no table that a subquery of the statement reads, unless that is worked out apart.
   */
  @Override
  public String exists(String query, boolean readsChanged) {
    return readsChanged
        ? "EXISTS (SELECT 1 FROM (" + query + " LIMIT 1) umyt_same)"
        : super.exists(query, false);
  }

  @Override
  public Connection working(Connection connection) {
    return TemporaryCopies.over(connection);
  }

  @Override
  public Cleaning cleaning() {
    return new MySqlCleaning();
  }

  @Override
  public boolean isCausedByRow(SQLException failure) {
    return super.isCausedByRow(failure) || OF_VALUES.contains(failure.getErrorCode());
  }
}
