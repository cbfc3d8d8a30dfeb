package kz.umyt.recognize;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Recall and precision on generated values whose place is known, in all kinds of surroundings. */
class GeneratedTest {

  private static final int VALUES = 360;
  private static final int MOST_SHOWN = 10;

  /**
   * An entity.
   *
   * @param column its name in a table
   * @param russian its label, as are the others
   * @param target least recall and precision
   */
  record Kind(
      String entity, String column, String russian, String kazakh, String english, double target) {

    @Override
    public String toString() {
      return entity;
    }
  }

  private record Sample(String entity, String text, @Nullable String column, int start, int end) {}

  private static final class Score {
    private int wanted;
    private int right;
    private int found;
    private final List<String> missed = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();

    double recall() {
      return (double) right / wanted;
    }

    double precision() {
      return (double) right / found;
    }
  }

  private static final List<Kind> KINDS =
      List.of(
          new Kind("KZ_IIN", "iin", "ИИН", "ЖСН", "IIN", 1),
          new Kind("KZ_BIN", "company_bin", "БИН", "БСН", "BIN", 1),
          new Kind("CREDIT_CARD", "card_number", "номер карты", "карта нөмірі", "card number", 1),
          new Kind("IBAN_CODE", "iban", "счет", "шот", "account", 1),
          new Kind("DEVICE_ID", "imei", "IMEI", "IMEI", "IMEI", 1),
          new Kind("PHONE_NUMBER", "phone", "телефон", "ұялы телефон", "phone", 0.98),
          new Kind("IP_ADDRESS", "client_ip", "IP-адрес", "IP-мекенжайы", "IP address", 0.98),
          new Kind("EMAIL_ADDRESS", "email", "эл. почта", "электрондық пошта", "e-mail", 0.98),
          new Kind("MAC_ADDRESS", "mac_addr", "MAC-адрес", "MAC-мекенжайы", "MAC address", 0.98),
          new Kind(
              "DATE_OF_BIRTH", "birth_date", "дата рождения", "туған күні", "date of birth", 0.98),
          new Kind("PERSON", "full_name", "ФИО", "аты-жөні", "full name", 0.98),
          new Kind("ADDRESS", "address", "адрес", "мекенжайы", "address", 0.98));

  /** What needs no word beside it. */
  private static final Set<String> SURE =
      Set.of(
          "KZ_IIN",
          "KZ_BIN",
          "CREDIT_CARD",
          "IBAN_CODE",
          "PHONE_NUMBER",
          "IP_ADDRESS",
          "EMAIL_ADDRESS",
          "MAC_ADDRESS",
          "PERSON",
          "ADDRESS");

  private static final Map<String, Score> SCORES = new TreeMap<>();

  static Stream<Kind> kinds() {
    return KINDS.stream();
  }

  @BeforeAll
  static void detect() {
    Analyzer analyzer = BuiltIn.analyzer();
    Set<String> measured = new HashSet<>();
    KINDS.forEach(kind -> measured.add(kind.entity()));
    measured.forEach(entity -> SCORES.put(entity, new Score()));
    GeneratedValues values = new GeneratedValues(11);
    for (Kind kind : KINDS) {
      for (int form = 0; form < VALUES; form++) {
        for (Sample sample : samples(kind, values.value(kind.entity(), form), form)) {
          count(sample, analyzer, measured);
        }
      }
    }
  }

  private static List<Sample> samples(Kind kind, String value, int form) {
    List<Sample> samples = new ArrayList<>();
    add(samples, kind, kind.column(), value, "", "");
    add(samples, kind, null, value, capital(kind.russian()) + ": ", "");
    add(samples, kind, null, value, capital(kind.kazakh()) + ": ", "\n");
    add(samples, kind, null, value, kind.column() + "=", ";status=ok");
    add(samples, kind, null, value, "{\"id\":17,\"" + kind.column() + "\":\"", "\"}");
    add(
        samples,
        kind,
        null,
        value,
        "Номер;" + capital(kind.russian()) + ";Сумма\n17;",
        ";15000,00");
    if (SURE.contains(kind.entity())) {
      add(samples, kind, null, value, "17;", ";2024-03-01;принято");
      add(samples, kind, null, value, "17\t\"", "\"\t15000.50");
    }
    switch (form % 3) {
      case 0 ->
          add(samples, kind, null, value, "Абонент указал " + kind.russian() + " ", " в заявке.");
      case 1 ->
          add(samples, kind, null, value, "Өтініште " + kind.kazakh() + " ", " деп жазылған.");
      default ->
          add(
              samples,
              kind,
              null,
              value,
              "The customer gave the " + kind.english() + ": ",
              " in the form.");
    }
    return samples;
  }

  private static String capital(String label) {
    return label.substring(0, 1).toUpperCase(Locale.ROOT) + label.substring(1);
  }

  private static void add(
      List<Sample> to,
      Kind kind,
      @Nullable String column,
      String value,
      String before,
      String after) {
    to.add(
        new Sample(
            kind.entity(),
            before + value + after,
            column,
            before.length(),
            before.length() + value.length()));
  }

  private static void count(Sample sample, Analyzer analyzer, Set<String> measured) {
    Score own = SCORES.get(sample.entity());
    own.wanted++;
    boolean right = false;
    for (Finding finding : analyzer.analyze(sample.text(), sample.column())) {
      if (finding.score() < 0.5 || !measured.contains(finding.entity())) {
        continue;
      }
      Score score = SCORES.get(finding.entity());
      score.found++;
      if (finding.entity().equals(sample.entity())
          && finding.start() == sample.start()
          && finding.end() == sample.end()) {
        right = true;
        score.right++;
      } else {
        score.wrong.add(sample.text().substring(finding.start(), finding.end()) + " in " + sample);
      }
    }
    if (!right) {
      own.missed.add(sample.toString());
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void isFoundAndNothingElseIs(Kind kind, TestReporter reporter) {
    Score score = SCORES.get(kind.entity());
    reporter.publishEntry(
        kind.entity(), "recall %.4f, precision %.4f".formatted(score.recall(), score.precision()));

    assertThat(score.recall())
        .as("missed: %s", score.missed.stream().limit(MOST_SHOWN).toList())
        .isGreaterThanOrEqualTo(kind.target());
    assertThat(score.precision())
        .as("wrong: %s", score.wrong.stream().limit(MOST_SHOWN).toList())
        .isGreaterThanOrEqualTo(kind.target());
  }
}
