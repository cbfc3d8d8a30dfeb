package kz.umyt.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import kz.umyt.recognize.Analyzer;
import kz.umyt.settings.Installation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class DetectCommandTest {

  private static final Analyzer ANALYZER = analyzer();

  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final StringWriter err = new StringWriter();

  private static Analyzer analyzer() {
    Path base = Path.of("").toAbsolutePath();
    return new Analyzer(
        new Installation(base, base.resolve("config"), base.resolve("var"), Map.of()).recognizers(),
        LocalDate.of(2026, 1, 15));
  }

  private int detect(byte[] input, String... arguments) {
    return detect(installation -> ANALYZER, input, arguments);
  }

  private int detect(
      Function<Installation, Analyzer> analyzers, byte[] input, String... arguments) {
    DetectCommand command =
        new DetectCommand(
            analyzers, new ByteArrayInputStream(input), new PrintStream(out, true, UTF_8));
    return new CommandLine(command).setErr(new PrintWriter(err, true)).execute(arguments);
  }

  private int detect(String input, String... arguments) {
    return detect(input.getBytes(UTF_8), arguments);
  }

  private String printed() {
    return out.toString(UTF_8);
  }

  @Test
  void printsOneJsonLineForEachFindingWithOffsetsInCodePoints() {
    int code = detect("жоқ\r\n\uD83D\uDE00 БИН 081040014026; info@example.kz\n");

    assertThat(code).isZero();
    assertThat(printed())
        .isEqualTo(
            """
            {"file":null,"line":2,"entity":"KZ_BIN","start":6,"end":18,"score":1.0,"validated":true,"recognizer":"kz-bin"}
            {"file":null,"line":2,"entity":"EMAIL_ADDRESS","start":20,"end":35,"score":0.6,"validated":true,"recognizer":"email"}
            """);
  }

  @Test
  void saysWhoseMatchesTheWindowsOfALongLineMayCut() throws IOException {
    Files.createDirectories(folder.resolve("recognizers"));
    Files.writeString(
        folder.resolve("recognizers/own.yaml"),
        "recognizers: [{name: own, supported_entity: OWN, patterns: [{name: long, regex:"
            + " '<<[a-z ]+>>', score: 0.9}]}]");
    Analyzer own =
        new Analyzer(
            new Installation(folder, folder, folder, Map.of()).recognizers(), LocalDate.MAX);
    byte[] line = ("x ".repeat(600_000) + "<<a b>>").getBytes(UTF_8);

    assertThat(detect(installation -> own, line)).isZero();
    assertThat(printed()).contains("\"start\":1200000,\"end\":1200007");
    assertThat(err.toString()).contains("1 MiB").endsWith("by: own" + System.lineSeparator());
  }

  @Test
  void cutsNoBuiltInRecognizerShort() {
    assertThat(detect("слово ".repeat(300_000))).isZero();
    assertThat(err.toString()).isEmpty();
  }

  /** Text of a line before, value and text after it; the value's places are counted here. */
  private record Line(String before, String value, String after) {

    String text() {
      return before + value + after;
    }

    String place(int number, String entity) {
      int start = before.codePointCount(0, before.length());
      int end = start + value.codePointCount(0, value.length());
      return "\"line\":%d,\"entity\":\"%s\",\"start\":%d,\"end\":%d,"
          .formatted(number, entity, start, end);
    }
  }

  private static final List<Line> DECORATED =
      List.of(
          new Line(
              "\uD83D\uDC68\u200D\uD83D\uDC69 и\u0306од ИИН ",
              "950106\u200B310000",
              " \uD83D\uDE00"),
          new Line("\u202B\u0259ке\u202C ИИН ", "９５０１０６３１\uD835\uDFCE000", ""),
          new Line("\uD83C\uDDF0\uD83C\uDDFF ", "9\u00AD50106\u20603\u200E10000", "\u200F \uFB01n"),
          new Line("(\uD835\uDFD7) ", "950106\u00A0310000", " ЖСН \uD83D\uDE00"));

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n"})
  void countsCodePointsWhateverTheTextIsMadeOf(String lineEnd) {
    String input = DECORATED.stream().map(Line::text).collect(Collectors.joining(lineEnd));

    assertThat(detect("\uFEFF" + input, "--entities", "KZ_IIN", "--show-values")).isZero();

    List<String> lines = printed().lines().toList();
    assertThat(lines).hasSize(DECORATED.size());
    for (int i = 0; i < lines.size(); i++) {
      assertThat(lines.get(i)).contains(DECORATED.get(i).place(i + 1, "KZ_IIN"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'код 123456 код 654321',",
    "'{\"id\":1,\"text\":\"код 123456 код 654321\"}',--jsonl"
  })
  void saysAtTheEndWhatMustBeDoneAtOnce(String input, String option) throws IOException {
    Path recognizers = Files.createDirectories(folder.resolve("config/recognizers"));
    Files.writeString(
        recognizers.resolve("own.yaml"),
        """
        recognizers:
          - name: code
            supported_entity: OWN_CODE
            patterns: [{name: six, regex: '[0-9]{6}', score: 0.6}]
            alarm: Remove them today.
        """);
    Analyzer own =
        new Analyzer(
            new Installation(folder, folder.resolve("config"), folder.resolve("var"), Map.of())
                .recognizers(),
            LocalDate.of(2026, 1, 15));
    DetectCommand command =
        new DetectCommand(
            installation -> own,
            new ByteArrayInputStream(input.getBytes(UTF_8)),
            new PrintStream(out, true, UTF_8));

    int code =
        new CommandLine(command)
            .setErr(new PrintWriter(err, true))
            .execute(option == null ? new String[0] : new String[] {option});

    assertThat(code).isZero();
    assertThat(err.toString().strip())
        .isEqualTo("umyt detect: OWN_CODE, 2 found: Remove them today.");
  }

  @Test
  void printsValuesOnlyWhenAsked() {
    detect("info@example.kz");
    assertThat(printed()).doesNotContain("info");

    detect("info@example.kz", "--show-values");
    assertThat(printed()).contains("\"recognizer\":\"email\",\"value\":\"info@example.kz\"}");
  }

  @Test
  void readsTheOtherFilesWhenOneIsMissing() throws IOException {
    Path file = folder.resolve("a.txt");
    Files.writeString(file, "\uFEFFinfo@example.kz");

    int code = detect("", folder.resolve("none.txt").toString(), file.toString());

    assertThat(code).isEqualTo(3);
    assertThat(err.toString()).contains("none.txt: no such file");
    assertThat(printed())
        .contains("\"line\":1,\"entity\":\"EMAIL_ADDRESS\",\"start\":0,\"end\":15");
  }

  @Test
  void saysInWhichLineBytesAreNotUtf8() {
    byte[] input = "info@example.kz\nok\n?\nrest\n".getBytes(UTF_8);
    input["info@example.kz\nok\n".length()] = (byte) 0xCF;

    assertThat(detect(input)).isEqualTo(3);
    assertThat(err.toString()).contains("standard input:3: not UTF-8");
    assertThat(printed()).contains("\"line\":1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32LE"})
  void refusesTextOfWideCharactersWithoutAMark(String charset) {
    byte[] input = "Мой ИИН, mail info@example.kz\n".repeat(50).getBytes(Charset.forName(charset));

    assertThat(detect(input)).isEqualTo(3);
    assertThat(err.toString()).contains("standard input:1: not UTF-8");
    assertThat(printed()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"'',0", "\uFEFF,0"})
  void findsNothingWhereNothingIs(String input, int code) {
    assertThat(detect(input)).isEqualTo(code);
    assertThat(detect(input, "--jsonl")).isEqualTo(code);
    assertThat(printed()).isEmpty();
    assertThat(err.toString()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "\nmore\n"})
  void saysInWhichLineACharacterIsCutOff(String rest) {
    String before = "info@example.kz\n" + "ә".repeat(700_000) + "\n";
    byte[] input = (before + "x" + rest).getBytes(UTF_8);
    input[before.getBytes(UTF_8).length] = (byte) 0xD3;

    assertThat(detect(input)).isEqualTo(3);
    assertThat(err.toString()).contains("standard input:3: not UTF-8");
    assertThat(printed()).contains("\"line\":1");
  }

  @Test
  void takesADashForStandardInput() throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "info@example.kz");

    assertThat(detect("081040014026", file.toString(), "-")).isZero();

    assertThat(printed().lines())
        .satisfiesExactly(
            first -> assertThat(first).contains("a.txt", "EMAIL_ADDRESS"),
            second -> assertThat(second).contains("\"file\":null", "KZ_BIN"));
  }

  @Test
  void findsInOldLinesThatEndWithCarriageReturnsAlone() {
    assertThat(detect("info@example.kz\r081040014026\r")).isZero();
    assertThat(printed())
        .contains("EMAIL_ADDRESS\",\"start\":0,", "KZ_BIN\",\"start\":16,\"end\":28");
  }

  @Test
  void readsTextWithFewControlCharacters() {
    assertThat(detect("a\u0000b info@example.kz")).isZero();
    assertThat(printed()).contains("EMAIL_ADDRESS");
  }

  @Test
  void givesIdsBackAsTheyAreAndRefusesKeysWrittenTwice() {
    int code =
        detect(
            """
            {"id":"\\ud800","text":""}
            {"id":1.50,"text":""}
            {"id":12345678901234567890,"text":""}
            {"id":"қ","text":""}
            {"id":5,"text":"info@example.kz","text":""}
            """,
            "--jsonl");

    assertThat(code).isEqualTo(3);
    assertThat(err.toString()).contains("standard input:5:").contains("twice");
    assertThat(printed())
        .isEqualToIgnoringCase(
            """
            {"id":"\\ud800","findings":[]}
            {"id":1.50,"findings":[]}
            {"id":12345678901234567890,"findings":[]}
            {"id":"қ","findings":[]}
            """);
  }

  @Test
  void namesTheNearestEntity() {
    assertThat(detect("", "--entities", "KZ_INN")).isEqualTo(2);
    assertThat(err.toString()).contains("unknown entity 'KZ_INN'").contains("KZ_IIN");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.5", "NaN", "-0.1", "1,5", "half", ""})
  void refusesAThresholdOffTheScale(String written) {
    assertThat(detect("", "--threshold", written)).isEqualTo(2);
    assertThat(err.toString())
        .contains("'--threshold'", "must be a number from 0 to 1, such as 0.5")
        .doesNotContain("double");
  }

  @Test
  void showsWhatWasChosen() {
    detect("081040014026 info@example.kz", "--entities", "KZ_BIN,KZ_IIN");
    assertThat(printed()).contains("KZ_BIN").doesNotContain("EMAIL");

    out.reset();
    detect("081040014026 info@example.kz", "--threshold", "0.7");
    assertThat(printed()).contains("KZ_BIN").doesNotContain("EMAIL");
  }

  @Test
  void answersJsonLines() {
    int code =
        detect(
            """
            {"id":7,"text":"\\ud83d\\ude00 7015550142","column":"phone"}
            {"id":"x","text":"7015550142"}
            {"text":null}
            """,
            "--jsonl");

    assertThat(code).isZero();
    assertThat(printed())
        .isEqualTo(
            """
            {"id":7,"findings":[{"entity":"PHONE_NUMBER","start":2,"end":12,"score":0.85,"validated":true}]}
            {"id":"x","findings":[]}
            {"id":null,"findings":[]}
            """);
  }

  @Test
  void reportsWrongJsonLinesWithoutRepeatingThem() {
    int code =
        detect(
            """
            {"id":1,"text":"87015550142
            []
            {"id":2,"text":5}
            {"id":3,"txt":""}
            {"id":4,"text":""}
            """,
            "--jsonl");

    assertThat(code).isEqualTo(3);
    assertThat(err.toString())
        .contains(
            "standard input:1: not JSON", ":2: not a JSON object", ":3: 'text'", ":4: unknown")
        .doesNotContain("8701");
    assertThat(printed()).isEqualTo("{\"id\":4,\"findings\":[]}\n");
  }
}
