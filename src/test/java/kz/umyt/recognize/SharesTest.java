package kz.umyt.recognize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import kz.umyt.recognize.validate.IdentityNumber;
import kz.umyt.recognize.validate.Luhn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How many numbers that mean something else are taken for an identifier, each as a whole cell and
 * inside a row of a CSV file. Shares are of the larger of both.
 */
class SharesTest {

  private static final int MANY = 200_000;
  private static final int SOME = 40_000;
  private static final double THRESHOLD = 0.5;

  private static final long SECONDS_2000 = 946_684_800L;
  private static final long SECONDS_2001_09_09 = 1_000_000_000L;
  private static final long SECONDS_2030 = 1_893_456_000L;
  private static final long SECONDS_2031 = 1_924_992_000L;

  private static final List<String> NUMBERS =
      List.of("KZ_IIN", "KZ_BIN", "CREDIT_CARD", "PHONE_NUMBER", "KZ_ID_CARD");

  private final Analyzer analyzer = BuiltIn.analyzer();
  private TestReporter reporter;

  @BeforeEach
  void takeReporter(TestReporter reporter) {
    this.reporter = reporter;
  }

  /** Percent of the values, by entity. */
  private Map<String, Double> shares(int count, Function<Random, String> values) {
    Random random = new Random(20_260_115);
    Map<String, Integer> cells = new TreeMap<>();
    Map<String, Integer> rows = new TreeMap<>();
    for (int i = 0; i < count; i++) {
      String value = values.apply(random);
      count(value, cells);
      count("4711;" + value + ";принят", rows);
    }
    Map<String, Double> shares = new TreeMap<>();
    cells.forEach((entity, found) -> shares.merge(entity, 100.0 * found / count, Math::max));
    rows.forEach((entity, found) -> shares.merge(entity, 100.0 * found / count, Math::max));
    reporter.publishEntry("percent", shares.toString());
    return shares;
  }

  private void count(String text, Map<String, Integer> found) {
    analyzer.analyze(text, null).stream()
        .filter(finding -> finding.score() >= THRESHOLD)
        .map(Finding::entity)
        .distinct()
        .forEach(entity -> found.merge(entity, 1, Integer::sum));
  }

  private static double of(Map<String, Double> shares, String entity) {
    return shares.getOrDefault(entity, 0.0);
  }

  private static String digits(Random random, int count) {
    StringBuilder digits = new StringBuilder(count);
    for (int i = 0; i < count; i++) {
      digits.append((char) ('0' + random.nextInt(10)));
    }
    return digits.toString();
  }

  private static long between(Random random, long from, long to) {
    return from + (long) (random.nextDouble() * (to - from));
  }

  private static LocalDateTime moment(Random random) {
    return LocalDateTime.ofEpochSecond(
        between(random, SECONDS_2000, SECONDS_2031), 0, ZoneOffset.UTC);
  }

  @Test
  void fewRandomNumbersOfTwelveDigitsAreIdentificationNumbers() {
    Map<String, Double> shares = shares(MANY, random -> digits(random, 12));

    assertThat(of(shares, "KZ_IIN")).isGreaterThan(0.05).isLessThanOrEqualTo(0.1);
    // 36 years of 100, 12 months, kinds 4 to 6, heads, branches, offices and farms: 0.051 %.
    assertThat(of(shares, "KZ_BIN")).isGreaterThan(0.03).isLessThanOrEqualTo(0.07);
  }

  /** What the check digits alone are worth, and how often the second weights are needed. */
  @Test
  void checkDigitsAloneRefuseNineOfTenNumbers() {
    Random random = new Random(41);
    int confirmed = 0;
    int correct = 0;
    int second = 0;
    int none = 0;
    for (int i = 0; i < MANY; i++) {
      String number = digits(random, 12);
      confirmed += IdentityNumber.read(number, 0, 12).isConfirmed() ? 1 : 0;
      correct += Luhn.isCorrect(digits(random, 16)) ? 1 : 0;
      boolean again = weighted(number, new int[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}) % 11 == 10;
      second += again ? 1 : 0;
      none +=
          again && weighted(number, new int[] {3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2}) % 11 == 10
              ? 1
              : 0;
    }

    assertThat(100.0 * confirmed / MANY).isCloseTo(9.92, within(0.3));
    assertThat(100.0 * correct / MANY).isCloseTo(10, within(0.3));
    assertThat(100.0 * second / MANY).isCloseTo(9.09, within(0.3));
    assertThat(100.0 * none / MANY).isCloseTo(0.83, within(0.1));
  }

