package kz.umyt.settings;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/** Reads {@code config/sources.yaml}. */
final class SourcesReader {

  private static final List<String> EVERY_CSV =
      Stream.of("*.csv", "**/*.csv")
          .flatMap(csv -> Stream.of("", ".gz", ".bz2", ".zst", ".zip").map(csv::concat))
          .toList();
  private static final String AUTO = "auto";

  /** Titles above a table are a few lines; more is a mistake. */
  private static final int MOST_HEADER_ROW = 1000;

  private static final Map<String, Optional<Character>> DELIMITERS =
      Map.of(
          AUTO,
          Optional.empty(),
          ";",
          Optional.of(';'),
          ",",
          Optional.of(','),
          "tab",
          Optional.of('\t'),
          "|",
          Optional.of('|'));

  private static final Map<String, Boolean> ESCAPES = Map.of(AUTO, false, "backslash", true);

  private final BasePath base;

  SourcesReader(BasePath base) {
    this.base = base;
  }

  /** Sources by name, in the order of the file. */
  Map<String, Source> read(Value file) {
    Map<String, Source> sources = new LinkedHashMap<>();
    for (Value.Named entry : file.section("sources").required("sources").entries()) {
      entry.keyAs("the name of a source").id();
      sources.put(entry.key().value(), source(entry));
    }
    for (Source source : sources.values()) {
      if (source instanceof Source.Jdbc jdbc) {
        requireReplicas(jdbc, sources);
      }
    }
    return Collections.unmodifiableMap(sources);
  }

  private Source source(Value.Named entry) {
    Section section =
        entry
            .value()
            .section(
                "jdbc",
                "user",
                "password",
                "password-file",
                "schemas",
                "journal-schema",
                "replicas",
                "csv",
                "include",
                "encoding",
                "delimiter",
                "header-row",
                "header",
                "escape",
                "system");
    boolean jdbc = section.has("jdbc");
    if (jdbc == section.has("csv")) {
      throw new SettingsException(
          section.at(),
          "source '"
              + entry.key()
              + (jdbc ? "' has both 'jdbc' and 'csv'" : "' has neither 'jdbc' nor 'csv'")
              + "; write exactly one");
    }
    return jdbc ? database(entry.key(), section) : folder(entry.key(), section);
  }

  private Source database(Located<String> name, Section section) {
    for (String key :
        List.of("include", "encoding", "delimiter", "header-row", "header", "escape")) {
      section.refuse(key, "belongs to a source of CSV files; this one is a database");
    }
    Value url = section.required("jdbc");
    if (!url.text().value().startsWith("jdbc:")) {
      throw url.error("must be a JDBC URL, beginning with 'jdbc:'");
    }
    return new Source.Jdbc(
        name,
        system(name, section),
        base.jdbcUrl(url.text()),
        section.optional("user").map(value -> value.text().value()),
        password(section),
        section
            .optional("schemas")
            .map(value -> value.texts().stream().map(Located::value).toList())
            .orElse(List.of()),
        section.optional("journal-schema").map(value -> value.text().value()),
        section.optional("replicas").map(Value::texts).orElse(List.of()));
  }

  /** Only once all sources are known. */
  private static void requireReplicas(Source.Jdbc source, Map<String, Source> sources) {
    SourceNames names = new SourceNames(sources);
    for (Located<String> replica : source.replicas()) {
      names.requireKnown(replica);
      if (replica.value().equals(source.name().value())
          || !(sources.get(replica.value()) instanceof Source.Jdbc)) {
        throw new SettingsException(
            replica.at(), "source '" + replica + "' cannot be a replica: name another database");
      }
    }
  }

  private Source folder(Located<String> name, Section section) {
    for (String key :
        List.of("user", "password", "password-file", "schemas", "journal-schema", "replicas")) {
      section.refuse(key, "belongs to a database; this source is a folder of CSV files");
    }
    return new Source.Csv(
        name,
        system(name, section),
        base.resolve(section.required("csv").text()),
        section.optional("include").map(SourcesReader::include).orElse(EVERY_CSV),
        section.optional("encoding").flatMap(SourcesReader::encoding),
        section.optional("delimiter").flatMap(value -> value.oneOf(DELIMITERS)),
        section
            .optional("header-row")
            .map(value -> OptionalInt.of((int) value.integer(1, MOST_HEADER_ROW)))
            .orElse(OptionalInt.empty()),
        header(section),
        section.optional("escape").map(value -> value.oneOf(ESCAPES)).orElse(false));
  }

  private static List<String> header(Section section) {
    Optional<Value> header = section.optional("header");
    if (header.isEmpty()) {
      return List.of();
    }
    section.refuse("header-row", "cannot stand beside 'header', which is for files without one");
    Set<String> names = new LinkedHashSet<>();
    for (Located<String> name : header.get().texts()) {
      if (!names.add(name.value().strip())) {
        throw new SettingsException(name.at(), "column '" + name + "' is named twice");
      }
    }
    if (names.isEmpty()) {
      throw header.get().error("must name the columns");
    }
    return List.copyOf(names);
  }

  private static String system(Located<String> name, Section section) {
    return section.optional("system").map(value -> value.text().value()).orElse(name.value());
  }

  private static List<String> include(Value value) {
    List<String> patterns = value.list().stream().map(item -> BasePath.glob(item).value()).toList();
    if (patterns.isEmpty()) {
      throw value.error("must name at least one file pattern");
    }
    return patterns;
  }

  private static Optional<Charset> encoding(Value value) {
    String name = value.text().value();
    if (name.equals(AUTO)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Charset.forName(name));
    } catch (IllegalArgumentException e) {
      throw value.error(
          "cannot be '"
              + name
              + "': no such character encoding"
              + NearestName.hint(name, Charset.availableCharsets().keySet()));
    }
  }

  private Secret password(Section section) {
    Optional<Value> file = section.optional("password-file");
    if (file.isEmpty()) {
      return new Secret(section.optional("password").map(Value::anyText).orElse(""));
    }
    if (section.has("password")) {
      throw file.get().error("cannot stand beside 'password'; write one of them");
    }
    Located<String> written = file.get().text();
    Path path = base.resolve(written);
    try {
      return new Secret(SettingsFile.read(path, base.base()).text().strip());
    } catch (SettingsException e) {
      throw new SettingsException(written.at(), "password-file " + e.getMessage());
    }
  }
}
