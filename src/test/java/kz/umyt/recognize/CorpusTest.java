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
 * Every line of {@code src/test/resources/recognize/*.tsv}: a text, the findings of score 0.5 and
 * more that it holds, and the column it stands in.
 */
class CorpusTest {

  private static final double THRESHOLD = 0.5;
  private static final Path FOLDER = Path.of("src/test/resources/recognize");

  private final Analyzer analyzer = BuiltIn.analyzer();

  @TestFactory
  Stream<DynamicTest> findsExactlyWhatIsThere() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      List<DynamicTest> tests = new ArrayList<>();
      for (Path file : files.sorted().toList()) {
        int line = 0;
        for (String row : Files.readAllLines(file, UTF_8)) {
          line++;
          if (!row.startsWith("#")) {
            String name = file.getFileName() + ":" + line;
            tests.add(DynamicTest.dynamicTest(name, () -> check(row)));
          }
        }
      }
      return tests.stream();
    }
  }

  private void check(String row) {
    String[] fields = row.split("\t", -1);
    String text = unescape(fields[0]);
    String column = fields.length > 2 ? fields[2] : null;
    List<String> found =
        analyzer.analyze(text, column).stream()
            .filter(finding -> finding.score() >= THRESHOLD)
            .map(finding -> place(finding.entity(), finding.start(), finding.end()))
            .toList();
    assertThat(found).as(row).isEqualTo(expected(text, fields[1]));
  }

  private static List<String> expected(String text, String findings) {
    List<String> expected = new ArrayList<>();
    if (findings.equals("-")) {
      return expected;
    }
    int from = 0;
    for (String finding : findings.split(" \\| ", -1)) {
      int sign = finding.indexOf('=');
      String value = unescape(finding.substring(sign + 1));
      int start = text.indexOf(value, from);
      assertThat(start).as("%s in the text", finding).isNotNegative();
      from = start + value.length();
      expected.add(place(finding.substring(0, sign), start, from));
    }
    return expected;
  }

  private static String place(String entity, int start, int end) {
    return entity + " " + start + "-" + end;
  }

  /** Replaces {@code \n}, {@code \t} and {@code \}{@code uXXXX}. */
  private static String unescape(String field) {
    StringBuilder text = new StringBuilder();
    int at = 0;
    while (at < field.length()) {
      char c = field.charAt(at);
      if (c != '\\') {
        text.append(c);
        at++;
        continue;
      }
      switch (field.charAt(at + 1)) {
        case 'n' -> text.append('\n');
        case 't' -> text.append('\t');
        case 'u' -> {
          text.append((char) Integer.parseInt(field.substring(at + 2, at + 6), 16));
          at += 4;
        }
        default -> throw new IllegalArgumentException("unknown escape in: " + field);
      }
      at += 2;
    }
    return text.toString();
  }
}
