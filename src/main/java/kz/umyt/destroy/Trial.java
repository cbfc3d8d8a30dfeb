package kz.umyt.destroy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import kz.umyt.anonymize.Operators;
import kz.umyt.plan.BoundTable;
import kz.umyt.settings.SettingsException;
import kz.umyt.settings.Target;
import kz.umyt.source.Check;
import kz.umyt.source.Column;
import kz.umyt.source.ColumnKind;
import kz.umyt.source.jdbc.CheckConstraints;
import kz.umyt.source.jdbc.Dialect;
import org.jspecify.annotations.Nullable;

/**
 * Finds out, before the first row changes, whether a column takes what an operator writes into each
 * row alike: a number too large, a value that a constraint forbids. It is written into a temporary
 * table of one column of the same type, and the constraints are asked about it there; the target
 * itself is only read. What depends on the row, or on its other columns, is known only when the row
 * changes, and is counted then.
 */
final class Trial {

  private final BoundTable target;
  private final Dialect dialect;
  private final String name;

  private Trial(BoundTable target) {
    this.target = target;
    this.dialect = target.database().dialect();
    this.name = dialect.temporaryName("umyt_trial");
  }

  /**
   * Tries the operators of one target.
   *
   * @throws SettingsException if a column does not take what its operator writes
   */
  static void of(BoundTable target, Operators operators) {
    Trial trial = new Trial(target);
    List<Target.ColumnRule> alike =
        target.spec().columns().stream().filter(Operators::writesAlike).toList();
    if (alike.isEmpty()) {
      return;
    }
    List<Check> checks = CheckConstraints.of(target.database(), target.table().name());
    try (Connection connection = target.database().connect()) {
      for (Target.ColumnRule rule : alike) {
        Column column = target.table().column(rule.column());
        Object written = operators.example(rule, Workshop.shape(column));
        trial.run(connection, rule, column, written, checks);
      }
    } catch (SQLException failure) {
      throw target.database().failed("cannot be asked what its columns take", failure);
    }
  }

  private void run(
      Connection connection,
      Target.ColumnRule rule,
      Column column,
      @Nullable Object written,
      List<Check> checks)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(dialect.dropTemporaryTable(name));
      statement.execute(
          dialect.temporaryTable(
              name,
              "SELECT "
                  + dialect.quote(column.name())
                  + " FROM "
                  + dialect.quote(target.table().name())
                  + " WHERE 1 = 0"));
    } catch (SQLException forbidden) {
      // Who may make no temporary table learns the same from the first rows.
      return;
    }
    try {
      write(connection, rule, column, written, checks);
      for (Check check : checks) {
        if (forbids(connection, check)) {
          throw refused(
              rule,
              "constraint "
                  + check.name()
                  + " of table "
                  + target.table().name()
                  + " forbids what "
                  + rule.operator().word()
                  + " writes here");
        }
      }
    } finally {
      try (Statement statement = connection.createStatement()) {
        statement.execute(dialect.dropTemporaryTable(name));
      }
    }
  }

  private void write(
      Connection connection,
      Target.ColumnRule rule,
      Column column,
      @Nullable Object written,
      List<Check> checks)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO " + name + " VALUES (" + dialect.written(column, "?") + ")")) {
      insert.setObject(1, written);
      insert.executeUpdate();
    } catch (SQLException failure) {
      if (dialect.isCausedByRow(failure)) {
        throw refused(
            rule,
            "the column does not take what "
                + rule.operator().word()
                + " writes: "
                + CheckConstraints.describe(failure, checks));
      }
      return;
    }
    boolean isNumber = column.kind() == ColumnKind.INTEGER || column.kind() == ColumnKind.DECIMAL;
    if (isNumber
        && written != null
        && count(connection, "WHERE " + dialect.quote(column.name()) + " = ?", written) == 0) {
      throw refused(
          rule,
          "the column would hold another number than "
              + rule.operator().word()
              + " writes, since it has not as many digits");
    }
  }

  private boolean forbids(Connection connection, Check check) {
    try {
      return count(connection, "WHERE NOT (" + check.condition() + ")", null) > 0;
    } catch (SQLException unknown) {
      // It asks for other columns, too.
      return false;
    }
  }

  private long count(Connection connection, String where, @Nullable Object value)
      throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("SELECT COUNT(*) FROM " + name + " " + where)) {
      if (value != null) {
        query.setObject(1, value);
      }
      try (ResultSet rows = query.executeQuery()) {
        rows.next();
        return rows.getLong(1);
      }
    }
  }

  private static SettingsException refused(Target.ColumnRule rule, String reason) {
    return new SettingsException(
        rule.column().at(),
        "column "
            + rule.column().value()
            + ": "
            + reason
            + "; take another operator or new_value, or have the owner of the database change the"
            + " column");
  }
}
