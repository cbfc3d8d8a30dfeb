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

  private static String source(TestDatabase database, String user, String password) {
    return "  data: {jdbc: \""
        + database.url()
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
  @EnumSource(
      value = Engine.class,
      names = {"H2", "MARIADB"})
  void aSourceThatRefusesThePasswordIsOne(Engine engine) {
    TestDatabase database = engine.fresh(temp);
    fill(database, "people", "");
    String user = "locked_" + database.schema().toLowerCase(Locale.ROOT);
    database.execute(
        engine == Engine.H2
            ? "CREATE USER " + user + " PASSWORD 'right'"
            : "CREATE USER '" + user + "'@'%' IDENTIFIED BY 'right'");

    UmytProcess.Ended ended = scan(source(database, user, "wrong")).endsWith(ExitCode.SOURCE);

    assertThat(ended.err())
        .contains("not read: data: source 'data'", "user or password is wrong")
        .doesNotContain("right'");
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
      names = {"H2", "MARIADB"})
  void aColumnOfATypeWithoutTextIsOne(Engine engine) {
    TestDatabase database = engine.fresh(temp);
    fill(database, "people", ", place GEOMETRY");

    UmytProcess.Ended ended = scan(source(database, database.user(), ""));

    assertThat(ended.err())
        .containsIgnoringCase(".people, column place: type GEOMETRY is not read")
        .contains("its values have no text");
    assertThat(ended.out()).containsIgnoringCase(".people ").contains("EMAIL_ADDRESS");
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

  /** The scan lists its files first, and has the first one open when the last is taken away. */
  @Test
  void aFileThatVanishesMeanwhileIsOne() throws Exception {
    assumeTrue(Files.isDirectory(Path.of("/proc/self/fd")), "nothing tells which files are open");
    Path first = exports.resolve("a-first.csv");
    Files.writeString(first, "note\n" + "слово и дело\n".repeat(3_000_000), StandardCharsets.UTF_8);
    Path last = Files.writeString(exports.resolve("z-last.csv"), "email\n" + MAIL + "\n");
    TestDatabase database = Engine.H2.fresh(temp);
    fill(database, "people", "");

    CompletableFuture<UmytProcess.Ended> scan =
        CompletableFuture.supplyAsync(() -> scan(source(database, database.user(), "")));
    while (!scan.isDone() && !isOpen(first)) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
    assertThat(scan).isNotDone();
    Files.delete(last);

    UmytProcess.Ended ended = scan.get(5, TimeUnit.MINUTES).endsWith(ExitCode.NEEDS_PERSON);
    assertThat(ended.err()).contains("not read: rest: z-last.csv: ");
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
