package kz.umyt.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlParserTest {

  private static YamlNode parse(String text) {
    return YamlParser.parse(text, "x.yaml", new Variables(Map.of("SET", "12", "EMPTY", "")));
  }

  private static YamlNode.Scalar scalar(String text) {
    return (YamlNode.Scalar) ((YamlNode.Mapping) parse("key: " + text)).entries().get(0).value();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "`12`,NUMBER",
        "`081040014026`,NUMBER",
        "`-1.5e3`,NUMBER",
        "`.5`,NUMBER",
        "`12.`,NUMBER",
        "`.`,PLAIN",
        "`1e`,PLAIN",
        "`1_000`,PLAIN",
        "`25%`,PLAIN",
        "`06:00`,PLAIN",
        "`\"12\"`,QUOTED",
        "`'true'`,QUOTED",
        "`|\n  12`,QUOTED",
        "`>\n  12`,QUOTED",
        "`true`,BOOLEAN",
        "`False`,BOOLEAN",
        "`yes`,PLAIN",
        "`null`,NULL",
        "`~`,NULL",
        "``,NULL",
        "`${SET}`,VARIABLE",
        "`\"${EMPTY}\"`,VARIABLE",
        "`$${SET}`,PLAIN"
      })
  void knowsWhatAScalarIs(String written, YamlNode.Kind kind) {
    assertThat(scalar(written).kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "${SET}           | 12",
        "a${SET}b${SET}   | a12b12",
        "${UNSET:x:y}     | x:y",
        "${SET:x}         | 12",
        "a${UNSET:}b      | ab",
        "$${SET}          | ${SET}",
        "$${a} ${SET}     | ${a} 12",
        "$$${SET}         | $${SET}",
        "100$             | 100$"
      })
  void fillsVariablesIn(String written, String filled) {
    assertThat(scalar(written).text()).isEqualTo(filled);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a: ${NOPE}           | x.yaml:1:4: variable NOPE is not set; set it, or write ${NOPE:default}",
        "a: ${SET             | x.yaml:1:4: '${' without '}'; write $${ for a literal ${",
        "a: ${1X}             | x.yaml:1:4: '${...}' needs the name of a variable",
        "a: ${}               | x.yaml:1:4: '${...}' needs the name of a variable"
      })
  void refusesVariablesThatCannotBeFilledIn(String text, String message) {
    assertThatThrownBy(() -> parse(text))
        .isInstanceOf(SettingsException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void neverShowsTheValueOfAVariable() {
    YamlNode.Scalar secret = scalar("${SET}");
    assertThat(secret.toString()).doesNotContain("12");
    assertThatThrownBy(() -> new Value(scalar("x${SET}"), "'n'").integer(1, 5))
        .hasMessage("x.yaml:1:6: 'n' must be a whole number from 1 to 5");
  }

  @Test
  void knowsLineAndColumnOfKeysAndValues() {
    YamlNode.Mapping root = (YamlNode.Mapping) parse("# «жою»\nә: ғ\nb:\n  - {c: d}\n");
    YamlNode.Entry b = root.entries().get(1);
    YamlNode.Mapping item = (YamlNode.Mapping) ((YamlNode.Sequence) b.value()).items().get(0);
    assertThat(root.entries().get(0).value().at()).hasToString("x.yaml:2:4");
    assertThat(b.key().at()).hasToString("x.yaml:3:1");
    assertThat(item.at()).hasToString("x.yaml:4:5");
    assertThat(item.entries().get(0).value().at()).hasToString("x.yaml:4:9");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "`a: 1\nb: 2\na: 3`,`x.yaml:3:1: key 'a' is written twice; first on line 1: put both parts there`",
        "`a: &x 1`,`x.yaml:1:4: an anchor (&) is not allowed here`",
        "`a: &x\n  b: 1`,`x.yaml:1:4: an anchor (&) is not allowed here`",
        "`a: *x`,`x.yaml:1:4: an alias (*) is not allowed here`",
        "`a: !!str 5`,`x.yaml:1:4: a tag (!) is not allowed here`",
        "`&x a: 5`,`x.yaml:1:1: an anchor (&) is not allowed here`",
        "`a: 1\n---\nb: 2`,`x.yaml:3:1: a second document begins here`",
        "`a: 1\n---\n`,`x.yaml:3:1: a second document begins here`",
        "`a: b: c`,`x.yaml:1:5: not readable as YAML: mapping values are not allowed here`",
        "`a: [1\nb: 2`,`x.yaml:2:2: not readable as YAML: expected ',' or ']'`",
        "`a: \"x\nb`,`x.yaml:2:2: not readable as YAML: found unexpected end of stream`",
        "`{[a]: 1}`,`x.yaml:1:3: not readable as YAML`",
        "``,`x.yaml:1:1: the file is empty`",
        "`# nothing`,`x.yaml:1:1: the file is empty`"
      })
  void refusesWhatIsNotStrictYaml(String text, String message) {
    assertThatThrownBy(() -> parse(text == null ? "" : text))
        .isInstanceOf(SettingsException.class)
        .hasMessageStartingWith(message)
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "`a: b: c`,`x.yaml:1:5:`,`text that holds ': ' needs quotes, or the indentation is wrong`",
        "`a:\n\tb: 1`,`x.yaml:2:1:`,`indent with spaces`",
        "`a: @b`,`x.yaml:1:4:`,`text that begins so needs quotes`",
        "`a: \"b`,`x.yaml:1:6:`,`close the quote`",
        "`a: \"\\q\"`,`x.yaml:1:6:`,`write \\\\ for a backslash, or use single quotes`",
        "`a: [1\nb: 2`,`x.yaml:2:2:`,`a comma or the closing bracket is missing`",
        "`a:\n  - 1\n b: 2`,`x.yaml:3:2:`,`the indentation differs from the lines before`",
        "`a: 1\nb\nc: 1`,`x.yaml:3:1:`,`a key needs ': ' behind it, on its own line`",
        "`a: [`,`x.yaml:1:5:`,`close the bracket`",
        "`a: \"\\U99999999\"`,`x.yaml:1:2:`,`a line that begins with % is wrong`",
        "`? [a]\n: b`,`x.yaml:1:4:`,`a line that begins with % is wrong`"
      })
  void saysWhatToDoAboutWhatIsNotYaml(String text, String where, String remedy) {
    assertThatThrownBy(() -> parse(text))
        .isInstanceOf(SettingsException.class)
        .hasMessageStartingWith(where + " not readable as YAML: ")
        .hasMessageEndingWith(remedy);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{a: ", "- "})
  void refusesEndlessNesting(String opening) {
    assertThatThrownBy(() -> parse(opening.repeat(20_000)))
        .isInstanceOf(SettingsException.class)
        .hasMessageStartingWith("x.yaml:1:");
  }

  @ParameterizedTest
  @CsvSource({
    "'a: 1\r\nғ: [x\u0000]',x.yaml:2:6: the character U+0000 is not allowed; take it out",
    "'a:\r  b: \u001b[0m',x.yaml:2:6: the character U+001B is not allowed",
    "'a: \uD83D\uDE00\u0007',x.yaml:1:5: the character U+0007 is not allowed"
  })
  void namesTheFirstCharacterThatNoTextHas(String text, String message) {
    assertThatThrownBy(() -> parse(text))
        .isInstanceOf(SettingsException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void refusesHalvesOfCharactersInKeysAndValues() {
    assertThatThrownBy(() -> parse("a: 1\nb: \"x\\ud83d\""))
        .hasMessage("x.yaml:2:4: U+D83D is half of a character; write the whole character");
    assertThatThrownBy(() -> parse("a:\n  \"\\udc00\": 1"))
        .hasMessage("x.yaml:2:3: U+DC00 is half of a character; write the whole character");
    assertThat(scalar("\"\\ud83d\\ude00\"").text()).isEqualTo("\uD83D\uDE00");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"'['|x.yaml:1:101:", "'{a: '|x.yaml:1:401:", "'- '|x.yaml:1:201:"})
  void saysWhereNestingIsTooDeep(String opening, String where) {
    assertThatThrownBy(() -> parse(opening.repeat(3_000)))
        .hasMessage(where + " nested more than 100 deep; is a bracket not closed?");
  }

  @Test
  void readsWhatIsNestedAsDeepAsAllowed() {
    assertThat(parse("[".repeat(99) + "1" + "]".repeat(99))).isInstanceOf(YamlNode.Sequence.class);
  }

  @Test
  void refusesAnAliasBombWhereItBegins() {
    assertThatThrownBy(() -> parse("x: 1\na: &a [l, l]\nb: &b [*a, *a]\nc: [*b, *b]"))
        .hasMessageStartingWith("x.yaml:2:4: an anchor (&) is not allowed here; write the value");
  }

  @Test
  void refusesFilesThatCannotBeRead(@TempDir Path base) {
    InstallationFolder folder = new InstallationFolder(base);
    Path latin = folder.write("config/a.yaml", new byte[] {'a', ':', ' ', (byte) 0xe0});
    assertThatThrownBy(() -> SettingsFile.read(latin, base).text())
        .hasMessage("config/a.yaml:1:4: is not UTF-8; save the file as UTF-8");
    assertThatThrownBy(() -> SettingsFile.read(base.resolve("b.yaml"), base))
        .hasMessage("b.yaml: there is no such file");
    assertThatThrownBy(() -> SettingsFile.read(base.resolve("config"), base))
        .hasMessage("config: is a folder; a file is needed");
  }

  @Test
  void readsAByteOrderMarkAsNothing(@TempDir Path base) {
    Path file = new InstallationFolder(base).write("a.yaml", "\uFEFFa: b");
    Value value = SettingsFile.read(file, base).yaml(new Variables(Map.of()));
    assertThat(value.section("a").required("a").text().at()).hasToString("a.yaml:1:4");
  }
}
