package kz.umyt.discover;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import kz.umyt.discover.Inventory.Reference;
import kz.umyt.source.Column;
import kz.umyt.source.ForeignKey;
import kz.umyt.source.SourceException;
import kz.umyt.source.Table;
import kz.umyt.source.jdbc.CellQuery;
import kz.umyt.source.jdbc.Session;

/** Reads every column of one piece of a table in one pass. */
final class TableScan {

  private final Recognition recognition;
  private final ScanLimits limits;
  private final Session session;
  private final Gaps gaps;
  private final Pace pace;

  TableScan(Recognition recognition, ScanLimits limits, Session session, Gaps gaps, Pace pace) {
    this.recognition = recognition;
    this.limits = limits;
    this.session = session;
    this.gaps = gaps;
    this.pace = pace;
  }

  /** The piece, as far as it could be read; empty if not at all, which is then a gap. */
  Optional<TableCounts> scan(Table table, Piece.OfTable piece) {
    Optional<TableCounts> counts = scan(table, piece, readers(table));
    if (counts.isPresent() && session.hidesColumns(table.name())) {
      gaps.table(
          piece.place(),
          "only columns that this user has a right to are told and read; there may be others:"
              + " grant it SELECT on the whole table");
    }
    if (counts.isPresent() && session.hidesRows(table.name())) {
      gaps.table(
          piece.place(),
          "row level security may hide rows of it from this user: read it as one with BYPASSRLS");
    }
    return counts;
  }

  private Optional<TableCounts> scan(Table table, Piece.OfTable piece, List<ColumnReader> readers) {
    long[] scanned = {0};
    try {
      if (readers.isEmpty()) {
        session.requireReadable(table.name());
        return Optional.of(counts(table, true, OptionalLong.empty(), 0, readers));
      }
      session.read(
          query(table, piece, readers),
          row -> {
            pace.row();
            for (int i = 0; i < readers.size(); i++) {
              readers.get(i).take(row, i + 1);
            }
            scanned[0]++;
          });
      OptionalLong rows =
          piece.sample().isPresent() ? OptionalLong.empty() : OptionalLong.of(scanned[0]);
      return Optional.of(counts(table, true, rows, scanned[0], readers));
    } catch (SourceException failure) {
      List<ColumnReader> readable = scanned[0] == 0 ? readable(table, readers) : List.of();
      if (!readable.isEmpty() && readable.size() < readers.size()) {
        return scan(table, piece, readable);
      }
      gaps.behind(piece.place(), scanned[0], failure);
      return scanned[0] == 0
          ? Optional.empty()
          : Optional.of(counts(table, false, OptionalLong.empty(), scanned[0], readers));
    }
  }

  /** The columns that can be read by themselves; the others are gaps if there are such. */
  private List<ColumnReader> readable(Table table, List<ColumnReader> readers) {
    List<ColumnReader> readable = new ArrayList<>();
    List<Runnable> refused = new ArrayList<>();
    for (ColumnReader reader : readers) {
      Optional<String> refusal = session.refusal(table.name(), reader.column());
      if (refusal.isEmpty()) {
        readable.add(reader);
      } else {
        refused.add(
            () -> gaps.column(table.name().toString(), reader.column().name(), refusal.get()));
      }
    }
    if (!readable.isEmpty()) {
      refused.forEach(Runnable::run);
    }
    return readable;
  }

  private List<ColumnReader> readers(Table table) {
    List<ColumnReader> readers = new ArrayList<>();
    int longest = session.longestValue();
    Map<String, String> disguised = session.disguised(table.name());
    for (Column column : table.columns()) {
      ColumnReading how =
          ColumnReading.of(column, session.form(column), session.streamsLongValues());
      if (disguised.containsKey(column.name())) {
        gaps.column(
            table.name().toString(),
            column.name(),
            "not read: " + disguised.getOrDefault(column.name(), ""));
      } else if (how == ColumnReading.NONE) {
        gaps.column(
            table.name().toString(),
            column.name(),
            "type " + column.type() + " is not read: its values have no text");
      } else {
        readers.add(new ColumnReader(column, how, longest, profile(column, how)));
      }
    }
    return readers;
  }

  private ColumnProfile profile(Column column, ColumnReading how) {
    return new ColumnProfile(
        recognition, new ColumnHead(column.name(), column.type(), column.nullable(), how));
  }

  private CellQuery query(Table table, Piece.OfTable piece, List<ColumnReader> readers) {
    return new CellQuery(
        table.name(),
        readers.stream().map(ColumnReader::column).toList(),
        piece.range(),
        piece.sample(),
        session.longestValue(),
        limits.statementTimeout());
  }

  private static TableCounts counts(
      Table table, boolean whole, OptionalLong rows, long scanned, List<ColumnReader> readers) {
    return new TableCounts(
        table.name().toString(),
        whole,
        rows,
        scanned,
        readers.stream().map(ColumnReader::counts).toList(),
        shape(table));
  }

  private static TableShape shape(Table table) {
    return new TableShape(
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
          case OTHER ->
              column.document().isPresent()
                  ? ColumnTraits.Holds.DOCUMENT
                  : ColumnTraits.Holds.OTHER;
        };
    return new ColumnTraits(holds, column.length(), column.unique(), column.generated());
  }
}
