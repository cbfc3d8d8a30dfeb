package kz.umyt.plan.suggest;

import static kz.umyt.plan.suggest.Policies.policy;
import static kz.umyt.plan.suggest.Tables.crm;
import static kz.umyt.plan.suggest.Tables.exports;
import static kz.umyt.plan.suggest.Tables.file;
import static kz.umyt.plan.suggest.Tables.table;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import kz.umyt.discover.ColumnTraits;
import kz.umyt.discover.ColumnTraits.Holds;
import kz.umyt.discover.DateShape;
import kz.umyt.discover.Inventory;
import kz.umyt.settings.Action;
import kz.umyt.settings.Clock;
import kz.umyt.settings.Located;
import kz.umyt.settings.OperatorSpec;
import kz.umyt.settings.Policy;
import kz.umyt.settings.Position;
import kz.umyt.settings.Secret;
import kz.umyt.settings.Source;
import org.junit.jupiter.api.Test;

class SuggesterTest {

  private static final Set<String> ENTITIES =
      Set.of("KZ_IIN", "PERSON", "PHONE_NUMBER", "EMAIL_ADDRESS", "CREDIT_CARD", "DATE_OF_BIRTH");

  private static final Position HERE = new Position("sources.yaml", 1, 1);

  private static final Map<String, Source> SOURCES =
      Map.of(
          "crm",
          new Source.Jdbc(
              new Located<>("crm", HERE),
              "CRM",
              "jdbc:h2:mem:none",
              Optional.empty(),
              new Secret(""),
              List.of(),
              Optional.empty(),
              List.of()),
          "exports",
          new Source.Csv(
              new Located<>("exports", HERE),
              "Exports",
              Path.of("none"),
              List.of(),
              Optional.empty(),
              Optional.empty(),
              OptionalInt.empty(),
              List.of(),
              false));

  private static Suggestion suggest(Policy policy, Inventory inventory) {
    return new Suggester(policy, SOURCES, ENTITIES).suggest(inventory, "own-job");
  }

  private static Suggestion suggest(Inventory inventory) {
    return suggest(Policies.usual(), inventory);
  }

  private static SuggestedTarget only(Suggestion suggestion) {
    assertThat(suggestion.targets()).hasSize(1);
    return suggestion.targets().get(0);
  }

  private static Tables subscribers() {
    return table("PUBLIC.SUBSCRIBERS")
        .personal("IIN", "KZ_IIN")
        .personal("NAME", "PERSON")
        .date("CREATED_AT")
        .date("CONTRACT_END");
  }

  @Test
  void takesTheRuleThatSpeaksOfTheDataAndTheDateThatItRunsFrom() {
    SuggestedTarget target = only(suggest(crm(subscribers())));

    assertThat(target.isReady()).isTrue();
    assertThat(target.place()).isEqualTo("SUBSCRIBERS");
    assertThat(target.retention().value().id().value()).isEqualTo("subscriber");
    assertThat(target.clock().orElseThrow().value())
        .isEqualTo(new SuggestedClock("CONTRACT_END", false, Optional.empty()));
    assertThat(target.subject().orElseThrow().value()).isEqualTo("IIN");
  }

  @Test
  void aBirthIsNeverAClock() {
    ColumnTraits date = new ColumnTraits(Holds.DATE, 0, false, false);
    SuggestedTarget target =
        only(
            suggest(
                policy().rule("all", Clock.COLLECTED, "P1Y", Action.DESTROY).made(),
                crm(
                    table("PUBLIC.T")
                        .personal("NAME", "PERSON")
                        .date("BIRTH_DATE")
                        .personal("D1", "DATE_OF_BIRTH", true, date))));

    assertThat(target.clock()).isEmpty();
    assertThat(target.isReady()).isFalse();
  }

  @Test
  void reachesClockAndSubjectOverTheForeignKey() {
    Suggestion suggestion =
        suggest(
            crm(
                subscribers(),
                table("PUBLIC.PHONES")
                    .to("PUBLIC.SUBSCRIBERS", "SUBSCRIBER_ID")
                    .personal("PHONE", "PHONE_NUMBER")));

    SuggestedTarget phones = suggestion.targets().get(0);
    assertThat(phones.place()).isEqualTo("PHONES");
    assertThat(phones.clock().orElseThrow().value().column()).isEqualTo("SUBSCRIBERS.CONTRACT_END");
    assertThat(phones.subject().orElseThrow().value()).isEqualTo("SUBSCRIBERS.IIN");
    assertThat(phones.isReady()).isTrue();
  }

