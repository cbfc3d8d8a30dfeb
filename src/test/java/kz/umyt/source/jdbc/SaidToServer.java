package kz.umyt.source.jdbc;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A connection to a server that is not there: it writes down what it is told, in order, and answers
 * every question with one number.
 */
final class SaidToServer {

  private final List<String> said = new ArrayList<>();
  private final int answer;

  private SaidToServer(int answer) {
    this.answer = answer;
  }

  /** What is said before tables are read. */
  static List<String> beforeReading(TableReading reading, int answer) throws SQLException {
    SaidToServer server = new SaidToServer(answer);
    reading.prepare(server.connection(), Duration.ofMinutes(1));
    return server.said;
  }

  private Connection connection() {
    return proxy(
        Connection.class,
        (method, arguments) ->
            switch (method) {
              case "createStatement" -> statement();
              case "rollback" -> note("ROLLBACK");
              case "setTransactionIsolation" -> note("isolation " + arguments[0]);
              default -> throw new UnsupportedOperationException(method);
            });
  }

  private Statement statement() {
    return proxy(
        Statement.class,
        (method, arguments) ->
            switch (method) {
              case "execute" -> note((String) arguments[0]) == null;
              case "executeQuery" -> note((String) arguments[0]) == null ? rows() : null;
              case "close" -> null;
              default -> throw new UnsupportedOperationException(method);
            });
  }

  private ResultSet rows() {
    return proxy(
        ResultSet.class,
        (method, arguments) ->
            switch (method) {
              case "next" -> true;
              case "getInt" -> answer;
              case "close" -> null;
              default -> throw new UnsupportedOperationException(method);
            });
  }

  private Object note(String what) {
    said.add(what);
    return null;
  }

  private interface Answer {
    Object to(String method, Object[] arguments);
  }

  private static <T> T proxy(Class<T> type, Answer answer) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (Object self, Method method, Object[] arguments) ->
                answer.to(method.getName(), arguments)));
  }
}
