package kz.umyt.job;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import kz.umyt.settings.Position;
import kz.umyt.settings.SettingsException;
import kz.umyt.settings.Source;
import kz.umyt.source.SourceException;
import kz.umyt.source.jdbc.Database;
import kz.umyt.source.jdbc.ServerLoad;
import org.jspecify.annotations.Nullable;

/**
 * A server that is asked how much it has to do, over a connection of its own: those at work may all
 * be taken, and one that waits for a dead server holds up nobody.
 */
final class GaugedServer implements AutoCloseable {

  private static final int LONGEST_ANSWER_MILLIS = 10_000;

  private final Source.Jdbc source;
  private @Nullable Database database;

  GaugedServer(Source.Jdbc source) {
    this.source = source;
  }

  /** Something to be asked. */
  interface Question<T> {
    T ask(ServerLoad load, Connection connection) throws SQLException;
  }

  Source.Jdbc source() {
    return source;
  }

  /** Whether it knows its replicas, which are to be kept in sight. */
  boolean knowsReplicas(Position at) {
    requireKnown(ReplicaGauge.KEY, at);
    return open().dialect().load().orElseThrow().knowsReplicas();
  }

  /**
   * Makes sure that this kind of server can be asked.
   *
   * @param key what asks for it in the job
   */
  void requireKnown(String key, Position at) {
    if (open().dialect().load().isEmpty()) {
      throw new SettingsException(
          at,
          "'"
              + key
              + "' cannot be kept: source '"
              + source.name()
              + "' is "
              + open().dialect().engine()
              + ", which is not asked for that; remove it");
    }
  }

  /** Makes sure that nothing is hidden from the user. */
  void requireRight(String key, Position at, Question<Optional<String>> missing) {
    Optional<String> right = ask(missing);
    if (right.isPresent()) {
      throw new SourceException(
          "source '"
              + source.name()
              + "' ("
              + source.name().at()
              + "): its user does not see what '"
              + key
              + "' ("
              + at
              + ") asks for; let an administrator run "
              + right.get()
              + ", or remove the key");
    }
  }

  /**
   * Asks.
   *
   * @throws SourceException if there is no answer
   */
  <T> T ask(Question<T> question) {
    Database opened = open();
    try (Connection connection = opened.connect()) {
      connection.setNetworkTimeout(Runnable::run, LONGEST_ANSWER_MILLIS);
      return question.ask(opened.dialect().load().orElseThrow(), connection);
    } catch (SQLException failure) {
      throw opened.failed("it cannot be asked how much it has to do", failure);
    }
  }

  private synchronized Database open() {
    Database opened = database;
    if (opened == null) {
      opened = Database.open(source, 1);
      database = opened;
    }
    return opened;
  }

  @Override
  public synchronized void close() {
    Database opened = database;
    if (opened != null) {
      opened.close();
      database = null;
    }
  }
}
