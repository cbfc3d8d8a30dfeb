package kz.umyt.job;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.umyt.discover.Inventory.Gap;
import kz.umyt.discover.Piece;
import kz.umyt.discover.PieceJson;
import kz.umyt.discover.PieceResult;
import kz.umyt.discover.PieceResultJson;
import org.jspecify.annotations.Nullable;

/**
 * What a scan has read so far, so that nothing is read twice where it breaks off. Holds no personal
 * value: counts, masked samples and sketches only. Safe for several threads.
 */
final class ScanStore {

  private static final List<String> DDL =
      List.of(
          "CREATE TABLE IF NOT EXISTS scan (id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,"
              + " fingerprint VARCHAR(64) NOT NULL, started VARCHAR(40) NOT NULL,"
              + " today DATE NOT NULL, finished BOOLEAN DEFAULT FALSE NOT NULL)",
          "CREATE TABLE IF NOT EXISTS scan_source (scan BIGINT NOT NULL, name VARCHAR NOT NULL,"
              + " gaps CLOB NOT NULL, PRIMARY KEY (scan, name))",
          "CREATE TABLE IF NOT EXISTS scan_piece (scan BIGINT NOT NULL, number INTEGER NOT NULL,"
              + " place INTEGER NOT NULL, piece CLOB NOT NULL, mark VARCHAR, result CLOB,"
              + " taken_over BOOLEAN DEFAULT FALSE NOT NULL, PRIMARY KEY (scan, number))");

  private final HomeStore store;

  ScanStore(HomeStore store) {
    this.store = store;
    sql(
        connection -> {
          try (Statement statement = connection.createStatement()) {
            for (String ddl : DDL) {
              statement.execute(ddl);
            }
          }
          return true;
        });
  }

  /**
   * One scan.
   *
   * @param fingerprint of everything that the results depend on but the data
   * @param today the day that the scan takes for today
   */
  record Known(
      long id, String fingerprint, OffsetDateTime started, LocalDate today, boolean finished) {}

  /**
   * One piece of a scan.
   *
   * @param number counts from 0 over all sources
   * @param place the same for all pieces of a table; tables and files stand in this order
   * @param mark tells whether what it reads has changed; only with a result
   * @param read whether its result is there
   * @param takenOver whether an earlier scan had read it
   */
  record Planned(
      int number, int place, Piece piece, Optional<String> mark, boolean read, boolean takenOver) {}

  /** The scan that began last. */
  Optional<Known> last() {
    return one("SELECT id, fingerprint, started, today, finished FROM scan ORDER BY id DESC");
  }

  /** The scan that ended last. */
  Optional<Known> lastFinished() {
    return one(
        "SELECT id, fingerprint, started, today, finished FROM scan WHERE finished"
            + " ORDER BY id DESC");
  }

  private Optional<Known> one(String query) {
    return sql(
        connection -> {
          try (Statement statement = connection.createStatement();
              ResultSet rows = statement.executeQuery(query + " FETCH FIRST ROW ONLY")) {
            return rows.next()
                ? Optional.of(
                    new Known(
                        rows.getLong(1),
                        rows.getString(2),
                        OffsetDateTime.parse(rows.getString(3)),
                        rows.getObject(4, LocalDate.class),
                        rows.getBoolean(5)))
                : Optional.empty();
          }
        });
  }

  Known begin(String fingerprint, OffsetDateTime started, LocalDate today) {
    change(
        "INSERT INTO scan (fingerprint, started, today) VALUES (?, ?, ?)",
        fingerprint,
        started.toString(),
        today);
    return last().orElseThrow();
  }

