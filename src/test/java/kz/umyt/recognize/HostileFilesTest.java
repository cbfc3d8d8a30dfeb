package kz.umyt.recognize;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import kz.umyt.settings.Installation;
import kz.umyt.settings.SettingsException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever stands in a recognizer file, it is read or refused in words for a person. */
class HostileFilesTest {

  private static final int ROUNDS = 1500;

  private static final Path SHIPPED = Path.of("config/recognizers");
  private static final Path PRESIDIO = Path.of("src/test/resources/settings/config/recognizers");

  private static final String[] PIECES = {
    "recognizers:",
    "\n  - ",
    "name: ",
    "type: predefined",
    "type: ",
    "[",
    "]",
    "{",
    "}",
    ": ",
    "- ",
    "null",
    "~",
    "26",
    "-1",
    "1e9",
    "true",
    "\"",
    "'",
    "#",
    "&a",
    "*a",
    "!!int",
    "|\n",
    ">\n",
    "---",
    "supported_entity: A",
    "supported_entities: ",
    "patterns: ",
    "regex: ",
    "score: 0.5",
    "\n",
    "deny_list: ",
    "context: ",
    "enabled: ",
    "global_regex_flags: ",
    "${X}",
    "${X:a}",
    "\t",
    "  ",
    "languages: ",
    "\u0000",
    "\"\\ud83d\"",
    "\uFEFF",
    "ә",
    "\uD83D\uDE00",
    "? ",
    "<<: ",
    "XRecognizer"
  };

  private static final String[] EXPRESSIONS = {
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    "*",
    "+",
    "?",
    "|",
    "^",
    "$",
    ".",
    "-",
    "\\",
    "\\b",
    "\\B",
    "\\w",
    "\\W",
    "\\d",
    "\\x",
    "\\x{",
    "41",
    "\\x41",
    "\\x{10FFFF}",
    "\\p",
    "\\pL",
    "\\p{",
    "L}",
    "\\Q",
    "\\E",
    "\\1",
    "\\07",
    "\\A",
    "\\z",
    "\\Z",
    "(?",
    "(?P<",
    "(?P<value>",
    "(?<",
    "(?<!",
    "(?=",
    "(?i)",
    "(?-i:",
    "(?i",
    ":",
    "=",
    "!",
    ">",
    "<",
    "{2}",
    "{2,}",
    "{,3}",
    "{3,2}",
    "{999}",
    "[^",
    "[:",
    ":]",
    "[:alpha:]",
    "&&",
    "a",
    "b",
    "0-9",
    "a-z",
    "ж",
    "ә",
    "\uD83D\uDE00",
    "\uD83D",
    "K",
    "e<=1",
    "r\"",
    "\"",
    " ",
    "\n"
  };

  @TempDir Path base;
  private Path file = Path.of("");

  @BeforeEach
  void makeFolder() throws IOException {
    file = Files.createDirectories(base.resolve("config/recognizers")).resolve("own.yaml");
  }

  /** Reads a file and uses it; anything thrown but {@link SettingsException} fails the test. */
  private boolean reads(byte[] bytes) throws IOException {
    Files.write(file, bytes);
    Installation installation =
        new Installation(base, base.resolve("config"), base.resolve("var"), Map.of());
    try {
      Analyzer analyzer = new Analyzer(installation.recognizers(), BuiltIn.TODAY);
      String text = "ИИН 081040014026 ab-12345, жa\u0000\uD83D\uDE00 a";
      assertThat(analyzer.analyze(text, "x")).isEqualTo(analyzer.analyzeUnfiltered(text, "x"));
      return true;
    } catch (SettingsException e) {
      assertThat(e).hasMessageContaining("config/recognizers/own.yaml:");
      return false;
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      throw new AssertionError(new String(bytes, StandardCharsets.UTF_8), e);
    }
  }

  private static List<byte[]> valid() throws IOException {
    List<byte[]> all = new ArrayList<>();
    for (Path folder : List.of(SHIPPED, PRESIDIO)) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.sorted().toList()) {
          all.add(Files.readAllBytes(file));
        }
      }
    }
    return all;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void ofBytes(long seed) throws IOException {
    Random random = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) {
      byte[] bytes = new byte[random.nextInt(120)];
      random.nextBytes(bytes);
      assertThat(reads(bytes)).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void ofPiecesOfYaml(long seed) throws IOException {
    Random random = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) {
      StringBuilder text = new StringBuilder(random.nextBoolean() ? "recognizers:\n  - " : "");
      for (int i = random.nextInt(30); i >= 0; i--) {
        text.append(PIECES[random.nextInt(PIECES.length)]);
      }
      reads(text.toString().getBytes(StandardCharsets.UTF_8));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void ofValidFilesWithSlips(long seed) throws IOException {
    Random random = new Random(seed);
    List<byte[]> valid = valid();
    int read = 0;
    for (int round = 0; round < 200; round++) {
      byte[] bytes = valid.get(random.nextInt(valid.size())).clone();
      for (int slips = 1 + random.nextInt(3); slips > 0; slips--) {
        int at = random.nextInt(bytes.length);
        bytes[at] =
            random.nextBoolean()
                ? (byte) (32 + random.nextInt(95))
                : bytes[random.nextInt(bytes.length)];
      }
      read += reads(bytes) ? 1 : 0;
    }
    assertThat(read).isBetween(20, 195);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void ofExpressions(long seed) throws IOException {
    Random random = new Random(seed);
    int read = 0;
    for (int round = 0; round < ROUNDS; round++) {
      StringBuilder regex = new StringBuilder();
      for (int i = random.nextInt(9); i >= 0; i--) {
        regex.append(EXPRESSIONS[random.nextInt(EXPRESSIONS.length)]);
      }
      String yaml =
          "recognizers: [{name: A, supported_entity: A, global_regex_flags: "
              + List.of(26, 24, 10, 18, 0).get(random.nextInt(5))
              + ", patterns: [{name: p, score: 0.5, regex: '"
              + regex.toString().replace("'", "''")
              + "'}]}]";
      read += reads(yaml.getBytes(StandardCharsets.UTF_8)) ? 1 : 0;
    }
    assertThat(read).isGreaterThan(100);
  }

  @Test
  void ofDepthWithoutEnd() throws IOException {
    for (String open : List.of("[", "{a: ", "- ", "? ", "recognizers: [", "\"", "(")) {
      assertThat(reads(open.repeat(20_000).getBytes(StandardCharsets.UTF_8))).isFalse();
    }
  }
}
