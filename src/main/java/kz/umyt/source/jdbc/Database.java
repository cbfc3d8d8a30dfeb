package kz.umyt.source.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import kz.umyt.settings.Located;
import kz.umyt.settings.NearestName;
import kz.umyt.settings.Reference;
import kz.umyt.settings.SettingsException;
import kz.umyt.settings.Source;
import kz.umyt.settings.Target;
import kz.umyt.source.ColumnKind;
import kz.umyt.source.LostConnectionException;
import kz.umyt.source.SideEffects;
import kz.umyt.source.SourceException;
import kz.umyt.source.Table;
import kz.umyt.source.TableName;

/** One open database source. */
public final class Database implements AutoCloseable {

  private static final int MOST_CONNECTIONS = 12;

  private final String name;
  private final String system;
  private final HikariDataSource pool;
  private final Dialect dialect;
  private final String product;
  private final List<String> schemas;
  private final String journalSchema;
  private final JobKeys keys;
  private final Map<TableName, SideEffects> sideEffects = new ConcurrentHashMap<>();

  private Database(
      String name,
      String system,
      HikariDataSource pool,
      Dialect dialect,
      String product,
      List<String> schemas,
      String journalSchema,
      JobKeys keys) {
    this.name = name;
    this.system = system;
    this.pool = pool;
    this.dialect = dialect;
    this.product = product;
    this.schemas = schemas;
    this.journalSchema = journalSchema;
    this.keys = keys;
  }

  /**
   * Connects.
   *
   * @throws SourceException if the database cannot be reached or refuses the user
   * @throws SettingsException if the URL or a schema is not one that we can use
   */
  public static Database open(Source.Jdbc source) {
    return open(source, MOST_CONNECTIONS);
  }

  /**
   * Connects, for a job.
   *
   * @param references foreign keys that the job declares
   * @param targets whose rows it destroys, also where they lie in parts of a table
   * @throws SourceException if the database cannot be reached or refuses the user
   * @throws SettingsException if the URL, a schema or a reference is not one that we can use
   */
  public static Database open(
      Source.Jdbc source, List<Reference> references, List<Target> targets) {
    Database plain = open(source);
    try {
      return new Database(
          plain.name,
          plain.system,
          plain.pool,
          plain.dialect,
          plain.product,
          plain.schemas,
          plain.journalSchema,
          new JobKeys(WholeTables.of(targets, plain), DeclaredKeys.of(references, plain)));
    } catch (RuntimeException failure) {
      plain.close();
      throw failure;
    }
  }

  /**
   * Connects, for work on several tables at a time.
   *
   * @param connections how many may be open at the same time; none is open without need
   * @throws SourceException if the database cannot be reached or refuses the user
   * @throws SettingsException if the URL or a schema is not one that we can use
   */
  public static Database open(Source.Jdbc source, int connections) {
    Dialect written =
        Dialects.forUrl(source.url())
            .orElseThrow(
                () ->
                    new SettingsException(
                        source.name().at(),
                        "source '"
                            + source.name()
                            + "': no dialect for this JDBC URL; it must begin with one of "
                            + String.join(", ", Dialects.prefixes())));
    HikariDataSource pool = Connector.pool(source, written, connections);
    try (Connection connection = pool.getConnection()) {
      DatabaseMetaData metaData = connection.getMetaData();
      Dialect dialect = written.of(metaData);
      Catalogue catalogue = new Catalogue(connection, dialect);
      Schemas schemas = Schemas.of(source, catalogue, dialect);
      return new Database(
          source.name().value(),
          source.system(),
          pool,
          dialect,
          metaData.getDatabaseProductName() + " " + metaData.getDatabaseProductVersion(),
          schemas.read(),
          dialect.quote(schemas.journal()),
          JobKeys.NONE);
    } catch (SQLException failure) {
      pool.close();
      throw new SourceException(Connector.unreachable(source, failure));
    } catch (RuntimeException failure) {
      pool.close();
      throw failure;
    }
  }

  public String name() {
    return name;
  }

  /** The information system's name for the Act. */
  public String system() {
    return system;
  }

  /** Product and version. */
  public String product() {
    return product;
  }

  public Dialect dialect() {
    return dialect;
  }

  /** Where it is; may hold what must not be shown. */
  public String url() {
    return pool.getJdbcUrl();
  }

  /** The schema of the evidence tables, quoted. */
  public String journalSchema() {
    return journalSchema;
  }

  /** A connection from the pool; auto-commit is on. */
  public Connection connect() throws SQLException {
    return dialect.working(pool.getConnection());
  }

  /** All tables of the source's schemas. */
  public List<TableName> tables() {
    try (Connection connection = connect()) {
      Catalogue catalogue = new Catalogue(connection, dialect);
      List<TableName> names = new ArrayList<>();
      for (String schema : schemas) {
        for (TableName table : catalogue.tables(schema)) {
          if (!catalogue.isOurs(table)) {
            names.add(table);
          }
        }
      }
      return names;
    } catch (SQLException failure) {
      throw failed("cannot list its tables", failure);
    }
  }

  /**
   * All tables whose rows lie in the source's schemas, each row in one of them: partitions are read
   * with their table where that is among them.
   */
  public List<TableName> wholeTables() {
    List<TableName> all = tables();
    Set<TableName> known = Set.copyOf(all);
    try (Connection connection = connect()) {
      Map<TableName, TableName> partitions = dialect.reading().partitions(connection);
      return all.stream()
          .filter(
              table -> {
                TableName root = partitions.getOrDefault(table, table);
                return root.equals(table) || !known.contains(root);
              })
          .toList();
    } catch (SQLException failure) {
      throw failed("cannot list its partitions", failure);
    }
  }

