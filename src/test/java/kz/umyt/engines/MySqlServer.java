package kz.umyt.engines;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** A MySQL that somebody has started, whose root needs no password: it is not among artefacts. */
final class MySqlServer {
  private MySqlServer() {}

  /** As {@code 127.0.0.1:3306}. */
  private static final @Nullable String WHERE = System.getenv("UMYT_TEST_MYSQL");

  static boolean isGiven() {
    return WHERE != null && !WHERE.isEmpty();
  }

  /** A database of this JVM's own, as long as it lives: the server outlasts it. */
  static TestDatabase fresh(String name) {
    String own = name + "_" + ProcessHandle.current().pid();
    execute("DROP DATABASE IF EXISTS " + own);
    execute("CREATE DATABASE " + own + " CHARACTER SET utf8mb4");
    Runtime.getRuntime().addShutdownHook(new Thread(() -> execute("DROP DATABASE " + own)));
    return new TestDatabase(
        // So that users with passwords, such as some tests make, are let in without certificates.
        Engine.MARIADB,
        "jdbc:mysql://" + WHERE + "/" + own + "?allowPublicKeyRetrieval=true",
        "root",
        own);
  }

  private static void execute(String sql) {
    try (Connection connection =
            DriverManager.getConnection("jdbc:mariadb://" + WHERE + "/", "root", "");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException failure) {
      throw new AssertionError(failure);
    }
  }
}
