package kz.umyt.engines;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;

/** A replica of the PostgreSQL of all tests. */
public final class Standby implements AutoCloseable {

  private final EmbeddedPostgres server;

  private Standby(EmbeddedPostgres server) {
    this.server = server;
  }

  /**
   * Copies the server at work and lets the copy follow it.
   *
   * @param primary any database of it
   * @param folder where the copy lies
   */
  public static Standby of(TestDatabase primary, Path folder) throws Exception {
    Path data = folder.resolve("standby");
    try (Connection connection = primary.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("SELECT pg_backup_start('standby', true)");
      copy(Path.of(text(statement, "SHOW data_directory")), data);
      Files.writeString(
          data.resolve("backup_label"), text(statement, "SELECT labelfile FROM pg_backup_stop()"));
    }
    Files.deleteIfExists(data.resolve("postmaster.pid"));
    Files.writeString(data.resolve("standby.signal"), "");
    Files.writeString(
        data.resolve("postgresql.auto.conf"),
        "primary_conninfo = 'host=127.0.0.1 user=postgres port="
            + primary.number("SHOW port")
            + "'");
    EmbeddedPostgres server =
        EmbeddedPostgres.builder()
            .setDataDirectory(data)
            .setCleanDataDirectory(false)
            .setServerConfig("max_connections", "60")
            .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
            .setErrorRedirector(ProcessBuilder.Redirect.DISCARD)
            .start();
    Standby standby = new Standby(server);
    String there = "SELECT COUNT(*) FROM pg_stat_replication WHERE state = 'streaming'";
    for (int i = 0; i < 600 && primary.number(there) == 0; i++) {
      TimeUnit.MILLISECONDS.sleep(50);
    }
    return standby;
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes ignored)
              throws IOException {
            Files.createDirectories(
                to.resolve(from.relativize(folder)),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            try {
              Files.copy(file, to.resolve(from.relativize(file)));
            } catch (NoSuchFileException gone) {
              // The server is at work.
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException gone) {
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static String text(Statement statement, String sql) throws SQLException {
    try (ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  /** Lets it take no more of what its primary writes, or all again. */
  public void pause(boolean pause) {
    try (Connection connection =
            DriverManager.getConnection(server.getJdbcUrl("postgres", "postgres"));
        Statement statement = connection.createStatement()) {
      statement.execute("SELECT pg_wal_replay_" + (pause ? "pause" : "resume") + "()");
    } catch (SQLException failure) {
      throw new AssertionError(failure);
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