  /** Tables of the source's schemas that only show what lies in another database. */
  public List<TableName> foreignTables() {
    try (Connection connection = connect()) {
      Catalogue catalogue = new Catalogue(connection, dialect);
      List<TableName> names = new ArrayList<>();
      for (String schema : schemas) {
        names.addAll(catalogue.foreignTables(schema));
      }
      return names;
    } catch (SQLException failure) {
      throw failed("cannot list its tables", failure);
    }
  }

  /** The tables that each table is a part of. */
  Map<TableName, Set<TableName>> wholes() {
    try (Connection connection = connect()) {
      return dialect.wholes(connection);
    } catch (SQLException failure) {
      throw failed("cannot list its partitions", failure);
    }
  }

  /** A table by its exact name. */
  public Table table(TableName table) {
    try (Connection connection = connect()) {
      return keys.in(new Catalogue(connection, dialect).table(table));
    } catch (SQLException failure) {
      throw failed("cannot describe table " + table, failure);
    }
  }

  /**
   * A table as a person wrote it: {@code name} or {@code schema.name}, exactly or whatever the
   * case.
   *
   * @throws SettingsException if there is none, or more than one
   */
  public Table table(Located<String> written) {
    List<TableName> all = tables();
    List<TableName> found = TableName.meant(written.value(), all);
    if (found.size() > 1) {
      throw new SettingsException(
          written.at(),
          "table '"
              + written
              + "' stands in several schemas of source '"
              + name
              + "'; write one of "
              + String.join(", ", found.stream().map(TableName::toString).toList()));
    }
    if (found.isEmpty()) {
      throw new SettingsException(
          written.at(),
          "source '"
              + name
              + "' has no table '"
              + written
              + "'"
              + NearestName.hint(written.value(), all.stream().map(TableName::name).toList()));
    }
    return table(found.get(0));
  }

  /** What else happens when rows of a table go or change, as it was when first asked. */
  public SideEffects sideEffects(Table table) {
    return sideEffects.computeIfAbsent(table.name(), name -> readSideEffects(table));
  }

  private SideEffects readSideEffects(Table table) {
    try (Connection connection = connect()) {
      return new Catalogue(connection, dialect).sideEffects(table);
    } catch (SQLException failure) {
      throw failed("cannot describe table " + table.name(), failure);
    }
  }

  /**
   * What kind of value an expression over a table's columns gives.
   *
   * @throws SettingsException if the database refuses the expression
   */
  public ColumnKind kindOf(Located<String> expression, TableName table) {
    try (Connection connection = connect();
        PreparedStatement query =
            connection.prepareStatement(
                "SELECT (\n"
                    + expression.value()
                    + "\n) FROM "
                    + dialect.quote(table)
                    + " WHERE 1 = 0");
        ResultSet none = query.executeQuery()) {
      ResultSetMetaData of = none.getMetaData();
      return dialect.kind(
          of.getColumnType(1), of.getColumnTypeName(1), of.getPrecision(1), of.getScale(1));
    } catch (SQLException failure) {
      throw new SettingsException(
          expression.at(),
          "source '"
              + name
              + "' refuses this over table "
              + table
              + ": "
              + SqlFailure.describe(failure));
    }
  }

  /**
   * Looks at a condition over a table's rows before anything depends on it.
   *
   * @throws SettingsException if the database refuses it
   */
  public void requireCondition(Located<String> condition, TableName table) {
    Located<String> truth =
        new Located<>("CASE WHEN (\n" + condition.value() + "\n) THEN 1 END", condition.at());
    kindOf(truth, table);
  }

  /** Whether the engine fills a column by itself: by a default, or with each change of its row. */
  public boolean isFilled(TableName table, String column) {
    try (Connection connection = connect()) {
      return new Catalogue(connection, dialect).isFilled(table, column);
    } catch (SQLException failure) {
      throw failed("column " + column + " could not be looked at", failure);
    }
  }

  /** One connection for a piece of work that only reads. */
  public Session session() {
    try {
      return new Session(this, connect());
    } catch (SQLException failure) {
      throw failed("cannot be reached", failure);
    }
  }

  /** Gives up every connection, as soon as nobody uses it; tells how many are in use. */
  public int giveUpConnections() {
    pool.getHikariPoolMXBean().softEvictConnections();
    return pool.getHikariPoolMXBean().getTotalConnections();
  }

  /** Closes a connection of which nobody knows in what state it is. */
  void discard(Connection connection) {
    try {
      pool.evictConnection(TemporaryCopies.plain(connection));
    } catch (SQLException failure) {
      throw failed("a connection could not be closed", failure);
    }
  }

  /**
   * Makes sure that the source is still there, by a connection that is new.
   *
   * @throws SourceException if it cannot be connected to any more
   */
  public void requireReachable() {
    // What lies in the pool may be as dead as the connection that failed.
    giveUpConnections();
    session().close();
  }

  /** A failure of this source, without the database's own words, which may quote values. */
  public SourceException failed(String what, SQLException failure) {
    String message = "source '" + name + "': " + what + ": " + SqlFailure.describe(failure);
    return SqlFailure.isLostConnection(failure)
        ? new LostConnectionException(message)
        : new SourceException(message);
  }

  @Override
  public void close() {
    pool.close();
  }
}