  @ParameterizedTest
  @CsvSource({"yyMMddHHmmss", "yyyyMMddHHmm"})
  void noTimeStampIsAnIdentificationNumber(String form) {
    DateTimeFormatter formatter = DateTimeFormatter.ofPattern(form, Locale.ROOT);

    assertThat(shares(MANY, random -> formatter.format(moment(random))))
        .doesNotContainKeys("KZ_IIN", "KZ_BIN");
  }

  @ParameterizedTest
  @CsvSource({"ddMMyyyyHHmm", "yyyyMMddHHmmss", "yyyyMMddHHmmssSS", "yyyyMMddHHmmssSSS"})
  void noOtherTimeStampIsANumberOfAPerson(String form) {
    DateTimeFormatter formatter = DateTimeFormatter.ofPattern(form, Locale.ROOT);

    assertThat(
            shares(
                SOME,
                random ->
                    formatter.format(
                        LocalDateTime.ofEpochSecond(
                            between(random, SECONDS_2000, SECONDS_2030),
                            random.nextInt(1_000_000_000),
                            ZoneOffset.UTC))))
        .doesNotContainKeys(NUMBERS.toArray(String[]::new));
  }

  /** Milliseconds of earlier moments have twelve digits and are like any other number of them. */
  @ParameterizedTest
  @CsvSource({"1000, 1000000000", "1000000, 946684800", "1, 946684800"})
  void noUnixTimeIsANumberOfAPerson(long unitsOfASecond, long from) {
    assertThat(
            shares(
                MANY,
                random ->
                    Long.toString(
                        between(random, from * unitsOfASecond, SECONDS_2031 * unitsOfASecond))))
        .doesNotContainKeys(NUMBERS.toArray(String[]::new));
  }

  @Test
  void milliSecondsHaveThirteenDigitsSince2001() {
    assertThat(Long.toString(SECONDS_2001_09_09 * 1000)).hasSize(13);
  }

  @ParameterizedTest
  @CsvSource({
    "12, 0", "13, 0", "14, 0", "15, 0.7", "16, 3.0", "17, 0.9", "18, 1.9", "19, 1.9", "20, 0"
  })
  void fewRandomNumbersAreCards(int length, double percent) {
    Map<String, Double> shares =
        shares(length == 16 ? MANY : SOME, random -> digits(random, length));

    assertThat(of(shares, "CREDIT_CARD")).isLessThanOrEqualTo(percent);
  }

  @Test
  void noNumberOfNineDigitsIsAnIdentityCardByItself() {
    assertThat(shares(MANY, random -> digits(random, 9))).doesNotContainKeys("KZ_ID_CARD");
    assertThat(shares(SOME, random -> "0" + digits(random, 8))).doesNotContainKeys("KZ_ID_CARD");
  }

  @Test
  void fewRandomNumbersOfTenAndElevenDigitsAreTelephones() {
    // Every number that exists in Kazakhstan, not the mobile ones alone.
    assertThat(of(shares(MANY, random -> digits(random, 11)), "PHONE_NUMBER"))
        .isLessThanOrEqualTo(0.85);
    assertThat(shares(SOME, random -> digits(random, 10))).doesNotContainKeys("PHONE_NUMBER");
  }

  @Test
  void fewRandomAccountsAreCorrect() {
    Map<String, Double> shares = shares(SOME, random -> "KZ" + digits(random, 18));

    assertThat(of(shares, "IBAN_CODE")).isBetween(0.9, 1.2);
    assertThat(shares).doesNotContainKeys(NUMBERS.toArray(String[]::new));
  }

  @Test
  void fewRandomDottedNumbersAreAddresses() {
    Function<Random, String> parts =
        random ->
            random.nextInt(1000)
                + "."
                + random.nextInt(1000)
                + "."
                + random.nextInt(1000)
                + "."
                + random.nextInt(1000);

    assertThat(of(shares(SOME, parts), "IP_ADDRESS")).isLessThanOrEqualTo(0.55);
  }

  @ParameterizedTest
  @CsvSource({"EAN-13, 0", "UPC-A, 0.12", "INN-12, 0.12", "RNN, 0.12"})
  void fewNumbersWithOtherCheckDigitsAreIins(String kind, double percent) {
    Map<String, Double> shares =
        shares(
            SOME,
            random ->
                switch (kind) {
                  case "EAN-13" -> trade(digits(random, 12));
                  case "UPC-A" -> trade(digits(random, 11));
                  case "INN-12" -> russian(digits(random, 10));
                  default -> "6" + digits(random, 11);
                });

    assertThat(of(shares, "KZ_IIN")).isLessThanOrEqualTo(percent);
    assertThat(of(shares, "KZ_BIN")).isLessThanOrEqualTo(percent);
  }