  @Test
  void aWayThatAPlanCouldNotTellFromAnotherIsNotTaken() {
    Suggestion suggestion =
        suggest(
            crm(
                subscribers(),
                table("PUBLIC.CALLS")
                    .to("PUBLIC.SUBSCRIBERS", "CALLER")
                    .to("PUBLIC.SUBSCRIBERS", "CALLED")
                    .personal("PHONE", "PHONE_NUMBER")));

    SuggestedTarget calls =
        suggestion.targets().stream()
            .filter(target -> target.place().equals("CALLS"))
            .findFirst()
            .orElseThrow();
    assertThat(calls.clock()).isEmpty();
    assertThat(calls.subject().orElseThrow().value()).isEqualTo("PHONE");
  }

  @Test
  void theLatestOfTheRowsThatPointHereIsAClockToo() {
    SuggestedTarget persons =
        only(
            suggest(
                crm(
                    table("PUBLIC.CLIENTS").personal("IIN", "KZ_IIN"),
                    table("PUBLIC.CONTRACTS").to("PUBLIC.CLIENTS", "CLIENT").date("ENDED_ON"))));

    assertThat(persons.clock().orElseThrow().value())
        .isEqualTo(new SuggestedClock("CONTRACTS.ENDED_ON", true, Optional.empty()));
    assertThat(persons.action().value()).isEqualTo(Action.ANONYMIZE);
    assertThat(persons.isReady()).isTrue();
  }

  @Test
  void childrenComeBeforeTheirParents() {
    Policy destroyAll = policy().rule("all", Clock.COLLECTED, "P1Y", Action.DESTROY).made();
    Suggestion suggestion =
        suggest(
            destroyAll,
            crm(
                table("PUBLIC.A").personal("IIN", "KZ_IIN").date("CREATED"),
                table("PUBLIC.B").to("PUBLIC.A", "A").personal("X", "PERSON").date("CREATED"),
                table("PUBLIC.C").to("PUBLIC.B", "B").personal("X", "PERSON").date("CREATED")));

    assertThat(suggestion.ready())
        .extracting(SuggestedTarget::place)
        .containsExactly("C", "B", "A");
  }

  @Test
  void inACircleOneWaitsAndTheRestIsPlanned() {
    Policy destroyAll = policy().rule("all", Clock.COLLECTED, "P1Y", Action.DESTROY).made();
    Suggestion suggestion =
        suggest(
            destroyAll,
            crm(
                table("PUBLIC.A").to("PUBLIC.B", "B").personal("X", "PERSON").date("CREATED"),
                table("PUBLIC.B").to("PUBLIC.A", "A").personal("X", "PERSON").date("CREATED"),
                table("PUBLIC.C").to("PUBLIC.A", "A").personal("X", "PERSON").date("CREATED")));

    assertThat(suggestion.ready()).hasSize(2);
    assertThat(suggestion.targets())
        .filteredOn(target -> !target.isReady())
        .singleElement()
        .satisfies(
            target ->
                assertThat(target.waits().toString()).contains("circle", "A after B after A"));
  }

  @Test
  void withoutAnyDateTheTargetWaits() {
    SuggestedTarget target =
        only(
            suggest(
                crm(
                    table("PUBLIC.CLIENTS")
                        .personal("IIN", "KZ_IIN")
                        .written("END", "dd.MM.yyyy"))));

    assertThat(target.isReady()).isFalse();
    assertThat(target.retention().value().id().value()).isEqualTo("subscriber");
    assertThat(target.waits().toString()).contains("contract-end", "END: dates, but as text");
  }

  @Test
  void ofRulesThatFitAlikeTheOneThatKeepsLongerIsTakenAndTheOthersAreNamed() {
    SuggestedTarget target =
        only(
            suggest(
                policy()
                    .rule("short", Clock.COLLECTED, "P1Y", Action.DESTROY)
                    .rule("long", Clock.COLLECTED, "P5Y", Action.DESTROY)
                    .rule("middle", Clock.COLLECTED, "P13M", Action.DESTROY)
                    .made(),
                crm(table("PUBLIC.T").personal("IIN", "KZ_IIN").date("CREATED_AT"))));

    assertThat(target.retention().value().id().value()).isEqualTo("long");
    assertThat(target.retention().why()).contains("middle (P13M", "short (P1Y");
    assertThat(target.isReady()).isTrue();
  }

