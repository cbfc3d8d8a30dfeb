package kz.umyt.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    "nlg-kz, notices-refused, consent-withdrawn, P0D, true",
    "nls-kazakhstan, without-limit, collected, until purpose-reached, true",
    "nls-kazakhstan, purpose, purpose-reached, P0D, true",
    "nls-kazakhstan, relationship-ended, contract-end, P0D, true",
    "nls-kazakhstan, withdrawn, consent-withdrawn, P0D, false",
    "nls-kazakhstan, demanded, subject-request, P0D, true",
    "nls-kazakhstan, court, court-decision, P0D, false",
    "nls-kazakhstan, without-consent, collected, P0D, true",
    "kazteleport, without-limit, collected, until consent-withdrawn, true",
    "kazteleport, withdrawn, consent-withdrawn, P0D, false",
    "kazteleport, notices-refused, consent-withdrawn, P0D, true",
    "kazteleport, purpose, purpose-reached, P0D, true",
    "kazteleport, relationship-ended, contract-end, P0D, true",
    "kazteleport, statistics, purpose-reached, P0D, true",
    "kazteleport, court, court-decision, P0D, false",
    "nomapay, by-purpose, collected, until purpose-reached, true",
    "nomapay, purpose, purpose-reached, P0D, true",
    "nomapay, relationship-ended, contract-end, P0D, true",
    "nomapay, withdrawn, consent-withdrawn, P0D, false",
    "nomapay, statistics, purpose-reached, P0D, true",
    "nomapay, court, court-decision, P0D, false",
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
    assertThat(PolicyText.term(rule.term())).isEqualTo(term);
    assertThat(rule.needsConfirmation()).isEqualTo(needsConfirmation);
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
    assertThat(rule("kar-tel", "withdrawn").deadline()).hasToString("Optional[15 working days]");
  }

  @ParameterizedTest
  @CsvSource({
    "kar-tel, 980540000397",
    "nlg-kz, 250140021383",
    "nls-kazakhstan, 081040014026",
    "nomapay, 240740012077",
    "alatau-net, 190340012348"
  })
  void belongToTheirOrganisations(String policy, String bin) {
    assertThat(policy(policy).organisation().bin()).contains(bin);
  }

  @Test
  void inventNoBinForWhoNamesNone() {
    assertThat(policy("kazteleport").organisation().bin()).isEmpty();
  }

  @Test
  void giveNoNumberWhereTheTextNamesNone() {
    assertThat(installation.policies().values().stream().flatMap(one -> one.retention().stream()))
        .filteredOn(rule -> rule.term() instanceof Term.Until)
        .hasSize(4)
        .allSatisfy(rule -> assertThat(rule.needsConfirmation()).isTrue());
  }

  @Test
  void promiseWhatTheTextsPromiseAndSayWhereTheLawIsShorter() {
    assertThat(policy("nomapay").requests())
        .hasSize(Right.values().length)
        .allSatisfy(
            request -> {
              assertThat(request.deadline()).hasToString("Optional[30 days]");
              assertThat(request.assumption().orElseThrow()).startsWith("The law is shorter: ");
            });
    assertThat(policy("kazteleport").requests())
        .filteredOn(request -> request.right() == Right.BLOCKING)
        .singleElement()
        .satisfies(
            request -> {
              assertThat(request.deadline()).hasToString("Optional[0 days]");
              assertThat(request.clause()).startsWith("28(4)");
              assertThat(request.wording().orElseThrow()).contains("на период проверки");
            });
  }

  @Test
  void areNamedInThreeLanguages() {
    assertThat(installation.policies().values())
        .hasSize(6)
        .extracting(policy -> policy.organisation().name())
        .allSatisfy(
            name -> assertThat(List.of(name.kk(), name.ru(), name.en())).doesNotHaveDuplicates());
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
  @CsvSource({
    "kar-tel, kar-tel.kk.txt",
    "nlg-kz, nlg-kz.kk.txt",
    "nls-kazakhstan, nls-kazakhstan.ru.txt",
    "kazteleport, kazteleport.ru.txt",
    "nomapay, nomapay.kk.txt"
  })
  void quoteTheirTextsLetterForLetter(String policy, String text) throws IOException {
    Path file = Path.of(System.getProperty("umyt.shared", "../shared"), "seeds", text);
    assumeTrue(Files.exists(file), "the text of the policy is not beside this checkout");
    String printed = PolicyText.oneLine(Files.readString(file));
    Stream<String> quotations =
        Stream.of(
                policy(policy).entities().stream().map(Policy.ListedEntity::wording),
                policy(policy).retention().stream().map(Policy.Retention::wording),
                policy(policy).requests().stream().map(Policy.Request::wording))
            .flatMap(wordings -> wordings)
            .flatMap(Optional::stream);
    assertThat(quotations.flatMap(quotation -> PolicyText.pieces(quotation).stream()))
        .isNotEmpty()
        .allSatisfy(quotation -> assertThat(printed).contains(quotation));
  }
}
