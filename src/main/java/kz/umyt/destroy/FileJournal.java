package kz.umyt.destroy;

import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import kz.umyt.source.SourceException;
import kz.umyt.source.jdbc.SqlFailure;

/**
 * The evidence for CSV files, which cannot hold it themselves: a small database in the home folder.
 * A file's new form is written down before it takes the old one's place, so that after a crash the
 * digest of the file on disk tells which of the two happened.
 */
public final class FileJournal {

  /** In place of a digest: there is no such file. */
  static final String GONE = "";

  private final DataSource store;
  private final Clock clock;

  /**
   * Takes up the store of an installation; its tables are created if they are not there.
   *
   * @param store embedded database in the home folder
   */
  public FileJournal(DataSource store, Clock clock) {
    this.store = store;
    this.clock = clock;
    inTransaction(
        connection -> {
          try (Statement statement = connection.createStatement()) {
            statement.execute(
                "CREATE TABLE IF NOT EXISTS umyt_files ("
                    + "id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, run VARCHAR NOT NULL,"
                    + " target VARCHAR NOT NULL, file VARCHAR NOT NULL, changed BIGINT NOT NULL,"
                    + " sha256_before VARCHAR NOT NULL, sha256_after VARCHAR NOT NULL,"
                    + " state VARCHAR NOT NULL, written TIMESTAMP WITH TIME ZONE NOT NULL)");
            // Many in one line: a line for each row would take as long as all other work.
            statement.execute(
                "CREATE TABLE IF NOT EXISTS umyt_file_prints ("
                    + "file VARCHAR NOT NULL, entry BIGINT NOT NULL, prints VARBINARY NOT NULL)");
            statement.execute(
                "CREATE INDEX IF NOT EXISTS umyt_prints_of_file ON umyt_file_prints (file)");
            statement.execute(
                "CREATE INDEX IF NOT EXISTS umyt_prints_of_entry ON umyt_file_prints (entry)");
            // Nothing grows with what was done on earlier nights.
            statement.execute(
                "CREATE INDEX IF NOT EXISTS umyt_files_of_target ON umyt_files (run, target)");
            statement.execute(
                "CREATE INDEX IF NOT EXISTS umyt_files_in_state ON umyt_files (state)");
            return true;
          }
        });
  }

  /** How far the rewriting of a file got. */
  public enum State {
    /** The new form is ready beside the old one; which of them stands under the name is open. */
    PREPARED,
    /** The new form has taken the old one's place. */
    REPLACED,
    /** After a crash the file was neither of the two: somebody else changed it. */
    UNKNOWN
  }

  /** One rewriting of one file. */
  record Entry(
      long id, String file, long changed, String sha256Before, String sha256After, State state) {}

  /** Work on the store that gives something back. */
  @FunctionalInterface
  interface Work<T> {
    T run(Connection connection) throws SQLException;
  }

  /** Runs a piece of work in one transaction. */
  <T> T inTransaction(Work<T> work) {
    try (Connection connection = store.getConnection()) {
      connection.setAutoCommit(false);
      try {
        T result = work.run(connection);
        connection.commit();
        return result;
      } catch (SQLException | RuntimeException failure) {
        connection.rollback();
        throw failure;
      } finally {
        connection.setAutoCommit(true);
      }
    } catch (SQLException failure) {
      throw failed(failure);
    }
  }

  private void update(String sql, Object... values) {
    inTransaction(connection -> update(connection, sql, values));
  }

