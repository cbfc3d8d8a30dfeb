package kz.umyt.recognize;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every line of {@code src/test/resources/column-names}, one file for each entity: a column's name
 * and, parted by a tab, the entity that it says, or {@code -} for a name that must not be taken for
 * that of the file's entity.
 */
class ColumnNamesTest {

  private static final Path FOLDER = Path.of("src/test/resources/column-names");

  private final Analyzer analyzer = BuiltIn.analyzer();

  @TestFactory
  Stream<DynamicTest> namesSayTheirEntity() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.sorted().toList()) {
        addTests(file, tests);
      }
    }
    return tests.stream();
  }

  private void addTests(Path file, List<DynamicTest> to) throws IOException {
    String fileName = file.getFileName().toString();
    String entity = fileName.substring(0, fileName.length() - ".tsv".length());
    int line = 0;
    for (String row : Files.readAllLines(file, UTF_8)) {
      line++;
      if (!row.startsWith("#")) {
        String[] fields = row.split("\t", -1);
        to.add(
            DynamicTest.dynamicTest(
                fileName + ":" + line, () -> check(entity, fields[0], fields[1])));
      }
    }
  }

  private void check(String entity, String column, String wanted) {
    if (wanted.equals("-")) {
      assertThat(analyzer.entityOfColumn(column).orElse("")).as(column).isNotEqualTo(entity);
    } else {
      assertThat(analyzer.entityOfColumn(column)).as(column).contains(wanted);
    }
  }
}
