package kz.umyt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Policies as a compliance officer reads them. */
class PolicyIT {

  private static final UmytProcess UMYT = new UmytProcess();

  @TempDir private Path temp;

  private static JsonNode json(UmytProcess.Ended ended) {
    assertThat(ended.err()).isEmpty();
    assertThat(ended.out().strip().lines()).hasSize(1);
    return new JsonMapper().readTree(ended.out());
  }

  private static List<String> rows(String out) {
    return out.lines().map(line -> line.replaceAll(" {2,}", " ").strip()).toList();
  }

  @Test
  void allPoliciesAreListedWithWhatWaitsForAnOfficer() {
    UmytProcess.Ended ended = UMYT.run("policy", "list").endsWith(ExitCode.DONE);

    assertThat(ended.err()).isEmpty();
    assertThat(rows(ended.out()))
        .containsExactly(
            "Policy Version Rules To confirm Requests Organisation Document",
            "alatau-net 1 6 0 0 Alatau Net LLP № 14-П, 1\u00A0March\u00A02023",
            "kar-tel 1 7 3 3 KaR-Tel LLP № 092/18, 26\u00A0February\u00A02018",
            "kazteleport 1 7 5 6 Kazteleport JSC протокол заседания Правления № 26,"
                + " 12\u00A0August\u00A02025",
            "nlg-kz 1 7 5 2 NLG.KZ LLP Дербес деректерді жинауға жəне өңдеуге келісім",
            "nls-kazakhstan 1 7 5 5 NLS Kazakhstan LLP Политика конфеденциальности",
            "nomapay 1 6 4 6 Nomapay LLP Пайдаланушы деректерін пайдалану саясаты");
    assertThat(UMYT.run("policy", "list", "--lang", "kk").endsWith(ExitCode.DONE).out())
        .contains("Растау керек", "«Қазтелепорт» АҚ");
  }

  @Test
  void theListForMachinesHasTheSameCounts() {
    JsonNode policies = json(UMYT.run("policy", "list", "--json").endsWith(0)).get("policies");

    assertThat(policies).hasSize(6);
    JsonNode kazteleport = policies.get(2);
    assertThat(kazteleport.get("id").asString()).isEqualTo("kazteleport");
    assertThat(kazteleport.at("/organisation/bin").isNull()).isTrue();
    assertThat(kazteleport.at("/organisation/name/kk").asString()).isEqualTo("«Қазтелепорт» АҚ");
    assertThat(kazteleport.at("/document/date").asString()).isEqualTo("2025-08-12");
    assertThat(kazteleport.get("retention").asInt()).isEqualTo(7);
    assertThat(kazteleport.get("unconfirmed").asInt()).isEqualTo(5);
    assertThat(kazteleport.get("requests").asInt()).isEqualTo(6);
  }

  @ParameterizedTest
  @CsvSource({
    "en, BIN not stated in the document, until: withdrawal of consent; the policy gives no number,"
        + " decided by NAME on DATE, 30 days after the request",
    "ru, БИН в документе не указан, до события: отзыв согласия; числа в политике нет,"
        + " 'решение принял ИМЯ, ДАТА', 30 дней после обращения",
    "kk, БСН құжатта көрсетілмеген, мына оқиғаға дейін: келісімнің қайтарып алынуы; саясатта сан"
        + " жоқ, 'шешім қабылдаған АТЫ, КҮНІ', өтініштен кейін 30 күн"
  })
  void aPolicyIsShownInTheOfficersLanguage(
      String language, String bin, String term, String confirmation, String answer) {
    UmytProcess.Ended ended =
        UMYT.run("policy", "show", "kazteleport", "--lang", language).endsWith(ExitCode.DONE);

    assertThat(ended.err()).isEmpty();
    assertThat(String.join(" ", rows(ended.out())))
        .contains(bin, term, answer)
        .contains("confirm: {without-limit: \"P…, " + confirmation + "\"}")
        .contains("15(14) IP_ADDRESS, ", "22, 36; law 94-V art. 8(5), 12(2)")
        .contains("действует бессрочно до даты отзыва.")
        .contains("'Without limit of time' (22) is read with clause 36");
    assertThat(ended.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(101));
  }

