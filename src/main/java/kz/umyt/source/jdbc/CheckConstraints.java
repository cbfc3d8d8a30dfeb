package kz.umyt.source.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import kz.umyt.source.Check;
import kz.umyt.source.TableName;

/** What a table's CHECK constraints are, and which of them refused a change. */
public final class CheckConstraints {
  private CheckConstraints() {}

  /** Those of a table; none where the server does not tell, as an old one cannot. */
  public static List<Check> of(Database database, TableName table) {
    Optional<String> query = database.dialect().checks();
    if (query.isEmpty()) {
      return List.of();
    }
    try (Connection connection = database.connect();
        PreparedStatement statement = connection.prepareStatement(query.get())) {
      statement.setString(1, table.schema());
      statement.setString(2, table.name());
      List<Check> checks = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          checks.add(new Check(rows.getString(1), rows.getString(2)));
        }
      }
      return List.copyOf(checks);
    } catch (SQLException unknown) {
      return List.of();
    }
  }

  /**
   * Tells of a failure, and which constraint it was. Only names that the catalogue holds are told:
   * the driver's message may quote values.
   */
  public static String describe(SQLException failure, List<Check> checks) {
    String message = failure.getMessage() == null ? "" : failure.getMessage();
    // Behind the first line stand values, and the statement.
    int end = message.indexOf('\n');
    String line = end < 0 ? message : message.substring(0, end);
    Optional<String> constraint =
        checks.stream()
            .map(Check::name)
            .filter(name -> names(line, name))
            .max(Comparator.comparingInt(String::length));
    return SqlFailure.describe(failure, constraint);
  }

  /** Whether a name stands there as a word. */
  private static boolean names(String line, String name) {
    for (int at = line.indexOf(name); at >= 0; at = line.indexOf(name, at + 1)) {
      int end = at + name.length();
      if ((at == 0 || !isInName(line.charAt(at - 1)))
          && (end == line.length() || !isInName(line.charAt(end)))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isInName(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '$';
  }
}
