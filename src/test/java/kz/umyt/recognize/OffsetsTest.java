package kz.umyt.recognize;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A finding is the value as it was written, whatever stands before it, after it and between its
 * characters. Decorations are drawn at random, always the same ones.
 */
class OffsetsTest {

  private static final int ROUNDS = 1_500;

  /** Emoji, letters with marks of their own, ligatures, look-alikes, directions, line ends. */
  private static final List<String> AROUND =
      List.of(
          "\uD83D\uDE00 ",
          "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67 ",
          "\uD83C\uDDF0\uD83C\uDDFF ",
          "1\uFE0F\u20E3 ",
          "и\u0306од ",
          "е\u0308лка ",
          "қағаз үстел ",
          "\u0259ке ",
          "оf\u0456сe ",
          "\uFB01n ",
          "\uFF21\uFF22 ",
          "\uFF11\uFF12: ",
          "\u00A0",
          "\u202F",
          "\r\n",
          "\u200F ",
          "\u202Bשלום\u202C ",
          "\u2067مرحبا\u2069 ",
          "\uFEFF",
          "a\u0301\u0323 ",
          "\u200B",
          "\uD835\uDFD7\uD835\uDFD8 ");

  private static final String WIDTHLESS = "\u200B\u200C\u00AD\u200E\u200F\u2060\uFEFF\uFE0F";
  private static final String SPACES = " \u00A0\u202F\u2009\u3000";
  private static final String HYPHENS = "-\u2010\u2011\u2012\u2212";

  private final Analyzer analyzer = BuiltIn.analyzer();
  private final Random random = new Random(7);

  @ParameterizedTest
  @CsvSource({
    "KZ_IIN, 'ИИН '",
    "KZ_BIN, 'БСН '",
    "CREDIT_CARD, 'карта '",
    "IBAN_CODE, 'ИИК '",
    "PHONE_NUMBER, 'тел. '",
    "IP_ADDRESS, 'IP '",
    "EMAIL_ADDRESS, 'пошта '",
    "MAC_ADDRESS, 'MAC '",
    "DEVICE_ID, 'IMEI '",
    "DATE_OF_BIRTH, 'дата рождения '",
    "KZ_ID_CARD, 'жеке куəлік '",
    "PERSON, 'ФИО: '"
  })
  void findingIsTheValueAsWritten(String entity, String label) {
    GeneratedValues values = new GeneratedValues(23);
    List<String> wrong = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      String plain =
          entity.equals("KZ_ID_CARD") ? "04" + values.digits(7) : values.value(entity, round);
      String written = decorated(entity, plain);
      String before = around() + label;
      // Capital letters right after a name would be a part of it.
      String after = (entity.equals("PERSON") ? ", " : " ") + around();
      List<String> found =
          analyzer.analyze(before + written + after, null).stream()
              .filter(finding -> finding.entity().equals(entity) && finding.score() >= 0.5)
              .map(finding -> finding.start() + "-" + finding.end())
              .toList();
      String wanted = before.length() + "-" + (before.length() + written.length());
      if (!found.equals(List.of(wanted))) {
        wrong.add(escaped(before + "[" + written + "]" + after) + " " + wanted + " " + found);
      }
    }

    assertThat(wrong.size()).as("%s", wrong.stream().limit(10).toList()).isZero();
  }

  private String around() {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(4); i > 0; i--) {
      text.append(AROUND.get(random.nextInt(AROUND.size())));
    }
    return text.toString();
  }

  /** The value in other characters of the same meaning, with some that have no width between. */
  private String decorated(String entity, String value) {
    String plain =
        random.nextInt(3) == 0 ? Normalizer.normalize(value, Normalizer.Form.NFD) : value;
    if (random.nextInt(3) == 0) {
      // A ligature; and a Cyrillic letter or the Kelvin sign, where only a Latin letter can be
      // meant.
      plain =
          plain
              .replace("ff", "\uFB00")
              .replaceFirst("^KZ", random.nextBoolean() ? "КZ" : "\u212AZ");
    }
    StringBuilder written = new StringBuilder();
    boolean wide = random.nextInt(3) == 0;
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      boolean mark = Character.getType(c) == Character.NON_SPACING_MARK;
      if (i > 0 && !mark && random.nextInt(8) == 0) {
        written.append(WIDTHLESS.charAt(random.nextInt(WIDTHLESS.length())));
      }
      written.append(mark ? c : wide && random.nextBoolean() ? otherForm(c) : like(entity, c));
    }
    return written.toString();
  }

  private String like(String entity, char c) {
    if (c == ' ') {
      return String.valueOf(SPACES.charAt(random.nextInt(SPACES.length())));
    }
    if (c == '-' && !entity.equals("EMAIL_ADDRESS")) {
      return String.valueOf(HYPHENS.charAt(random.nextInt(HYPHENS.length())));
    }
    return String.valueOf(c);
  }

  /** Full-width ASCII and mathematical digits. */
  private String otherForm(char c) {
    if (c >= '0' && c <= '9' && random.nextInt(3) == 0) {
      return Character.toString(0x1D7CE + c - '0');
    }
    return c > ' ' && c < 127 ? String.valueOf((char) (c + 0xFEE0)) : String.valueOf(c);
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    for (char c : text.toCharArray()) {
      escaped.append(c >= ' ' && c < 127 ? String.valueOf(c) : "\\u%04X".formatted((int) c));
    }
    return escaped.toString();
  }
}