  @Test
  void aTermThatNobodyConfirmedIsNotInvented() {
    Suggestion suggestion =
        suggest(
            policy()
                .unsure("client", Clock.CONTRACT_END, "P2Y", Action.DESTROY)
                .until("consent", Clock.COLLECTED, Clock.PURPOSE_REACHED, Action.DESTROY)
                .made(),
            crm(
                table("PUBLIC.CLIENTS").personal("IIN", "KZ_IIN").date("CONTRACT_END"),
                table("PUBLIC.T").personal("X", "PERSON").date("CREATED_AT")));

    assertThat(suggestion.ready()).isEmpty();
    assertThat(suggestion.unconfirmed())
        .extracting(rule -> rule.id().value())
        .containsExactly("client", "consent");
  }

  @Test
  void ofTwoRulesAlikeTheOneThatNeedsNoConfirmationIsTaken() {
    SuggestedTarget target =
        only(
            suggest(
                policy()
                    .unsure("one", Clock.COLLECTED, "P9Y", Action.DESTROY)
                    .rule("two", Clock.COLLECTED, "P1Y", Action.DESTROY)
                    .made(),
                crm(table("PUBLIC.T").personal("IIN", "KZ_IIN").date("CREATED_AT"))));

    assertThat(target.retention().value().id().value()).isEqualTo("two");
    assertThat(target.isReady()).isTrue();
  }

  @Test
  void dataThatNoRuleSpeaksOfWaits() {
    SuggestedTarget target =
        only(
            suggest(
                policy().rule("newsletter", Clock.COLLECTED, "P1Y", Action.DESTROY).made(),
                crm(table("PUBLIC.EMPLOYEES").personal("NAME", "PERSON").date("CREATED_AT"))));

    assertThat(target.waits().toString()).contains("no rule of the policy speaks of such data");
  }

  @Test
  void aTableThatDoesNotSayWhatItIsAboutWaitsForARuleThatDoes() {
    Policy policy =
        policy()
            .rule("newsletter", Clock.COLLECTED, "P1Y", Action.DESTROY)
            .rule("payment", Clock.COLLECTED, "P5Y", Action.DESTROY)
            .made();
    SuggestedTarget target =
        only(
            suggest(
                policy, crm(table("PUBLIC.T").personal("X", "EMAIL_ADDRESS").date("CREATED_AT"))));

    assertThat(target.isReady()).isFalse();
    assertThat(target.waits().toString()).contains("says what its data are about");
  }

  @Test
  void datesThatCanBeReadInTwoWaysWait() {
    SuggestedTarget target =
        only(
            suggest(
                policy().rule("all", Clock.CONTRACT_END, "P1Y", Action.DESTROY).made(),
                exports(
                    file("clients.csv")
                        .personal("ИИН", "KZ_IIN")
                        .date(
                            "Дата расторжения",
                            new DateShape(
                                Optional.of("dd/MM/yyyy"),
                                Optional.of("MM/dd/yyyy"),
                                Tables.ROWS,
                                0,
                                0)))));

    assertThat(target.isReady()).isFalse();
    assertThat(target.waits().toString())
        .contains("dd/MM/yyyy and as MM/dd/yyyy", "ask who makes the file");
  }

  @Test
  void whatAPlanWouldRefuseWaits() {
    Policy destroyAll = policy().rule("all", Clock.COLLECTED, "P1Y", Action.DESTROY).made();
    assertThat(
            only(suggest(
                    destroyAll,
                    crm(Tables.withoutKey("PUBLIC.T").personal("X", "PERSON").date("CREATED"))))
                .waits()
                .toString())
        .contains("no primary key");
    Suggestion cascading =
        suggest(
            destroyAll,
            crm(
                table("PUBLIC.A").personal("X", "PERSON").date("CREATED"),
                table("PUBLIC.B").to("PUBLIC.A", "A", true)));
    assertThat(only(cascading).waits()).isEmpty();
    assertThat(only(cascading).action().decide().toString())
        .contains("ON DELETE", "PUBLIC.B", "cascades");
  }

