package kz.umyt.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The policies in {@code config/policies} say what the texts say. */
class ShippedPoliciesTest {

  private final Installation installation =
      new Installation(Path.of("."), Path.of("config"), Path.of("var"), Map.of());

  private Policy policy(String id) {
    return installation.policy(new Located<>(id, new Position("test", 1, 1)));
  }

  private Policy.Retention rule(String policy, String id) {
    return policy(policy).retention().stream()
        .filter(rule -> rule.id().value().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "kar-tel, subscriber, contract-end, P2Y, true",
    "kar-tel, signed-consent, collected, until purpose-reached, true",
    "kar-tel, purpose, purpose-reached, P0D, false",
    "kar-tel, withdrawn, consent-withdrawn, P0D, false",
    "kar-tel, withdrawn-extra-service, consent-withdrawn, P0D, false",
    "kar-tel, court, court-decision, P0D, false",
    "kar-tel, without-consent, collected, P0D, true",
    "nlg-kz, consent-term, collected, P5Y, true",
    "nlg-kz, withdrawn, consent-withdrawn, P0D, false",
    "nlg-kz, statistics, purpose-reached, P0D, true",
    "nlg-kz, purpose, purpose-reached, P0D, true",
    "nlg-kz, relationship-ended, contract-end, P0D, true",
    "nlg-kz, court, court-decision, P0D, false",
    "alatau-net, subscriber, contract-end, P2Y, false",
    "alatau-net, withdrawn, consent-withdrawn, P0D, false",
    "alatau-net, traffic, collected, P2Y, false",
    "alatau-net, payment, collected, P5Y, false",
    "alatau-net, support, purpose-reached, P1Y, false",
    "alatau-net, marketing, collected, P1Y, false",
  })
  void countTheirTermsAsTheTextsDo(
      String policy, String id, String clock, String term, boolean needsConfirmation) {
    Policy.Retention rule = rule(policy, id);
    assertThat(rule.clock().word()).isEqualTo(clock);
    assertThat(written(rule.term())).isEqualTo(term);
    assertThat(rule.needsConfirmation()).isEqualTo(needsConfirmation);
  }

  private static String written(Term term) {
    return term instanceof Term.Lasting lasting
        ? lasting.period().toString()
        : "until " + ((Term.Until) term).clock().word();
  }

  @Test
  void leaveTheChoiceOfActionWhereTheTextDoes() {
    assertThat(rule("kar-tel", "purpose").then()).contains(Action.DESTROY, Action.ANONYMIZE);
    assertThat(rule("nlg-kz", "consent-term").then()).containsExactly(Action.DESTROY);
    assertThat(rule("nlg-kz", "statistics").then()).containsExactly(Action.ANONYMIZE);
  }

  @Test
  void keepWhoOwesTheCompanySomething() {
    assertThat(rule("kar-tel", "withdrawn").unless())
        .containsExactlyInAnyOrder(Exemption.OUTSTANDING_OBLIGATION, Exemption.FLOOR);
    assertThat(rule("kar-tel", "withdrawn").deadline()).contains(new Deadline(15, true));
  }

  @ParameterizedTest
  @CsvSource({"kar-tel, 980540000397", "nlg-kz, 250140021383", "alatau-net, 190340012348"})
  void belongToTheirOrganisations(String policy, String bin) {
    assertThat(policy(policy).organisation().bin()).isEqualTo(bin);
  }

  @Test
  void coverTheDataOfTheSampleCompany() {
    Set<String> entities =
        policy("alatau-net").entities().stream()
            .map(listed -> listed.entity().value())
            .collect(Collectors.toSet());
    assertThat(entities)
        .containsExactlyInAnyOrder(
            "KZ_IIN",
            "PERSON",
            "DATE_OF_BIRTH",
            "SEX",
            "PHONE_NUMBER",
            "EMAIL_ADDRESS",
            "ADDRESS",
            "KZ_ID_CARD",
            "IP_ADDRESS",
            "MAC_ADDRESS",
            "LOGIN",
            "CREDIT_CARD",
            "IBAN_CODE",
            "CALL_RECORD",
            "CORRESPONDENCE",
            "ACCESS_TIME");
  }

  @ParameterizedTest
  @CsvSource({"kar-tel, kar-tel.kk.txt", "nlg-kz, nlg-kz.kk.txt"})
  void quoteTheirTextsLetterForLetter(String policy, String text) throws IOException {
    Path file = Path.of(System.getProperty("umyt.shared", "../shared"), "seeds", text);
    assumeTrue(Files.exists(file), "the text of the policy is not beside this checkout");
    String printed = oneLine(Files.readString(file));
    Stream<String> quotations =
        Stream.concat(
            policy(policy).entities().stream().flatMap(listed -> listed.wording().stream()),
            policy(policy).retention().stream().flatMap(rule -> rule.wording().stream()));
    assertThat(quotations.map(ShippedPoliciesTest::oneLine))
        .isNotEmpty()
        .allSatisfy(quotation -> assertThat(printed).contains(quotation));
  }

  private static String oneLine(String text) {
    StringBuilder line = new StringBuilder();
    text.chars()
        .map(c -> Character.isWhitespace(c) ? ' ' : c)
        .filter(c -> c != ' ' || line.isEmpty() || line.charAt(line.length() - 1) != ' ')
        .forEachOrdered(c -> line.append((char) c));
    return line.toString();
  }
}
