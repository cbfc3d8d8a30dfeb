package kz.umyt.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every file of {@code settings/invalid} holds one mistake. Its name begins with its kind, its
 * first line says where the mistake is and what the reader says, its second whether the schema sees
 * it.
 */
class InvalidFilesTest {

  private static final Path BASE = Path.of("src", "test", "resources", "settings");
  private static final Installation INSTALLATION =
      new Installation(BASE, BASE.resolve("config"), BASE.resolve("var"), Map.of());

  static Stream<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(BASE.resolve("invalid"))) {
      return files.sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void areRefusedWithPositionAndRemedy(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    String expected = "invalid/" + file.getFileName() + ":" + lines.get(0).substring(2);
    SettingsKind kind = kindOf(file);
    assertThatThrownBy(() -> kind.read(file, BASE, INSTALLATION))
        .isInstanceOf(SettingsException.class)
        .hasMessage(expected);
  }

  @ParameterizedTest
  @MethodSource("files")
  void areRefusedByTheSchemaWhereTheirStructureIsWrong(Path file) throws IOException {
    List<String> complaints = kindOf(file).complaints(file);
    switch (Files.readAllLines(file).get(1)) {
      case "# schema refuses" -> assertThat(complaints).isNotEmpty();
      case "# schema accepts" -> assertThat(complaints).isEmpty();
      default -> throw new AssertionError("the second line must speak of the schema: " + file);
    }
  }

  private static SettingsKind kindOf(Path file) {
    String name = file.getFileName().toString();
    return SettingsKind.valueOf(name.substring(0, name.indexOf('-')).toUpperCase(Locale.ROOT));
  }
}
