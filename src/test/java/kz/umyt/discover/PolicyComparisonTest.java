package kz.umyt.discover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import kz.umyt.discover.PolicyCheck.DataList;
import kz.umyt.discover.PolicyCheck.NotFound;
import kz.umyt.discover.PolicyCheck.UndeclaredEntity;
import kz.umyt.discover.PolicyCheck.WithoutRule;
import kz.umyt.settings.Entities;
import kz.umyt.settings.InstalledJobs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Inventories are written as {@link WrittenInventory} reads them. */
class PolicyComparisonTest {

  private static final Set<String> LISTED =
      Set.of("KZ_IIN", "PERSON", "PHONE_NUMBER", "DATE_OF_BIRTH");
  private static final DataList IDENTITY = new DataList("3.1", List.of("KZ_IIN", "PERSON"));
  private static final DataList CONTACT =
      new DataList("3.2", List.of("PHONE_NUMBER", "DATE_OF_BIRTH"));

  @TempDir private Path folder;
  private ScanFolder installation;

  @BeforeEach
  void open() {
    installation = new ScanFolder(folder);
  }

  @AfterEach
  void close() throws SQLException {
    installation.close();
  }

  private PolicyCheck check(String inventory) {
    return installation.check(WrittenInventory.read(inventory, LISTED));
  }

  @Test
  void hasNothingToSayOfWhatIsListedAndRuled() {
    PolicyCheck check =
        check("crm PUBLIC.PEOPLE.A=KZ_IIN,PHONE_NUMBER PUBLIC.OTHERS.A=PERSON,DATE_OF_BIRTH");

    assertThat(check.needsPerson()).isFalse();
    assertThat(check.undeclared()).isEmpty();
    assertThat(check.notFound()).isEmpty();
    assertThat(check.withoutRule()).isEmpty();
    assertThat(check.policy().id()).isEqualTo("own");
    assertThat(check.lists()).containsExactly(IDENTITY, CONTACT);
  }

  @Test
  void saysIntoWhichListAnEntityBelongs() {
    PolicyCheck check =
        check(
            "crm PUBLIC.PEOPLE.A=EMAIL_ADDRESS PUBLIC.PEOPLE.B=-,EMAIL_ADDRESS,CITIZENSHIP,KZ_BIN");

    assertThat(check.undeclared())
        .containsExactly(
            new UndeclaredEntity("CITIZENSHIP", 1, List.of(IDENTITY, CONTACT)),
            new UndeclaredEntity("EMAIL_ADDRESS", 2, List.of(CONTACT)),
            // The policy lists nothing about organizations.
            new UndeclaredEntity("KZ_BIN", 1, List.of(IDENTITY, CONTACT)));
    assertThat(check.needsPerson()).isTrue();
  }

