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
    "kar-tel.kk.txt,"
        + "7 ORGANIZATION 0-13|9 ORGANIZATION 1-12|11 ORGANIZATION 0-46|11 KZ_BIN 52-64"
        + "|11 ADDRESS 78-154|11 PHONE_NUMBER 165-182",
    "kazteleport.ru.txt,"
        + "4 ORGANIZATION 31-47|6 ORGANIZATION 28-44|12 ORGANIZATION 3-19|22 ORGANIZATION 18-34"
        + "|46 ORGANIZATION 14-30|362 CITY 7-13|392 EMAIL_ADDRESS 61-85|396 EMAIL_ADDRESS 20-44",
    "nlg-kz.kk.txt,"
        + "6 ORGANIZATION 0-12|6 KZ_BIN 46-58|7 ADDRESS 0-68|146 EMAIL_ADDRESS 11-22"
        + "|242 ORGANIZATION 0-10|243 KZ_BIN 5-17|244 ADDRESS 10-76|245 EMAIL_ADDRESS 8-19",
    "nls-kazakhstan.ru.txt,"
        + "86 ORGANIZATION 24-44|510 ORGANIZATION 13-33|513 CITY 25-31"
        + "|517 PHONE_NUMBER 8-24|519 EMAIL_ADDRESS 7-19|525 PHONE_NUMBER 0-18"
        + "|531 PHONE_NUMBER 9-27|533 EMAIL_ADDRESS 8-22|535 KZ_BIN 8-20",
    "nomapay.kk.txt,"
        + "3 ORGANIZATION 97-145|3 ORGANIZATION 179-192|3 KZ_BIN 199-211|3 ADDRESS 224-261"
        + "|86 ORGANIZATION 0-13|87 KZ_BIN 5-17|88 IBAN_CODE 5-25|91 ADDRESS 0-40"
        + "|94 EMAIL_ADDRESS 0-15|97 PHONE_NUMBER 0-18",
  })
  void everyPrintedValueIsFoundAndNothingElse(String file, String expected) throws IOException {
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
