package kz.umyt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import kz.umyt.cli.demo.Truth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Demo, run and verify as people start them. */
class CliIT {

  private static final UmytProcess UMYT = new UmytProcess();
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String AS_OF = "2026-01-15";

  @Test
  void theDemoPrintsTheCountsThatAreTrue() {
    UmytProcess.Ended demo = SampleHome.shown().demo().endsWith(ExitCode.DONE);
    Map<String, List<String>> printed = new HashMap<>();
    for (String line : demo.out().lines().filter(line -> line.contains(": ")).toList()) {
      List<String> cells = List.of(line.strip().split(" {2,}", -1));
      if (cells.size() == 9) {
        String target = cells.get(0).substring(cells.get(0).indexOf(' ') + 1);
        List<String> counts = new ArrayList<>(cells.subList(2, 9));
        // The truth is told without it: "overdue" is a part of "due".
        counts.remove(2);
        printed.put(target.startsWith("PUBLIC.") ? lower(target.substring(7)) : target, counts);
      }
    }
    Map<String, Truth.Counts> truth = SampleHome.built().truth().targets();
    assertThat(printed.keySet()).isEqualTo(truth.keySet());
    truth.forEach(
        (target, counts) ->
            assertThat(printed.get(target))
                .as(target)
                .containsExactly(
                    spaced(counts.inScope()),
                    spaced(counts.due()),
                    spaced(counts.held()),
                    spaced(counts.blocked()),
                    spaced(counts.undecidable()),
                    spaced(counts.kept())));
    assertThat(demo.out())
        .contains("A fresh query finds nothing due any more")
        .contains(SampleHome.shown().home().folder().resolve("out").toString());
    assertThat(demo.err()).isEmpty();
  }

  @Test
  void theActHoldsTheCountsThatAreTrue() throws IOException {
    SampleHome.shown().demo().endsWith(ExitCode.DONE);
    Path file = SampleHome.shown().home().act();
    assertThat(file.resolveSibling("act.html")).isNotEmptyFile();
    JsonNode act = JSON.readTree(file);
    Map<String, Truth.Counts> truth = SampleHome.built().truth().targets();
    assertThat(act.get("targets").size()).isEqualTo(truth.size());
    long due = 0;
    for (JsonNode target : act.get("targets")) {
      String name = target.get("target").asString();
      Truth.Counts counts =
          Objects.requireNonNull(
              truth.get(name.startsWith("PUBLIC.") ? lower(name.substring(7)) : name), name);
      due += counts.due();
      assertThat(target.get("due").asLong()).as(name).isEqualTo(counts.due());
      assertThat(target.get("destroyed").asLong() + target.get("anonymized").asLong())
          .as(name)
          .isEqualTo(counts.due());
      assertThat(target.get("remaining").asLong() + target.get("residue").asLong())
          .as(name)
          .isZero();
      assertThat(target.get("oldest").asString())
          .isEqualTo(counts.oldest().orElseThrow().toString());
      assertThat(target.get("newest").asString())
          .isEqualTo(counts.newest().orElseThrow().toString());
    }
    assertThat(act.get("totals").get("due").asLong()).isEqualTo(due);
  }

  @Test
  void aSecondDemoDestroysNothingAndSaysSo(@TempDir Path temp) throws IOException {
    SampleHome home = SampleHome.shown().home().copyTo(temp.resolve("home"));
    SampleHome.State before = home.state();
    UmytProcess.Ended again = UMYT.run("demo", "--home", home.folder());
    again.endsWith(ExitCode.DONE);
    assertThat(again.out()).contains("Nothing was destroyed: nothing is due as of " + AS_OF);
    assertThat(home.state().database()).isEqualTo(before.database());
    assertThat(home.state().files()).isEqualTo(before.files());
    assertThat(home.state().ledger()).startsWith(before.ledger()).isNotEqualTo(before.ledger());
    assertThat(home.acts()).isEqualTo(1);
    UMYT.run("verify", "--home", home.folder()).endsWith(ExitCode.DONE);
  }

  @Test
  void aRunAnswersAMachineInOneLine(@TempDir Path temp) throws IOException {
    SampleHome home = SampleHome.built().home().copyTo(temp.resolve("home"));
    UmytProcess.Ended run =
        UMYT.run("run", "alatau-retention", "--as-of", AS_OF, "--json", "--home", home.folder());
    run.endsWith(ExitCode.NEEDS_PERSON);
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).endsWith("\n");
    assertThat(run.out().lines()).hasSize(1);
    JsonNode answer = JSON.readTree(run.out());
    long due =
        SampleHome.built().truth().targets().values().stream().mapToLong(Truth.Counts::due).sum();
    assertThat(answer.get("exitCode").asInt()).isEqualTo(ExitCode.NEEDS_PERSON);
    assertThat(answer.get("due").asLong()).isEqualTo(due);
    assertThat(answer.get("destroyed").asLong() + answer.get("anonymized").asLong()).isEqualTo(due);
    assertThat(Path.of(answer.get("act").asString())).isEqualTo(home.act());
    UMYT.run("verify", home.act(), "--home", home.folder()).endsWith(ExitCode.DONE);
  }

  @Test
  void whatNobodyAlteredIsIntact() throws IOException {
    SampleHome home = SampleHome.shown().home();
    assertThat(UMYT.run("verify", "--home", home.folder()).endsWith(ExitCode.DONE).out())
        .startsWith("Intact: ");
    assertThat(UMYT.run("verify", home.act(), "--home", home.folder()).endsWith(0).out())
        .startsWith("Intact: Act 1/");
    assertThat(UMYT.run("verify", home.ledger()).endsWith(ExitCode.DONE).out())
        .startsWith("Intact: ");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.5, 1})
  void anAlteredByteOfTheLedgerIsFoundWithItsLine(double where, @TempDir Path temp)
      throws IOException {
    List<String> lines = Files.readAllLines(SampleHome.shown().home().ledger());
    int line = (int) Math.round(where * (lines.size() - 1));
    byte[] bytes = Files.readAllBytes(SampleHome.shown().home().ledger());
    int start = 0;
    for (int i = 0; i < line; i++) {
      start = indexOf(bytes, start) + 1;
    }
    // A digit of the time, so that the line is JSON as before.
    int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("\"time\":\"", start) + 8;
    bytes[at] = '3';
    Path ledger = Files.write(temp.resolve("altered.jsonl"), bytes);
    UMYT.run("verify", ledger).saysOnly(ExitCode.NOT_VERIFIED, ledger + ":" + (line + 1) + ": ");
    UMYT.run("verify", SampleHome.shown().home().act(), "--ledger", ledger)
        .saysOnly(ExitCode.NOT_VERIFIED, ledger + ":" + (line + 1) + ": ");
  }

  private static int indexOf(byte[] bytes, int from) {
    int at = from;
    while (bytes[at] != '\n') {
      at++;
    }
    return at;
  }

  @Test
  void anAlteredByteOfAnActIsFound(@TempDir Path temp) throws IOException {
    SampleHome home = SampleHome.shown().home();
    String act = Files.readString(home.act());
    long due = JSON.readTree(act).get("totals").get("due").asLong();
    String total = "\"due\": " + due;
    assertThat(act).contains(total);
    Path altered =
        Files.writeString(temp.resolve("act.json"), act.replace(total, "\"due\": " + (due - 1)));
    UMYT.run("verify", altered, "--home", home.folder())
        .saysOnly(ExitCode.NOT_VERIFIED, altered.toString());
  }

  private static String spaced(long number) {
    return String.format(Locale.ROOT, "%,d", number).replace(',', ' ');
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