  private static int update(Connection connection, String sql, Object... values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      Parameters.set(statement, List.of(values));
      return statement.executeUpdate();
    }
  }

  static SourceException failed(SQLException failure) {
    return new SourceException(
        "the store in the home folder cannot be used: " + SqlFailure.describe(failure));
  }

  Connection connect() throws SQLException {
    return store.getConnection();
  }

  /** Starts an entry, in the transaction in which it will be {@link #ready}. */
  long begin(Connection connection, String run, String target, String file) {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "INSERT INTO umyt_files (run, target, file, changed, sha256_before, sha256_after,"
                + " state, written) VALUES (?, ?, ?, 0, '', '', ?, ?)",
            Statement.RETURN_GENERATED_KEYS)) {
      Parameters.set(
          statement,
          List.of(
              run, target, file, State.PREPARED.name(), clock.instant().atOffset(ZoneOffset.UTC)));
      statement.executeUpdate();
      try (ResultSet keys = statement.getGeneratedKeys()) {
        keys.next();
        return keys.getLong("ID");
      }
    } catch (SQLException failure) {
      throw failed(failure);
    }
  }

  /** Completes an entry: the new form stands ready beside the old one. */
  void ready(Connection connection, long entry, long changed, String before, String after)
      throws SQLException {
    update(
        connection,
        "UPDATE umyt_files SET changed = ?, sha256_before = ?, sha256_after = ? WHERE id = ?",
        changed,
        before,
        after,
        entry);
  }

  /** Says how a prepared entry ended. */
  void settle(long entry, State state) {
    update("UPDATE umyt_files SET state = ? WHERE id = ?", state.name(), entry);
  }

  /** Takes a prepared entry back: the file still is what it was. */
  void forget(long entry) {
    update("DELETE FROM umyt_file_prints WHERE entry = ?", entry);
    update("DELETE FROM umyt_files WHERE id = ?", entry);
  }

  /** Collects the fingerprints of a file's new rows, in bounded memory. */
  static final class NewRows {

    /** Half of what a value of the store may have. */
    private static final int MOST = 1 << 16;

    private final Connection connection;
    private final String file;
    private final ByteBuffer prints = ByteBuffer.allocate(MOST * Long.BYTES);

    NewRows(Connection connection, String file) {
      this.connection = connection;
      this.file = file;
    }

    void add(long print, long entry) {
      prints.putLong(print);
      if (!prints.hasRemaining()) {
        flush(entry);
      }
    }

    void flush(long entry) {
      if (prints.position() == 0) {
        return;
      }
      try {
        update(
            connection,
            "INSERT INTO umyt_file_prints (file, entry, prints) VALUES (?, ?, ?)",
            file,
            entry,
            Arrays.copyOf(prints.array(), prints.position()));
        prints.clear();
      } catch (SQLException failure) {
        throw failed(failure);
      }
    }
  }

  /** The fingerprints of all rows of a file that were anonymized. */
  Prints prints(String file) {
    return inTransaction(
        connection -> {
          // They are read several times, and must be the same each time.
          connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
          try {
            return Prints.of(count(connection, file), each -> readPrints(connection, file, each));
          } finally {
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
          }
        });
  }

  private static long count(Connection connection, String file) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT COALESCE(SUM(OCTET_LENGTH(prints)), 0) FROM umyt_file_prints WHERE file = ?")) {
      statement.setString(1, file);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getLong(1) / Long.BYTES;
      }
    }
  }

  private static void readPrints(Connection connection, String file, LongConsumer each) {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT prints FROM umyt_file_prints WHERE file = ?")) {
      statement.setString(1, file);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          LongBuffer prints = ByteBuffer.wrap(rows.getBytes(1)).asLongBuffer();
          while (prints.hasRemaining()) {
            each.accept(prints.get());
          }
        }
      }
    } catch (SQLException failure) {
      throw failed(failure);
    }
  }

  /**
   * What became of the files of a target in a run.
   *
   * @param changed records in files that were replaced
   * @param unknown entries of which nobody can tell
   */
  record Totals(long changed, long replaced, List<Entry> unknown) {
    /** The same with one more file that was replaced. */
    Totals with(long more) {
      return new Totals(changed + more, replaced + 1, unknown);
    }
  }

  /** Entries of which it is open how they ended, whatever the run. */
  List<Entry> open() {
    return select("state = ?", State.PREPARED.name());
  }

  /** Counts a target in a run. */
  Totals totals(String run, String target) {
    try (Connection connection = store.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "SELECT COALESCE(SUM(changed), 0), COUNT(*) FROM umyt_files WHERE run = ? AND"
                    + " target = ? AND state = ?")) {
      Parameters.set(statement, List.of(run, target, State.REPLACED.name()));
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return new Totals(
            rows.getLong(1),
            rows.getLong(2),
            select("run = ? AND target = ? AND state = ?", run, target, State.UNKNOWN.name()));
      }
    } catch (SQLException failure) {
      throw failed(failure);
    }
  }

  private List<Entry> select(String where, Object... values) {
    List<Entry> entries = new ArrayList<>();
    try (Connection connection = store.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "SELECT id, file, changed, sha256_before, sha256_after, state FROM umyt_files"
                    + " WHERE "
                    + where
                    + " ORDER BY id")) {
      Parameters.set(statement, List.of(values));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          entries.add(
              new Entry(
                  rows.getLong(1),
                  rows.getString(2),
                  rows.getLong(3),
                  rows.getString(4),
                  rows.getString(5),
                  State.valueOf(rows.getString(6))));
        }
      }
    } catch (SQLException failure) {
      throw failed(failure);
    }
    return entries;
  }
}
