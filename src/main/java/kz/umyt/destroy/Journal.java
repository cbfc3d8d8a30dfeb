package kz.umyt.destroy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kz.umyt.ledger.Sha256;
import kz.umyt.source.SourceException;
import kz.umyt.source.jdbc.Database;
import kz.umyt.source.jdbc.SqlFailure;
import org.jspecify.annotations.Nullable;

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
   * How far one lane has come on a target in this run. Each lane has a chain of its own, so that
   * none waits for another.
   *
   * @param chunks journal rows
   * @param changed rows destroyed or anonymized
   * @param digest of the last journal row
   */
  public record Progress(int lane, int chunks, long changed, String digest) {

    static Progress none(int lane) {
      return new Progress(lane, 0, 0, FIRST);
    }
  }

  /**
   * How far a target has come in this run.
   *
   * @param walked all rows up to this key were walked over, where it may be written down
   */
  public record State(List<Progress> lanes, Optional<Long> walked) {
    public State {
      lanes = List.copyOf(lanes);
    }

    Progress lane(int lane) {
      return lanes.stream()
          .filter(one -> one.lane() == lane)
          .findFirst()
          .orElseGet(() -> Progress.none(lane));
    }

    public long changed() {
      return lanes.stream().mapToLong(Progress::changed).sum();
    }

    public int chunks() {
      return lanes.stream().mapToInt(Progress::chunks).sum();
    }

    /** Covers every journal row of the target. */
    public String digest() {
      return switch (lanes.size()) {
        case 0 -> FIRST;
        case 1 -> lanes.get(0).digest();
        default ->
            Sha256.ofText(lanes.stream().map(Progress::digest).collect(Collectors.joining("|")));
      };
    }
  }

  /** Whether the evidence tables are there. */
  public static boolean exists(Database database) {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.executeQuery(
          "SELECT digest FROM " + database.journalSchema() + ".umyt_done WHERE 1 = 0");
      statement.executeQuery(
          "SELECT lane FROM " + database.journalSchema() + ".umyt_journal WHERE 1 = 0");
      statement.executeQuery(
          "SELECT digest, moment FROM " + database.journalSchema() + ".umyt_due WHERE 1 = 0");
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
              + "': the tables umyt_journal, umyt_done and umyt_due are missing, or an older umyt made"
              + " them, and could not be created: "
              + SqlFailure.describe(failure)
              + "; let a database administrator run the output of: umyt ddl "
              + database.name());
    }
  }

  /** Reads how far a target has come. */
  public State state(Connection connection, String target) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT lane, chunk, changed, walked, digest FROM "
                + database.journalSchema()
                + ".umyt_journal WHERE run = ? AND target = ? ORDER BY lane, chunk")) {
      statement.setString(1, run);
      statement.setString(2, target);
      SortedMap<Integer, Progress> lanes = new TreeMap<>();
      Optional<Long> walked = Optional.empty();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          int lane = rows.getInt(1);
          long before = lanes.getOrDefault(lane, Progress.none(lane)).changed();
          lanes.put(
              lane,
              new Progress(lane, rows.getInt(2), before + rows.getLong(3), rows.getString(5)));
          String key = rows.getString(4);
          if (key != null) {
            long reached = Long.parseLong(key);
            walked = Optional.of(walked.map(far -> Math.max(far, reached)).orElse(reached));
          }
        }
      }
      return new State(List.copyOf(lanes.values()), walked);
    }
  }

  /** Everything that the run has written of, by name. */
  List<String> targets(Connection connection) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT DISTINCT target FROM "
                + database.journalSchema()
                + ".umyt_journal WHERE run = ? ORDER BY target")) {
      statement.setString(1, run);
      List<String> names = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          names.add(rows.getString(1));
        }
      }
      return names;
    }
  }

  /**
   * One chunk.
   *
   * @param changed rows destroyed or anonymized
   * @param from key before the first row, where keys are plain numbers that say nothing about a
   *     person
   * @param to key of the last row
   * @param walked see {@link State}
   */
  record Chunk(
      String target,
      String action,
      long changed,
      Optional<Long> from,
      Optional<Long> to,
      Optional<Long> walked) {}

  /**
   * Writes one chunk's evidence in the transaction that is open on the connection.
   *
   * @return how far the lane has come now
   */
  Progress append(Connection connection, Progress before, Chunk chunk) throws SQLException {
    int number = before.chunks() + 1;
    String text =
        String.join(
            "|",
            before.digest(),
            run,
            chunk.target(),
            Integer.toString(before.lane()),
            Integer.toString(number),
            chunk.action(),
            Long.toString(chunk.changed()),
            chunk.from().map(Object::toString).orElse(""),
            chunk.to().map(Object::toString).orElse(""));
    String digest = Sha256.ofText(text);
    try (PreparedStatement statement =
        connection.prepareStatement(
            "INSERT INTO "
                + database.journalSchema()
                + ".umyt_journal (run, target, lane, chunk, action, changed, range_from, range_to,"
                + " walked, digest, written) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      statement.setString(1, run);
      statement.setString(2, chunk.target());
      statement.setInt(3, before.lane());
      statement.setInt(4, number);
      statement.setString(5, chunk.action());
      statement.setLong(6, chunk.changed());
      statement.setString(7, written(chunk.from()));
      statement.setString(8, written(chunk.to()));
      statement.setString(9, written(chunk.walked()));
      statement.setString(10, digest);
      statement.setObject(11, clock.instant().atOffset(ZoneOffset.UTC));
      statement.executeUpdate();
    }
    return new Progress(before.lane(), number, before.changed() + chunk.changed(), digest);
  }

  private static @Nullable String written(Optional<Long> key) {
    return key.map(Object::toString).orElse(null);
  }
}
