package kz.umyt.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ActJsonTest {

  private final JsonNode act =
      JsonMapper.builder().build().readTree(ActJson.bytes(SampleActs.withFailures()));

  @TempDir Path folder;

  @Test
  void hasTheDocumentedFieldsInOrder() {
    assertThat(act.propertyNames())
        .containsExactly(
            "job",
            "run",
            "policy",
            "asOf",
            "status",
            "targets",
            "totals",
            "number",
            "created",
            "jobSha256",
            "organisation",
            "document",
            "approvals",
            "attempts",
            "execution",
            "ledger",
            "previousAct",
            "copies",
            "sharedKeys",
            "signatures");
    assertThat(act.get("ledger").propertyNames()).containsExactly("from", "to", "head");
    assertThat(act.get("organisation").propertyNames()).containsExactly("bin", "name");
    assertThat(act.get("document").propertyNames())
        .containsExactly("title", "reference", "date", "language");
    assertThat(act.get("execution").propertyNames())
        .containsExactly("user", "host", "application", "started", "finished", "attempts");
  }

  @Test
  void aTargetHasThePlansFieldsAndWhatBecameOfIt() {
    JsonNode invoices = act.get("targets").get(3);

    assertThat(invoices.propertyNames())
        .startsWith("source", "target", "retention", "clause", "action", "cutoff", "inScope")
        .endsWith(
            "destroyed",
            "anonymized",
            "failed",
            "failures",
            "remaining",
            "postponed",
            "postponements",
            "residue",
            "chunks",
            "attempts",
            "method",
            "triggers",
            "materializedViews",
            "cascaded",
            "partitions",
            "identityRisk",
            "rows",
            "cleanUp",
            "pseudonymized");
    assertThat(invoices.get("destroyed").asLong()).isEqualTo(44_000);
    assertThat(invoices.get("failures").get(1).get("records").asLong()).isEqualTo(2);
    assertThat(invoices.get("method").asString()).isEqualTo("purged");
  }

  @Test
  void saysWhichColumnsASharedKeyLeadsBackFrom() {
    JsonNode columns = act.get("targets").get(0).get("pseudonymized");

    assertThat(columns.get("key").asString()).isEqualTo("live");
    assertThat(columns.get("columns").get(0).asString()).isEqualTo("iin");
    assertThat(act.get("targets").get(1).get("pseudonymized").isNull()).isTrue();
    assertThat(act.get("sharedKeys").get(0).get("used").asBoolean()).isFalse();
    assertThat(act.get("sharedKeys").get(0).get("destroyed").asString()).startsWith("2026-");
    assertThat(act.get("sharedKeys").get(1).get("destroyed").isNull()).isTrue();
  }

  @Test
  void totalsAreSumsOverTheTargets() {
    JsonNode totals = act.get("totals");
    for (String count :
        List.of("inScope", "due", "destroyed", "anonymized", "failed", "remaining", "residue")) {
      long sum = 0;
      for (JsonNode target : act.get("targets")) {
        sum += target.get(count).asLong();
      }
      assertThat(totals.get(count).asLong()).as(count).isEqualTo(sum);
    }
    assertThat(totals.get("destroyed").asLong()).isEqualTo(437_085);
  }

  @Test
  void saysWhatIsNotThere() {
    assertThat(act.get("signatures").isArray()).isTrue();
    assertThat(act.get("signatures").isEmpty()).isTrue();
    assertThat(act.get("execution").get("attempts").get(0).get("finished").isNull()).isTrue();
    JsonNode first = JsonMapper.builder().build().readTree(ActJson.bytes(SampleActs.verified()));
    assertThat(first.get("previousAct").isNull()).isTrue();
  }

  @Test
  void aBinThatThePolicyDoesNotNameIsNull() {
    JsonNode without =
        JsonMapper.builder().build().readTree(ActJson.bytes(SampleActs.withoutBin()));
    assertThat(without.at("/organisation/bin").isNull()).isTrue();
    assertThat(act.at("/organisation/bin").asString()).isEqualTo("150140001249");
  }

  @Test
  void statusIsAWordWithHyphens() {
    assertThat(act.get("status").asString()).isEqualTo("failed-verification");
    assertThat(act.get("number").asString()).isEqualTo("3/2026");
    assertThat(act.get("created").asString()).isEqualTo("2026-11-22T03:14:52+05:00");
  }

  @Test
  void theSameActGivesTheSameBytes() throws IOException {
    Path file = folder.resolve("act.json");

    String digest = ActJson.write(SampleActs.withFailures(), file);

    assertThat(digest)
        .isEqualTo(ActJson.sha256(SampleActs.withFailures()))
        .isEqualTo(DurableFile.sha256(Files.readAllBytes(file)))
        .isNotEqualTo(ActJson.sha256(SampleActs.needsPerson()));
  }
}
