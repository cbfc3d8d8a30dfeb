package kz.umyt.source.jdbc;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Loads an SQL script into an embedded database. */
public final class SqlScript {
  private SqlScript() {}

  /** Runs a UTF-8 script in an H2 database. */
  public static void run(Database database, Path script) {
    try (Connection connection = database.connect();
        PreparedStatement statement =
            connection.prepareStatement("RUNSCRIPT FROM ? CHARSET 'UTF-8'")) {
      statement.setString(1, script.toString());
      statement.execute();
    } catch (SQLException failure) {
      throw database.failed("script " + script.getFileName() + " cannot be loaded", failure);
    }
  }
}
