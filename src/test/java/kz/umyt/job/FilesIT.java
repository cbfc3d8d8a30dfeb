package kz.umyt.job;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import kz.umyt.engines.Engine;
import kz.umyt.engines.Shop;
import kz.umyt.engines.TestDatabase;
import kz.umyt.plan.PlannedTarget;
import kz.umyt.report.Act;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of a job: whole ones that go, several targets in one, many at a time. */
class FilesIT {

  @TempDir Path folder;
  private Path files;
  private Night night;

  @BeforeEach
  void found() throws IOException {
    files = Files.createDirectories(folder.resolve("files"));
    night = new Night(Shop.in(folder.resolve("shop")).folder("files", files));
  }

  private Path file(String name, String... rows) throws IOException {
    Path file = files.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(
        file, "iin;phone;ended\n" + String.join("\n", rows) + (rows.length == 0 ? "" : "\n"));
  }

  private void job(String... targets) {
    night.shop().job("throttle: {pause: 0ms}\ntargets:\n" + String.join("", targets));
  }

  private static String target(String action) {
    return """
          - source: files
            file: "**/*.csv"
            retention: contract-end-p2y
            clock: {column: ended, format: dd.MM.yyyy}
            action: %s
        """
        .formatted(action);
  }

  @Test
  void aFileOfWhichNoRowIsLeftGoes() throws IOException {
    Path gone = file("gone.csv", "850101300114;1;01.01.2020", "850101300114;2;02.01.2020");
    Path left = file("left.csv", "850101300114;1;01.01.2020", "850101300114;2;02.01.2025");
    Path empty = file("empty.csv");
    job(target("destroy"));

    Act.ActTarget done = night.run().act().orElseThrow().targets().get(0);

    assertThat(done.destroyed()).isEqualTo(3);
    assertThat(done.remaining()).isZero();
    assertThat(gone).doesNotExist();
    assertThat(left).content().isEqualTo("iin;phone;ended\n850101300114;2;02.01.2025\n");
    assertThat(empty).as("has lost nothing, and stays").exists();
    assertThat(night.run().status()).isEqualTo(RunResult.Status.NOTHING_DUE);
    night.assertLeftClean();
  }

  @Test
  void targetsOfOneFileDoNotTakeEachOthersRowsForDone() throws IOException {
    Path file = file("a.csv", "850101300114;+77011234567;01.01.2020");
    job(
        target("anonymize") + "    columns: {iin: hash}\n",
        target("anonymize").replace("p2y", "p1m")
            + "    columns: {phone: {operator: replace, new_value: none}}\n");

    List<Act.ActTarget> done = night.run().act().orElseThrow().targets();

    assertThat(done).extracting(Act.ActTarget::anonymized).containsExactly(1L, 1L);
    String after = Files.readString(file);
    assertThat(after).endsWith(";none;01.01.2020\n").doesNotContain("850101300114");
    assertThat(night.run().status()).isEqualTo(RunResult.Status.NOTHING_DUE);

    Files.writeString(file, after + "850101300114;+77011234567;01.01.2020\n");
    done = night.run().act().orElseThrow().targets();
    assertThat(done).as("of a file that has grown").allMatch(one -> one.anonymized() == 1);
    assertThat(Files.readString(file)).startsWith(after);
  }

  @Test
  void manyFilesGoAtOnceAndAreCountedOnce() throws IOException {
    for (int number = 0; number < 200; number++) {
      String[] rows =
          IntStream.range(0, number % 7)
              .mapToObj(
                  row -> "850101300114;" + row + (row % 2 == 0 ? ";01.01.2020" : ";01.01.2025"))
              .toArray(String[]::new);
      file("f" + number / 20 + "/" + number + ".csv", rows);
    }
    job(target("destroy"));
    AtomicInteger steps = new AtomicInteger();

    RunResult result = night.run(Night.atChunks(() -> {}, steps::incrementAndGet));

    long due = IntStream.range(0, 200).mapToLong(number -> (number % 7 + 1) / 2).sum();
    Act.ActTarget done = result.act().orElseThrow().targets().get(0);
    assertThat(done.destroyed()).isEqualTo(due).isEqualTo(done.planned().due());
    assertThat(steps).hasValue(200);
    try (var left = Files.walk(files)) {
      assertThat(left.filter(Files::isRegularFile)).allSatisfy(FilesIT::holdsNothingDue);
    }
    assertThat(night.run().status()).isEqualTo(RunResult.Status.NOTHING_DUE);
    night.assertLeftClean();
  }

