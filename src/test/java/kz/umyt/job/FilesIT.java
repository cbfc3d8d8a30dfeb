package kz.umyt.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import kz.umyt.engines.Shop;
import kz.umyt.report.Act;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

  private static void holdsNothingDue(Path file) throws IOException {
    assertThat(Files.readString(file)).doesNotContain("01.01.2020");
  }
}