  @Test
  void whatIsShownToConfirmIsWhatAJobTakes() throws IOException {
    String shown = UMYT.run("policy", "show", "kar-tel").endsWith(ExitCode.DONE).out();
    String confirm =
        shown
            .lines()
            .filter(line -> line.contains("confirm: {subscriber"))
            .map(line -> line.substring(line.indexOf("confirm:")))
            .findFirst()
            .orElseThrow();
    Path folder = Files.createDirectories(temp.resolve("files"));
    Files.writeString(folder.resolve("a.csv"), "iin;ended\n850101300114;05.03.2015\n");
    Path config = temp.resolve("config");
    SampleHome.copy(Path.of("config/recognizers"), config.resolve("recognizers"));
    Files.copy(Path.of("config/holidays-kz.yaml"), config.resolve("holidays-kz.yaml"));
    SampleHome.copy(Path.of("config/policies"), config.resolve("policies"));
    Files.writeString(
        config.resolve("sources.yaml"), "sources:\n  files: {csv: \"" + folder + "\"}\n");
    Path job =
        Files.writeString(
            temp.resolve("job.yaml"),
            """
            job: confirmed
            policy: kar-tel
            %s
            targets:
              - source: files
                file: a.csv
                retention: subscriber
                clock: {column: ended, format: dd.MM.yyyy}
                action: destroy
            """
                .formatted(confirm.replace("NAME", "А. Сериков").replace("DATE", "2026-01-15")));

    UmytProcess.Ended plan =
        UMYT.run("plan", job, "--json", "--config", config, "--home", temp.resolve("home"));

    JsonNode target = json(plan.endsWith(ExitCode.DONE)).at("/targets/0");
    assertThat(target.get("confirmed").asBoolean()).isTrue();
    assertThat(target.get("due").asInt()).isEqualTo(1);
  }

  @Test
  void aPolicyForMachinesIsWhole() {
    JsonNode policy = json(UMYT.run("policy", "show", "nomapay", "--json").endsWith(0));

    assertThat(policy.propertyNames())
        .containsExactly(
            "id",
            "version",
            "sha256",
            "file",
            "organisation",
            "document",
            "entities",
            "retention",
            "requests");
    JsonNode byPurpose = policy.at("/retention/0");
    assertThat(byPurpose.get("id").asString()).isEqualTo("by-purpose");
    assertThat(byPurpose.get("term").isNull()).isTrue();
    assertThat(byPurpose.get("until").asString()).isEqualTo("purpose-reached");
    assertThat(byPurpose.get("needsConfirmation").asBoolean()).isTrue();
    assertThat(byPurpose.at("/deadline/days").asInt()).isEqualTo(1);
    assertThat(byPurpose.at("/deadline/working").asBoolean()).isTrue();
    JsonNode withdrawal = policy.at("/requests/5");
    assertThat(withdrawal.get("right").asString()).isEqualTo("withdrawal");
    assertThat(withdrawal.at("/deadline/days").asInt()).isEqualTo(30);
    assertThat(withdrawal.at("/deadline/working").asBoolean()).isFalse();
    assertThat(withdrawal.get("assumption").asString()).contains("15 working days");
  }

  /** An inventory that was made against another policy: what that one lists does not count. */
  private Path inventory(String... entities) throws IOException {
    StringBuilder columns = new StringBuilder();
    for (String entity : entities) {
      columns
          .append(columns.isEmpty() ? "" : ",")
          .append("{\"name\":\"C_" + entity + "\",\"type\":\"text\",\"nonNull\":1,\"entity\":\"")
          .append(entity)
          .append("\",\"confidence\":1.0,\"findings\":[{\"entity\":\"")
          .append(entity)
          .append("\",\"cells\":1,\"share\":1.0,\"validated\":1,\"evidence\":[]}]}");
    }
    return Files.writeString(
        temp.resolve("inventory.json"),
        """
        {"job":"scan","started":"2026-01-15T11:00:00+05:00","finished":"2026-01-15T11:00:01+05:00",
         "sources":[{"name":"crm","kind":"jdbc","tables":[
           {"name":"PUBLIC.PEOPLE","rows":1,"scanned":1,"columns":[%s]}]}],
         "undeclared":[{"entity":"KZ_SIC","source":"crm","table":"T","column":"C"}],"gaps":[]}
        """
            .formatted(columns));
  }