  /** GS1: weights 3 and 1 from the right. */
  private static String trade(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      sum += (digits.charAt(digits.length() - 1 - i) - '0') * (i % 2 == 0 ? 3 : 1);
    }
    return digits + (10 - sum % 10) % 10;
  }

  /** The taxpayer number of persons in Russia, with two check digits. */
  private static String russian(String digits) {
    int[] first = {7, 2, 4, 10, 3, 5, 9, 4, 6, 8};
    int[] second = {3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8};
    String eleven = digits + weighted(digits, first) % 11 % 10;
    return eleven + weighted(eleven, second) % 11 % 10;
  }

  private static int weighted(String digits, int[] weights) {
    int sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += (digits.charAt(i) - '0') * weights[i];
    }
    return sum;
  }

  @Test
  void numbersOfOrdersInARowAreNoIdentificationNumbers() {
    assertThat(shares(SOME, random -> Long.toString(100_000_000_000L + random.nextInt(1_000_000))))
        .doesNotContainKeys(NUMBERS.toArray(String[]::new));
    assertThat(shares(SOME, random -> "000000" + digits(random, 6)))
        .doesNotContainKeys(NUMBERS.toArray(String[]::new));
  }

  /** Why zeros are put back only where a column says that it holds such numbers. */
  @ParameterizedTest
  @CsvSource({"11, 0.2", "10, 0.08", "9, 1.4"})
  void numbersFilledUpWithZerosPassMoreOften(int length, double percent) {
    Map<String, Double> shares =
        shares(
            SOME,
            random ->
                "0".repeat(12 - length) + (1 + random.nextInt(9)) + digits(random, length - 1));

    assertThat(of(shares, "KZ_IIN")).isLessThanOrEqualTo(percent);
  }

  @Test
  void noNumberOfADeviceIsACard() {
    Function<Random, String> imei =
        random -> luhn((random.nextBoolean() ? "35" : "86") + digits(random, 12));

    assertThat(shares(SOME, imei)).doesNotContainKeys(NUMBERS.toArray(String[]::new));
  }

  private static String luhn(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int doubled = i % 2 == 0 ? digit * 2 : digit;
      sum += doubled / 10 + doubled % 10;
    }
    return digits + (10 - sum % 10) % 10;
  }

  @ParameterizedTest
  @CsvSource({"uuid", "digest", "version", "amount"})
  void nothingIsFoundInsideOtherThings(String kind) {
    Map<String, Double> shares =
        shares(
            SOME,
            random ->
                switch (kind) {
                  case "uuid" -> new UUID(random.nextLong(), random.nextLong()).toString();
                  case "digest" -> digest(random);
                  case "version" -> version(random);
                  default -> amount(random);
                });

    assertThat(shares).doesNotContainKeys(NUMBERS.toArray(String[]::new));
    assertThat(shares).doesNotContainKey("IBAN_CODE");
  }

  private static String digest(Random random) {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private static String version(Random random) {
    StringBuilder version = new StringBuilder(random.nextBoolean() ? "v" : "");
    int parts = 2 + random.nextInt(4);
    for (int i = 0; i < parts; i++) {
      version.append(i == 0 ? "" : ".").append(random.nextInt(i == 3 ? 100_000 : 100));
    }
    return version + (random.nextInt(4) == 0 ? "-rc" + random.nextInt(9) : "");
  }

  /** With kopecks, groups of thousands or a currency, as amounts are written. */
  private static String amount(Random random) {
    long whole = (long) Math.pow(10, 2 + random.nextDouble() * 11);
    String grouped = String.format(Locale.ROOT, "%,d", whole);
    String part = String.format(Locale.ROOT, "%02d", random.nextInt(100));
    return switch (random.nextInt(8)) {
      case 0 -> grouped.replace(',', ' ') + "," + part;
      case 1 -> grouped.replace(',', '\u00A0') + "," + part;
      case 2 -> grouped.replace(',', '\u202F') + " ₸";
      case 3 -> grouped + "." + part;
      case 4 -> whole + "." + part;
      case 5 -> whole + " тенге";
      case 6 -> "\u2212" + grouped.replace(',', ' ');
      default -> grouped.replace(',', ' ') + " теңге";
    };
  }
}
