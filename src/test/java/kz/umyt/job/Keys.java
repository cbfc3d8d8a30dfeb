package kz.umyt.job;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kz.umyt.engines.Engine;
import kz.umyt.engines.TestDatabase;

/** Tables with keys of every kind, and names that must be quoted; every third row is due. */
record Keys(TestDatabase database) {

  private static final int ROWS = 900;

  static final long DUE = ROWS / 3;

  private record Keyed(String table, List<String> keyTypes, boolean destroy) {}

  private List<Keyed> all() {
    List<Keyed> all = new ArrayList<>();
    for (boolean destroy : new boolean[] {true, false}) {
      String suffix = destroy ? " Destroyed" : " Anonymized";
      all.add(new Keyed("Composite" + suffix, List.of("BIGINT", "VARCHAR(40)"), destroy));
      all.add(new Keyed("Text" + suffix, List.of("VARCHAR(60)"), destroy));
      all.add(new Keyed("Fixed" + suffix, List.of("CHAR(16)"), destroy));
      all.add(new Keyed("Клиенты Архив" + suffix, List.of("DATE", "INTEGER"), destroy));
      all.add(new Keyed("Тарихи \"Қалдық\"" + suffix, List.of("NUMERIC(20,2)"), destroy));
      all.add(new Keyed("Moment" + suffix, List.of(moment()), destroy));
      all.add(new Keyed("Binary" + suffix, List.of(bytes()), destroy));
      if (database.engine() != Engine.MARIADB) {
        all.add(new Keyed("Uuid" + suffix, List.of("UUID"), destroy));
      }
    }
    return all;
  }

  private String moment() {
    return database.engine() == Engine.MARIADB ? "TIMESTAMP(6)" : "TIMESTAMP WITH TIME ZONE";
  }

  private String bytes() {
    return database.engine() == Engine.POSTGRESQL ? "BYTEA" : "VARBINARY(16)";
  }

  List<String> tables() {
    return all().stream().map(Keyed::table).toList();
  }

  private String quoted(String name) {
    return database.engine() == Engine.MARIADB
        ? "`" + name + "`"
        : "\"" + name.replace("\"", "\"\"") + "\"";
  }

  void create() {
    for (Keyed keyed : all()) {
      StringBuilder ddl = new StringBuilder("CREATE TABLE " + quoted(keyed.table()) + " (");
      List<String> names = new ArrayList<>();
      for (int i = 0; i < keyed.keyTypes().size(); i++) {
        String name = quoted("Ключ " + i);
        names.add(name);
        ddl.append(name).append(' ').append(keyed.keyTypes().get(i)).append(" NOT NULL, ");
      }
      ddl.append(quoted("Аты жөні")).append(" VARCHAR(100), ");
      ddl.append(quoted("Дата окончания")).append(" DATE, number INTEGER, PRIMARY KEY (");
      database.execute(ddl + String.join(", ", names) + "))");
      String marks = "?, ".repeat(keyed.keyTypes().size());
      List<List<?>> rows = new ArrayList<>();
      for (int i = 0; i < ROWS; i++) {
        List<Object> row = new ArrayList<>();
        for (int part = 0; part < keyed.keyTypes().size(); part++) {
          row.add(key(keyed, part, i));
        }
        row.add("Тестов " + i);
        row.add(LocalDate.of(i % 3 == 0 ? 2020 : 2025, 2, 3));
        row.add(i);
        rows.add(row);
      }
      database.insert(
          "INSERT INTO " + quoted(keyed.table()) + " VALUES (" + marks + "?, ?, ?)", rows);
    }
  }

  private static Object key(Keyed keyed, int part, int i) {
    return switch (keyed.keyTypes().get(part)) {
      case "BIGINT" -> (long) (i % 7) - 3;
      case "VARCHAR(40)" -> "Ү|" + i / 7 + ":б'";
      case "VARCHAR(60)" -> (i % 2 == 0 ? "Ә " : "a%_") + i;
      case "CHAR(16)" -> "K" + (i * 7919) % 100_003;
      case "DATE" -> LocalDate.of(1999, 12, 31).plusDays(i % 20);
      case "INTEGER" -> i / 20;
      case "NUMERIC(20,2)" -> new java.math.BigDecimal(i).movePointLeft(2);
      case "BYTEA", "VARBINARY(16)" -> bytes(uuid(i));
      case "TIMESTAMP(6)", "TIMESTAMP WITH TIME ZONE" ->
          OffsetDateTime.of(2025, 10, 26, 0, 0, 0, 0, ZoneOffset.UTC).plusSeconds(11L * i);
      default -> uuid(i);
    };
  }

  private static UUID uuid(int i) {
    return new UUID(0x9E3779B97F4A7C15L * i, i);
  }

  private static byte[] bytes(UUID uuid) {
    return java.nio.ByteBuffer.allocate(16)
        .putLong(uuid.getMostSignificantBits())
        .putLong(uuid.getLeastSignificantBits())
        .array();
  }

  String job() {
    StringBuilder yaml = new StringBuilder("throttle: {chunk-time: 1s, pause: 0ms}\ntargets:\n");
    for (Keyed keyed : all()) {
      yaml.append("  - source: db\n    table: '").append(keyed.table()).append("'\n");
      yaml.append("    retention: contract-end-p2y\n    clock: \"Дата окончания\"\n");
      yaml.append(
          keyed.destroy()
              ? "    action: destroy\n"
              : "    action: anonymize\n    columns:\n      \"Аты жөні\": {operator: replace,"
                  + " entity: PERSON}\n");
    }
    return yaml.toString();
  }

  /** Rows that are not what they must be after the run. */
  List<String> wrong(String table) {
    boolean destroyed = table.endsWith("Destroyed");
    List<String> wrong = new ArrayList<>();
    List<String> found =
        database.rows(
            "SELECT number, " + quoted("Аты жөні") + " FROM " + quoted(table) + " ORDER BY number");
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      if (i % 3 != 0) {
        expected.add(i + "|Тестов " + i);
      } else if (!destroyed) {
        expected.add(i + "|<PERSON>");
      }
    }
    wrong.addAll(found);
    wrong.removeAll(expected);
    expected.removeAll(found);
    wrong.addAll(expected);
    return wrong;
  }
}
