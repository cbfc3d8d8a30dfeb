package kz.umyt.discover;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import kz.umyt.discover.Inventory.Gap;
import kz.umyt.settings.Source;
import kz.umyt.source.ColumnKind;
import kz.umyt.source.SourceException;
import kz.umyt.source.Table;
import kz.umyt.source.TableName;
import kz.umyt.source.jdbc.CellQuery;
import kz.umyt.source.jdbc.Database;
import kz.umyt.source.jdbc.KeyRange;
import kz.umyt.source.jdbc.Session;

/** Scans the tables of a database, large ones in ranges of their key. */
final class DatabaseScan implements SourceScan {

  private final Recognition recognition;
  private final ScanLimits limits;
  private final Database database;

  private DatabaseScan(Recognition recognition, ScanLimits limits, Database database) {
    this.recognition = recognition;
    this.limits = limits;
    this.database = database;
  }

  /**
   * Connects.
   *
   * @throws SourceException if the database cannot be reached or refuses the user
   */
  static DatabaseScan open(Recognition recognition, ScanLimits limits, Source.Jdbc source) {
    return new DatabaseScan(recognition, limits, Database.open(source, limits.threads()));
  }

  @Override
  public List<Piece> pieces(List<Gap> to) {
    Gaps gaps = new Gaps(database.name(), to);
    for (TableName foreign : database.foreignTables()) {
      gaps.table(
          foreign.toString(),
          "its rows lie in another database and were not read; make that one a source");
    }
    Exclusions without = new Exclusions(limits.job(), database.name(), gaps);
    List<TableName> tables = told(without.tables(database.wholeTables()), gaps);
    List<Piece> pieces = new ArrayList<>();
    try (Session session = database.session()) {
      for (TableName table : tables) {
        pieces.addAll(pieces(session, table));
      }
    }
    return pieces;
  }

  /**
   * Tables of which it can be told what was found in which: {@code a} and {@code b.c} are written
   * like {@code a.b} and {@code c}.
   */
  private static List<TableName> told(List<TableName> tables, Gaps gaps) {
    Map<String, List<TableName>> byName =
        tables.stream()
            .collect(
                Collectors.groupingBy(
                    TableName::toString, LinkedHashMap::new, Collectors.toList()));
    List<TableName> told = new ArrayList<>();
    byName.forEach(
        (name, same) -> {
          if (same.size() == 1) {
            told.addAll(same);
          } else {
            gaps.table(
                name,
                "several schemas of the source have a table that is written like this; make each"
                    + " of these schemas a source of its own");
          }
        });
    return told;
  }

  private List<Piece> pieces(Session session, TableName table) {
    try {
      OptionalLong rows = session.estimatedRows(table);
      if (limits.sample().isPresent()) {
        return List.of(piece(table, Optional.empty(), sample(rows)));
      }
      long count = limits.pieces(rows.orElse(0));
      Optional<String> key = count == 1 ? Optional.empty() : key(session.tableToRead(table));
      if (key.isPresent()) {
        List<KeyRange> ranges = session.keyRanges(table, key.get(), count);
        return ranges.isEmpty()
            ? List.of(piece(table, Optional.empty(), Optional.empty()))
            : ranges.stream()
                .map(range -> piece(table, Optional.of(range), Optional.empty()))
                .toList();
      }
    } catch (SourceException unknown) {
      // Whatever is wrong with the table is told when it is read.
    }
    return List.of(piece(table, Optional.empty(), Optional.empty()));
  }

  private Optional<CellQuery.Sample> sample(OptionalLong rows) {
    double share = limits.sample().orElseThrow() / (double) Math.max(1, rows.orElse(0));
    return share < 1 ? Optional.of(new CellQuery.Sample(share, ScanLimits.SEED)) : Optional.empty();
  }

  private Piece piece(
      TableName table, Optional<KeyRange> range, Optional<CellQuery.Sample> sample) {
    return new Piece.OfTable(database.name(), table, range, sample);
  }

  /** The column that leads the primary key, if its values are whole numbers. */
  private static Optional<String> key(Table table) {
    return table.primaryKey().stream()
        .limit(1)
        .filter(first -> table.columnNamed(first).kind() == ColumnKind.INTEGER)
        .findFirst();
  }

  @Override
  public PieceResult read(Piece piece, Pace pace) {
    List<Gap> found = new ArrayList<>();
    Gaps gaps = new Gaps(database.name(), found);
    Optional<TableCounts> counts;
    boolean alive;
    try (Session session = database.session()) {
      counts = counts(session, (Piece.OfTable) piece, gaps, pace);
      alive = counts.filter(TableCounts::whole).isPresent() || session.isAlive();
    }
    if (!alive) {
      database.requireReachable();
    }
    return new PieceResult(counts, found);
  }

  private Optional<TableCounts> counts(Session session, Piece.OfTable rows, Gaps gaps, Pace pace) {
    try {
      Table table = session.tableToRead(rows.table());
      return new TableScan(recognition, limits, session, gaps, pace).scan(table, rows);
    } catch (SourceException failure) {
      gaps.behind(rows.place(), 0, failure);
      return Optional.empty();
    }
  }

  @Override
  public Optional<String> mark(Piece piece) {
    try (Session session = database.session()) {
      return session.mark(((Piece.OfTable) piece).table());
    } catch (SourceException unknown) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    database.close();
  }
}
