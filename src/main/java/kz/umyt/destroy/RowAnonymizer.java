package kz.umyt.destroy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import kz.umyt.anonymize.ValueOperator;
import kz.umyt.plan.BoundTable;
import kz.umyt.source.Column;
import org.jspecify.annotations.Nullable;

/**
 * Updates. Rows are read under a lock, all columns of a row change in one statement that carries
 * the due condition, and the row is entered in {@code umyt_done} in the same transaction.
 */
final class RowAnonymizer implements RowChanger {

  /** After so many entries in {@code umyt_done} it is analyzed, then after ten times as many. */
  private static final int FEW = 200;

  /** One column and what happens to its values. */
  record ColumnChange(Column column, ValueOperator operator) {}

  private final BoundTable target;
  private final List<ColumnChange> changes;
  private final String run;
  private final KeySql keys;
  private final OneByOne oneByOne;
  private long entered;
  private long analyzedAt = FEW;

  RowAnonymizer(BoundTable target, List<ColumnChange> changes, String run) {
    this.target = target;
    this.changes = List.copyOf(changes);
    this.run = run;
    this.keys = new KeySql(target);
    this.oneByOne = new OneByOne(target, keys);
  }

  /**
   * A row as it will be.
   *
   * @param isEntered whether a row of this key was anonymized before, and holds something else now
   */
  private record SafeRow(Key key, List<@Nullable Object> values, boolean isEntered) {
    @Override
    public String toString() {
      return "row";
    }
  }

  @Override
  public int largestChunk() {
    return 5_000;
  }

  @Override
  public long change(Connection connection, KeyRange range, Failures failures) throws SQLException {
    List<SafeRow> rows = read(connection, keys.range(range), range.parameters());
    if (rows.isEmpty()) {
      return 0;
    }
    try (PreparedStatement update = connection.prepareStatement(updateSql());
        PreparedStatement forget = connection.prepareStatement(forgetSql());
        PreparedStatement done = connection.prepareStatement(doneSql())) {
      for (SafeRow row : rows) {
        bind(update, row);
        update.addBatch();
      }
      int[] counts = update.executeBatch();
      long changed = 0;
      for (int i = 0; i < counts.length; i++) {
        // A row that stopped being due since it was read is neither changed nor entered as done.
        if (requireExact(counts[i]) == 1) {
          changed++;
          SafeRow row = rows.get(i);
          if (row.isEntered()) {
            Parameters.set(forget, row.key().values());
            forget.addBatch();
          }
          Parameters.set(done, row.key().values());
          done.addBatch();
        }
      }
      forget.executeBatch();
      done.executeBatch();
      analyze(connection, changed);
      return changed;
    }
  }

  /**
   * Each statement looks into {@code umyt_done}. While nothing is known of that table, it would be
   * searched by its target alone: every entry for every row, and more of them every night.
   */
  private void analyze(Connection connection, long more) throws SQLException {
    entered += more;
    if (entered < analyzedAt) {
      return;
    }
    analyzedAt = entered * 10;
    Optional<String> sql =
        target.database().dialect().analyze(target.database().journalSchema() + ".umyt_done");
    if (sql.isPresent()) {
      try (Statement statement = connection.createStatement()) {
        statement.execute(sql.get());
      }
    }
  }

  @Override
  public long changeOneByOne(Connection connection, KeyRange range, Failures failures)
      throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(updateSql());
        PreparedStatement forget = connection.prepareStatement(forgetSql());
        PreparedStatement done = connection.prepareStatement(doneSql())) {
      return oneByOne.run(
          connection,
          range,
          failures,
          key -> {
            List<SafeRow> rows = read(connection, keys.equal(), key.values());
            if (rows.isEmpty()) {
              return false;
            }
            bind(update, rows.get(0));
            if (update.executeUpdate() != 1) {
              return false;
            }
            if (rows.get(0).isEntered()) {
              Parameters.set(forget, key.values());
              forget.executeUpdate();
            }
            Parameters.set(done, key.values());
            done.executeUpdate();
            return true;
          });
    }
  }

  private List<SafeRow> read(Connection connection, String which, List<Object> parameters)
      throws SQLException {
    String columns =
        changes.stream()
            .map(change -> target.conditions().column(change.column().name()))
            .collect(Collectors.joining(", "));
    String sql =
        "SELECT "
            + keys.list()
            + ", "
            + columns
            + ", CASE WHEN "
            + target.conditions().entered()
            + " THEN 1 ELSE 0 END FROM "
            + table()
            + " WHERE "
            + which
            + " AND "
            + target.conditions().due()
            + " FOR UPDATE";
    List<SafeRow> found = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      Parameters.set(statement, parameters);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          List<@Nullable Object> safe = new ArrayList<>();
          for (int i = 0; i < changes.size(); i++) {
            ColumnChange change = changes.get(i);
            safe.add(change.operator().apply(value(rows, keys.size() + i + 1, change.column())));
          }
          boolean isEntered = rows.getInt(keys.size() + changes.size() + 1) == 1;
          found.add(new SafeRow(Parameters.key(rows, keys.size()), safe, isEntered));
        }
      }
    }
    return found;
  }

  private static @Nullable Object value(ResultSet rows, int index, Column column)
      throws SQLException {
    return switch (column.kind()) {
      case TEXT, OTHER -> rows.getString(index);
      case INTEGER, DECIMAL -> rows.getBigDecimal(index);
      case DATE -> rows.getObject(index, LocalDate.class);
      case TIMESTAMP -> rows.getObject(index, LocalDateTime.class);
      case INSTANT -> rows.getObject(index, OffsetDateTime.class);
    };
  }

  private void bind(PreparedStatement update, SafeRow row) throws SQLException {
    int index = 1;
    for (Object value : row.values()) {
      update.setObject(index++, value);
    }
    for (Object part : row.key().values()) {
      update.setObject(index++, part);
    }
  }

  private static int requireExact(int count) {
    if (count < 0) {
      throw new IllegalStateException(
          "the driver does not say how many rows it changed; switch off its batch rewriting");
    }
    return count;
  }

  private String updateSql() {
    return "UPDATE "
        + table()
        + " SET "
        + changes.stream()
            .map(change -> target.database().dialect().quote(change.column().name()) + " = ?")
            .collect(Collectors.joining(", "))
        + " WHERE "
        + keys.equal()
        + " AND "
        + target.conditions().due();
  }

  /** What is known of the row that had this key before. */
  private String forgetSql() {
    return "DELETE FROM "
        + target.database().journalSchema()
        + ".umyt_done WHERE target = '"
        + target.doneId().replace("'", "''")
        + "' AND row_key = (SELECT "
        + target.conditions().keyText()
        + " FROM "
        + table()
        + " WHERE "
        + keys.equal()
        + ")";
  }

  private String doneSql() {
    return "INSERT INTO "
        + target.database().journalSchema()
        + ".umyt_done (target, row_key, run, digest) SELECT '"
        + target.doneId().replace("'", "''")
        + "', "
        + target.conditions().keyText()
        + ", '"
        + run
        + "', "
        + target.conditions().newForm()
        + " FROM "
        + table()
        + " WHERE "
        + keys.equal();
  }

  private String table() {
    return target.database().dialect().quote(target.table().name());
  }
}