  /** The clock of each file is one for all of its rows, but a hold keeps the rows that it names. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{file: name}",
        "{file: name, format: yyyyMMdd}",
        "{file: modified}",
        "{newest: ended, format: dd.MM.yyyy}"
      })
  void goesByAClockOfItsOwn(String clock) throws IOException {
    String held = "850101300114";
    String other = "900202400123";
    Path old = file("old-20200131.csv", other + ";1;01.01.2018", other + ";2;31.01.2020");
    Path kept = file("kept-20200131.csv", held + ";1;01.01.2018", other + ";2;31.01.2020");
    Path young = file("young-20250131.csv", other + ";1;01.01.2018", other + ";2;31.01.2025");
    Instant before = Instant.parse("2020-01-31T10:00:00Z");
    for (Path file : List.of(old, kept)) {
      Files.setLastModifiedTime(file, FileTime.from(before));
    }
    Files.setLastModifiedTime(young, FileTime.from(Instant.parse("2025-01-31T10:00:00Z")));
    night
        .shop()
        .write(
            "holds.csv", "subject;authority;reason;from\n" + held + ";court;case 1;2019-01-01\n");
    night
        .shop()
        .job(
            "registers: {holds: holds.csv}\ntargets:\n"
                + target("destroy").replace("{column: ended, format: dd.MM.yyyy}", clock)
                + "    subject: iin\n");

    assertThat(night.explain("old-20200131.csv", "1").rules().get(0).day())
        .contains(LocalDate.of(2020, 1, 31));
    Act.ActTarget done = night.run().act().orElseThrow().targets().get(0);

    assertThat(done.destroyed()).isEqualTo(3);
    assertThat(done.planned().held()).isEqualTo(1);
    assertThat(old).doesNotExist();
    assertThat(kept).content().isEqualTo("iin;phone;ended\n" + held + ";1;01.01.2018\n");
    assertThat(Files.readAllLines(young)).hasSize(3);
    if (clock.contains("modified")) {
      assertThat(Files.getLastModifiedTime(kept).toInstant())
          .as("a rewritten file does not grow young")
          .isEqualTo(before);
    }
    assertThat(night.run().status()).isEqualTo(RunResult.Status.NOTHING_DUE);
  }

  @Test
  void aNameWithoutOneDayIsForAPerson() throws IOException {
    file("export.csv", "850101300114;1;01.01.2020");
    file("20200101-20200201.csv", "850101300114;1;01.01.2020");
    file("20200230.csv", "850101300114;1;01.01.2020");
    file("120200101.csv", "850101300114;1;01.01.2020");
    Path month = file("calls-2019-03.csv", "850101300114;1;01.01.2020");
    job(target("destroy").replace("{column: ended, format: dd.MM.yyyy}", "{file: name}"));

    RunResult result = night.run();

    assertThat(result.status()).isEqualTo(RunResult.Status.NEEDS_PERSON);
    PlannedTarget planned = result.plan().targets().get(0);
    assertThat(planned.undecidable()).isEqualTo(4);
    assertThat(planned.oldest()).contains(LocalDate.of(2019, 3, 31));
    assertThat(month).doesNotExist();
    try (var left = Files.list(files)) {
      assertThat(left).hasSize(4);
    }
  }

  /** Exports of people whose contracts stand in a database, where the same run destroys them. */
  @ParameterizedTest
  @EnumSource
  void goesByTheClockThatADatabaseHasOfTheSubject(Engine engine) throws IOException {
    TestDatabase database = engine.fresh(folder);
    database.execute(
        "CREATE TABLE contract (id INT PRIMARY KEY, iin VARCHAR(12), no BIGINT, ended DATE)");
    List<String> rows = new ArrayList<>();
    List<String> left = new ArrayList<>();
    for (int id = 1; id <= 1200; id++) {
      String iin = String.format(Locale.ROOT, "%012d", 1_000_000_000L + id);
      String ended = id % 3 == 0 ? "NULL" : "DATE '" + (id % 3 == 1 ? "2020" : "2025") + "-01-01'";
      if (id % 7 != 0) {
        database.execute(
            "INSERT INTO contract VALUES (%d, '%s', %s, DATE '2019-01-01')".formatted(id, iin, iin),
            "INSERT INTO contract VALUES (%d, '%s', %s, %s)".formatted(id + 5000, iin, iin, ended));
      }
      // Spreadsheets eat leading zeros.
      String row = (id % 2 == 0 ? iin.substring(2) : iin) + ";" + id + ";x";
      rows.add(row);
      if (id % 3 != 1 || id % 7 == 0) {
        left.add(row);
      }
    }
    Path file = file("a.csv", rows.toArray(String[]::new));
    for (String subject : List.of("iin", "no")) {
      night = new Night(Shop.in(folder.resolve(subject)).database("db", database));
      night.shop().folder("files", files);
      String contracts =
          "  - {source: db, table: contract, retention: contract-end-p2y, clock: ended,"
              + " action: destroy}\n";
      night
          .shop()
          .job(
              "throttle: {pause: 0ms}\ntargets:\n"
                  + (subject.equals("no") ? contracts : "")
                  + target("destroy")
                      .replace(
                          "{column: ended, format: dd.MM.yyyy}",
                          "{latest: contract.ended, in: db, subject: " + subject + "}")
                  + "    subject: iin\n");

      RunResult result = night.run();

      Act.ActTarget done =
          result.targets().stream()
              .filter(one -> one.planned().source().equals("files"))
              .findFirst()
              .orElseThrow();
      assertThat(done.planned().undecidable()).as("nobody knows them").isEqualTo(171);
      assertThat(done.remaining()).isZero();
      assertThat(Files.readAllLines(file).subList(1, left.size() + 1)).isEqualTo(left);
      assertThat(done.destroyed()).isEqualTo(rows.size() - left.size());
      assertThat(result.status()).isEqualTo(RunResult.Status.NEEDS_PERSON);
      file("a.csv", rows.toArray(String[]::new));
    }
    assertThat(database.number("SELECT COUNT(*) FROM contract WHERE ended = DATE '2020-01-01'"))
        .as("went after the file that reads them")
        .isZero();
  }

