package kz.umyt.engines;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * H2 in the place of an engine whose server cannot be had. It writes down every statement as it was
 * said, and says to H2 what H2 has another word for; it refuses what the engine's driver refuses.
 */
public enum StandIn {
  ORACLE("jdbc:oracle:", "Oracle") {
    @Override
    public List<String> complaints(String sql) {
      // Of PL/SQL no part is ours but two short blocks.
      return sql.startsWith("BEGIN ") ? List.of() : Grammar.ofOracle(sql);
    }

    @Override
    String translated(String sql) {
      if (sql.startsWith("BEGIN EXECUTE IMMEDIATE 'DROP TABLE ")) {
        return "DROP TABLE IF EXISTS " + sql.substring(36, sql.indexOf('\'', 36));
      }
      return sql.replace("PRIVATE TEMPORARY TABLE", "LOCAL TEMPORARY TABLE")
          .replace(" ON COMMIT PRESERVE DEFINITION", "")
          .replace("'SYYYY", "'YYYY");
    }

    @Override
    String type(String h2) {
      return switch (h2) {
        case "CHARACTER VARYING" -> "VARCHAR2";
        case "CHARACTER" -> "CHAR";
        case "CHARACTER LARGE OBJECT" -> "CLOB";
        default -> h2;
      };
    }

    @Override
    Set<Integer> isolations() {
      return Set.of(Connection.TRANSACTION_READ_COMMITTED, Connection.TRANSACTION_SERIALIZABLE);
    }
  },
  SQL_SERVER("jdbc:sqlserver:", "MSSQLServer") {
    @Override
    public List<String> complaints(String sql) {
      return sql.startsWith("SET ") || sql.contains("sp_getapplock")
          ? List.of()
          : Grammar.ofSqlServer(sql);
    }

    @Override
    String translated(String sql) {
      if (sql.startsWith("SET XACT_ABORT") || sql.startsWith("SET DEADLOCK_PRIORITY")) {
        return "SET LOCK_TIMEOUT 5000";
      }
      if (sql.contains("sp_getapplock")) {
        return "SELECT CASE WHEN ? IS NULL THEN -1 ELSE 0 END";
      }
      boolean locks = sql.contains("UPDLOCK");
      String said =
          sql.replace(" WITH (UPDLOCK, ROWLOCK)", "")
              .replace(" WITH (HOLDLOCK)", "")
              .replace(" COLLATE Latin1_General_BIN2", "")
              .replace("CONVERT(nvarchar(64), HASHBYTES(", "HEX_OF(HASHBYTES(")
              .replace("CONVERT(nvarchar(4000), ", "STYLED(")
              .replace("CONVERT(nvarchar(max), ", "STYLED(")
              .replace("nvarchar(max)", "nvarchar")
              .replace(" NONCLUSTERED", "")
              .replace("DATETIMEOFFSET", "TIMESTAMP WITH TIME ZONE")
              .replace("DATETIME2", "TIMESTAMP")
              .replace("NCHAR(160)", "CHAR(160)")
              .replace("#umyt", "umyt");
      said = DATETIME.matcher(said).replaceAll("TIMESTAMP '$1-$2-$3 00:00:00'");
      said = OFFSET.matcher(said).replaceAll("TIMESTAMP WITH TIME ZONE '$1'");
      if (said.startsWith("SELECT * INTO ")) {
        int from = said.indexOf(" FROM (");
        said =
            "CREATE LOCAL TEMPORARY TABLE "
                + said.substring(14, from)
                + " AS "
                + said.substring(from + 7, said.lastIndexOf(") umyt_t"));
      }
      return said + (locks ? " FOR UPDATE" : "");
    }

    @Override
    String type(String h2) {
      return switch (h2) {
        case "CHARACTER VARYING" -> "nvarchar";
        case "CHARACTER" -> "nchar";
        case "TIMESTAMP WITH TIME ZONE" -> "datetimeoffset";
        default -> h2;
      };
    }

    @Override
    Set<Integer> isolations() {
      return Set.of(
          Connection.TRANSACTION_READ_COMMITTED,
          Connection.TRANSACTION_REPEATABLE_READ,
          Connection.TRANSACTION_SERIALIZABLE);
    }
  };

  private static final Pattern DATETIME =
      Pattern.compile("CAST\\('(\\d{4})(\\d\\d)(\\d\\d)' AS datetime\\)");
  private static final Pattern OFFSET = Pattern.compile("CAST\\('([^']*)' AS datetimeoffset\\)");
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final Map<String, Collection<String>> SAID = new ConcurrentHashMap<>();

  static {
    try {
      DriverManager.registerDriver(new Stage());
    } catch (SQLException failure) {
      throw new ExceptionInInitializerError(failure);
    }
  }

  private final String prefix;
  private final String mode;

  StandIn(String prefix, String mode) {
    this.prefix = prefix;
    this.mode = mode;
  }

  /** What the engine would not take of a statement. */
  public abstract List<String> complaints(String sql);

  abstract String translated(String sql);

  /** What the engine calls a type. */
  abstract String type(String h2);

  abstract Set<Integer> isolations();

  /**
   * A fresh database.
   *
   * @param said as the tool comes to it
   * @param direct as the test itself does
   */
  public record Fresh(TestDatabase said, TestDatabase direct) {

