package kz.umyt.recognize;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every line of the corpus: what is there is found, where it is, and nothing else. */
class CorpusTest {

  private static final double THRESHOLD = 0.5;
  private static final int LEAST = 3;

  /** What has forms of its own in text. */
  private static final Set<String> CORE =
      Set.of(
          "ADDRESS",
          "CARD_CVV",
          "CARD_TRACK",
          "CITIZENSHIP",
          "CITY",
          "COOKIE",
          "CREDIT_CARD",
          "DATE_OF_BIRTH",
          "DEVICE_ID",
          "EMAIL_ADDRESS",
          "GEOLOCATION",
          "IBAN_CODE",
          "IP_ADDRESS",
          "KZ_BIN",
          "KZ_ID_CARD",
          "KZ_IIN",
          "KZ_PASSPORT",
          "LOGIN",
          "MAC_ADDRESS",
          "ORGANIZATION",
          "PASSWORD",
          "PERSON",
          "PHONE_NUMBER",
          "SEX",
          "USER_AGENT");

  private static final int LEAST_OF_CORE = 60;

  /** Entities that only a label or a column's name can tell have fewer forms. */
  private static final Set<String> LABELLED =
      Set.of(
          "ACCESS_TIME",
          "ACCOUNT_BALANCE",
          "ACTIVITY",
          "BANK_DETAILS",
          "CALL_RECORD",
          "CARD_EXPIRY",
          "CARD_HOLDER",
          "CARD_ISSUER",
          "DEVICE_INFO",
          "KZ_RNN",
          "KZ_SIC",
          "PAYMENT_DATA",
          "URL");

  private static final int LEAST_OF_LABELLED = 15;

  private final Analyzer analyzer = BuiltIn.analyzer();

  @TestFactory
  Stream<DynamicTest> findsExactlyWhatIsThere() throws IOException {
    return Corpus.cases().stream()
        .map(
            one ->
                DynamicTest.dynamicTest(
                    one.name(),
                    () ->
                        assertThat(one.found(analyzer, THRESHOLD))
                            .as("%s: %s in column %s", one.name(), one.text(), one.column())
                            .isEqualTo(one.wanted())));
  }

  @Test
  void hasEnoughCasesOfBothKindsForEveryEntity() throws IOException {
    Map<String, Map<Boolean, Long>> counts =
        Corpus.cases().stream()
            .collect(
                Collectors.groupingBy(
                    Corpus.Case::entity,
                    Collectors.partitioningBy(Corpus.Case::isPositive, Collectors.counting())));

    List<String> poor =
        counts.entrySet().stream()
            .filter(
                entry ->
                    entry.getValue().values().stream()
                        .anyMatch(count -> count < least(entry.getKey())))
            .map(Map.Entry::toString)
            .toList();
    assertThat(poor).isEmpty();
  }

  private static int least(String entity) {
    if (CORE.contains(entity)) {
      return LEAST_OF_CORE;
    }
    return LABELLED.contains(entity) ? LEAST_OF_LABELLED : LEAST;
  }
}