  /** Sources whose pieces are known, with what in them is not read. */
  Map<String, List<Gap>> sources(Known scan) {
    return sql(
        connection -> {
          Map<String, List<Gap>> sources = new LinkedHashMap<>();
          try (PreparedStatement statement =
                  prepared(
                      connection, "SELECT name, gaps FROM scan_source WHERE scan = ?", scan.id());
              ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
              sources.put(rows.getString(1), PieceResultJson.readGaps(rows.getString(2)));
            }
          }
          return sources;
        });
  }

  /** Writes down what there is to read in a source. */
  void plan(Known scan, String source, List<Gap> gaps, List<Piece> pieces) {
    inOneTransaction(
        connection -> {
          insert(connection, scan, pieces);
          try (PreparedStatement statement =
              prepared(
                  connection,
                  "INSERT INTO scan_source (scan, name, gaps) VALUES (?, ?, ?)",
                  scan.id(),
                  source,
                  PieceResultJson.writeGaps(gaps))) {
            statement.executeUpdate();
          }
        });
  }

  private static void insert(Connection connection, Known scan, List<Piece> pieces)
      throws SQLException {
    int number = next(connection, scan);
    int place = number;
    String before = "";
    try (PreparedStatement statement =
        connection.prepareStatement(
            "INSERT INTO scan_piece (scan, number, place, piece) VALUES (?, ?, ?, ?)")) {
      for (Piece piece : pieces) {
        place = piece.place().equals(before) ? place : number;
        before = piece.place();
        set(statement, scan.id(), number++, place, PieceJson.write(piece));
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  private static int next(Connection connection, Known scan) throws SQLException {
    try (PreparedStatement statement =
            prepared(
                connection,
                "SELECT COALESCE(MAX(number) + 1, 0) FROM scan_piece WHERE scan = ?",
                scan.id());
        ResultSet rows = statement.executeQuery()) {
      rows.next();
      return rows.getInt(1);
    }
  }

  /** All pieces in their order. */
  List<Planned> pieces(Known scan) {
    return sql(
        connection -> {
          List<Planned> pieces = new ArrayList<>();
          try (PreparedStatement statement =
                  prepared(
                      connection,
                      "SELECT number, place, piece, mark, result IS NOT NULL, taken_over"
                          + " FROM scan_piece WHERE scan = ? ORDER BY place, number",
                      scan.id());
              ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
              pieces.add(
                  new Planned(
                      rows.getInt(1),
                      rows.getInt(2),
                      PieceJson.read(rows.getString(3)),
                      Optional.ofNullable(rows.getString(4)),
                      rows.getBoolean(5),
                      rows.getBoolean(6)));
            }
          }
          return pieces;
        });
  }

  /**
   * Keeps what a piece gave. When this returns, the piece need never be read again.
   *
   * @param mark tells later whether what it read has changed; null if nobody can promise that
   */
  void save(Known scan, int number, @Nullable String mark, PieceResult result) {
    change(
        "UPDATE scan_piece SET mark = ?, result = ? WHERE scan = ? AND number = ?",
        mark,
        PieceResultJson.write(result),
        scan.id(),
        number);
  }

  /** What a piece gave. */
  PieceResult result(Known scan, int number) {
    return sql(
        connection -> {
          try (PreparedStatement statement =
                  prepared(
                      connection,
                      "SELECT result FROM scan_piece WHERE scan = ? AND number = ?",
                      scan.id(),
                      number);
              ResultSet rows = statement.executeQuery()) {
            rows.next();
            return PieceResultJson.read(rows.getString(1));
          }
        });
  }

  /**
   * Puts what an earlier scan read of a table or file in the place of pieces that are not read.
   *
   * @param pieces of the earlier scan
   * @param instead of this one
   */
  void takeOver(Known earlier, List<Planned> pieces, Known scan, List<Planned> instead) {
    inOneTransaction(
        connection -> {
          for (Planned piece : instead) {
            try (PreparedStatement statement =
                prepared(
                    connection,
                    "DELETE FROM scan_piece WHERE scan = ? AND number = ?",
                    scan.id(),
                    piece.number())) {
              statement.executeUpdate();
            }
          }
          int number = next(connection, scan);
          for (Planned piece : pieces) {
            try (PreparedStatement statement =
                prepared(
                    connection,
                    "INSERT INTO scan_piece (scan, number, place, piece, mark, result, taken_over)"
                        + " SELECT ?, ?, ?, piece, mark, result, TRUE FROM scan_piece"
                        + " WHERE scan = ? AND number = ?",
                    scan.id(),
                    number++,
                    instead.get(0).place(),
                    earlier.id(),
                    piece.number())) {
              statement.executeUpdate();
            }
          }
        });
  }

  /** Ends a scan; those before it are forgotten. */
  void finish(Known scan) {
    change("UPDATE scan SET finished = TRUE WHERE id = ?", scan.id());
    forgetAllBut(scan, "<");
  }

  /** Forgets a scan that cannot be gone on with. */
  void forget(Known scan) {
    forgetAllBut(scan, "=");
  }

  private void forgetAllBut(Known scan, String which) {
    change("DELETE FROM scan_piece WHERE scan " + which + " ?", scan.id());
    change("DELETE FROM scan_source WHERE scan " + which + " ?", scan.id());
    change("DELETE FROM scan WHERE id " + which + " ?", scan.id());
  }

  private void change(String statement, @Nullable Object... values) {
    sql(
        connection -> {
          try (PreparedStatement prepared = prepared(connection, statement, values)) {
            prepared.executeUpdate();
          }
          return true;
        });
  }

  private static PreparedStatement prepared(
      Connection connection, String sql, @Nullable Object... values) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    set(statement, values);
    return statement;
  }

  private static void set(PreparedStatement statement, @Nullable Object... values)
      throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }

  private interface Change {
    void in(Connection connection) throws SQLException;
  }

  private void inOneTransaction(Change change) {
    sql(
        connection -> {
          connection.setAutoCommit(false);
          try {
            change.in(connection);
            connection.commit();
          } finally {
            connection.rollback();
            connection.setAutoCommit(true);
          }
          return true;
        });
  }

  private interface Work<T> {
    T with(Connection connection) throws SQLException;
  }

  private <T> T sql(Work<T> work) {
    try (Connection connection = store.dataSource().getConnection()) {
      return work.with(connection);
    } catch (SQLException failure) {
      throw store.failed(failure);
    }
  }
}
