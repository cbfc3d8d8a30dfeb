package kz.umyt.engines;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The server of a test database as a process that can be killed and started again, as after a loss
 * of power. For Linux: the command is read from {@code /proc}.
 */
public final class ServerProcess {

  private static final long LONGEST_START = TimeUnit.SECONDS.toNanos(60);

  private final TestDatabase database;
  private final Path folder;
  private final Path pidFile;

  private ServerProcess(TestDatabase database, Path folder, Path pidFile) {
    this.database = database;
    this.folder = folder;
    this.pidFile = pidFile;
  }

  /** The server that a database is on. Commits last from now on, whatever happens to the server. */
  public static ServerProcess of(TestDatabase database) {
    if (database.engine() == Engine.POSTGRESQL) {
      database.execute(
          "ALTER DATABASE "
              + database.rows("SELECT current_database()").get(0)
              + " SET synchronous_commit = on");
      Path folder = Path.of(database.rows("SHOW data_directory").get(0));
      return new ServerProcess(database, folder, folder.resolve("postmaster.pid"));
    }
    database.execute("SET GLOBAL innodb_flush_log_at_trx_commit = 2");
    Path folder = Path.of(database.rows("SELECT @@datadir").get(0));
    Path pidFile = folder.resolve(database.rows("SELECT @@pid_file").get(0));
    return new ServerProcess(database, folder, pidFile);
  }

  /**
   * Kills the server, and starts it again with the same command.
   *
   * @param downMillis how long there is no server
   */
  public void killAndStart(long downMillis) throws IOException, InterruptedException {
    long pid = Long.parseLong(Files.readAllLines(pidFile).get(0).strip());
    ProcessHandle server = ProcessHandle.of(pid).orElseThrow();
    List<String> command = command(pid);
    List<ProcessHandle> all = new ArrayList<>(server.descendants().toList());
    all.add(0, server);
    all.forEach(ProcessHandle::destroyForcibly);
    for (ProcessHandle process : all) {
      process.onExit().join();
    }
    Thread.sleep(downMillis);
    Files.deleteIfExists(pidFile);
    long start = System.nanoTime();
    while (!isUp()) {
      if (System.nanoTime() - start > LONGEST_START) {
        throw new IllegalStateException("the server does not start again: " + command);
      }
      Process started =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolveSibling(folder.getFileName() + ".log").toFile())
              .start();
      while (started.isAlive() && !isUp()) {
        Thread.sleep(50);
      }
    }
  }

  private List<String> command(long pid) throws IOException {
    String line = Files.readString(Path.of("/proc/" + pid + "/cmdline"), StandardCharsets.UTF_8);
    List<String> command = new ArrayList<>();
    boolean isRoot = System.getProperty("user.name").equals("root");
    if (database.engine() == Engine.POSTGRESQL && isRoot) {
      // It refuses to be anybody's who may do everything.
      command.addAll(List.of("unshare", "-U"));
    }
    command.addAll(Arrays.asList(line.split("\0")));
    if (database.engine() == Engine.MARIADB) {
      command.add("--innodb-flush-log-at-trx-commit=2");
    }
    return command;
  }

  private boolean isUp() {
    try (Connection connection = DriverManager.getConnection(database.url(), database.user(), "")) {
      return connection.isValid(5);
    } catch (SQLException down) {
      return false;
    }
  }
}