  @Test
  void whatNoClauseListsIsSaidWithTheListWhereItBelongs() throws IOException {
    Path inventory = inventory("PERSON", "MAC_ADDRESS", "KZ_IIN");

    UmytProcess.Ended ended =
        UMYT.run("policy", "check", "nls-kazakhstan", inventory).endsWith(ExitCode.NEEDS_PERSON);

    assertThat(ended.err().lines())
        .singleElement()
        .asString()
        .startsWith("missing in policy 'nls-kazakhstan': MAC_ADDRESS in 1 column; it belongs into")
        .contains("clause 5.1 (");
    assertThat(rows(ended.out()))
        .startsWith(
            "not listed source table column", "MAC_ADDRESS crm PUBLIC.PEOPLE C_MAC_ADDRESS");
    assertThat(rows(ended.out()))
        .contains("listed, not found looked for clauses", "PHONE_NUMBER yes 5.1")
        .noneMatch(row -> row.startsWith("PERSON") || row.contains("KZ_SIC"));
    UmytProcess.Ended quiet =
        UMYT.run("policy", "check", "nls-kazakhstan", inventory, "-q")
            .endsWith(ExitCode.NEEDS_PERSON);
    assertThat(quiet.out()).isEmpty();
    assertThat(quiet.err()).isEqualTo(ended.err());
  }

  @Test
  void aPolicyThatListsAllIsNoWorkForAPerson() throws IOException {
    Path inventory = inventory("PERSON", "MAC_ADDRESS", "KZ_IIN");

    UmytProcess.Ended ended =
        UMYT.run("policy", "check", "kazteleport", inventory).endsWith(ExitCode.DONE);

    assertThat(ended.err()).isEmpty();
    assertThat(ended.out()).startsWith("Policy 'kazteleport' lists all that was found.");
    assertThat(rows(ended.out())).contains("SEX yes 15(3)").noneMatch(row -> row.contains("crm"));
    assertThat(UMYT.run("policy", "check", "kazteleport", inventory, "-q").endsWith(0).out())
        .isEmpty();
  }

  @Test
  void theCheckForMachinesSaysTheSame() throws IOException {
    JsonNode check =
        json(
            UMYT.run("policy", "check", "nls-kazakhstan", inventory("MAC_ADDRESS"), "--json")
                .endsWith(ExitCode.NEEDS_PERSON));

    assertThat(check.propertyNames()).containsExactly("policy", "lists", "undeclared", "notFound");
    assertThat(check.at("/policy/id").asString()).isEqualTo("nls-kazakhstan");
    assertThat(check.get("undeclared")).hasSize(1);
    assertThat(check.at("/undeclared/0/entity").asString()).isEqualTo("MAC_ADDRESS");
    assertThat(check.at("/undeclared/0/addTo")).isNotEmpty();
  }

  @Test
  void mistakesAreToldInOneLine() throws IOException {
    UMYT.run("policy").saysOnly(ExitCode.USAGE, "name a command: list, show or check");
    UMYT.run("policy", "show", "kartel")
        .saysOnly(ExitCode.USAGE, "unknown policy 'kartel'", "did you mean 'kar-tel'?");
    UMYT.run("policy", "show", "kar-tel", "--lang", "kz")
        .saysOnly(ExitCode.USAGE, "unknown language 'kz'", "'kk'");
    UMYT.run("policy", "check", "kar-tel", temp.resolve("none.json"))
        .saysOnly(ExitCode.USAGE, "there is no file", "none.json");
    Path damaged = Files.writeString(temp.resolve("damaged.json"), "{\"job\": 1}");
    UMYT.run("policy", "check", "kar-tel", damaged)
        .saysOnly(ExitCode.USAGE, "damaged.json", "is no inventory.json of umyt scan");
    UMYT.run("policy", "check", "kar-telecom", damaged)
        .saysOnly(ExitCode.USAGE, "unknown policy 'kar-telecom'");
  }
}
