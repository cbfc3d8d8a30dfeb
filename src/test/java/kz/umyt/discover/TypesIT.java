package kz.umyt.discover;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.umyt.discover.Inventory.ColumnInventory;
import kz.umyt.discover.Inventory.EntityFinding;
import kz.umyt.discover.Inventory.TableInventory;
import kz.umyt.engines.Engine;
import kz.umyt.engines.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * One invented person in columns of every type that can hold her, in a table without a key, with a
 * foreign, mixed-case name: she is found in each.
 */
class TypesIT {

  private static final String TABLE = "Біздің Адамдар";

  private static final List<Held> EVERYWHERE =
      List.of(
          new Held("Ескерту", "VARCHAR(100)", "'хат: dana@example.kz'", "EMAIL_ADDRESS"),
          new Held("Mixed Case", "CHAR(40)", "'dana@example.kz'", "EMAIL_ADDRESS"),
          new Held("Нөмір", "BIGINT", "850101300114", "KZ_IIN"),
          new Held("lost zero", "BIGINT", "50314500128", "KZ_IIN"),
          new Held("Код", "NUMERIC(12,0)", "850101300114", "KZ_IIN"),
          new Held("as float", "DOUBLE PRECISION", "850101300114", "KZ_IIN"),
          new Held("Туған күні", "DATE", "'1985-01-01'", "DATE_OF_BIRTH"),
          new Held("BirthDate", "TIMESTAMP", "'1985-01-01 00:00:00'", "DATE_OF_BIRTH"));

  private static final List<Held> H2 =
      List.of(
          new Held("clob", "CLOB", "'dana@example.kz'", "EMAIL_ADDRESS"),
          new Held("any case", "VARCHAR_IGNORECASE(40)", "'Dana@example.kz'", "EMAIL_ADDRESS"),
          new Held("json", "JSON", "JSON '{\"iin\": \"850101300114\"}'", "KZ_IIN"),
          new Held(
              "texts", "VARCHAR(40) ARRAY", "ARRAY['нет', 'dana@example.kz']", "EMAIL_ADDRESS"),
          new Held("numbers", "BIGINT ARRAY", "ARRAY[1, 850101300114]", "KZ_IIN"),
          new Held("device_id", "UUID", "'6f9619ff-8b86-4d01-b42d-00cf4fc964ff'", "DEVICE_ID"),
          new Held("bytes", "VARBINARY(100)", "STRINGTOUTF8('dana@example.kz')", "EMAIL_ADDRESS"),
          new Held("blob", "BLOB", "STRINGTOUTF8('ИИН 850101300114')", "KZ_IIN"),
          new Held("gender", "ENUM('female', 'male')", "'female'", "SEX"),
          new Held("domain", "contact", "'dana@example.kz'", "EMAIL_ADDRESS"),
          new Held(
              "moment of birth date",
              "TIMESTAMP WITH TIME ZONE",
              "'1985-01-01 00:00:00+00:00'",
              "DATE_OF_BIRTH"),
          new Held(
              "made",
              "VARCHAR(60) GENERATED ALWAYS AS (\"any case\" || '.')",
              null,
              "EMAIL_ADDRESS"));