  /** Each file that cannot be read is told, the others go on, and nothing is lost. */
  @Test
  void oneFileThatCannotBeReadStopsNoOther() throws IOException {
    Path good = file("good.csv", "850101300114;1;01.01.2020", "850101300114;2;02.01.2025");
    Map<Path, byte[]> bad = new LinkedHashMap<>();
    byte[] head = "iin;phone;ended\n850101300114;1;01.01.2020\n".getBytes(UTF_8);
    bad.put(files.resolve("binary.csv"), new byte[] {0x7f, 'E', 'L', 'F', 0, 0, 0, 1, 2, 3});
    bad.put(files.resolve("empty.csv"), new byte[0]);
    bad.put(files.resolve("nul.csv"), joined(head, new byte[] {'8', ';', 0, ';', '\n'}));
    bad.put(files.resolve("quote.csv"), joined(head, "1;\"open;01.01.2020\n".getBytes(UTF_8)));
    bad.put(files.resolve("broken.csv.gz"), new byte[] {0x1f, (byte) 0x8b, 8, 0, 1, 2, 3});
    for (Map.Entry<Path, byte[]> file : bad.entrySet()) {
      Files.write(file.getKey(), file.getValue());
    }
    Files.createDirectories(files.resolve("folder.csv"));
    Files.createSymbolicLink(files.resolve("loop.csv"), files.resolve("loop.csv"));
    Files.createSymbolicLink(files.resolve("around"), files);
    Files.writeString(
        folder.resolve("outside.csv"), "iin;phone;ended\n850101300114;1;01.01.2020\n");
    Files.createSymbolicLink(files.resolve("outside.csv"), folder.resolve("outside.csv"));
    job(target("destroy").replace("**/*.csv", "**/*"));

    assertThat(night.plan().targets().get(0).unread()).hasSize(bad.size());
    RunResult result = night.run();

    assertThat(result.status()).isEqualTo(RunResult.Status.NEEDS_PERSON);
    Act.ActTarget done = result.act().orElseThrow().targets().get(0);
    assertThat(done.destroyed()).isEqualTo(1);
    assertThat(done.planned().remarks())
        .filteredOn(remark -> remark.startsWith("not read: "))
        .hasSize(bad.size())
        .noneMatch(remark -> remark.contains("850101300114"));
    assertThat(good).content().isEqualTo("iin;phone;ended\n850101300114;2;02.01.2025\n");
    for (Map.Entry<Path, byte[]> file : bad.entrySet()) {
      assertThat(file.getKey()).hasBinaryContent(file.getValue());
    }
    assertThat(night.run().status())
        .as("told every night")
        .isEqualTo(RunResult.Status.NEEDS_PERSON);
    night.assertLeftClean();
  }

  private static byte[] joined(byte[] some, byte[] more) {
    byte[] all = Arrays.copyOf(some, some.length + more.length);
    System.arraycopy(more, 0, all, some.length, more.length);
    return all;
  }

  private static void holdsNothingDue(Path file) throws IOException {
    assertThat(Files.readString(file)).doesNotContain("01.01.2020");
  }
}
