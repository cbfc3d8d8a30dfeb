package kz.umyt.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The public sample database of a record shop. It lies beside the project on the machines of its
 * builders and is no part of it.
 */
public final class Chinook {

  /** Where it lies, if it is there. */
  public static final Path DATA = Path.of("../shared/data");

  /** What the scripts do besides filling the database that they are in. */
  private static final List<String> ELSEWHERE =
      List.of("DROP DATABASE", "CREATE DATABASE", "USE ", "\\c ");

  private Chinook() {}

  /** Fills an empty database of PostgreSQL or MariaDB. */
  public static TestDatabase in(TestDatabase database, Engine engine) throws IOException {
    boolean isMariaDb = engine == Engine.MARIADB;
    Path script = DATA.resolve(isMariaDb ? "chinook-mysql.sql" : "chinook-postgresql.sql");
    database.execute(statements(script));
    return database;
  }

  /** In these scripts every statement ends with its line. */
  private static String[] statements(Path script) throws IOException {
    List<String> statements = new ArrayList<>();
    StringBuilder statement = new StringBuilder();
    for (String line : Files.readAllLines(script)) {
      statement.append(line).append('\n');
      if (line.endsWith(";")) {
        String whole = statement.toString();
        statement.setLength(0);
        if (ELSEWHERE.stream().noneMatch(line::startsWith)) {
          statements.add(whole);
        }
      }
    }
    return statements.toArray(String[]::new);
  }
}
