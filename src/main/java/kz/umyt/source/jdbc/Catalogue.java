package kz.umyt.source.jdbc;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import kz.umyt.source.Column;
import kz.umyt.source.ForeignKey;
import kz.umyt.source.SideEffects;
import kz.umyt.source.Table;
import kz.umyt.source.TableName;
import org.jspecify.annotations.Nullable;

/** Reads how a database describes its tables. */
final class Catalogue {

  private static final Set<String> TABLE_TYPES =
      Set.of("TABLE", "BASE TABLE", "PARTITIONED TABLE", "MATERIALIZED VIEW", "SYSTEM VERSIONED");

  /** Tables whose rows are another database's. */
  private static final Set<String> FOREIGN_TYPES = Set.of("FOREIGN TABLE", "TABLE LINK");

  private final Connection connection;
  private final DatabaseMetaData metaData;
  private final Dialect dialect;

  Catalogue(Connection connection, Dialect dialect) throws SQLException {
    this.connection = connection;
    this.metaData = connection.getMetaData();
    this.dialect = dialect;
  }

  /** The schema of the connection where the settings name none. */
  String defaultSchema() throws SQLException {
    String schema = dialect.schemaIsCatalog() ? connection.getCatalog() : connection.getSchema();
    return schema == null ? "" : schema;
  }

  List<String> schemas() throws SQLException {
    List<String> names = new ArrayList<>();
    try (ResultSet rows =
        dialect.schemaIsCatalog() ? metaData.getCatalogs() : metaData.getSchemas()) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }

  /** Tables of a schema, sorted by name. */
  List<TableName> tables(String schema) throws SQLException {
    return tables(schema, TABLE_TYPES);
  }

  /** Tables of a schema that only show what lies in another database, sorted by name. */
  List<TableName> foreignTables(String schema) throws SQLException {
    return tables(schema, FOREIGN_TYPES);
  }

  private List<TableName> tables(String schema, Set<String> types) throws SQLException {
    List<TableName> names = new ArrayList<>();
    try (ResultSet rows = metaData.getTables(catalog(schema), pattern(schema), "%", null)) {
      while (rows.next()) {
        TableName name = name(rows, "TABLE_CAT", "TABLE_SCHEM", "TABLE_NAME");
        // The indexes of partitioned tables have no type in PostgreSQL.
        String type = rows.getString("TABLE_TYPE");
        if (type != null && types.contains(type) && name.schema().equals(schema)) {
          names.add(name);
        }
      }
    }
    names.sort((a, b) -> a.name().compareTo(b.name()));
    return names;
  }

  /**
   * Whether a table is one of those that umyt keeps in a target database: by its columns too, since
   * anybody may call a table so.
   */
  boolean isOurs(TableName table) throws SQLException {
    Set<String> ours = Ansi.JOURNAL_COLUMNS.get(table.name().toLowerCase(Locale.ROOT));
    return ours != null
        && columns(table, Set.of()).stream()
            .map(column -> column.name().toLowerCase(Locale.ROOT))
            .filter(column -> !column.equals(MySqlDialect.OWN_KEY))
            .collect(Collectors.toUnmodifiableSet())
            .equals(ours);
  }

  Table table(TableName name) throws SQLException {
    Optional<KeysOf> keys = dialect.foreignKeys(connection, name);
    return keys.isPresent()
        ? table(name, keys.get().from(), keys.get().to())
        : table(name, references(name), referencedBy(name));
  }

  /**
   * The same without the keys that point to the table: whoever only reads does not need them, and
   * to find them an engine may have to look at every other table.
   */
  Table tableToRead(TableName name) throws SQLException {
    return table(name, references(name), List.of());
  }

  private Table table(TableName name, List<ForeignKey> references, List<ForeignKey> referencedBy)
      throws SQLException {
    List<String> primaryKey = primaryKey(name);
    return new Table(
        name,
        columns(name, soleUniqueColumns(name, primaryKey)),
        primaryKey,
        references,
        referencedBy);
  }

  private List<ForeignKey> references(TableName name) throws SQLException {
    return foreignKeys(metaData.getImportedKeys(catalog(name.schema()), schema(name), name.name()));
  }

  private List<ForeignKey> referencedBy(TableName name) throws SQLException {
    Optional<List<TableName>> referrers = dialect.referrers(connection, name);
    if (referrers.isEmpty()) {
      return foreignKeys(
          metaData.getExportedKeys(catalog(name.schema()), schema(name), name.name()));
    }
    List<ForeignKey> keys = new ArrayList<>();
    for (TableName referrer : referrers.get()) {
      references(referrer).stream().filter(key -> key.parent().equals(name)).forEach(keys::add);
    }
    return List.copyOf(keys);
  }

