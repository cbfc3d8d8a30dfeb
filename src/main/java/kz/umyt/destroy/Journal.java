package kz.umyt.destroy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import kz.umyt.source.SourceException;
import kz.umyt.source.jdbc.Database;
import kz.umyt.source.jdbc.SqlFailure;

/**
 * The evidence that lives in a target database: one row by chunk, written in the transaction that
 * changed the data. Each row's digest covers the row before it, so that no count can be altered
 * unseen.
 */
public final class Journal {

  private static final String FIRST = "0".repeat(64);

  private final Database database;
  private final String run;
  private final Clock clock;

  public Journal(Database database, String run, Clock clock) {
    this.database = database;
    this.run = run;
    this.clock = clock;
  }

  /**
   * How far a target has come in this run.
   *
   * @param chunks journal rows
   * @param changed rows destroyed or anonymized
   * @param reached the last key range's upper end, where it may be written down
   * @param digest of the last journal row
   */
  public record Progress(int chunks, long changed, Optional<Long> reached, String digest) {}

  /** Whether the evidence tables are there. */
  public static boolean exists(Database database) {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.executeQuery(
          "SELECT digest FROM " + database.journalSchema() + ".umyt_done WHERE 1 = 0");
      statement.executeQuery(
          "SELECT 1 FROM " + database.journalSchema() + ".umyt_journal WHERE 1 = 0");
      return true;
    } catch (SQLException absent) {
      if (SqlFailure.isLostConnection(absent)) {
        throw database.failed("cannot be reached", absent);
      }
      return false;
    }
  }

  /** Creates the evidence tables if they are not there. */
  public static void create(Database database) {
    if (exists(database)) {
      return;
    }
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      for (String ddl : database.dialect().journalDdl(database.journalSchema())) {
        statement.execute(ddl);
      }
    } catch (SQLException failure) {
      throw new SourceException(
          "source '"
              + database.name()
              + "': the tables umyt_journal and umyt_done are missing and could not be created: "
              + SqlFailure.describe(failure)
              + "; let a database administrator run the output of: umyt ddl "
              + database.name());
    }
  }

  /** Reads how far a target has come. */
  public Progress progress(Connection connection, String target) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT chunk, changed, range_to, digest FROM "
                + database.journalSchema()
                + ".umyt_journal WHERE run = ? AND target = ? ORDER BY chunk")) {
      statement.setString(1, run);
      statement.setString(2, target);
      int chunks = 0;
      long changed = 0;
      Optional<Long> reached = Optional.empty();
      String digest = FIRST;
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          chunks = rows.getInt(1);
          changed += rows.getLong(2);
          String upTo = rows.getString(3);
          reached = upTo == null ? Optional.empty() : Optional.of(Long.valueOf(upTo));
          digest = rows.getString(4);
        }
      }
      return new Progress(chunks, changed, reached, digest);
    }
  }

  /**
   * Writes one chunk's evidence in the transaction that is open on the connection.
   *
   * @param from key before the first row, where keys are plain numbers that say nothing about a
   *     person
   * @return how far the target has come now
   */
  public Progress append(
      Connection connection,
      String target,
      String action,
      Progress before,
      long changed,
      Optional<Long> from,
      Optional<Long> to)
      throws SQLException {
    int chunk = before.chunks() + 1;
    String text =
        String.join(
            "|",
            before.digest(),
            run,
            target,
            Integer.toString(chunk),
            action,
            Long.toString(changed),
            from.map(Object::toString).orElse(""),
            to.map(Object::toString).orElse(""));
    String digest = sha256(text);
    try (PreparedStatement statement =
        connection.prepareStatement(
            "INSERT INTO "
                + database.journalSchema()
                + ".umyt_journal (run, target, chunk, action, changed, range_from, range_to,"
                + " digest, written) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      statement.setString(1, run);
      statement.setString(2, target);
      statement.setInt(3, chunk);
      statement.setString(4, action);
      statement.setLong(5, changed);
      statement.setString(6, from.map(Object::toString).orElse(null));
      statement.setString(7, to.map(Object::toString).orElse(null));
      statement.setString(8, digest);
      statement.setObject(9, clock.instant().atOffset(ZoneOffset.UTC));
      statement.executeUpdate();
    }
    return new Progress(chunk, before.changed() + changed, to, digest);
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