  @Test
  void aPersonalKeyCannotBeAnonymizedButDestroyed() {
    Tables calls =
        table("PUBLIC.CLIENTS")
            .personal("ID", "PHONE_NUMBER")
            .personal("NAME", "PERSON")
            .date("CONTRACT_END");
    Tables child = table("PUBLIC.B").to("PUBLIC.CLIENTS", "A");

    assertThat(only(suggest(crm(calls, child))).action().value()).isEqualTo(Action.DESTROY);
    assertThat(
            only(suggest(
                    policy().rule("client", Clock.CONTRACT_END, "P1Y", Action.ANONYMIZE).made(),
                    crm(calls)))
                .waits()
                .toString())
        .contains("ID is part of a key");
  }

  @Test
  void aParentIsAnonymizedWithAnOperatorForEachColumnAndOnlyTheFoundPartsOfTexts() {
    Suggestion suggestion =
        suggest(
            crm(
                subscribers().text("NOTES", "PHONE_NUMBER"),
                table("PUBLIC.B").to("PUBLIC.SUBSCRIBERS", "S")));

    SuggestedTarget target = only(suggestion);
    assertThat(target.action().value()).isEqualTo(Action.ANONYMIZE);
    assertThat(target.columns())
        .extracting(SuggestedColumn::column)
        .containsExactly("IIN", "NAME", "NOTES");
    SuggestedColumn notes = target.columns().get(2);
    assertThat(notes.operator()).isInstanceOf(OperatorSpec.Redact.class);
    assertThat(notes.detected()).isTrue();
  }

  @Test
  void tablesOfOneNameAreToldApartByTheirSchema() {
    Suggestion suggestion =
        suggest(
            crm(
                table("A.CLIENTS").personal("IIN", "KZ_IIN").date("CONTRACT_END"),
                table("B.CLIENTS").personal("IIN", "KZ_IIN").date("CONTRACT_END"),
                table("B.PAYMENTS").personal("CARD", "CREDIT_CARD").date("PAID_AT")));

    assertThat(suggestion.ready())
        .extracting(SuggestedTarget::place)
        .containsExactly("A.CLIENTS", "B.CLIENTS", "PAYMENTS");
  }

  @Test
  void filesOfASeriesAreOneTargetUnlessThePatternMeansOthersToo() {
    Tables first = clients("clients-2019.csv");
    Tables second = clients("clients-2020.csv");

    SuggestedTarget one = only(suggest(exports(first, second)));
    assertThat(one.place()).isEqualTo("clients-*.csv");
    assertThat(one.clock().orElseThrow().value())
        .isEqualTo(new SuggestedClock("Дата расторжения", false, Optional.of("dd.MM.yyyy")));
    assertThat(one.subject().orElseThrow().value()).isEqualTo("ИИН");
    assertThat(suggest(exports(first, second, file("clients-summary.csv").number("n"))).targets())
        .extracting(SuggestedTarget::place)
        .containsExactly("clients-2019.csv", "clients-2020.csv");
  }

  @Test
  void aFileNameThatLooksLikeAPatternMeansItself() {
    assertThat(only(suggest(exports(clients("[old] {a}*?.csv")))).place())
        .isEqualTo("\\[old\\] \\{a\\}\\*\\?.csv");
  }

  private static Tables clients(String name) {
    return file(name)
        .personal("ИИН", "KZ_IIN")
        .written("Дата подключения", "dd.MM.yyyy")
        .written("Дата расторжения", "dd.MM.yyyy");
  }

  @Test
  void saysHowMuchOfAClockIsNonsense() {
    SuggestedTarget target =
        only(
            suggest(
                crm(
                    table("PUBLIC.PAYMENTS")
                        .personal("CARD", "CREDIT_CARD")
                        .date("PAID_AT", new DateShape(Optional.empty(), 1000, 120, 30)))));

    assertThat(target.clock().orElseThrow().decide().toString()).contains("12 %", "3 %");
  }

  @Test
  void aSourceThatIsNotThereAnyMoreWaits() {
    Suggestion suggestion =
        new Suggester(Policies.usual(), Map.of(), ENTITIES).suggest(crm(subscribers()), "own-job");

    assertThat(only(suggestion).waits().toString()).contains("no source 'crm'");
  }

  @Test
  void tablesWithoutPersonalDataAreNamedAndHaveNoTarget() {
    Suggestion suggestion =
        suggest(
            crm(
                subscribers(),
                table("PUBLIC.TARIFFS").date("CREATED"),
                table("PUBLIC.NUMBERS").chance("N", "KZ_IIN").date("CREATED")));

    assertThat(suggestion.targets()).hasSize(1);
    assertThat(suggestion.remarks().toString()).contains("PUBLIC.TARIFFS", "PUBLIC.NUMBERS");
  }
}
