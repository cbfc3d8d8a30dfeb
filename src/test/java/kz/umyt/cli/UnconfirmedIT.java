package kz.umyt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a policy leaves open is done by nobody until somebody has said who decided it. */
class UnconfirmedIT {

  private static final UmytProcess UMYT = new UmytProcess();
  private static final String ROWS = "iin;ended\n850101300114;05.03.2015\n";

  @TempDir private Path temp;

  @BeforeEach
  void company() throws IOException {
    SampleHome.copy(Path.of("config"), temp.resolve("config"));
    Files.createDirectories(temp.resolve("files"));
    Files.writeString(temp.resolve("files/a.csv"), ROWS);
    Files.writeString(
        temp.resolve("config/sources.yaml"),
        "sources:\n  files: {csv: \"" + temp.resolve("files") + "\"}\n");
  }

  private UmytProcess.Ended umyt(
      String command, String policy, String rule, String head, String... more) throws IOException {
    Path job =
        Files.writeString(
            temp.resolve("night.yaml"),
            """
            job: night
            policy: %s
            limits: {max-share: 100%%}
            %s
            targets:
              - source: files
                file: a.csv
                retention: %s
                clock: {column: ended, format: dd.MM.yyyy}
                action: destroy
            """
                .formatted(policy, head, rule));
    return UMYT.run(
        Stream.concat(
                Stream.of(
                    command,
                    job,
                    "--config",
                    temp.resolve("config"),
                    "--home",
                    temp.resolve("home")),
                Stream.of(more))
            .toArray());
  }

  @Test
  void anAssumptionIsConfirmedInTheJobWithTheWordsOfTheMessage() throws IOException {
    UmytProcess.Ended ended =
        umyt("run", "kar-tel", "subscriber", "").endsWith(ExitCode.NEEDS_PERSON);
    assertThat(ended.out())
        .contains("Needs a person: a.csv: nothing was done to its 1 due records:")
        .contains("rule 'subscriber' of policy 'kar-tel' rests on an assumption («The text gives")
        .contains(
            "writes into night.yaml, under 'confirm:', subscriber: \"P2Y, decided by NAME on"
                + " DATE\"");
    assertThat(temp.resolve("files/a.csv")).hasContent(ROWS);
    assertThat(umyt("plan", "kar-tel", "subscriber", "").endsWith(ExitCode.NEEDS_PERSON).out())
        .contains("under 'confirm:', subscriber: ");
    assertThat(
            umyt("explain", "kar-tel", "subscriber", "", "--table", "a.csv", "--key", "1")
                .endsWith(ExitCode.DONE)
                .out())
        .contains("due, but waits for a person; then it would be destroyed")
        .contains("rests on an assumption");

    String said = ended.out().substring(ended.out().indexOf("subscriber: \"P2Y"));
    String confirm = "confirm:\n  " + said.substring(0, said.indexOf(" (with"));
    umyt("run", "kar-tel", "subscriber", confirm)
        .saysOnly(ExitCode.USAGE, "must say who decided it and when, in place of NAME and DATE");
    umyt(
            "run",
            "kar-tel",
            "subscriber",
            confirm.replace("NAME", "А. Сериков").replace("DATE", "2026-01-15"))
        .endsWith(ExitCode.DONE);
    assertThat(temp.resolve("files/a.csv")).doesNotExist();
  }

  @Test
  void whatHasNoNumberNeedsOneFromAPerson() throws IOException {
    for (String command : new String[] {"plan", "run"}) {
      umyt(command, "nls-kazakhstan", "without-limit", "")
          .saysOnly(
              ExitCode.USAGE,
              "night.yaml:8:16: rule 'without-limit' of policy 'nls-kazakhstan' gives no number,"
                  + " only 'until: ",
              "writes into night.yaml, under 'confirm:', without-limit: \"P…, decided by NAME on"
                  + " DATE\"");
    }
    assertThat(temp.resolve("files/a.csv")).hasContent(ROWS);
  }
}
