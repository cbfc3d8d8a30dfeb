package kz.umyt.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import kz.umyt.engines.Shop;
import kz.umyt.plan.suggest.Suggester;
import kz.umyt.plan.suggest.Suggestion;
import kz.umyt.plan.suggest.Tables;
import kz.umyt.settings.ClockSpec;
import kz.umyt.settings.Installation;
import kz.umyt.settings.Job;
import kz.umyt.settings.Policy;
import kz.umyt.settings.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** What is written is a job that says what was proposed, whatever the names are. */
class SuggestionYamlTest {

  @TempDir private Path temp;

  private Installation installation() {
    Shop shop = Shop.in(temp);
    shop.write(
        "config/sources.yaml",
        "sources:\n  crm:\n    jdbc: jdbc:h2:mem:none\n  exports:\n    csv: none\n");
    return new Installation(temp, temp.resolve("config"), temp.resolve("home"), Map.of());
  }

  private Suggestion suggestion(Installation installation, String table, String... columns) {
    Policy policy = installation.policies().get("shop");
    Tables asked =
        Tables.table("PUBLIC." + table)
            .date("created_at")
            .date("contract_end")
            .to("PUBLIC.NONE", "N");
    for (String column : columns) {
      asked.personal(column, "PERSON");
    }
    // Something points to it, so that its columns are anonymized and written down.
    Tables child = Tables.table("PUBLIC.CHILD").to("PUBLIC." + table, "P");
    return new Suggester(policy, installation.sources(), installation.entities().names())
        .suggest(Tables.crm(asked, child), "own-job");
  }

  private Job read(Installation installation, Suggestion suggestion) throws Exception {
    Path file = temp.resolve("job.yaml");
    SuggestionYaml.write(suggestion, file);
    return installation.job(file);
  }

  static List<String> hostile() {
    return List.of(
        "null",
        "yes",
        "No",
        "~",
        "1",
        "0x1F",
        "1e3",
        "a: b",
        "a #b",
        "# a",
        "- a",
        "'a'",
        "\"a\"",
        "it's \"so\"",
        "a\\b",
        "a\nb",
        "a\r\nb",
        "a\tb",
        "\u0001\u0085\u2028",
        "\u202eabc",
        "&a",
        "*a",
        "!a",
        "%a",
        "@a",
        "`a`",
        "{a}",
        "[a]",
        "a, b",
        "|",
        ">",
        "?",
        "${HOME}",
        "$${HOME}",
        "${",
        " a ",
        "Имя клиента",
        "тегі, аты",
        "Ә",
        "😀",
        "a".repeat(300));
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void anyNameComesBackAsItWas(String name) throws Exception {
    Installation installation = installation();

    Job job = read(installation, suggestion(installation, name, name, "b"));

    assertThat(job.targets()).hasSize(1);
    Target.Table target = (Target.Table) job.targets().get(0);
    assertThat(target.table().value()).isEqualTo(name);
    assertThat(target.columns())
        .extracting(rule -> rule.column().value())
        .containsExactly(name, "b");
  }

  @Test
  void saysFromWhatItWasMadeAndWaitsForAPersonOnOneLineEach() throws Exception {
    Installation installation = installation();
    Suggestion suggestion = suggestion(installation, "PEOPLE", "NAME");

    String text = SuggestionYaml.text(suggestion);

    assertThat(text)
        .startsWith("# Proposed by `umyt suggest` from the inventory of job discovery, made")
        .contains("2026-01-15T11:01:00+05:00", "policy shop", "version 1", "# decide: ");
    Job job = read(installation, suggestion);
    assertThat(job.id().value()).isEqualTo("own-job");
    assertThat(job.limits().maxShare()).hasValue(0.1);
    assertThat(((ClockSpec.Column) job.targets().get(0).clock()).name().value())
        .isIn("created_at", "contract_end");
    assertThat(Files.readString(temp.resolve("job.yaml"))).isEqualTo(text);
  }

  @Test
  void aWaitingTargetIsACommentWhateverItsNameIs() {
    Installation installation = installation();
    Policy policy = installation.policies().get("shop");

    String text =
        SuggestionYaml.text(
            new Suggester(policy, installation.sources(), installation.entities().names())
                .suggest(
                    Tables.crm(Tables.table("PUBLIC.a\nb\u2028c").personal("x\ny", "PERSON")),
                    "own-job"));

    assertThat(text.lines().filter(line -> !line.strip().startsWith("#") && !line.isBlank()))
        .containsExactly(
            "job: own-job",
            "policy: shop",
            "zone: Asia/Almaty  # in which days begin and end",
            "approval: standing",
            "limits: {max-rows: 100, max-share: 10%}",
            "targets: []");
    assertThat(text).contains("decide:");
  }

  @Test
  void noEvidenceIsCopied() {
    Installation installation = installation();
    Policy policy = installation.policies().get("shop");
    Suggestion suggestion =
        new Suggester(policy, installation.sources(), installation.entities().names())
            .suggest(
                Tables.crm(Tables.table("PUBLIC.T").text("NOTES", "KZ_IIN").date("created_at")),
                "own-job");

    assertThat(SuggestionYaml.text(suggestion)).doesNotContain("85********23");
    assertThat(SuggestionJson.line(suggestion)).doesNotContain("85********23");
    assertThat(
            new JsonMapper()
                .readTree(SuggestionJson.line(suggestion))
                .at("/targets/0/clock/column")
                .stringValue())
        .isEqualTo("created_at");
  }
}
