package kz.umyt.destroy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.StringTokenizer;
import kz.umyt.engines.TestDatabase;

/** pt-archiver, which deletes from MariaDB chunk by chunk too, but keeps no evidence. */
record BenchmarkArchiver(Path program, int port) {

  static Optional<BenchmarkArchiver> onPath(int port) {
    StringTokenizer folders = new StringTokenizer(System.getenv("PATH"), File.pathSeparator);
    while (folders.hasMoreTokens()) {
      Path program = Path.of(folders.nextToken(), "pt-archiver");
      if (Files.isExecutable(program)) {
        return Optional.of(new BenchmarkArchiver(program, port));
      }
    }
    System.err.println("pt-archiver is not on the PATH; no ratio to it");
    return Optional.empty();
  }

  static String name(long limit) {
    return "`pt-archiver --purge --bulk-delete --commit-each --limit " + limit + "`";
  }

  /**
   * Deletes what is due.
   *
   * @param limit rows in a chunk at most
   */
  BenchmarkTime delete(TestDatabase copy, LocalDate asOf, long limit)
      throws IOException, InterruptedException {
    return BenchmarkTime.of(
        BenchmarkTool.seconds(
            new ProcessBuilder(
                program.toString(),
                "--source",
                "h=127.0.0.1,P=" + port + ",u=root,D=" + copy.schema() + ",t=persons",
                "--where",
                BenchmarkTable.condition(asOf),
                "--purge",
                "--bulk-delete",
                "--commit-each",
                "--limit",
                Long.toString(limit),
                "--no-check-charset",
                // Otherwise the row with the highest key would stay.
                "--no-safe-auto-increment")));
  }
}
