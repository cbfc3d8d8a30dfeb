package kz.umyt.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import kz.umyt.engines.Engine;
import kz.umyt.engines.Shop;
import kz.umyt.engines.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What cannot be read is named with its reason, and everything else is read. */
class GapsIT {

  private static final UmytProcess UMYT = new UmytProcess();

  private static final String MAIL = "dana@example.kz";

  @TempDir private Path temp;

  private Path exports;

  @BeforeEach
  void writeTheRest() throws IOException {
    SampleHome.copy(Path.of("config/recognizers"), temp.resolve("config/recognizers"));
    exports = Files.createDirectories(temp.resolve("exports"));
    Files.writeString(exports.resolve("people.csv"), "email\n" + MAIL + "\n");
  }

  /** Both sources: the one of the test, and a folder that can be read. */
  private UmytProcess.Ended scan(String source) {
    Shop shop = Shop.in(temp);
    shop.write(
        "config/sources.yaml", "sources:\n" + source + "  rest: {csv: \"" + exports + "\"}\n");
    shop.job(
        """
        approval: standing
        limits: {max-rows: 100}
        targets:
          - {source: data, table: any, retention: collected-p2y, clock: day, action: destroy}
          - source: rest
            file: "*.csv"
            retention: collected-p2y
            clock: {column: day, format: dd.MM.yyyy}
            action: destroy
        """);
    UmytProcess.Ended ended =
        UMYT.run(
            "scan",
            temp.resolve("jobs/job.yaml"),
            "--config",
            temp.resolve("config"),
            "--home",
            shop.home());
    assertThat(ended.out()).contains("people.csv");
    assertThat(ended.out() + ended.err())
        .doesNotContain(MAIL, "Exception", "OutOfMemory", "\tat ", "kz.umyt.");
    return ended;
  }

  /** Without what the URL says of the user, and what only an administrator of H2 may ask for. */
  private static String url(TestDatabase database) {
    return switch (database.engine()) {
      case H2 -> database.url().substring(0, database.url().indexOf(';'));
      case POSTGRESQL -> database.url().substring(0, database.url().indexOf('?'));
      case MARIADB -> database.url();
    };
  }

  private static String source(TestDatabase database, String user, String password) {
    return "  data: {jdbc: \""
        + url(database)
        + "\", user: "
        + user
        + ", password: \""
        + password
        + "\", schemas: ["
        + database.schema()
        + "]}\n";
  }

