package kz.umyt.source.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets a statement read a temporary table as often as it likes. MySQL refuses the second time
 * (error 1137), even by another alias or over a common table expression; so from then on copies are
 * read. They are of this connection alone, as the table is.
 */
final class TemporaryCopies {

  private static final String CREATE = "CREATE TEMPORARY TABLE ";

  private static final int DEADLOCK = 1213;

  private final Connection connection;

  /** How many copies there are of each temporary table that was made here. */
  private final Map<String, Integer> copies = new HashMap<>();

  /** Those that a rollback would empty. */
  private final Set<String> uncommitted = new HashSet<>();

  private TemporaryCopies(Connection connection) {
    this.connection = connection;
  }

  /** The same connection, over which this is so. */
  static Connection over(Connection connection) {
    TemporaryCopies copies = new TemporaryCopies(connection);
    return (Connection)
        Proxy.newProxyInstance(
            TemporaryCopies.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) ->
                method.getName().equals("unwrap") && Connection.class.equals(arguments[0])
                    ? connection
                    : copies.call(method, arguments));
  }

  /** The connection underneath, as the pool knows it. */
  static Connection plain(Connection connection) throws SQLException {
    return Proxy.isProxyClass(connection.getClass())
        ? connection.unwrap(Connection.class)
        : connection;
  }

  private @Nullable Object call(Method method, Object @Nullable [] arguments) throws Throwable {
    switch (method.getName()) {
      case "prepareStatement" -> {
        return statement(PreparedStatement.class, invoke(connection, method, read(arguments)));
      }
      case "createStatement" -> {
        return statement(Statement.class, invoke(connection, method, arguments));
      }
      case "commit", "setAutoCommit" -> {
        Object nothing = invoke(connection, method, arguments);
        if (method.getName().equals("commit") || connection.getAutoCommit()) {
          uncommitted.clear();
        }
        return nothing;
      }
      case "rollback" -> {
        Object nothing = invoke(connection, method, arguments);
        fillAgain();
        return nothing;
      }
      default -> {
        return invoke(connection, method, arguments);
      }
    }
  }

  private Object statement(Class<?> type, @Nullable Object statement) {
    return Proxy.newProxyInstance(
        TemporaryCopies.class.getClassLoader(),
        new Class<?>[] {type},
        (proxy, method, arguments) -> {
          boolean hasSql =
              arguments != null && arguments.length > 0 && arguments[0] instanceof String;
          boolean runs =
              method.getName().startsWith("execute") || method.getName().equals("addBatch");
          try {
            return invoke(statement, method, hasSql && runs ? read(arguments) : arguments);
          } catch (SQLException failure) {
            if (failure.getErrorCode() == DEADLOCK) {
              // The server has rolled back by itself.
              fillAgain();
            }
            throw failure;
          }
        });
  }

  private static @Nullable Object invoke(
      @Nullable Object on, Method method, Object @Nullable [] arguments) throws Throwable {
    try {
      return method.invoke(on, arguments);
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause() == null ? thrown : thrown.getCause();
    }
  }

  private Object @Nullable [] read(Object @Nullable [] arguments) throws SQLException {
    if (arguments == null) {
      return null;
    }
    Object[] changed = arguments.clone();
    changed[0] = read((String) arguments[0]);
    return changed;
  }

  private String read(String sql) throws SQLException {
    if (sql.startsWith(CREATE)) {
      forget(sql.substring(CREATE.length(), sql.indexOf(' ', CREATE.length())));
      return sql;
    }
    String read = sql;
    for (String table : Set.copyOf(copies.keySet())) {
      if (sql.startsWith("INSERT INTO " + table + " ") || sql.startsWith("ALTER TABLE " + table)) {
        forget(table);
      }
      read = read(read, table);
    }
    return read;
  }

  /** A statement prepared before would read what is no longer so: it shall find no table. */
  private void forget(String table) throws SQLException {
    int old = copies.getOrDefault(table, 0);
    copies.put(table, 0);
    uncommitted.remove(table);
    try (Statement statement = connection.createStatement()) {
      for (int number = 1; number <= old; number++) {
        statement.execute("DROP TEMPORARY TABLE IF EXISTS " + table + "_copy" + number);
      }
    }
  }

  private String read(String sql, String table) throws SQLException {
    StringBuilder read = new StringBuilder();
    int done = 0;
    int times = 0;
    String words = "FROM " + table;
    for (int at = sql.indexOf(words); at >= 0; at = sql.indexOf(words, at + 1)) {
      int end = at + words.length();
      boolean isWhole = end == sql.length() || !Character.isJavaIdentifierPart(sql.charAt(end));
      if (isWhole && times++ > 0) {
        read.append(sql, done, end).append(copy(table, times - 1));
        done = end;
      }
    }
    return read.append(sql, done, sql.length()).toString();
  }

  /** The end of the name of the copy of this number, which is there now. */
  private String copy(String table, int number) throws SQLException {
    String end = "_copy" + number;
    if (copies.getOrDefault(table, 0) < number) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("DROP TEMPORARY TABLE IF EXISTS " + table + end);
        statement.execute(CREATE + table + end + " LIKE " + table);
        fill(statement, table, number);
      }
      copies.put(table, number);
      if (!connection.getAutoCommit()) {
        uncommitted.add(table);
      }
    }
    return end;
  }

  private static void fill(Statement statement, String table, int number) throws SQLException {
    statement.execute("INSERT INTO " + table + "_copy" + number + " SELECT * FROM " + table);
  }

  /** Statements that were prepared before go on reading what they read. */
  private void fillAgain() throws SQLException {
    for (String table : uncommitted) {
      try (Statement statement = connection.createStatement()) {
        for (int number = 1; number <= copies.getOrDefault(table, 0); number++) {
          statement.execute("DELETE FROM " + table + "_copy" + number);
          fill(statement, table, number);
        }
      }
    }
  }
}
