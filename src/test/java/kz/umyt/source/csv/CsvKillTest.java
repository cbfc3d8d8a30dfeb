package kz.umyt.source.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rewrites in other processes that are killed, confined or short of memory. */
class CsvKillTest {

  private static final int KILLED = 137;

  @TempDir Path folder;

  private Path written(String name, long rows, boolean after) throws Exception {
    Path path = folder.resolve(name);
    RewriteProcess.write(path, rows, after);
    return path;
  }

  @Test
  void killedAtAnyMomentTheFileIsTheOldOrTheNewOne() throws Exception {
    long rows = 300_000;
    String before = CsvRewriter.sha256(written("before.csv", rows, false));
    String after = CsvRewriter.sha256(written("after.csv", rows, true));
    Path path = folder.resolve("a.csv");
    CsvFile file = new CsvFile(path, "a.csv");
    Path part = CsvRewriter.partOf(file);
    Random random = new Random(7);
    int killedWhileWriting = 0;
    for (int attempt = 0; attempt < 6; attempt++) {
      Files.copy(folder.resolve("before.csv"), path);
      Process process = RewriteProcess.start(path, List.of(), List.of("-Xmx64m"));
      while (process.isAlive() && !Files.exists(part)) {
        Thread.onSpinWait();
      }
      process.waitFor(random.nextInt(1500), TimeUnit.MILLISECONDS);
      process.destroyForcibly().waitFor();
      assertThat(process.exitValue()).isIn(KILLED, 0);

      assertThat(CsvRewriter.sha256(path)).isIn(before, after);
      if (CsvRewriter.deletePart(part)) {
        killedWhileWriting++;
        assertThat(CsvRewriter.sha256(path)).isEqualTo(before);
      }
      assertThat(part).doesNotExist();
      Files.delete(path);
    }
    assertThat(killedWhileWriting).as("attempts killed before the end").isPositive();
  }

  @Test
  void diskThatIsFullLeavesTheOriginalAndNoPartFile() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "needs a shell to limit file sizes");
    Path path = written("a.csv", 100_000, false);
    String before = CsvRewriter.sha256(path);
    // A limit on the size of written files fails a write in the middle, as a full disk does.
    Process process =
        RewriteProcess.start(
            path, List.of("/bin/sh", "-c", "ulimit -f 1000; exec \"$@\"", "sh"), List.of());
    String output = RewriteProcess.finish(process, 3);
    assertThat(output)
        .contains("a.csv.umyt.part: could not be written")
        .contains("room for a second copy of the file");
    assertThat(CsvRewriter.sha256(path)).isEqualTo(before);
    assertThat(CsvRewriter.partOf(new CsvFile(path, "a.csv"))).doesNotExist();
  }

  @Test
  void memoryDoesNotGrowWithTheFile() throws Exception {
    long rows = 1_500_000;
    Path path = written("a.csv", rows, false);
    assertThat(Files.size(path)).isGreaterThan(100_000_000);
    String after = CsvRewriter.sha256(written("after.csv", rows, true));
    RewriteProcess.finish(RewriteProcess.start(path, List.of(), List.of("-Xmx64m")), 0);
    assertThat(CsvRewriter.sha256(path)).isEqualTo(after);
  }
}
