package kz.umyt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import kz.umyt.cli.demo.Truth;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No personal value leaves its place: the demo's home is searched for all that the company has. */
class NoPersonalValueIT {

  private static final ValueFinder VALUES = new ValueFinder();

  @BeforeAll
  static void collect() {
    Truth truth = SampleHome.built().truth();
    truth.values().values().forEach(values -> values.forEach(VALUES::add));
    for (String iin : truth.values("KZ_IIN")) {
      int zeros = 0;
      while (iin.charAt(zeros) == '0') {
        zeros++;
        VALUES.add(iin.substring(zeros));
      }
    }
  }

  @Test
  void nothingOfItIsInAnyFileOfTheHome() throws IOException {
    SampleHome.shown().demo().endsWith(ExitCode.DONE);
    Path home = SampleHome.shown().home().folder();
    List<String> found = new ArrayList<>();
    List<String> read = new ArrayList<>();
    try (Stream<Path> paths = Files.walk(home)) {
      for (Path file : paths.filter(Files::isRegularFile).toList()) {
        String name = home.relativize(file).toString();
        if (!name.startsWith("demo/")) {
          read.add(name);
          VALUES.find(content(file)).forEach(place -> found.add(name + ": " + place));
          VALUES
              .find(name.getBytes(StandardCharsets.UTF_8))
              .forEach(place -> found.add("a file name, " + place));
        }
      }
    }
    assertThat(found).isEmpty();
    assertThat(read).contains("ledger.jsonl", "umyt.mv.db", "log/umyt.log");
    assertThat(read.toString())
        .contains("act.json", "act.html")
        .contains("inventory.json", "inventory.html", "inventory.csv");
  }

  @Test
  void nothingOfItIsPrinted() {
    UmytProcess.Ended demo = SampleHome.shown().demo().endsWith(ExitCode.DONE);
    assertThat(VALUES.find(demo.out().getBytes(StandardCharsets.UTF_8))).isEmpty();
    assertThat(VALUES.find(demo.err().getBytes(StandardCharsets.UTF_8))).isEmpty();
  }

  /** What finds nothing must be able to find something. */
  @Test
  void theSearchFindsTheLivingRecordsOfTheCompany() throws IOException {
    Path demo = SampleHome.shown().home().folder().resolve("demo");
    Map<String, Integer> atLeast =
        Map.of(
            "crm.mv.db", 40_000,
            "exports/clients-2019.csv", 3_000,
            "exports/newsletter.csv", 3_000,
            "exports/call-center-2021.csv.gz", 2_000,
            "registers/holds.csv", 8);
    for (Map.Entry<String, Integer> expected : atLeast.entrySet()) {
      assertThat(VALUES.find(content(demo.resolve(expected.getKey()))).size())
          .as(expected.getKey())
          .isGreaterThanOrEqualTo(expected.getValue());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "windows-1251", "UTF-16LE", "UTF-16BE"})
  void theSearchFindsEveryKindInEveryEncoding(String encoding) throws IOException {
    Truth truth = SampleHome.built().truth();
    Set<String> kinds = truth.values().keySet();
    assertThat(kinds)
        .contains("KZ_IIN", "PERSON", "PHONE_NUMBER", "EMAIL_ADDRESS", "ADDRESS", "CREDIT_CARD")
        .contains("IBAN_CODE", "IP_ADDRESS", "MAC_ADDRESS", "KZ_ID_CARD", "LOGIN");
    Charset charset = Charset.forName(encoding);
    for (String kind : kinds) {
      String value =
          truth.values(kind).stream()
              .filter(one -> one.length() >= ValueFinder.SHORTEST)
              .filter(charset.newEncoder()::canEncode)
              .findFirst()
              .orElseThrow();
      assertThat(VALUES.find(("\u0001" + value + " ").getBytes(charset))).as(kind).isNotEmpty();
      assertThat(VALUES.find(("|x" + value + "\n").getBytes(charset)).isEmpty())
          .as(kind)
          .isEqualTo(kind.equals("KZ_ID_CARD"));
    }
  }

  @Test
  void theSearchFindsAnIinThatLostItsZeros() {
    String iin =
        SampleHome.built().truth().values("KZ_IIN").stream()
            .filter(one -> one.startsWith("00") && !one.startsWith("000"))
            .findFirst()
            .orElseThrow();
    byte[] bytes = (" " + iin.substring(2) + ",").getBytes(StandardCharsets.UTF_8);
    assertThat(VALUES.find(bytes)).hasSize(2); // the same in UTF-8 and windows-1251
  }

  @Test
  void fewValuesAreTooShortToBeLookedFor() {
    SampleHome.built()
        .truth()
        .values()
        .forEach(
            (kind, values) ->
                assertThat(
                        values.stream()
                            .filter(value -> value.length() < ValueFinder.SHORTEST)
                            .count())
                    .as(kind)
                    .isLessThanOrEqualTo(values.size() / 100));
  }

  /** Unpacked where it is packed, and as it stands. */
  private static byte[] content(Path file) throws IOException {
    byte[] stored = Files.readAllBytes(file);
    if (!file.toString().endsWith(".gz")) {
      return stored;
    }
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.write(stored);
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(stored))) {
      in.transferTo(both);
    }
    return both.toByteArray();
  }
}
