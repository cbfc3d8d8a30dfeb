package kz.umyt.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyReaderTest {

  private static final Path BASE = Path.of("src", "test", "resources", "settings");
  private static final Installation INSTALLATION =
      new Installation(BASE, BASE.resolve("config"), BASE.resolve("var"), Map.of());

  private static Policy sample() {
    return INSTALLATION.policy(new Located<>("sample", new Position("x", 1, 1)));
  }

  @Test
  void readsTheHeadOfAPolicy() {
    Policy policy = sample();
    assertThat(policy.version()).isEqualTo(3);
    assertThat(policy.organisation())
        .isEqualTo(
            new Policy.Organisation(
                Optional.of("190340012348"),
                new LocalizedText("«Үлгі» ЖШС", "ТОО «Образец»", "Sample LLP")));
    assertThat(policy.document().title()).isEqualTo("Политика");
    assertThat(policy.document().reference()).contains("№ 1");
    assertThat(policy.document().date()).contains(LocalDate.of(2024, 5, 6));
    assertThat(policy.document().language()).isEqualTo("ru");
    assertThat(policy.file()).isEqualTo("config/policies/sample.yaml");
    assertThat(policy.sha256()).hasSize(64);
    assertThat(policy.entities())
        .extracting(listed -> listed.entity().value())
        .containsExactly("PERSON", "BADGE_NUMBER");
    assertThat(policy.entities().get(0).wording()).contains("имя");
  }

  @Test
  void readsRules() {
    List<Policy.Retention> rules = sample().retention();
    Policy.Retention subscriber = rules.get(0);
    assertThat(subscriber.clock()).isEqualTo(Clock.CONTRACT_END);
    assertThat(subscriber.term()).isEqualTo(new Term.Lasting(Period.ofYears(2)));
    assertThat(subscriber.deadline()).hasToString("Optional[1 working days]");
    assertThat(subscriber.clause()).isEqualTo("п. 2");
    assertThat(subscriber.wording()).contains("два года");
    assertThat(subscriber.assumption()).contains("The unit is missing.");
    assertThat(subscriber.then()).containsExactlyInAnyOrder(Action.DESTROY, Action.ANONYMIZE);
    assertThat(subscriber.unless())
        .containsExactlyInAnyOrder(Exemption.OUTSTANDING_OBLIGATION, Exemption.FLOOR);
    assertThat(rules.get(1).deadline()).hasToString("Optional[30 days]");
    assertThat(rules.get(2).term()).isEqualTo(new Term.Until(Clock.PURPOSE_REACHED));
    assertThat(rules.get(3).deadline()).isEmpty();
    assertThat(rules.get(3).unless()).isEmpty();
  }

  @Test
  void readsWhatIsPromisedToAPersonWhoAsks() {
    List<Policy.Request> requests = sample().requests();
    Policy.Request answer = requests.get(0);
    assertThat(answer.id().value()).isEqualTo("answer");
    assertThat(answer.right()).isEqualTo(Right.INFORMATION);
    assertThat(answer.deadline()).hasToString("Optional[30 days]");
    assertThat(answer.clause()).isEqualTo("п. 6");
    assertThat(answer.wording()).contains("в течение тридцати дней");
    assertThat(answer.assumption()).contains("The law gives three working days.");
    assertThat(requests.get(1).right()).isEqualTo(Right.OBJECTION);
    assertThat(requests.get(1).deadline()).isEmpty();
  }

  @Test
  void takesAPolicyWhosePaperNamesNoBinAndPromisesNothing(@TempDir Path base) {
    InstallationFolder folder = new InstallationFolder(base);
    folder.write(
        "config/policies/a.yaml",
        """
        policy: a
        version: 1
        organisation: {name: {kk: a, ru: b, en: c}}
        document: {title: t, language: ru}
        entities: [{entity: PERSON, clause: "1"}]
        retention:
          - {id: r, clock: collected, term: P1Y, clause: "2", then: [destroy]}
        """);
    Policy policy = folder.open().policies().get("a");
    assertThat(policy.organisation().bin()).isEmpty();
    assertThat(policy.requests()).isEmpty();
  }

  @Test
  void refusesTwoPoliciesOfOneName(@TempDir Path base) throws IOException {
    InstallationFolder folder = new InstallationFolder(base);
    byte[] sample = Files.readAllBytes(BASE.resolve("config/policies/sample.yaml"));
    byte[] badge = Files.readAllBytes(BASE.resolve("config/recognizers/badge.yaml"));
    folder.write("config/recognizers/badge.yaml", badge);
    folder.write("config/policies/a.yaml", sample);
    folder.write("config/policies/b.yml", sample);
    assertThatThrownBy(() -> folder.open().policies())
        .hasMessage(
            "config/policies/b.yml:2:9: policy 'sample' is written twice; first at"
                + " config/policies/a.yaml:2:9");
  }

  @ParameterizedTest
  @ValueSource(strings = {"081040014026", "250140021383", "980540000397", "240740012077"})
  void acceptsBinsThatWereIssued(String bin) {
    assertThat(Bin.isValid(bin)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "081040014027", // check digit
    "81040014026", // a leading zero lost
    "0810400140266", // too long
    "08104001402x",
    "٠٨١٠٤٠٠١٤٠٢٦", // Arabic digits
    "''"
  })
  void refusesBinsThatCannotBe(String bin) {
    assertThat(Bin.isValid(bin)).isFalse();
  }

  @Test
  void acceptsOneCheckDigitAtMostAndAlmostAlwaysOne() {
    Random random = new Random(7);
    int withCheckDigit = 0;
    for (int i = 0; i < 10_000; i++) {
      String prefix =
          "%04d%d%06d".formatted(random.nextInt(10_000), 4 + i % 3, random.nextInt(1_000_000));
      long valid = IntStream.range(0, 10).filter(digit -> Bin.isValid(prefix + digit)).count();
      assertThat(valid).isLessThanOrEqualTo(1);
      withCheckDigit += (int) valid;
    }
    // 0.83 % of prefixes give 10 in both passes and are not issued.
    assertThat(withCheckDigit).isBetween(9_880, 9_950);
  }
}