  SideEffects sideEffects(Table table) throws SQLException {
    List<ForeignKey> unindexed = new ArrayList<>();
    for (ForeignKey key : table.referencedBy()) {
      if (!isIndexed(key)) {
        unindexed.add(key);
      }
    }
    return new SideEffects(
        dialect.triggers(connection, table.name()),
        dialect.materializedViews(connection, table.name()),
        unindexed);
  }

  /** Whether an index of the child table begins with the key's columns, in whatever order. */
  private boolean isIndexed(ForeignKey key) throws SQLException {
    Map<String, List<String>> byIndex = new LinkedHashMap<>();
    TableName child = key.child();
    try (ResultSet rows =
        metaData.getIndexInfo(catalog(child.schema()), schema(child), child.name(), false, true)) {
      while (rows.next()) {
        String column = rows.getString("COLUMN_NAME");
        // An index over some of the rows does not find all children of a parent.
        if (column != null && isBlank(rows.getString("FILTER_CONDITION"))) {
          byIndex
              .computeIfAbsent(rows.getString("INDEX_NAME"), index -> new ArrayList<>())
              .add(column);
        }
      }
    }
    int size = key.childColumns().size();
    return byIndex.values().stream()
        .anyMatch(
            columns ->
                columns.size() >= size
                    && Set.copyOf(columns.subList(0, size)).equals(Set.copyOf(key.childColumns())));
  }

  private static boolean isBlank(@Nullable String text) {
    return text == null || text.isBlank();
  }

  private List<Column> columns(TableName name, Set<String> unique) throws SQLException {
    Map<Integer, Column> byPosition = new TreeMap<>();
    Set<String> ofDomains = new HashSet<>();
    try (ResultSet rows =
        metaData.getColumns(
            catalog(name.schema()), pattern(name.schema()), escape(name.name()), "%")) {
      while (rows.next()) {
        if (!name(rows, "TABLE_CAT", "TABLE_SCHEM", "TABLE_NAME").equals(name)) {
          continue;
        }
        String column = rows.getString("COLUMN_NAME");
        String type = rows.getString("TYPE_NAME");
        int jdbcType = rows.getInt("DATA_TYPE");
        int size = rows.getInt("COLUMN_SIZE");
        if (jdbcType == Types.DISTINCT) {
          ofDomains.add(column);
        }
        byPosition.put(
            rows.getInt("ORDINAL_POSITION"),
            new Column(
                column,
                type,
                dialect.kind(jdbcType, type, size, rows.getInt("DECIMAL_DIGITS")),
                dialect.length(type, size),
                rows.getInt("NULLABLE") != DatabaseMetaData.columnNoNulls,
                unique.contains(column),
                "YES".equals(rows.getString("IS_GENERATEDCOLUMN"))));
      }
    }
    List<Column> columns = new ArrayList<>(byPosition.values());
    if (!ofDomains.isEmpty()) {
      Map<String, String> types = dialect.domains(connection, name);
      columns.replaceAll(
          column ->
              ofDomains.contains(column.name())
                  ? column.ofType(types.getOrDefault(column.name(), column.type()))
                  : column);
    }
    for (String hidden : dialect.hiddenColumns(connection, name)) {
      if (columns.stream().noneMatch(column -> column.name().equals(hidden))) {
        columns.add(hidden(name, hidden, unique.contains(hidden)));
      }
    }
    return List.copyOf(columns);
  }