    /** Every different statement that the tool has said so far, and tests of connections. */
    public Collection<String> statements() {
      return SAID.get(said.url());
    }
  }

  /** A fresh, empty database. */
  public Fresh fresh() {
    String url = prefix + "standin" + NUMBER.incrementAndGet();
    SAID.put(url, new ConcurrentSkipListSet<>());
    TestDatabase direct = new TestDatabase(Engine.H2, h2(url), "sa", "PUBLIC");
    for (String function : List.of("STANDARD_HASH", "HASHBYTES", "HEX_OF", "STYLED")) {
      String method = function.toLowerCase(Locale.ROOT).replace("_", "");
      direct.execute("CREATE ALIAS " + function + " FOR '" + name(method) + "'");
    }
    direct.execute(
        "CREATE ALIAS DATALENGTH FOR '" + name("datalength") + "'",
        "CREATE ALIAS SYS_EXTRACT_UTC FOR '" + name("utc") + "'",
        "CREATE ALIAS SWITCHOFFSET FOR '" + name("switchoffset") + "'");
    return new Fresh(new TestDatabase(Engine.H2, url, "sa", "PUBLIC"), direct);
  }

  private static String name(String method) {
    return StandInFunctions.class.getName() + "." + method;
  }

  private String h2(String url) {
    return "jdbc:h2:mem:" + url.substring(prefix.length()) + ";DB_CLOSE_DELAY=-1;MODE=" + mode;
  }

  private String say(String url, String sql) {
    SAID.get(url).add(sql);
    String lower = sql.toLowerCase(Locale.ROOT);
    if (lower.contains(" all_") || lower.contains(" sys.")) {
      // The catalogue: it has nothing of the kind that is asked for.
      return "SELECT 'a', 'b', 'c' FROM dual WHERE CAST(? AS VARCHAR) = CAST(? AS VARCHAR) AND 1 = 0";
    }
    return translated(sql);
  }

  private Connection connection(String url) throws SQLException {
    Connection h2 = DriverManager.getConnection(h2(url), "sa", "");
    return proxy(
        Connection.class,
        (method, arguments) -> {
          switch (method.getName()) {
            case "createStatement":
              return statement(url, (Statement) method.invoke(h2, arguments));
            case "prepareStatement":
              arguments[0] = say(url, (String) arguments[0]);
              return method.invoke(h2, arguments);
            case "getMetaData":
              return metaData(h2.getMetaData());
            case "prepareCall":
              SAID.get(url).add((String) arguments[0]);
              return lock();
            case "releaseSavepoint":
              throw new SQLFeatureNotSupportedException();
            case "setTransactionIsolation":
              if (!isolations().contains((Integer) arguments[0])) {
                throw new SQLException("no such isolation");
              }
              return method.invoke(h2, arguments);
            default:
              return method.invoke(h2, arguments);
          }
        });
  }

  private Statement statement(String url, Statement h2) {
    return proxy(
        Statement.class,
        (method, arguments) -> {
          if (arguments != null && arguments.length > 0 && arguments[0] instanceof String sql) {
            arguments[0] = say(url, sql);
          }
          return method.invoke(h2, arguments);
        });
  }

  private DatabaseMetaData metaData(DatabaseMetaData h2) {
    return proxy(
        DatabaseMetaData.class,
        (method, arguments) -> {
          Object told = method.invoke(h2, arguments);
          return method.getName().equals("getColumns") ? columns((ResultSet) told) : told;
        });
  }

  private ResultSet columns(ResultSet h2) {
    return proxy(
        ResultSet.class,
        (method, arguments) -> {
          Object told = method.invoke(h2, arguments);
          boolean isType = arguments != null && "TYPE_NAME".equals(arguments[0]);
          return isType ? type((String) told) : told;
        });
  }

  /** The lock of a run, which nobody else holds. */
  private static CallableStatement lock() {
    return proxy(
        CallableStatement.class,
        (method, arguments) ->
            switch (method.getName()) {
              case "getInt" -> 0;
              case "execute" -> true;
              default -> null;
            });
  }

  @FunctionalInterface
  private interface Answer {
    @Nullable Object to(Method method, Object[] arguments)
        throws SQLException, ReflectiveOperationException;
  }

  private static <T> T proxy(Class<T> type, Answer answer) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (Object self, Method method, Object[] arguments) -> {
              try {
                return answer.to(method, arguments);
              } catch (InvocationTargetException failure) {
                throw failure.getCause();
              }
            }));
  }

  /** Takes the URLs of all of them. */
  private static final class Stage implements Driver {

    @Override
    public boolean acceptsURL(String url) {
      return SAID.containsKey(url);
    }

    @Override
    public @Nullable Connection connect(String url, Properties info) throws SQLException {
      for (StandIn engine : values()) {
        if (acceptsURL(url) && url.startsWith(engine.prefix)) {
          return engine.connection(url);
        }
      }
      return null;
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) {
      return new DriverPropertyInfo[0];
    }

    @Override
    public int getMajorVersion() {
      return 1;
    }

    @Override
    public int getMinorVersion() {
      return 0;
    }

    @Override
    public boolean jdbcCompliant() {
      return false;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
      throw new SQLFeatureNotSupportedException();
    }
  }
}
