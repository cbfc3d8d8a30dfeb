package kz.umyt.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecognizerReaderTest {

  @TempDir Path base;

  private List<RecognizerSpec> read(String text) {
    InstallationFolder folder = new InstallationFolder(base);
    folder.write("config/recognizers/a.yaml", text);
    return folder.open().recognizers();
  }

  @Test
  void aFolderWithoutRecognizersIsAnErrorAndNotAnEmptyAnswer() {
    assertThatThrownBy(() -> new InstallationFolder(base).open().recognizers())
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("recognizers: no recognizer file is there")
        .hasMessageContaining("--config");
  }

  @Test
  void readsEveryKey() {
    RecognizerSpec iin =
        read("""
                recognizers:
                  - name: IIN
                    supported_languages:
                      - ru
                      - {language: kk, context: [ЖСН]}
                    supported_entity: KZ_IIN
                    patterns:
                      - {name: digits, regex: '[0-9]{12}', score: 0.4}
                    context: [ИИН]
                    deny_list: ["000000000000"]
                    deny_list_score: 0.7
                    allow_list: ["111111111111"]
                    enabled: true
                    validator: kz-iin
                    columns: [iin, жсн]
                    other_columns: [card]
                    boundary: digits
                """)
            .get(0);
    assertThat(iin.name()).hasToString("IIN");
    assertThat(iin.languages()).containsExactly("ru", "kk");
    assertThat(iin.entity()).hasToString("KZ_IIN");
    assertThat(iin.patterns())
        .singleElement()
        .satisfies(
            pattern -> {
              assertThat(pattern.name()).hasToString("digits");
              assertThat(pattern.regex().value()).isEqualTo("[0-9]{12}");
              assertThat(pattern.regex().at()).hasToString("config/recognizers/a.yaml:8:31");
              assertThat(pattern.score()).isEqualTo(0.4);
            });
    assertThat(iin.context()).extracting(Located::value).containsExactly("ИИН", "ЖСН");
    assertThat(iin.denyList()).extracting(Located::value).containsExactly("000000000000");
    assertThat(iin.denyListScore()).isEqualTo(0.7);
    assertThat(iin.allowList()).containsExactly("111111111111");
    assertThat(iin.validator()).map(Located::value).contains("kz-iin");
    assertThat(iin.columns()).extracting(Located::value).containsExactly("iin", "жсн");
    assertThat(iin.otherColumns()).extracting(Located::value).containsExactly("card");
    assertThat(iin.boundary()).isEqualTo(RecognizerSpec.Boundary.DIGITS);
  }

  @Test
  void hasDefaults() {
    RecognizerSpec spec =
        read("recognizers: [{name: A, supported_entity: SEX, columns: [sex]}]").get(0);
    assertThat(spec.languages()).isEmpty();
    assertThat(spec.patterns()).isEmpty();
    assertThat(spec.denyListScore()).isEqualTo(1.0);
    assertThat(spec.validator()).isEmpty();
    assertThat(spec.boundary()).isEqualTo(RecognizerSpec.Boundary.NONE);
  }

  @Test
  void dropsDisabledRecognizersOnlyAfterCheckingThem() {
    assertThat(
            read(
                "recognizers: [{name: A, supported_entity: SEX, columns: [sex], enabled: false},"
                    + " {name: B, supported_entity: SEX, columns: [gender]}]"))
        .extracting(spec -> spec.name().value())
        .containsExactly("B");
    assertThatThrownBy(
            () ->
                read(
                    "recognizers: [{name: A, supported_entity: SEX, columns: [sex], enabled:"
                        + " false}]"))
        .hasMessageContaining("no recognizer is there or enabled");
    assertThatThrownBy(
            () -> read("recognizers: [{name: A, supported_entity: SEX, enabled: false}]"))
        .hasMessage(
            "config/recognizers/a.yaml:1:15: recognizer 'A' finds nothing; give it 'patterns',"
                + " 'deny_list' or 'columns'");
  }

  @Test
  void readsFilesInTheOrderOfTheirNames() {
    InstallationFolder folder = new InstallationFolder(base);
    folder.write(
        "config/recognizers/b.yaml",
        "recognizers: [{name: B, supported_entity: SEX, columns: [sex]}]");
    folder.write("config/recognizers/.b.yaml.swp", "not YAML: [");
    assertThat(read("recognizers: [{name: A, supported_entity: SEX, columns: [sex]}]"))
        .extracting(spec -> spec.name().value())
        .containsExactly("A", "B");
    assertThatThrownBy(
            () -> read("recognizers: [{name: B, supported_entity: SEX, columns: [sex]}]"))
        .hasMessage(
            "config/recognizers/b.yaml:1:22: recognizer 'B' is written twice; first at"
                + " config/recognizers/a.yaml:1:22");
  }
}
