package kz.umyt.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every YAML file that is delivered fits its schema and its reader. */
class ShippedFilesTest {

  private static final Path BASE = Path.of(".");
  private static final Path CONFIG = Path.of("config");

  static Stream<Path> files() throws IOException {
    return Stream.of(CONFIG, Path.of("jobs"), Path.of("src", "test", "resources", "settings"))
        .filter(Files::isDirectory)
        .flatMap(ShippedFilesTest::yaml)
        .filter(file -> !file.toString().contains("invalid"))
        .sorted();
  }

  private static Stream<Path> yaml(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void fitsItsSchema(Path file) {
    Path schema = CONFIG.resolve("schema").resolve(stem(file) + ".schema.json");
    assertThat(SettingsKind.complaints(SettingsKind.schema(schema), file)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("files")
  void isReadWithoutError(Path file) {
    boolean test = file.startsWith("src");
    Path base = test ? Path.of("src", "test", "resources", "settings") : BASE;
    Installation installation =
        new Installation(base, base.resolve("config"), base.resolve("var"), Map.of());
    for (SettingsKind kind : SettingsKind.values()) {
      if (kind.word().equals(stem(file))) {
        kind.read(file, base, installation);
      }
    }
  }

  /**
   * The name of the schema: that of the kind, or of the file itself, without its country, where it
   * is the only one.
   */
  private static String stem(Path file) {
    String folder = file.getName(file.getNameCount() - 2).toString();
    String name = file.getFileName().toString();
    return List.of("policies", "recognizers", "jobs").contains(folder)
        ? folder.equals("policies") ? "policy" : folder.equals("jobs") ? "job" : folder
        : name.substring(0, name.indexOf('.')).replace("-kz", "");
  }
}
