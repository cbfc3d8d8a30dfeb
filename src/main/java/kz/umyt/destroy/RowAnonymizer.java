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
import kz.umyt.anonymize.ValueOperator;
import kz.umyt.plan.BoundTable;
import kz.umyt.settings.OperatorSpec;
import kz.umyt.source.Column;
import kz.umyt.source.jdbc.Dialect;
import org.jspecify.annotations.Nullable;

/**
 * Updates. Rows are read under a lock, all columns of a row change in one statement that carries
 * the due condition, and the row is entered in {@code umyt_done} in the same transaction.
 */
final class RowAnonymizer implements RowChanger {

  /** After so many entries in {@code umyt_done} it is analyzed, then after ten times as many. */
  private static final int FEW = 200;

  /** Due rows may be rare among the keys that a chunk walks over. */
  private static final int FIRST_EXCHANGE = 20_000;

  /** One column and what happens to its values. */
  record ColumnChange(Column column, ValueOperator operator) {}

  /** A row as it is. */
  private record ReadRow(Key key, List<@Nullable Object> values, boolean isEntered) {
    @Override
    public String toString() {
      return "row";
    }
  }

  private final BoundTable target;
  private final List<ColumnChange> changes;
  private final KeySql keys;
  private final KeyRanges ranges;
  private final OneByOne oneByOne;
  private final AnonymizingSql sql;
  private final RowUpdates single;
  private final SliceSize slice;
  private final String run;

  /** Whether rows get values of each other: the more are read together, the better they hide. */
  private final boolean exchanges;

  private @Nullable RowUpdates fastest;
  private long entered;
  private long analyzedAt = FEW;

  RowAnonymizer(BoundTable target, List<ColumnChange> changes, String run) {
    this.target = target;
    this.run = run;
    this.changes = List.copyOf(changes);
    this.keys = new KeySql(target);
    this.ranges = new KeyRanges(target);
    this.oneByOne = new OneByOne(target, keys);
    this.sql = new AnonymizingSql(target, columns(), run);
    this.single = new SingleUpdates(sql);
    this.exchanges =
        target.spec().columns().stream()
            .anyMatch(rule -> rule.operator() instanceof OperatorSpec.Shuffle);
    this.slice = new SliceSize(columns());
  }

  private List<Column> columns() {
    return changes.stream().map(ColumnChange::column).toList();
  }

  @Override
  public int begin(Connection connection) throws SQLException {
    return MarkerClaim.enter(connection, target, run);
  }

  @Override
  public int firstChunk() {
    return exchanges ? FIRST_EXCHANGE : RowChanger.super.firstChunk();
  }

  @Override
  public int largestChunk() {
    return 200_000;
  }

  @Override
  public long change(Connection connection, KeyRange range, Failures failures) throws SQLException {
    long changed = 0;
    List<ReadRow> read = new ArrayList<>();
    Optional<KeyRange> rest = Optional.of(range);
    while (rest.isPresent()) {
      KeyRange part = ranges.first(connection, rest.get(), slice.rows());
      read.addAll(read(connection, keys.range(part), keys.parameters(part)));
      rest = rest.get().behind(part);
      if (!exchanges) {
        changed += apply(connection, safe(read));
        read.clear();
      } else if (read.size() >= 2 * slice.rows()) {
        // As many stay for company, so that the last of them are not alone.
        changed += apply(connection, safe(read.subList(0, slice.rows())));
        read.subList(0, slice.rows()).clear();
      }
    }
    return changed + apply(connection, safe(read));
  }

  private long apply(Connection connection, List<SafeRow> rows) throws SQLException {
    if (rows.isEmpty()) {
      return 0;
    }
    long changed = fastest(connection).apply(connection, rows);
    analyze(connection, changed);
    return changed;
  }

  private RowUpdates fastest(Connection connection) throws SQLException {
    RowUpdates known = fastest;
    if (known == null) {
      Dialect dialect = target.database().dialect();
      List<Column> key =
          target.table().primaryKey().stream().map(target.table()::columnNamed).toList();
      known =
          dialect
              .rowValues(connection, key, columns())
              .<RowUpdates>map(values -> new JoinedUpdates(sql, values, single))
              .orElse(single);
      fastest = known;
    }
    return known;
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
    Optional<String> analyze =
        target.database().dialect().analyze(target.database().journalSchema() + ".umyt_done");
    if (analyze.isPresent()) {
      try (Statement statement = connection.createStatement()) {
        statement.execute(analyze.get());
      }
    }
  }

  @Override
  public long changeOneByOne(Connection connection, KeyRange range, Failures failures)
      throws SQLException {
    return oneByOne.run(
        connection,
        range,
        failures,
        key -> {
          List<SafeRow> rows = safe(read(connection, keys.equal(), key.values()));
          return !rows.isEmpty() && single.apply(connection, rows) == 1;
        });
  }

  private List<ReadRow> read(Connection connection, String which, List<Object> parameters)
      throws SQLException {
    List<ReadRow> found = new ArrayList<>();
    long characters = 0;
    String query = exchanges ? sql.readInOrder(which) : sql.read(which);
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      Parameters.set(statement, parameters);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          List<@Nullable Object> values = new ArrayList<>();
          for (int i = 0; i < changes.size(); i++) {
            Object value = value(rows, keys.size() + i + 1, changes.get(i).column());
            characters += value instanceof String text ? text.length() : 0;
            values.add(value);
          }
          boolean isEntered = rows.getInt(keys.size() + changes.size() + 1) > 0;
          found.add(new ReadRow(keys.key(rows), values, isEntered));
        }
      }
    }
    slice.wasRead(found.size(), characters);
    return found;
  }

  private List<SafeRow> safe(List<ReadRow> rows) {
    List<List<@Nullable Object>> columns = new ArrayList<>();
    for (int i = 0; i < changes.size(); i++) {
      List<@Nullable Object> values = new ArrayList<>(rows.size());
      for (ReadRow row : rows) {
        values.add(row.values().get(i));
      }
      columns.add(changes.get(i).operator().applyAll(values));
    }
    List<SafeRow> safe = new ArrayList<>(rows.size());
    for (int row = 0; row < rows.size(); row++) {
      List<@Nullable Object> values = new ArrayList<>();
      for (List<@Nullable Object> column : columns) {
        values.add(column.get(row));
      }
      safe.add(new SafeRow(rows.get(row).key(), values, rows.get(row).isEntered()));
    }
    return safe;
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
}
