package kz.umyt.source.csv;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import kz.umyt.source.SourceException;

/** A rewrite in a process of its own, which a test can kill or confine. */
final class RewriteProcess {

  private static final int FAILED_AS_EXPECTED = 3;

  private RewriteProcess() {}

  /** Drops every third row and masks a cell of every other, once. */
  public static void main(String[] arguments) {
    Path path = Path.of(arguments[0]);
    CsvFile file = new CsvFile(path, path.getFileName().toString());
    try (PreparedRewrite prepared =
        CsvRewriter.prepare(file, Csv.detect(file), RewriteProcess::edit)) {
      prepared.replaceOriginal();
    } catch (SourceException e) {
      System.out.println(e.getMessage());
      System.exit(FAILED_AS_EXPECTED);
    }
  }

  static Edit edit(CsvRow row) {
    if (row.number() % 3 == 0) {
      return new Edit.Drop();
    }
    return row.number() % 2 == 0 ? new Edit.Change(Map.of(1, "***")) : new Edit.Keep();
  }

  static String line(long number) {
    return number + ";\"Имя " + number + "\";87" + number + ";город Алматы, улица " + number;
  }

  static String edited(long number) {
    return number % 2 == 0
        ? number + ";\"***\";87" + number + ";город Алматы, улица " + number
        : line(number);
  }

  /** A file of so many rows, as it is before the rewrite or as it is after. */
  static void write(Path path, long rows, boolean after) throws IOException {
    try (Writer writer = Files.newBufferedWriter(path, StandardCharsets.UTF_8)) {
      writer.write("id;name;phone;address\r\n");
      for (long number = 1; number <= rows; number++) {
        if (!after) {
          writer.write(line(number) + "\r\n");
        } else if (number % 3 != 0) {
          writer.write(edited(number) + "\r\n");
        }
      }
    }
  }

  static Process start(Path file, List<String> prefix, List<String> options) throws IOException {
    List<String> command = new ArrayList<>(prefix);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(RewriteProcess.class.getName());
    command.add(file.toString());
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  static String finish(Process process, int expectedExit) throws Exception {
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != expectedExit) {
      process.destroyForcibly();
      throw new AssertionError("exit other than " + expectedExit + ": " + output);
    }
    return output;
  }
}
