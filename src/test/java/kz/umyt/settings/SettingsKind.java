package kz.umyt.settings;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A kind of settings file: its schema and its reader. */
enum SettingsKind {
  POLICY,
  SOURCES,
  JOB,
  RECOGNIZERS,
  FLOORS,
  HOLIDAYS,
  APPROVERS;

  @SuppressWarnings("ImmutableEnumChecker") // never changed after it was read
  private final Schema schema = schema(Path.of("config", "schema", word() + ".schema.json"));

  /** What the schema has against a file. */
  List<String> complaints(Path file) {
    return complaints(schema, file);
  }

  static Schema schema(Path file) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(text(file), InputFormat.JSON);
  }

  static List<String> complaints(Schema schema, Path file) {
    return schema.validate(text(file), InputFormat.YAML).stream().map(Error::toString).toList();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads a file as this kind; jobs are checked against the installation's policies and sources.
   */
  void read(Path file, Path base, Installation installation) {
    Variables variables = new Variables(Map.of("UMYT_HOME", "/var/umyt"));
    switch (this) {
      case POLICY ->
          new PolicyReader(installation.entities(), installation.workingDays())
              .read(SettingsFile.read(file, base), variables);
      case SOURCES ->
          new SourcesReader(new BasePath(base)).read(SettingsFile.read(file, base).yaml(variables));
      case JOB -> installation.job(file);
      case FLOORS -> FloorsReader.read(SettingsFile.read(file, base).yaml(variables));
      case HOLIDAYS -> HolidaysReader.read(SettingsFile.read(file, base).yaml(variables));
      case APPROVERS -> ApproversReader.read(SettingsFile.read(file, base).yaml(variables));
      case RECOGNIZERS -> RecognizerReader.read(SettingsFile.read(file, base).yaml(variables));
    }
  }
}
