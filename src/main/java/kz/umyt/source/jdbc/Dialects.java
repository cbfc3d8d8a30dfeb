package kz.umyt.source.jdbc;

import java.util.List;
import java.util.Optional;

/** Which dialect speaks to which JDBC URL. A new engine is one class and one line here. */
final class Dialects {
  private Dialects() {}

  private record Entry(String prefix, Dialect dialect) {}

  private static final List<Entry> ALL =
      List.of(
          new Entry("jdbc:h2:", new H2Dialect()),
          new Entry("jdbc:postgresql:", new PostgresDialect()),
          new Entry(MariaDbDialect.SCHEME, new MariaDbDialect()),
          new Entry(MySqlDialect.SCHEME, new MySqlDialect()),
          new Entry("jdbc:oracle:", new OracleDialect()),
          new Entry("jdbc:sqlserver:", new SqlServerDialect()));

  static Optional<Dialect> forUrl(String url) {
    return ALL.stream()
        .filter(entry -> url.startsWith(entry.prefix()))
        .map(Entry::dialect)
        .findFirst();
  }

  static List<String> prefixes() {
    return ALL.stream().map(Entry::prefix).toList();
  }
}
