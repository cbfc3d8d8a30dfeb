package kz.umyt.recognize;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.Charset;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What spreadsheets and wrong encodings do to values: what is lost is not guessed, and what is
 * still there is found where it stands.
 */
class DamagedTextTest {

  private static final Charset WINDOWS_1251 = Charset.forName("windows-1251");
  private static final int COUNT = 2_000;

  private final Analyzer analyzer = BuiltIn.analyzer();
  private final GeneratedValues values = new GeneratedValues(31);

  private List<String> found(String text, String column) {
    return analyzer.analyze(text, column).stream()
        .filter(finding -> finding.score() >= 0.5)
        .map(finding -> finding.entity() + "=" + text.substring(finding.start(), finding.end()))
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "KZ_IIN, iin",
    "KZ_BIN, bin",
    "PHONE_NUMBER, phone",
    "CREDIT_CARD, card_number",
    "DEVICE_ID, imei"
  })
  void nothingIsGuessedFromScientificNotation(String entity, String column) {
    for (int i = 0; i < COUNT; i++) {
      String digits = values.value(entity, i).replaceAll("[^0-9]", "");
      String shown =
          new BigDecimal(digits)
              .round(new MathContext(6))
              .stripTrailingZeros()
              .scaleByPowerOfTen(1 - digits.length())
              .toPlainString();
      for (String written :
          List.of(
              shown.replace('.', ',') + "E+" + (digits.length() - 1),
              shown + "E+" + (digits.length() - 1),
              shown + "e" + (digits.length() - 1))) {
        assertThat(found(written, column)).as(written).noneMatch(one -> one.startsWith(entity));
        assertThat(found(column + "=" + written, null))
            .as(written)
            .noneMatch(one -> one.startsWith(entity));
      }
    }
  }

  /** Spreadsheets keep fifteen digits. */
  @Test
  void nineOfTenCardsThatLostTheirLastDigitAreRefused() {
    long found =
        IntStream.range(0, COUNT)
            .mapToObj(i -> values.value("CREDIT_CARD", 0).substring(0, 15) + "0")
            .filter(card -> !found(card, "card_number").isEmpty())
            .count();

    assertThat(found).isBetween(COUNT * 8L / 100, COUNT * 12L / 100);
  }

  /** Whether zeros may be put back is for the whole column to say. */
  @ParameterizedTest
  @CsvSource({"KZ_IIN, iin", "KZ_BIN, bin"})
  void numbersThatLostZerosAreNotTakenForWholeOnes(String entity, String column) {
    for (int i = 0; i < COUNT; i++) {
      String number = values.value(entity, i);
      if (number.startsWith("0")) {
        assertThat(found(number.replaceFirst("^0+", ""), column))
            .as(number)
            .noneMatch(one -> one.startsWith("KZ_"));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'=\"', '\"'",
    "'''', ''",
    "'\"=\"\"', '\"\"\"'",
    "'\u200B', '\uFEFF'",
    "'\uFEFF', '\u200B'"
  })
  void guardsOfSpreadsheetsAreNoPartOfTheValue(String before, String after) {
    for (String entity : List.of("KZ_IIN", "KZ_BIN", "PHONE_NUMBER", "CREDIT_CARD", "IBAN_CODE")) {
      for (int i = 0; i < 300; i++) {
        String value = values.value(entity, i);
        assertThat(found(before + value + after, null)).containsExactly(entity + "=" + value);
      }
    }
  }

  /** KZ-1048, which Java does not know, has the Kazakh letters where these stand. */
  private static String kz1048AsWindows1251(String text) {
    String kazakh = "ҚқҺһҰұӘәӨөҒғҮүҢң";
    String seen = "ЌќЋћЎўЈјҐґЄєЇїЅѕ";
    StringBuilder read = new StringBuilder();
    for (char c : text.toCharArray()) {
      int at = kazakh.indexOf(c);
      read.append(at < 0 ? c : seen.charAt(at));
    }
    return read.toString();
  }

  private static String utf8AsWindows1251(String text) {
    return new String(text.getBytes(UTF_8), WINDOWS_1251);
  }

  private static String throughWindows1251(String text) {
    return new String(text.getBytes(WINDOWS_1251), WINDOWS_1251);
  }

  @Test
  void damageLooksAsItDoesInOldFiles() {
    String name = "Қожахметұлы Әсел Ғалымқызы";

    assertThat(kz1048AsWindows1251(name)).isEqualTo("Ќожахметўлы Јсел Єалымќызы");
    assertThat(throughWindows1251(name)).isEqualTo("?ожахмет?лы ?сел ?алым?ызы");
    assertThat(utf8AsWindows1251("То")).isEqualTo("РўРѕ");
  }

  @Test
  void numbersStandFastInWrongEncodings() {
    List<UnaryOperator<String>> damages =
        List.of(
            DamagedTextTest::kz1048AsWindows1251,
            DamagedTextTest::utf8AsWindows1251,
            DamagedTextTest::throughWindows1251);
    for (UnaryOperator<String> damage : damages) {
      for (int i = 0; i < 300; i++) {
        String iin = values.value("KZ_IIN", i);
        String phone = values.value("PHONE_NUMBER", i);
        String iban = values.value("IBAN_CODE", i);
        String text =
            damage.apply("Қожахметұлы Әсел Ғалымқызы, өтініш: ")
                + String.join(damage.apply("; және "), iin, phone, iban)
                + damage.apply(" көрсетілген");
        assertThat(found(text, null))
            .as(text)
            .containsSubsequence("KZ_IIN=" + iin, "PHONE_NUMBER=" + phone, "IBAN_CODE=" + iban);
      }
    }
  }
}