  /** Whether a table has columns, whatever the driver tells of it. */
  boolean hasColumns(TableName table) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet none =
            statement.executeQuery("SELECT * FROM " + dialect.quote(table) + " WHERE 1 = 0")) {
      return none.getMetaData().getColumnCount() > 0;
    }
  }

  /** A column of which the driver tells nothing but in a result. */
  private Column hidden(TableName table, String column, boolean unique) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet none =
            statement.executeQuery(
                "SELECT "
                    + dialect.quote(column)
                    + " FROM "
                    + dialect.quote(table)
                    + " WHERE 1 = 0")) {
      ResultSetMetaData of = none.getMetaData();
      String type = of.getColumnTypeName(1);
      int size = of.getPrecision(1);
      return new Column(
          column,
          type,
          dialect.kind(of.getColumnType(1), type, size, of.getScale(1)),
          dialect.length(type, size),
          of.isNullable(1) != ResultSetMetaData.columnNoNulls,
          unique,
          false);
    }
  }

  private List<String> primaryKey(TableName name) throws SQLException {
    Map<Integer, String> bySequence = new TreeMap<>();
    try (ResultSet rows =
        metaData.getPrimaryKeys(catalog(name.schema()), schema(name), name.name())) {
      while (rows.next()) {
        bySequence.put(rows.getInt("KEY_SEQ"), rows.getString("COLUMN_NAME"));
      }
    }
    return List.copyOf(bySequence.values());
  }

  private Set<String> soleUniqueColumns(TableName name, List<String> primaryKey)
      throws SQLException {
    Map<String, List<String>> byIndex = new HashMap<>();
    try (ResultSet rows =
        metaData.getIndexInfo(catalog(name.schema()), schema(name), name.name(), true, true)) {
      while (rows.next()) {
        String column = rows.getString("COLUMN_NAME");
        if (column != null) {
          byIndex
              .computeIfAbsent(rows.getString("INDEX_NAME"), index -> new ArrayList<>())
              .add(column);
        }
      }
    }
    Set<String> unique = new HashSet<>();
    byIndex.values().stream()
        .filter(indexColumns -> indexColumns.size() == 1)
        .forEach(unique::addAll);
    if (primaryKey.size() == 1) {
      unique.addAll(primaryKey);
    }
    return unique;
  }

  private List<ForeignKey> foreignKeys(ResultSet keys) throws SQLException {
    Map<String, ForeignKey> byName = new LinkedHashMap<>();
    try (ResultSet rows = keys) {
      while (rows.next()) {
        TableName child = name(rows, "FKTABLE_CAT", "FKTABLE_SCHEM", "FKTABLE_NAME");
        TableName parent = name(rows, "PKTABLE_CAT", "PKTABLE_SCHEM", "PKTABLE_NAME");
        String key = rows.getString("FK_NAME");
        ForeignKey.OnDelete onDelete = onDelete(rows.getInt("DELETE_RULE"));
        ForeignKey foreignKey =
            byName.computeIfAbsent(
                child + "." + key,
                id ->
                    new ForeignKey(
                        key == null ? id : key,
                        child,
                        new ArrayList<>(),
                        parent,
                        new ArrayList<>(),
                        onDelete));
        foreignKey.childColumns().add(rows.getString("FKCOLUMN_NAME"));
        foreignKey.parentColumns().add(rows.getString("PKCOLUMN_NAME"));
      }
    }
    Function<ForeignKey, ForeignKey> frozen =
        key ->
            new ForeignKey(
                key.name(),
                key.child(),
                List.copyOf(key.childColumns()),
                key.parent(),
                List.copyOf(key.parentColumns()),
                key.onDelete());
    return byName.values().stream().map(frozen).toList();
  }

  private static ForeignKey.OnDelete onDelete(int rule) {
    return switch (rule) {
      case DatabaseMetaData.importedKeyCascade -> ForeignKey.OnDelete.CASCADE;
      case DatabaseMetaData.importedKeySetNull -> ForeignKey.OnDelete.SET_NULL;
      case DatabaseMetaData.importedKeySetDefault -> ForeignKey.OnDelete.SET_DEFAULT;
      default -> ForeignKey.OnDelete.RESTRICT;
    };
  }

  private TableName name(ResultSet rows, String catalog, String schema, String table)
      throws SQLException {
    String in = rows.getString(dialect.schemaIsCatalog() ? catalog : schema);
    return new TableName(in == null ? "" : in, rows.getString(table));
  }

  private @Nullable String catalog(String schema) throws SQLException {
    return dialect.schemaIsCatalog() ? schema : connection.getCatalog();
  }

  private @Nullable String schema(TableName name) {
    return dialect.schemaIsCatalog() ? null : name.schema();
  }

  private @Nullable String pattern(String schema) throws SQLException {
    return dialect.schemaIsCatalog() ? null : escape(schema);
  }

  /** Whether the engine writes something into a column where a statement says nothing of it. */
  boolean isFilled(TableName table, String column) throws SQLException {
    try (ResultSet columns =
        metaData.getColumns(
            catalog(table.schema()), pattern(table.schema()), escape(table.name()), "%")) {
      while (columns.next()) {
        String written = columns.getString("COLUMN_DEF");
        if (columns.getString("COLUMN_NAME").equals(column)
            && written != null
            && !written.strip().equalsIgnoreCase("NULL")) {
          return true;
        }
      }
    }
    return dialect.isFilledOnUpdate(connection, table, column);
  }

  /**
   * Metadata look-ups take patterns; a name with an underscore must mean itself. The escape sign
   * itself becomes a pattern for any one sign, because a driver may take what has no other pattern
   * for the name as it is: whoever looks up leaves out what has another name.
   */
  private String escape(String name) throws SQLException {
    String escape = metaData.getSearchStringEscape();
    return name.replace(escape, "\0")
        .replace("_", escape + "_")
        .replace("%", escape + "%")
        .replace("\0", "_");
  }
}
