package kz.umyt.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleCompanyTest {
  private static final Charset WINDOWS_1251 = Charset.forName("windows-1251");

  @Test
  void isTheSameOnEveryMachineAndOnEveryDay() throws IOException, GeneralSecurityException {
    assertThat(Generated.TRUTH.asOf()).isEqualTo(SampleCompany.AS_OF);
    assertThat(digest(Generated.FOLDER))
        .isEqualTo("960a504988ab74c16971c5be5cbd2f6139a7ec1309258e2d6fa39640f36986bf");
  }

  @Test
  void isTheSameInAnotherLocaleAndZone(@TempDir Path folder) throws IOException {
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    Truth again;
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Apia"));
      again = Generated.generate(folder);
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
    assertThat(again).isEqualTo(Generated.TRUTH);
    for (Path file : files(Generated.FOLDER)) {
      assertThat(Files.mismatch(file, folder.resolve(Generated.FOLDER.relativize(file))))
          .isEqualTo(-1);
    }
  }

  @Test
  void fitsIntoADemo() throws IOException {
    assertThat(Files.size(Generated.FOLDER.resolve("crm.sql"))).isLessThan(15_000_000);
    assertThat(Generated.TRUTH.rows().values().stream().mapToLong(Long::longValue).sum())
        .isBetween(60_000L, 80_000L);
    assertThat(Generated.TRUTH.rows()).containsEntry("subscribers", 5200L);
  }

  @Test
  void everyNumberHoldsItsCheckDigits() {
    assertThat(Generated.TRUTH.values(Entity.IIN))
        .hasSizeGreaterThan(5200)
        .allMatch(CheckDigitsTest::isIin);
    assertThat(Generated.TRUTH.values(Entity.IIN)).allMatch(iin -> iin.charAt(7) == '9');
    assertThat(Generated.TRUTH.values(Entity.IBAN)).hasSize(3200).allMatch(CheckDigitsTest::isIban);
    assertThat(Generated.TRUTH.values(Entity.CARD))
        .hasSizeGreaterThan(480)
        .allMatch(card -> CheckDigitsTest.isLuhn(card.replace(" ", "")));
  }

  @Test
  void nobodyCanBeReached() {
    assertThat(Generated.TRUTH.values(Entity.EMAIL))
        .allMatch(
            email -> email.matches("[a-z]+\\.[a-z]+[0-9]+@(mail\\.)?example\\.(com|org|net)"));
    assertThat(Generated.TRUTH.values(Entity.IP))
        .allMatch(
            ip ->
                ip.startsWith("192.0.2.")
                    || ip.startsWith("198.51.100.")
                    || ip.startsWith("203.0.113.")
                    || ip.startsWith("2001:db8:"));
    assertThat(Generated.TRUTH.values(Entity.IP)).anyMatch(ip -> ip.indexOf(':') > 0);
    assertThat(Generated.TRUTH.values(Entity.PHONE))
        .allMatch(phone -> phone.replaceAll("[^0-9]", "").matches("[78]7[0-9]{2}0[0-9]{6}"));
  }

  @Test
  void everyTwentiethTextTellsSomething() {
    assertThat(findings("TICKETS", "BODY"))
        .isEqualTo("{CREDIT_CARD=50, EMAIL_ADDRESS=50, KZ_IIN=50, PHONE_NUMBER=50}");
    assertThat(Generated.TRUTH.rows()).containsEntry("tickets", 4000L);
    assertThat(findings("SUBSCRIBERS", "NOTES"))
        .isEqualTo("{CREDIT_CARD=15, EMAIL_ADDRESS=15, KZ_IIN=15, PHONE_NUMBER=15}");
    assertThat(findings("call-center-2021.csv.gz", "note"))
        .isEqualTo("{CREDIT_CARD=20, EMAIL_ADDRESS=20, KZ_IIN=20, PHONE_NUMBER=20}");
  }

  @Test
  void clientsAreWindows1251AsExcelSavesThem() throws IOException {
    for (int year : List.of(2019, 2020)) {
      byte[] bytes = Files.readAllBytes(export("clients-" + year + ".csv"));
      String text = WINDOWS_1251.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      assertThat(text).startsWith("№;ИИН;ФИО;").contains(";Дата расторжения\r\n").endsWith("\r\n");
      assertThat(text.replace("\r\n", "")).doesNotContain("\n", "\r", "?").contains("\"\"");
      assertThat(Generated.TRUTH.rows())
          .containsEntry("exports/clients-" + year + ".csv", text.lines().count() - 1);
    }
  }

  @Test
  void newsletterIsUtf8WithBomAndKazakhLetters() throws IOException {
    byte[] bytes = Files.readAllBytes(export("newsletter.csv"));
    assertThatCode(() -> StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)))
        .doesNotThrowAnyException();
    assertThat(new String(bytes, StandardCharsets.UTF_8))
        .startsWith("\uFEFFemail,full_name,phone,subscribed_on,source\n")
        .contains("Ә", "ғ", "\"офис, Алматы\"")
        .doesNotContain("\r");
  }

  @Test
  void callCentreIsPacked() throws IOException {
    assertThat(
            new String(
                Generated.content(export("call-center-2021.csv.gz")), StandardCharsets.UTF_8))
        .startsWith("iin;phone;called_at;note\n");
  }

  /** People read these instead of the generated files, so they must be the same. */
  @Test
  void excerptsAreTheFirstLinesOfTheExports() throws IOException {
    for (String name : List.of("clients-2019.csv", "clients-2020.csv", "newsletter.csv")) {
      assertThat(Files.readAllBytes(excerpt(name)))
          .as(name)
          .isEqualTo(firstLines(Files.readAllBytes(export(name))));
    }
    assertThat(Files.readAllBytes(excerpt("call-center-2021.csv")))
        .isEqualTo(firstLines(Generated.content(export("call-center-2021.csv.gz"))));
  }

  @Test
  void readmeTellsTheTruth() throws IOException {
    String readme = Files.readString(Path.of("sample-data", "README.md"));
    Generated.TRUTH
        .rows()
        .forEach((part, rows) -> assertThat(readme).contains("| `" + part + "` | " + rows + " |"));
    Generated.TRUTH
        .targets()
        .forEach((target, counts) -> assertThat(readme).contains(line(target, counts)));
    assertThat(readme).contains(line("subscribers", Generated.TRUTH.withdrawn()));
    assertThat(
            readme
                .substring(readme.indexOf("## What a full scan must find"))
                .lines()
                .filter(line -> line.startsWith("| `")))
        .containsExactlyInAnyOrderElementsOf(
            Generated.TRUTH.columns().stream().flatMap(SampleCompanyTest::lines).toList());
  }

  private static Stream<String> lines(Truth.ColumnFindings column) {
    String place = "| `" + column.table() + "` | " + column.column() + " | ";
    Stream<String> byName =
        column.entity().filter(entity -> !column.cells().containsKey(entity)).stream()
            .map(entity -> place + "**" + entity + "** | by name |");
    Stream<String> byValue =
        column.cells().entrySet().stream()
            .map(
                found -> {
                  String entity = found.getKey();
                  boolean its = column.entity().filter(entity::equals).isPresent();
                  return place
                      + (its ? "**" + entity + "**" : entity)
                      + " | "
                      + found.getValue()
                      + " |";
                });
    return Stream.concat(byName, byValue);
  }

  private static String line(String target, Truth.Counts counts) {
    return "| `%s` | %d | %d | %d | %d | %d | %d |"
        .formatted(
            target,
            counts.inScope(),
            counts.due(),
            counts.held(),
            counts.blocked(),
            counts.undecidable(),
            counts.kept());
  }

  private static String findings(String table, String column) {
    return Generated.TRUTH.columns().stream()
        .filter(found -> found.table().equals(table) && found.column().equals(column))
        .map(found -> found.cells().toString())
        .findFirst()
        .orElseThrow();
  }

  private static Path export(String name) {
    return Generated.FOLDER.resolve("exports").resolve(name);
  }

  private static Path excerpt(String name) {
    return Generated.LISTS.resolve("excerpts").resolve(name);
  }

  private static byte[] firstLines(byte[] content) {
    int end = 0;
    for (int line = 0; line < 20; end++) {
      line += content[end] == '\n' ? 1 : 0;
    }
    return Arrays.copyOf(content, end);
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static String digest(Path folder) throws IOException, GeneralSecurityException {
    MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
    for (Path file : files(folder)) {
      sha256.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
      sha256.update(Generated.content(file));
    }
    return HexFormat.of().formatHex(sha256.digest());
  }
}
