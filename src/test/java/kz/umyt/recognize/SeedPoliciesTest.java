package kz.umyt.recognize;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The five policies of real companies, where they lie beside the checkout. */
class SeedPoliciesTest {

  private final Analyzer analyzer = BuiltIn.analyzer();

  /** Expected are line, entity and, counted from 0, start and end of every finding in the file. */
  @ParameterizedTest
  @CsvSource({
    "kar-tel.kk.txt,11 KZ_BIN 52-64|11 PHONE_NUMBER 165-182",
    "kazteleport.ru.txt,392 EMAIL_ADDRESS 61-85|396 EMAIL_ADDRESS 20-44",
    "nlg-kz.kk.txt,"
        + "6 KZ_BIN 46-58|146 EMAIL_ADDRESS 11-22|243 KZ_BIN 5-17|245 EMAIL_ADDRESS 8-19",
    "nls-kazakhstan.ru.txt,"
        + "517 PHONE_NUMBER 8-24|519 EMAIL_ADDRESS 7-19|525 PHONE_NUMBER 0-18"
        + "|531 PHONE_NUMBER 9-27|533 EMAIL_ADDRESS 8-22|535 KZ_BIN 8-20",
    "nomapay.kk.txt,"
        + "3 KZ_BIN 199-211|87 KZ_BIN 5-17|88 IBAN_CODE 5-25|94 EMAIL_ADDRESS 0-15"
        + "|97 PHONE_NUMBER 0-18",
  })
  void everyPrintedIdentifierIsFoundAndNothingElse(String file, String expected)
      throws IOException {
    Path path = folder().resolve("seeds").resolve(file);
    assumeTrue(Files.isRegularFile(path));
    List<String> found = new ArrayList<>();
    List<String> lines = Files.readAllLines(path, UTF_8);
    for (int i = 0; i < lines.size(); i++) {
      for (Finding finding : analyzer.analyze(lines.get(i), null)) {
        found.add(i + 1 + " " + finding.entity() + " " + finding.start() + "-" + finding.end());
        assertThat(finding.validated()).isTrue();
        assertThat(finding.score()).isGreaterThanOrEqualTo(0.5);
      }
    }
    assertThat(String.join("|", found)).isEqualTo(expected);
  }

  private static Path folder() {
    String given = System.getProperty("umyt.shared");
    return given == null ? Path.of("..", "shared") : Path.of(given);
  }
}
