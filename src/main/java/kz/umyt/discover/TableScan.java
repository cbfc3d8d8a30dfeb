package kz.umyt.discover;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import kz.umyt.discover.Inventory.Reference;
import kz.umyt.discover.Inventory.TableInventory;
import kz.umyt.source.Column;
import kz.umyt.source.ForeignKey;
import kz.umyt.source.SourceException;
import kz.umyt.source.Table;
import kz.umyt.source.TableName;
import kz.umyt.source.jdbc.Database;
import kz.umyt.source.jdbc.Session;

/** Reads every column of one table in one pass. */
final class TableScan {

  /** Rows that a driver may hold where one of their texts may be of any length. */
  private static final int FEW_ROWS = 100;

  private final Recognition recognition;
  private final Database database;
  private final Gaps gaps;

  TableScan(Recognition recognition, Database database, Gaps gaps) {
    this.recognition = recognition;
    this.database = database;
    this.gaps = gaps;
  }

  /** One column that is read. */
  private record Reading(String quoted, boolean unlimited, ColumnProfile profile) {

    void take(Session.Row row, int at) {
      if (!unlimited) {
        profile.add(row.text(at));
        return;
      }
      try {
        profile.add(row.characters(at));
      } catch (IOException failure) {
        // The cause may quote the text.
        throw new SourceException("a long text could not be read to its end");
      }
    }
  }

  /** The table, as far as it could be read; empty if not at all, which is then a gap. */
  Optional<TableInventory> scan(TableName name) {
    long[] scanned = {0};
    List<Reading> readings = new ArrayList<>();
    Table described = null;
    try (Session session = database.session()) {
      described = database.table(name);
      for (Column column : described.columns()) {
        reading(name, column).ifPresent(readings::add);
      }
      if (readings.isEmpty()) {
        long rows = session.number("SELECT COUNT(*) FROM " + quoted(name));
        return Optional.of(inventory(described, OptionalLong.of(rows), 0, readings));
      }
      session.stream(
          query(name, readings),
          fetchSize(readings),
          row -> {
            for (int i = 0; i < readings.size(); i++) {
              readings.get(i).take(row, i + 1);
            }
            scanned[0]++;
          });
      return Optional.of(inventory(described, OptionalLong.of(scanned[0]), scanned[0], readings));
    } catch (SourceException failure) {
      gaps.behind(name.toString(), scanned[0], failure);
      return described == null || scanned[0] == 0
          ? Optional.empty()
          : Optional.of(inventory(described, OptionalLong.empty(), scanned[0], readings));
    }
  }

  private Optional<Reading> reading(TableName table, Column column) {
    ColumnReading how = ColumnReading.of(column);
    if (how == ColumnReading.NONE) {
      gaps.column(
          table.toString(),
          column.name(),
          "type " + column.type() + " is not read: its values have no text");
      return Optional.empty();
    }
    ColumnProfile profile =
        new ColumnProfile(
            recognition, new ColumnHead(column.name(), column.type(), column.nullable(), how));
    return Optional.of(
        new Reading(
            database.dialect().quote(column.name()), how == ColumnReading.LONG_TEXT, profile));
  }

  private String quoted(TableName name) {
    return database.dialect().quote(name);
  }

  private String query(TableName name, List<Reading> readings) {
    return readings.stream()
        .map(Reading::quoted)
        .collect(Collectors.joining(", ", "SELECT ", " FROM " + quoted(name)));
  }

  private int fetchSize(List<Reading> readings) {
    int most = database.dialect().streamingFetchSize();
    return readings.stream().anyMatch(Reading::unlimited) ? Math.min(FEW_ROWS, most) : most;
  }

  private static TableInventory inventory(
      Table table, OptionalLong rows, long scanned, List<Reading> readings) {
    return new TableInventory(
        table.name().toString(),
        rows,
        scanned,
        readings.stream().map(reading -> reading.profile().result()).toList(),
        table.primaryKey(),
        table.references().stream()
            .map(
                key ->
                    new Reference(
                        key.childColumns(),
                        key.parent().toString(),
                        key.parentColumns(),
                        key.onDelete() != ForeignKey.OnDelete.RESTRICT))
            .toList(),
        table.columns().stream().collect(Collectors.toMap(Column::name, TableScan::traits)));
  }

  private static ColumnTraits traits(Column column) {
    ColumnTraits.Holds holds =
        switch (column.kind()) {
          case TEXT -> ColumnTraits.Holds.TEXT;
          case INTEGER, DECIMAL -> ColumnTraits.Holds.NUMBER;
          case DATE, TIMESTAMP, INSTANT -> ColumnTraits.Holds.DATE;
          case OTHER -> ColumnTraits.Holds.OTHER;
        };
    return new ColumnTraits(holds, column.length(), column.unique(), column.generated());
  }
}