  private static void fill(TestDatabase database, String table, String mails) {
    database.execute(
        "CREATE TABLE " + table + " (id INT, email VARCHAR(60)" + mails + ")",
        "INSERT INTO " + table + " (id, email) VALUES (1, '" + MAIL + "')");
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void aSourceThatRefusesThePasswordIsOne(Engine engine) {
    TestDatabase database = engine.fresh(temp);
    fill(database, "people", "");
    String user = "locked_" + database.schema().toLowerCase(Locale.ROOT);
    switch (engine) {
      case H2 -> database.execute("CREATE USER " + user + " PASSWORD 'right'");
      case MARIADB -> database.execute("CREATE USER '" + user + "'@'%' IDENTIFIED BY 'right'");
      case POSTGRESQL -> {
        database.execute("CREATE ROLE " + user + " LOGIN PASSWORD 'right'");
        askForPassword(database, user);
      }
    }

    UmytProcess.Ended ended = scan(source(database, user, "wrong")).endsWith(ExitCode.SOURCE);

    assertThat(ended.err())
        .contains("not read: data: source 'data'", "user or password is wrong")
        .doesNotContain("right'");
  }

  /** The server of the tests trusts everybody else. */
  private static void askForPassword(TestDatabase database, String user) {
    String file = database.rows("SHOW hba_file").get(0);
    // Read before it is written: COPY empties the file first.
    String rules = database.rows("SELECT pg_read_file('" + file + "')").get(0);
    database.execute(
        "COPY (SELECT regexp_split_to_table('host all "
            + user
            + " all scram-sha-256\n"
            + rules.replace("'", "''")
            + "', E'\\n')) TO '"
            + file
            + "'",
        "SELECT pg_reload_conf()");
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void aTableWithoutRightsIsOne(Engine engine) {
    TestDatabase database = engine.fresh(temp);
    fill(database, "people", "");
    fill(database, "secrets", "");
    String user = "reader_" + database.schema().toLowerCase(Locale.ROOT);
    String quoted = engine == Engine.MARIADB ? "'" + user + "'@'%'" : user;
    database.execute(
        switch (engine) {
          case H2 -> "CREATE USER " + user + " PASSWORD 'right'";
          case POSTGRESQL -> "CREATE ROLE " + user + " LOGIN PASSWORD 'right'";
          case MARIADB -> "CREATE USER " + quoted + " IDENTIFIED BY 'right'";
        },
        "GRANT SELECT ON people TO " + quoted,
        // Without any right MariaDB and H2 do not say that there is such a table.
        "GRANT INSERT ON secrets TO " + quoted);

    UmytProcess.Ended ended = scan(source(database, user, "right"));

    assertThat(ended.err()).containsIgnoringCase(".secrets: ").contains("lacks a right");
    assertThat(ended.out()).containsIgnoringCase(".people ").contains("EMAIL_ADDRESS");
    ended.endsWith(ExitCode.NEEDS_PERSON);
  }

  @ParameterizedTest
  @EnumSource(
      value = Engine.class,
      names = {"POSTGRESQL", "MARIADB"})
  void aColumnWithoutRightsIsOne(Engine engine) {
    TestDatabase database = engine.fresh(temp);
    fill(database, "people", ", secret VARCHAR(60)");
    database.execute("UPDATE people SET secret = 'olga@example.kz'");
    String user = "half_" + database.schema().toLowerCase(Locale.ROOT);
    String quoted = engine == Engine.MARIADB ? "'" + user + "'@'%'" : user;
    database.execute(
        engine == Engine.MARIADB
            ? "CREATE USER " + quoted + " IDENTIFIED BY 'right'"
            : "CREATE ROLE " + user + " LOGIN PASSWORD 'right'",
        "GRANT SELECT (id, email), INSERT (secret) ON people TO " + quoted);

    UmytProcess.Ended ended = scan(source(database, user, "right"));

    assertThat(ended.err()).contains(".people, column secret: ").contains("lacks a right");
    assertThat(ended.out()).contains(".people ").contains("EMAIL_ADDRESS").contains("Read: 2 rows");
    ended.endsWith(ExitCode.NEEDS_PERSON);
  }

  @ParameterizedTest
  @CsvSource({"H2, GEOMETRY", "H2, JAVA_OBJECT", "MARIADB, GEOMETRY"})
  void aColumnOfATypeWithoutTextIsOne(Engine engine, String type) {
    TestDatabase database = engine.fresh(temp);
    fill(database, "people", ", place " + type);

    UmytProcess.Ended ended = scan(source(database, database.user(), ""));

    assertThat(ended.err())
        .containsIgnoringCase(".people, column place: type " + type + " is not read")
        .contains("its values have no text");
    assertThat(ended.out()).containsIgnoringCase(".people ").contains("EMAIL_ADDRESS");
    ended.endsWith(ExitCode.NEEDS_PERSON);
  }

  /** Half a gigabyte in one value, and the launcher's memory of a quarter. */
  @ParameterizedTest
  @EnumSource(
      value = Engine.class,
      names = {"POSTGRESQL", "MARIADB"})
  void theRestOfAHugeValueIsOne(Engine engine) {
    TestDatabase database = engine.fresh(temp);
    fill(database, "people", "");
    boolean mariaDb = engine == Engine.MARIADB;
    if (mariaDb) {
      database.execute("SET GLOBAL max_allowed_packet = 1073741824");
    }
    database.execute(
        "CREATE TABLE notes (id INT, note " + (mariaDb ? "LONGTEXT" : "TEXT") + ")",
        "INSERT INTO notes VALUES (1, 'жоқ'), (3, 'жоқ')",
        "INSERT INTO notes SELECT 2, concat('" + MAIL + " ', repeat('x ', 250000000))");
    assertThat(database.number("SELECT MAX(octet_length(note)) FROM notes"))
        .isGreaterThan(500_000_000);

    UmytProcess.Ended ended = scan(source(database, database.user(), ""));

    assertThat(ended.err())
        .contains(".notes, column note: 1 of its values are longer than ")
        .contains(" characters; only their beginning was read");
    // Both tables and the file to their ends.
    assertThat(ended.out()).contains("Read: 5 rows of 3 tables and files.").contains(".notes ");
    ended.endsWith(ExitCode.NEEDS_PERSON);
  }

  @Test
  void aFileWithoutTheRightToReadIsOne() throws IOException {
    assumeFalse(System.getProperty("user.name").equals("root"), "root reads everything");
    Path closed = Files.writeString(exports.resolve("closed.csv"), "email\n" + MAIL + "\n");
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
    TestDatabase database = Engine.H2.fresh(temp);
    fill(database, "people", "");

    UmytProcess.Ended ended = scan(source(database, database.user(), ""));

    assertThat(ended.err()).contains("not read: rest: closed.csv: ");
    ended.endsWith(ExitCode.NEEDS_PERSON);
  }

  @Test
  void aFileThatVanishesInTheMiddleIsOne() throws Exception {
    assumeTrue(Files.isDirectory(Path.of("/proc/self/fd")), "nothing tells which files are open");
    Path file = exports.resolve("long.csv");
    Files.writeString(file, "note\n" + "слово и дело\n".repeat(3_000_000), StandardCharsets.UTF_8);
    TestDatabase database = Engine.H2.fresh(temp);
    fill(database, "people", "");

    CompletableFuture<UmytProcess.Ended> scan =
        CompletableFuture.supplyAsync(() -> scan(source(database, database.user(), "")));
    while (!scan.isDone() && !isOpen(file)) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
    assertThat(scan).isNotDone();
    Files.delete(file);

    UmytProcess.Ended ended = scan.get(5, TimeUnit.MINUTES).endsWith(ExitCode.NEEDS_PERSON);
    assertThat(ended.err()).contains("not read: rest: long.csv: ");
    assertThat(ended.out()).containsIgnoringCase(".people ");
  }

  /** Whether a process that this one has started has a file open. */
  private static boolean isOpen(Path file) {
    return ProcessHandle.current()
        .descendants()
        .map(process -> Path.of("/proc", Long.toString(process.pid()), "fd"))
        .anyMatch(files -> links(files, file));
  }

  private static boolean links(Path files, Path file) {
    try (Stream<Path> open = Files.list(files)) {
      return open.anyMatch(one -> one.toFile().exists() && isSame(one, file));
    } catch (IOException ended) {
      return false;
    }
  }

  private static boolean isSame(Path one, Path other) {
    try {
      return Files.isSameFile(one, other);
    } catch (IOException closed) {
      return false;
    }
  }
}
