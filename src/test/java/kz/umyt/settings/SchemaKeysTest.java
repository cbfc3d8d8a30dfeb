package kz.umyt.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Schemas and readers know the same keys. */
class SchemaKeysTest {

  private static final Path TESTS = Path.of("src", "test", "resources", "settings");
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final YAMLMapper YAML = YAMLMapper.builder().build();

  /** So far from every key that the reader names them all. */
  private static final String NO_KEY = "@@@@@@@@@@@@";

  /** A valid file holds it, and {@link ShippedFilesTest} reads every valid file. */
  @ParameterizedTest
  @EnumSource(SettingsKind.class)
  void everyKeyOfTheSchemaIsRead(SettingsKind kind) throws IOException {
    Set<String> written = new TreeSet<>();
    for (Path file : files(kind)) {
      names(YAML.readTree(file), written);
    }
    assertThat(written).containsAll(keys(kind));
  }

  @ParameterizedTest
  @EnumSource(SettingsKind.class)
  void everyKeyThatIsReadStandsInTheSchema(SettingsKind kind, @TempDir Path temp)
      throws IOException {
    Installation installation =
        new Installation(TESTS, TESTS.resolve("config"), TESTS.resolve("var"), Map.of());
    Set<String> read = new TreeSet<>();
    for (Path file : files(kind)) {
      if (!file.startsWith(TESTS)) {
        continue;
      }
      int sections = sections(YAML.readTree(file)).size();
      for (int i = 0; i < sections; i++) {
        JsonNode tree = YAML.readTree(file);
        sections(tree).get(i).put(NO_KEY, 1);
        Path wrong = temp.resolve("wrong.yaml");
        YAML.writeValue(wrong, tree);
        SettingsException refused =
            catchThrowableOfType(
                SettingsException.class, () -> kind.read(wrong, temp, installation));
        if (refused != null) {
          read.addAll(valid(String.valueOf(refused.getMessage())));
        }
      }
    }
    assertThat(read).hasSizeGreaterThan(2);
    assertThat(keys(kind)).containsAll(read);
  }

  private static List<String> valid(String message) {
    String before = "unknown key '" + NO_KEY + "'; valid: ";
    int at = message.indexOf(before);
    return at < 0 ? List.of() : List.of(message.substring(at + before.length()).split(", ", -1));
  }

  /** The names of all properties, wherever they stand in the schema. */
  private static Set<String> keys(SettingsKind kind) {
    Set<String> keys = new TreeSet<>();
    JsonNode schema = JSON.readTree(Path.of("config", "schema", kind.word() + ".schema.json"));
    properties(schema, keys);
    return keys;
  }

  private static void properties(JsonNode node, Set<String> keys) {
    JsonNode properties = node.get("properties");
    if (properties instanceof ObjectNode object) {
      keys.addAll(object.propertyNames());
    }
    for (JsonNode child : node) {
      properties(child, keys);
    }
  }

  private static void names(JsonNode node, Set<String> names) {
    if (node instanceof ObjectNode object) {
      names.addAll(object.propertyNames());
    }
    for (JsonNode child : node) {
      names(child, names);
    }
  }

  private static List<ObjectNode> sections(JsonNode node) {
    List<ObjectNode> sections = new ArrayList<>();
    if (node instanceof ObjectNode object) {
      sections.add(object);
    }
    for (JsonNode child : node) {
      sections.addAll(sections(child));
    }
    return sections;
  }

  private static List<Path> files(SettingsKind kind) {
    Map<SettingsKind, String> folders =
        Map.of(
            SettingsKind.JOB, "jobs",
            SettingsKind.POLICY, "config/policies",
            SettingsKind.RECOGNIZERS, "config/recognizers");
    Map<SettingsKind, String> single =
        Map.of(
            SettingsKind.SOURCES, "sources.yaml",
            SettingsKind.FLOORS, "floors.yaml",
            SettingsKind.HOLIDAYS, "holidays-kz.yaml",
            SettingsKind.APPROVERS, "approvers.yaml");
    String file = single.get(kind);
    if (file != null) {
      return List.of(Path.of("config", file), TESTS.resolve("config").resolve(file));
    }
    List<Path> files = new ArrayList<>();
    for (Path base : List.of(Path.of(""), TESTS)) {
      Path folder = base.resolve(folders.getOrDefault(kind, ""));
      try (Stream<Path> paths = Files.list(folder)) {
        paths.filter(path -> path.toString().endsWith(".yaml")).sorted().forEach(files::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return files;
  }
}
