package kz.umyt.engines;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * One database of a test.
 *
 * @param schema where the tables of the test live
 */
public record TestDatabase(Engine engine, String url, String user, String schema) {

  /** A connection of the test's own. */
  public Connection connect() {
    try {
      return DriverManager.getConnection(url.replace("jdbc:mysql:", "jdbc:mariadb:"), user, "");
    } catch (SQLException failure) {
      throw new AssertionError(failure);
    }
  }

  /** Runs statements, each in its own transaction. */
  public void execute(String... statements) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException failure) {
      throw new AssertionError(failure);
    }
  }

  /** Runs one statement for each row of values, in one transaction. */
  public void insert(String sql, List<? extends List<?>> rows) {
    try (Connection connection = connect();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      connection.setAutoCommit(false);
      for (List<?> row : rows) {
        for (int i = 0; i < row.size(); i++) {
          statement.setObject(i + 1, row.get(i));
        }
        statement.addBatch();
      }
      statement.executeBatch();
      connection.commit();
    } catch (SQLException failure) {
      throw new AssertionError(failure);
    }
  }

  /** All rows of a query, cells joined by a bar, as the driver writes them. */
  public List<String> rows(String query) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      int columns = rows.getMetaData().getColumnCount();
      List<String> found = new ArrayList<>();
      while (rows.next()) {
        List<String> cells = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
          cells.add(String.valueOf(rows.getString(i)));
        }
        found.add(String.join("|", cells));
      }
      return found;
    } catch (SQLException failure) {
      throw new AssertionError(failure);
    }
  }

  /** The one number that a query gives. */
  public long number(String query) {
    return Long.parseLong(rows(query).get(0));
  }

  /** A name, quoted for this engine. */
  public String quote(String name) {
    return engine == Engine.MARIADB ? "`" + name + "`" : "\"" + name + "\"";
  }

  /** The type of a moment. */
  public String momentType() {
    return engine == Engine.MARIADB ? "TIMESTAMP(6) NULL" : "TIMESTAMP WITH TIME ZONE";
  }

  /** The type of a date and time without a zone. */
  public String timestampType() {
    return engine == Engine.MARIADB ? "DATETIME(6)" : "TIMESTAMP";
  }

  /** This database as the section of a source in {@code config/sources.yaml}. */
  public String asSource(String name) {
    return "  "
        + name
        + ":\n    jdbc: \""
        + url
        + "\"\n    user: "
        + user
        + "\n    system: \"Test\"\n    schemas: ["
        + schema
        + "]\n";
  }
}
