package kz.umyt.job;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.umyt.settings.Reference;
import kz.umyt.settings.Source;
import kz.umyt.settings.Target;
import kz.umyt.source.jdbc.Database;

/** The databases of one command, opened when they are first needed and closed together. */
public final class Sources implements AutoCloseable {

  private final Map<String, Source> settings;
  private final List<Reference> references;
  private final List<Target> targets;
  private final Map<String, Database> open = new LinkedHashMap<>();
  private final List<Connection> locks = new ArrayList<>();

  /** Those that a job works on; none is open yet. */
  Sources(Assignment assignment) {
    this(assignment.sources(), assignment.job().references(), assignment.job().targets());
  }

  /**
   * None is open yet.
   *
   * @param references foreign keys that the databases do not know of
   * @param targets what is done there
   */
  public Sources(Map<String, Source> settings, List<Reference> references, List<Target> targets) {
    this.settings = settings;
    this.targets = List.copyOf(targets);
    this.references = List.copyOf(references);
  }

  public Map<String, Source> settings() {
    return settings;
  }

  /**
   * The database behind a name.
   *
   * @throws kz.umyt.source.SourceException if it cannot be reached
   */
  public Database database(String name) {
    Database known = open.get(name);
    if (known != null) {
      return known;
    }
    if (!(settings.get(name) instanceof Source.Jdbc jdbc)) {
      throw new IllegalArgumentException("source '" + name + "' is no database");
    }
    Database database = Database.open(jdbc, references, targets);
    open.put(name, database);
    return database;
  }

  /**
   * Takes the run lock in every open database, against runs on other machines. It lasts until these
   * sources are closed.
   *
   * @throws LockHeldException if another run has one
   */
  void lock() {
    for (Database database : open.values()) {
      try {
        Connection connection = database.connect();
        locks.add(connection);
        if (!database.dialect().tryLock(connection, database.journalSchema())) {
          throw new LockHeldException(
              "another run is at work on source '" + database.name() + "'; wait for it to end");
        }
      } catch (SQLException failure) {
        throw database.failed("the run lock cannot be taken", failure);
      }
    }
  }

  @Override
  public void close() {
    for (Connection connection : locks) {
      try {
        // A pooled connection would keep the lock; ending the session gives it back.
        connection.abort(Runnable::run);
      } catch (SQLException gone) {
        // The session is over, and its lock with it.
      }
    }
    open.values().forEach(Database::close);
  }
}
