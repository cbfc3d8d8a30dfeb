package kz.umyt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Acts are numbered per organisation, whether or not its policy names a BIN. */
class ActNumbersIT {

  private static final UmytProcess UMYT = new UmytProcess();

  @TempDir private Path temp;

  @Test
  void organisationsWithoutBinAreCountedByName() throws IOException {
    SampleHome.copy(Path.of("config/recognizers"), temp.resolve("config/recognizers"));
    Files.createDirectories(temp.resolve("config/policies"));
    Path folder = Files.createDirectories(temp.resolve("files"));
    Files.writeString(
        temp.resolve("config/sources.yaml"), "sources:\n  files: {csv: \"" + folder + "\"}\n");
    policy("named", "name: {kk: \"A АҚ\", ru: \"АО A\", en: A JSC}");
    policy("other", "name: {kk: \"B АҚ\", ru: \"АО B\", en: B JSC}");
    policy("with-bin", "{bin: \"190340012348\", name: {kk: \"A АҚ\", ru: \"АО A\", en: A JSC}}");
    int year = LocalDate.now(ZoneId.of("Asia/Almaty")).getYear();

    assertThat(number("named", 1)).startsWith("1/");
    assertThat(number("named", 2)).isIn("2/" + year, "1/" + (year + 1));
    assertThat(number("other", 3)).startsWith("1/");
    assertThat(number("with-bin", 4)).startsWith("1/");

    UMYT.run("verify", "--config", temp.resolve("config"), "--home", temp.resolve("home"))
        .endsWith(ExitCode.DONE);
  }

  private void policy(String id, String organisation) throws IOException {
    Files.writeString(
        temp.resolve("config/policies/" + id + ".yaml"),
        """
        policy: %s
        version: 1
        organisation: %s
        document: {title: "Политика", language: ru}
        entities: [{entity: KZ_IIN, clause: "1"}]
        retention: [{id: r, clock: collected, term: P1Y, clause: "2", then: [destroy]}]
        """
            .formatted(id, organisation.startsWith("{") ? organisation : "{" + organisation + "}"));
  }

  /** The number of the Act of one more run. */
  private String number(String policy, int run) throws IOException {
    String file = "a" + run + ".csv";
    Files.writeString(temp.resolve("files").resolve(file), "iin;got\n850101300114;05.03.2015\n");
    Path job =
        Files.writeString(
            temp.resolve("job" + run + ".yaml"),
            """
            job: job%d
            policy: %s
            limits: {max-share: 100%%}
            targets:
              - {source: files, file: %s, retention: r, clock: {column: got, format: dd.MM.yyyy}, action: destroy}
            """
                .formatted(run, policy, file));
    UMYT.run("run", job, "--config", temp.resolve("config"), "--home", temp.resolve("home"))
        .endsWith(ExitCode.DONE);
    try (Stream<Path> files = Files.walk(temp.resolve("home/out"))) {
      List<Path> acts =
          files
              .filter(found -> found.endsWith("act.json"))
              .filter(found -> found.toString().contains("job" + run + "-"))
              .toList();
      assertThat(acts).hasSize(1);
      JsonNode act = new JsonMapper().readTree(Files.readAllBytes(acts.get(0)));
      assertThat(act.at("/organisation/bin").isNull()).isEqualTo(!policy.equals("with-bin"));
      return act.get("number").asString();
    }
  }
}
