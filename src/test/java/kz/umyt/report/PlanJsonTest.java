package kz.umyt.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import kz.umyt.plan.Plan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PlanJsonTest {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  @TempDir Path folder;

  @Test
  void hasTheDocumentedFieldsInOrder() {
    JsonNode plan = MAPPER.readTree(PlanJson.bytes(SamplePreviews.preview()));

    assertThat(plan.propertyNames())
        .containsExactly(
            "job",
            "run",
            "policy",
            "asOf",
            "status",
            "targets",
            "totals",
            "seal",
            "approval",
            "limits",
            "refusal",
            "remarks",
            "created",
            "user",
            "host",
            "application");
    assertThat(plan.get("policy").propertyNames()).containsExactly("id", "version", "sha256");
    assertThat(plan.get("status").asString()).isEqualTo("planned");
    assertThat(plan.get("asOf").asString()).isEqualTo("2026-11-21");
    assertThat(plan.get("targets").get(0).propertyNames())
        .containsExactly(
            "source",
            "target",
            "retention",
            "clause",
            "action",
            "cutoff",
            "inScope",
            "due",
            "overdue",
            "held",
            "heldBy",
            "blocked",
            "floor",
            "conflict",
            "undecidable",
            "oldest",
            "newest",
            "kept",
            "alreadyDone",
            "system",
            "product",
            "clock",
            "term",
            "confirmed",
            "rules",
            "entities",
            "columns",
            "remarks",
            "cascades",
            "postponed",
            "postponements",
            "in30",
            "in90",
            "estimate",
            "condition",
            "dependents",
            "triggers",
            "materializedViews",
            "partitions",
            "seal");
    assertThat(plan.get("targets").get(0).get("columns").get(0).propertyNames())
        .containsExactly("name", "entity", "operator");
  }

  @Test
  void totalsAreSumsOverTheTargets() {
    JsonNode plan = MAPPER.readTree(PlanJson.bytes(SamplePreviews.preview()));

    for (String count :
        List.of("inScope", "due", "held", "blocked", "floor", "conflict", "undecidable", "kept")) {
      assertThat(plan.get("totals").get(count).asLong()).isEqualTo(sum(plan, count)).isPositive();
    }
    assertThat(plan.get("totals").get("postponed").asLong())
        .isEqualTo(sum(plan, "postponed"))
        .isEqualTo(SamplePreviews.WAITING.records());
    assertThat(plan.get("totals").get("alreadyDone").asLong()).isEqualTo(21_640);
    assertThat(plan.get("totals").get("unconfirmed").asLong()).isEqualTo(260);
  }

  @Test
  void absentDatesAreNull() {
    Plan plan = SampleActs.plan();
    Plan nothingDue =
        new Plan(
            plan.job(),
            plan.run(),
            plan.policy(),
            plan.asOf(),
            List.of(SampleActs.planned("s", "S", "H2", "t", "destroy", true, 5, 0, 0)));

    JsonNode target =
        MAPPER.readTree(PlanJson.bytes(SamplePreviews.preview(nothingDue))).get("targets").get(0);

    assertThat(target.get("oldest").isNull()).isTrue();
    assertThat(target.get("newest").isNull()).isTrue();
  }

  @Test
  void returnsTheDigestOfWhatItWrote() throws IOException {
    Path file = folder.resolve("new/folder/plan.json");

    String digest = PlanJson.write(SamplePreviews.preview(), file);

    assertThat(digest)
        .isEqualTo(DurableFile.sha256(Files.readAllBytes(file)))
        .hasSize(64)
        .isLowerCase();
    assertThat(Files.readString(file)).startsWith("{\n  \"job\": ").endsWith("}\n");
  }

  @Test
  void replacesAFileAndLeavesNothingBeside() throws IOException {
    Path file = Files.writeString(folder.resolve("plan.json"), "old");

    PlanJson.write(SamplePreviews.preview(), file);

    assertThat(Files.readAllBytes(file)).isEqualTo(PlanJson.bytes(SamplePreviews.preview()));
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void saysWhichFileCannotBeWrittenAndCleansUp() throws IOException {
    Path occupied = folder.resolve("plan.json");
    Files.createDirectories(occupied.resolve("inside"));

    assertThatThrownBy(() -> PlanJson.write(SamplePreviews.preview(), occupied))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("plan.json")
        .hasMessageContaining("cannot be written");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(occupied);
    }
  }

  @Test
  void aBrokenCharacterDoesNotKeepThePlanFromBeingWritten() {
    Plan plan = SampleActs.plan();
    Plan broken =
        new Plan("job \uD800 name", plan.run(), plan.policy(), plan.asOf(), plan.targets());

    String json =
        new String(PlanJson.bytes(SamplePreviews.preview(broken)), StandardCharsets.UTF_8);

    assertThat(MAPPER.readTree(json).get("job").asString()).isEqualTo("job ? name");
  }

  private static long sum(JsonNode plan, String count) {
    long sum = 0;
    for (JsonNode target : plan.get("targets")) {
      sum += target.get(count).asLong();
    }
    return sum;
  }
}