  @Test
  void proposesNoListForWhatMustNotBeKept() {
    assertThat(check("crm PUBLIC.PEOPLE.A=-,CARD_CVV").undeclared())
        .containsExactly(new UndeclaredEntity("CARD_CVV", 1, List.of()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "crm PUBLIC.PEOPLE.A=KZ_IIN,PERSON,PHONE_NUMBER,DATE_OF_BIRTH | ''",
        "crm PUBLIC.PEOPLE.A=-,PERSON PUBLIC.OTHERS.A=PHONE_NUMBER | KZ_IIN DATE_OF_BIRTH",
        "crm PUBLIC.PEOPLE.A=PERSON / exports - | KZ_IIN PHONE_NUMBER DATE_OF_BIRTH",
      })
  void namesWhatIsListedAndNowhereFound(String inventory, String expected) {
    PolicyCheck check = check(inventory);

    assertThat(check.notFound().stream().map(NotFound::entity))
        .containsExactly(expected.isEmpty() ? new String[0] : expected.split(" "));
    assertThat(check.needsPerson()).isFalse();
  }

  @Test
  void tellsWhatNoRecognizerLooksFor() throws IOException {
    Files.delete(installation.config().resolve("recognizers/texts.yaml"));
    installation.settings(
        "config/policies/own.yaml",
        """
        policy: own
        version: 1
        organisation:
          bin: "190340012348"
          name: {kk: "«Үлгі» ЖШС", ru: "ТОО «Улги»", en: "Ulgi LLP"}
        document: {title: "Policy", language: en}
        entities:
          - {entity: SEX, clause: "2"}
          - {entity: PARTNER_DATA, clause: "4"}
          - {entity: SEX, clause: "4"}
        retention:
          - {id: left, clock: contract-end, term: P2Y, clause: "6.1", then: [destroy]}
        """);

    assertThat(check("crm").notFound())
        .containsExactly(
            new NotFound("SEX", List.of("2", "4"), true),
            new NotFound("PARTNER_DATA", List.of("4"), false));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "crm PUBLIC.PEOPLE.A=KZ_IIN | ''",
        "crm PUBLIC.Letters.A=-,KZ_IIN | PUBLIC.Letters",
        "crm PUBLIC.LETTERS.A= | ''",
        // The job writes people; two tables whose names differ in case must be told apart.
        "crm PUBLIC.PEOPLE.A=KZ_IIN PUBLIC.people.A=KZ_IIN | PUBLIC.PEOPLE",
        // A run refuses the name, so none of the two has a rule.
        "crm A.PEOPLE.A=KZ_IIN B.PEOPLE.A=KZ_IIN | A.PEOPLE B.PEOPLE",
        "exports clients.csv=PERSON deep/clients.csv=PERSON | deep/clients.csv",
        // A rule in one source is none in another.
        "exports people.csv=PERSON PUBLIC.PEOPLE.A=PERSON | PUBLIC.PEOPLE",
      })
  void namesTablesWithPersonalDataThatNoTargetMeans(String inventory, String expected) {
    PolicyCheck check = check(inventory);

    assertThat(check.withoutRule().stream().map(WithoutRule::table))
        .containsExactly(expected.isEmpty() ? new String[0] : expected.split(" "));
    assertThat(check.needsPerson()).isEqualTo(!expected.isEmpty());
  }

  @Test
  void countsTheTargetsOfEveryJob() {
    String inventory = "crm PUBLIC.LETTERS.A=PERSON";
    assertThat(check(inventory).withoutRule())
        .containsExactly(new WithoutRule("crm", "PUBLIC.LETTERS", List.of("PERSON")));

    installation.settings(
        "jobs/letters.yaml",
        """
        job: letters
        policy: own
        zone: Asia/Almaty
        approval: standing
        limits: {max-rows: 100}
        targets:
          - {source: crm, table: public.letters, retention: left, clock: left_on, action: destroy, entities: [PERSON]}
        """);

    assertThat(check(inventory).withoutRule()).isEmpty();
  }

  @Test
  void goesOnAfterAJobThatIsNone() {
    installation.settings("jobs/broken.yaml", "job: broken\npolicy: nobodys\n");

    PolicyCheck check = check("crm PUBLIC.LETTERS.A=PERSON");

    assertThat(check.withoutRule()).hasSize(1);
    assertThat(check.unreadJobs())
        .extracting(InstalledJobs.Unread::file)
        .containsExactly("jobs/broken.yaml");
    assertThat(check.unreadJobs().get(0).reason()).startsWith("jobs/broken.yaml:");
  }

  @Test
  void ranksAlarmsByEntity() {
    Inventory inventory =
        WrittenInventory.read("crm T.A=-,CARD_CVV T.B=CARD_TRACK T.C=CARD_CVV U.A=PERSON", LISTED);

    assertThat(Alarm.of(inventory, installation.recognizers()))
        .extracting(Alarm::entity, alarm -> alarm.place().column(), Alarm::cells)
        .containsExactly(
            tuple("CARD_CVV", "A", 1L),
            tuple("CARD_CVV", "C", 1_000_000L),
            tuple("CARD_TRACK", "B", 1_000_000L));
    assertThat(Alarm.of(inventory, List.of())).isEmpty();
  }

  @Test
  void knowsTheKindOfEveryBuiltInEntity() {
    assertThat(new Entities(List.of()).names())
        .allSatisfy(entity -> assertThat(DataKind.of(entity)).as(entity).isPresent());
    assertThat(DataKind.of("KZ_CAR_PLATE")).isEmpty();
  }
}
