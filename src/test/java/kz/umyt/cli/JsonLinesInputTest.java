package kz.umyt.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import kz.umyt.recognize.Analyzer;
import kz.umyt.settings.Installation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class JsonLinesInputTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int WIDE = 1 << 20;
  private static final long ROOM = 1 << 24;

  private static final Analyzer ANALYZER = analyzer();

  private static final String[] PIECES = {
    "081040014026",
    "info@example.kz",
    "8 (727) 350 00 12",
    " ",
    ", ",
    "сөз ",
    "\uD83D\uDE00",
    "\n",
    "\"",
    "\\",
    "/",
    "\t",
    "\u0001",
    "2026-01-15 ",
    "10.20.30.40",
    "; БИН: ",
    "7015550142 "
  };

  private final List<String> faults = new ArrayList<>();

  private static Analyzer analyzer() {
    Path base = Path.of("").toAbsolutePath();
    return new Analyzer(
        new Installation(base, base.resolve("config"), base.resolve("var"), Map.of()).recognizers(),
        LocalDate.of(2026, 1, 15));
  }

  private String answers(String lines, int window, int overlap, long room) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Selection selection = new Selection(Set.of(), 0.5, true);
    try (LineSource source =
            new LineSource(new ByteArrayInputStream(lines.getBytes(UTF_8)), window, 0);
        JsonLinesInput input =
            new JsonLinesInput(
                ANALYZER, selection, window, overlap, room, new Alarms(ANALYZER), out)) {
      input.read(source, (line, fault) -> faults.add(line + ": " + fault));
    }
    return out.toString(UTF_8);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void answersALongLineAsIfItWereShort(long seed) throws IOException {
    Random random = new Random(seed);
    for (int round = 0; round < 20; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(400); i > 0; i--) {
        text.append(PIECES[random.nextInt(PIECES.length)]);
      }
      String line = line(text.toString(), random);
      String whole = answers(line, WIDE, 512, ROOM);
      assertThat(answers(line, 2_048 + random.nextInt(100), 512, ROOM)).isEqualTo(whole);
      assertThat(JSON.readTree(whole).get("id")).isEqualTo(JSON.readTree(line).get("id"));
    }
    assertThat(faults).isEmpty();
  }

  /** Keys in any order, characters written plainly or as escapes. */
  private static String line(String text, Random random) {
    StringBuilder escaped = new StringBuilder();
    for (char c : text.toCharArray()) {
      if (random.nextInt(8) == 0) {
        escaped.append(String.format("\\u%04x", (int) c));
      } else if (c == '"' || c == '\\' || (c == '/' && random.nextBoolean())) {
        escaped.append('\\').append(c);
      } else if (c < ' ') {
        escaped.append(c == '\n' ? "\\n" : c == '\t' ? "\\t" : "\\u0001");
      } else {
        escaped.append(c);
      }
    }
    // An escape beside the other half written plainly is no UTF-8.
    String string =
        JSON.writeValueAsString(text).length() > 2 && hasHalf(escaped)
            ? JSON.writeValueAsString(text)
            : "\"" + escaped + "\"";
    List<String> members =
        new ArrayList<>(
            List.of(
                "\"id\" : [ {\"ә\":1.50}, \"\\\"}\uD83D\uDE00\", null]",
                "\"text\":" + string,
                "\"column\": \"phone\""));
    Collections.shuffle(members, random);
    return "{" + String.join(" , ", members) + "}";
  }

  private static boolean hasHalf(CharSequence text) {
    return text.codePoints().anyMatch(c -> c >= 0xD800 && c <= 0xDFFF);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-0.0e+1",
        "true",
        "null",
        "\"a\\\"\\u0022\\ud800\"",
        "{\"text\":[1, {\"id\":2}]}",
        "[[],[{}]]"
      })
  void repeatsTheIdAsItIsWritten(String id) throws IOException {
    String answer = "{\"id\":" + id + ",\"findings\":[]}\n";
    assertThat(answers("{\"id\":" + id + ",\"text\":\"\"}", WIDE, 512, ROOM)).isEqualTo(answer);
    assertThat(answers("{\"text\" : null , \"id\" : " + id + " }", WIDE, 512, ROOM))
        .isEqualTo(answer);
  }

  @Test
  void repeatsAnIdThatIsNestedDeepAndRefusesOneWithoutBottom() throws IOException {
    String deep = "[".repeat(900) + "]".repeat(900);
    assertThat(answers("{\"id\":" + deep + ",\"text\":\"\"}", WIDE, 512, ROOM))
        .isEqualTo("{\"id\":" + deep + ",\"findings\":[]}\n");

    String bottomless = "[".repeat(200_000);
    assertThat(answers("{\"id\":" + bottomless + "\n{\"text\":\"\"}", WIDE, 512, ROOM))
        .isEqualTo("{\"id\":null,\"findings\":[]}\n");
    assertThat(faults)
        .containsExactly("1: something beside 'text' is too long, or nested more than 10000 deep");
  }

  @Test
  void refusesAnIdOrColumnThatIsATextItself() throws IOException {
    String longest = "x".repeat(3 << 20);
    String lines =
        "{\"id\":\""
            + longest
            + "\",\"text\":\"\"}\n"
            + "{\"id\":["
            + "1,".repeat(1 << 20)
            + "1],\"text\":\"\"}\n"
            + "{\"column\":\""
            + longest
            + "\",\"text\":\"\"}\n"
            + "{\"id\":4,\"text\":\"\"}";
    assertThat(answers(lines, WIDE, 512, ROOM)).isEqualTo("{\"id\":4,\"findings\":[]}\n");
    assertThat(faults).hasSize(3).allMatch(fault -> fault.contains("long"));
  }

  @Test
  void goesOnBehindALineThatMemoryCannotHold() throws IOException {
    Random random = new Random(1);
    StringBuilder noise = new StringBuilder();
    for (int i = 0; i < 400_000; i++) {
      noise.append((char) ('a' + random.nextInt(26)));
    }
    String lines = "{\"id\":1,\"text\":\"" + noise + "\"}\n{\"id\":2,\"text\":\"\"}\n";
    assertThat(answers(lines, 4_096, 512, 1 << 17)).isEqualTo("{\"id\":2,\"findings\":[]}\n");
    assertThat(faults)
        .containsExactly("1: longer than memory holds; give it more, such as UMYT_HEAP=2g");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"text\":\"\"} {}        | more than one JSON object",
        "{\"text\":\"\"            | not JSON, or a key is written twice, at character 11",
        "{\"text\":\"a\\qb\"}      | not JSON, or a key is written twice, at character 12",
        "{\"id\":{\"a\":1,\"a\":2},\"text\":\"\"} | or a key is written twice",
        "{\"text\":\"\",\"text\":\"\"} | or a key is written twice",
        "{\"text\":\"\",\"column\":[]} | 'column' must be a string or null",
        "{\"text\":{\"text\":\"\"}} | 'text' must be there",
        "{\"id\":1}                 | 'text' must be there",
        "[{\"text\":\"\"}]          | not a JSON object",
        "7                          | not a JSON object",
        "``                         | not a JSON object"
      })
  void saysWhatIsWrongWithALine(String line, String fault) throws IOException {
    String wide = " ".repeat(5_000);
    answers(line + "\n" + line + wide, 2_048, 512, ROOM);
    assertThat(faults).hasSize(2);
    assertThat(faults.get(0)).startsWith("1: ").contains(fault);
    assertThat(faults.get(1)).startsWith("2: ");
  }
}