  private static final List<Held> POSTGRESQL =
      List.of(
          new Held("text", "text", "'dana@example.kz'", "EMAIL_ADDRESS"),
          new Held("json", "json", "'{\"iin\": \"850101300114\"}'", "KZ_IIN"),
          new Held("jsonb", "jsonb", "'{\"to\": [\"dana@example.kz\"]}'", "EMAIL_ADDRESS"),
          new Held("xml", "xml", "'<c><mail>dana@example.kz</mail></c>'", "EMAIL_ADDRESS"),
          new Held("texts", "text[]", "ARRAY['нет', 'dana@example.kz']", "EMAIL_ADDRESS"),
          new Held("numbers", "bigint[]", "ARRAY[1, 850101300114]", "KZ_IIN"),
          new Held("hstore", "hstore", "'mail=>dana@example.kz'", "EMAIL_ADDRESS"),
          new Held("citext", "citext", "'Dana@example.kz'", "EMAIL_ADDRESS"),
          new Held("device_id", "uuid", "'6f9619ff-8b86-4d01-b42d-00cf4fc964ff'", "DEVICE_ID"),
          new Held("seen", "inet", "'92.46.108.7'", "IP_ADDRESS"),
          new Held("card", "macaddr", "'3c:5a:b4:12:9f:0e'", "MAC_ADDRESS"),
          new Held("bytes", "bytea", "convert_to('dana@example.kz', 'UTF8')", "EMAIL_ADDRESS"),
          new Held("gender", "sexes", "'female'", "SEX"),
          new Held("domain", "contact", "'dana@example.kz'", "EMAIL_ADDRESS"),
          new Held("number domain", "code", "850101300114", "KZ_IIN"),
          new Held("bytes of a domain", "doc", "convert_to('ИИН 850101300114', 'UTF8')", "KZ_IIN"),
          new Held("domain of a domain", "scan", "'dana@example.kz'", "EMAIL_ADDRESS"),
          // Types that are called like others.
          new Held("drawn", "withdrawal", "'dana@example.kz'", "EMAIL_ADDRESS"),
          new Held("image number", "image_no", "850101300114", "KZ_IIN"),
          new Held("moment text", "timestamp_txt", "'dana@example.kz'", "EMAIL_ADDRESS"),
          new Held("android", "android_id", "'dana@example.kz'", "EMAIL_ADDRESS"),
          new Held("raw parts", "rawcomp", "ROW('Дана', 'dana@example.kz')", "EMAIL_ADDRESS"),
          new Held("composite", "parts", "ROW('Дана', 'dana@example.kz')", "EMAIL_ADDRESS"),
          new Held(
              "moment of birth date", "timestamptz", "'1985-01-01 12:00:00+00'", "DATE_OF_BIRTH"),
          new Held(
              "made", "text GENERATED ALWAYS AS (upper(\"text\")) STORED", null, "EMAIL_ADDRESS"));

  private static final List<Held> MARIADB =
      List.of(
          new Held("longtext", "LONGTEXT", "'dana@example.kz'", "EMAIL_ADDRESS"),
          new Held("text", "TEXT", "'dana@example.kz'", "EMAIL_ADDRESS"),
          new Held("tiny", "TINYTEXT", "'dana@example.kz'", "EMAIL_ADDRESS"),
          new Held("json", "JSON", "'{\"iin\": \"850101300114\"}'", "KZ_IIN"),
          new Held("device_id", "UUID", "'6f9619ff-8b86-4d01-b42d-00cf4fc964ff'", "DEVICE_ID"),
          new Held("seen", "INET4", "'92.46.108.7'", "IP_ADDRESS"),
          new Held("seen too", "INET6", "'2a00:1fa0:84c1:7::2'", "IP_ADDRESS"),
          new Held("bytes", "VARBINARY(100)", "'dana@example.kz'", "EMAIL_ADDRESS"),
          new Held("filled bytes", "BINARY(20)", "'850101300114'", "KZ_IIN"),
          new Held("sort", "ENUM('raw (x) blob', 'dana@example.kz')", "2", "EMAIL_ADDRESS"),
          new Held("blob", "BLOB", "'ИИН 850101300114'", "KZ_IIN"),
          new Held("gender", "ENUM('female', 'male')", "'female'", "SEX"),
          new Held("unsigned", "BIGINT UNSIGNED ZEROFILL", "850101300114", "KZ_IIN"),
          new Held(
              "latin", "VARCHAR(40) CHARACTER SET latin1", "'dana@example.kz'", "EMAIL_ADDRESS"),
          new Held("virtual", "VARCHAR(60) AS (upper(`text`)) VIRTUAL", null, "EMAIL_ADDRESS"),
          new Held("stored", "VARCHAR(60) AS (lower(`text`)) STORED", null, "EMAIL_ADDRESS"));

  private static final Set<String> NOT_OF_MYSQL = Set.of("UUID", "INET4", "INET6");

  @TempDir private Path temp;

  /**
   * A column with one value.
   *
   * @param literal null for a generated column
   */
  private record Held(String column, String type, @Nullable String literal, String entity) {}

  private static List<Held> held(Engine engine) {
    List<Held> own =
        switch (engine) {
          case H2 -> H2;
          case POSTGRESQL -> POSTGRESQL;
          case MARIADB ->
              engine.isMySql()
                  ? MARIADB.stream().filter(held -> !NOT_OF_MYSQL.contains(held.type())).toList()
                  : MARIADB;
        };
    return Stream.concat(EVERYWHERE.stream(), own.stream()).toList();
  }

