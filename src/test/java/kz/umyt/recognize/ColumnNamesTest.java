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
 * Column names of {@code src/test/resources/column-names}: one file for each entity, named after
 * it. A line is a name, a tab and the entity it stands for, or {@code -} for any other or none.
 */
class ColumnNamesTest {

  private static final Path FOLDER = Path.of("src/test/resources/column-names");
  private static final int LEAST_NAMES = 20;
  private static final int LEAST_NEAR_MISSES = 8;

  private final Analyzer analyzer = BuiltIn.analyzer();

  @TestFactory
  Stream<DynamicTest> tellsEntitiesByNames() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Path file : files()) {
      String entity = entity(file);
      for (String row : rows(file)) {
        String[] fields = row.split("\t", -1);
        tests.add(DynamicTest.dynamicTest(entity + ": " + fields[0], () -> check(entity, fields)));
      }
    }
    return tests.stream();
  }

  @TestFactory
  Stream<DynamicTest> hasEnoughNamesForEveryEntity() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Path file : files()) {
      List<String> rows = rows(file);
      long misses = rows.stream().filter(row -> row.endsWith("\t-")).count();
      tests.add(
          DynamicTest.dynamicTest(
              entity(file),
              () -> {
                assertThat(misses).isGreaterThanOrEqualTo(LEAST_NEAR_MISSES);
                assertThat(rows.size() - misses).isGreaterThanOrEqualTo(LEAST_NAMES);
              }));
    }
    return tests.stream();
  }

  private void check(String entity, String[] fields) {
    assertThat(fields).hasSize(2);
    if (fields[1].equals("-")) {
      assertThat(analyzer.entityOfColumn(fields[0]).orElse("")).isNotEqualTo(entity);
    } else {
      assertThat(fields[1]).isEqualTo(entity);
      assertThat(analyzer.entityOfColumn(fields[0])).contains(entity);
    }
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().toList();
    }
  }

  private static List<String> rows(Path file) throws IOException {
    return Files.readAllLines(file, UTF_8).stream()
        .filter(row -> !row.isEmpty() && !row.startsWith("#"))
        .toList();
  }

  private static String entity(Path file) {
    String name = file.getFileName().toString();
    return name.substring(0, name.length() - ".tsv".length());
  }
}