  private static String[] types(Engine engine) {
    return switch (engine) {
      case H2 -> new String[] {"CREATE DOMAIN contact AS VARCHAR(60)"};
      case POSTGRESQL ->
          new String[] {
            "CREATE EXTENSION hstore",
            "CREATE EXTENSION citext",
            "CREATE TYPE sexes AS ENUM ('female', 'male')",
            "CREATE DOMAIN contact AS text",
            "CREATE DOMAIN code AS bigint",
            "CREATE DOMAIN doc AS bytea",
            "CREATE DOMAIN scan AS doc",
            "CREATE DOMAIN withdrawal AS text",
            "CREATE DOMAIN image_no AS bigint",
            "CREATE DOMAIN timestamp_txt AS varchar(30)",
            "CREATE DOMAIN android_id AS text",
            "CREATE TYPE rawcomp AS (name text, mail text)",
            "CREATE TYPE parts AS (name text, mail text)"
          };
      case MARIADB -> new String[] {};
    };
  }

  private static void fill(TestDatabase database, List<Held> held) {
    String table = database.quote(TABLE);
    List<Held> given = held.stream().filter(one -> one.literal() != null).toList();
    database.execute(
        held.stream()
            .map(one -> database.quote(one.column()) + " " + one.type())
            .collect(Collectors.joining(", ", "CREATE TABLE " + table + " (", ")")),
        given.stream()
                .map(one -> database.quote(one.column()))
                .collect(Collectors.joining(", ", "INSERT INTO " + table + " (", ") VALUES "))
            + given.stream().map(Held::literal).collect(Collectors.joining(", ", "(", ")")));
  }

  private static Map<String, Set<String>> found(TableInventory table) {
    Map<String, Set<String>> found = new TreeMap<>();
    for (ColumnInventory column : table.columns()) {
      found.put(
          column.name(),
          column.findings().stream()
              .map(EntityFinding::entity)
              .collect(Collectors.toCollection(TreeSet::new)));
    }
    return found;
  }

  @ParameterizedTest
  @CsvSource({
    "MARIADB, GEOMETRY",
    "MARIADB, GEOMETRYCOLLECTION",
    "MARIADB, POINT",
    "MARIADB, LINESTRING",
    "MARIADB, POLYGON",
    "MARIADB, MULTIPOINT",
    "MARIADB, MULTILINESTRING",
    "MARIADB, MULTIPOLYGON",
    "POSTGRESQL, bytea[]",
    "POSTGRESQL, oid",
    "H2, GEOMETRY",
    "H2, JAVA_OBJECT"
  })
  void valuesWithoutTextAreAGap(Engine engine, String type) {
    TestDatabase database = engine.fresh(temp);
    database.execute("CREATE TABLE places (id INT, place " + type + ")");

    Inventory inventory = ShopScan.of(database, temp);

    assertThat(inventory.gaps())
        .singleElement()
        .satisfies(
            gap -> {
              assertThat(gap.column().orElseThrow()).isEqualToIgnoringCase("place");
              assertThat(gap.reason()).contains("is not read: its values have no text");
              assertThat(gap.expected()).isFalse();
            });
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void aPersonIsFoundInColumnsOfEveryType(Engine engine) {
    TestDatabase database = engine.fresh(temp);
    database.execute(types(engine));
    List<Held> held = held(engine);
    fill(database, held);

    Inventory inventory = ShopScan.of(database, temp);

    assertThat(inventory.sources().get(0).tables()).hasSize(1);
    TableInventory table = inventory.sources().get(0).tables().get(0);
    assertThat(table.name()).isEqualTo(database.schema() + "." + TABLE);
    Map<String, Set<String>> found = found(table);
    Map<String, String> missed = new TreeMap<>();
    for (Held one : held) {
      Set<String> entities = found.getOrDefault(one.column(), Set.of());
      if (!entities.contains(one.entity())) {
        missed.put(one.column() + " " + one.type(), one.entity() + " but was " + entities);
      }
    }
    assertThat(missed).isEmpty();
    assertThat(inventory.gaps()).isEmpty();
  }
}
