package kz.umyt.settings;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads a file of {@code config/recognizers}: the keys of Presidio's two kinds of recognizer YAML,
 * the registry and the list of recognizers without code
 * (microsoft.github.io/presidio/analyzer/recognizer_registry_provider), and our own {@code
 * validator}, {@code columns}, {@code other_columns}, {@code boundary}, {@code needs_context},
 * {@code veto} and {@code alarm}. {@code version} and {@code country_code} are read and mean
 * nothing here; languages are known but every recognizer reads every text.
 */
final class RecognizerReader {

  private static final Map<String, RecognizerSpec.Boundary> BOUNDARIES =
      Map.of(
          "digits", RecognizerSpec.Boundary.DIGITS,
          "word", RecognizerSpec.Boundary.WORD,
          "none", RecognizerSpec.Boundary.NONE);

  private static final Map<String, String> TYPES =
      Map.of("custom", "custom", "predefined", "predefined");

  /**
   * Most letters of a word of a deny list. The table that finds words at speed takes no longer
   * matches, and the time that RE2J takes to read an expression grows with the square of it.
   */
  private static final int LONGEST_WORD = 200;

  /** Most characters of an expression, for the same reason: these take about a second. */
  private static final int LONGEST_REGEX = 20_000;

  /** Presidio's class for what a file defines itself. */
  private static final String PATTERN_CLASS = "PatternRecognizer";

  /** What an entry can hold that stands for Python code, too. */
  private static final Set<String> KEYS_OF_ANY =
      Set.of(
          "name",
          "class_name",
          "version",
          "country_code",
          "supported_language",
          "supported_languages",
          "global_regex_flags",
          "context",
          "enabled");

  /** What only an entry that defines a recognizer itself can hold. */
  static final Set<String> KEYS_OF_CUSTOM =
      Set.of(
          "type",
          "supported_entity",
          "supported_entities",
          "patterns",
          "deny_list",
          "deny_list_score",
          "allow_list",
          "validator",
          "columns",
          "other_columns",
          "boundary",
          "needs_context",
          "veto",
          "alarm");

  private static final String[] KEYS =
      Stream.concat(KEYS_OF_ANY.stream(), KEYS_OF_CUSTOM.stream()).sorted().toArray(String[]::new);

  private RecognizerReader() {}

  /**
   * What a file says.
   *
   * @param recognizers the enabled ones
   * @param entities of all recognizers, also of the disabled
   */
  record Recognizers(List<RecognizerSpec> recognizers, Set<String> entities) {}

  static Recognizers read(Value file) {
    refuseOtherFiles(file);
    Section section = file.section("supported_languages", "global_regex_flags", "recognizers");
    List<String> languages =
        section.optional("supported_languages").map(Value::list).orElse(List.of()).stream()
            .map(RecognizerReader::languageOrRegion)
            .toList();
    RegexFlags flags = flags(section, RegexFlags.DEFAULT);
    List<RecognizerSpec> enabled = new ArrayList<>();
    Set<String> entities = new LinkedHashSet<>();
    for (Value item : section.required("recognizers").list()) {
      if (PredefinedRecognizer.is(item)) {
        PredefinedRecognizer.skip(item);
        continue;
      }
      Section entry = item.section(KEYS);
      List<Located<String>> found = entities(entry);
      found.forEach(entity -> entities.add(entity.value()));
      RecognizerSpec recognizer = recognizer(entry, found.get(0), flags);
      refuseOtherLanguages(recognizer, languages);
      if (entry.optional("enabled").map(Value::flag).orElse(true)) {
        enabled.add(recognizer);
      }
    }
    return new Recognizers(List.copyOf(enabled), Set.copyOf(entities));
  }

  /** Files of Presidio that hold recognizers in another place, or one without a list. */
  private static void refuseOtherFiles(Value file) {
    if (!file.isMapping()) {
      return;
    }
    Set<String> keys = new LinkedHashSet<>();
    file.entries().forEach(entry -> keys.add(entry.key().value()));
    if (keys.contains("recognizers")) {
      return;
    }
    if (keys.contains("recognizer_registry")) {
      throw file.error(
          "configures an analyzer; move what stands below 'recognizer_registry' to the top");
    }
    if (keys.contains("supported_entity") || keys.contains("patterns")) {
      throw file.error("holds a recognizer alone; make it an item of a list 'recognizers'");
    }
  }

  /** Presidio drops such a recognizer without a word; nothing is skipped silently here. */
  private static void refuseOtherLanguages(RecognizerSpec recognizer, List<String> languages) {
    List<String> own = recognizer.languages();
    if (!languages.isEmpty() && !own.isEmpty() && Collections.disjoint(languages, own)) {
      throw new SettingsException(
          recognizer.name().at(),
          "recognizer '"
              + recognizer.name()
              + "' is for "
              + String.join(", ", own)
              + ", which 'supported_languages' at the top of the file does not name; add it there");
    }
  }

  private static RegexFlags flags(Section section, RegexFlags otherwise) {
    return section.optional("global_regex_flags").map(RegexFlags::of).orElse(otherwise);
  }

  /**
   * The entities that an entry names. Its findings are of the first one, as with Presidio, whose
   * pattern recognizers use only that one of {@code supported_entities}; the others are known names
   * that a policy may list.
   */
  private static List<Located<String>> entities(Section entry) {
    Optional<Value> several = entry.optional("supported_entities");
    if (several.isEmpty()) {
      return List.of(entity(entry.required("supported_entity")));
    }
    entry.refuse("supported_entity", "cannot stand beside 'supported_entities'; write one of them");
    List<Located<String>> entities =
        several.get().list().stream().map(RecognizerReader::entity).toList();
    if (entities.isEmpty()) {
      throw several.get().error("must name an entity");
    }
    return entities;
  }

  private static Located<String> entity(Value entity) {
    if (!Entities.isWellFormed(entity.text().value())) {
      throw entity.error("must be capital Latin letters, digits and '_', such as KZ_IIN");
    }
    return entity.text();
  }

  private static RecognizerSpec recognizer(
      Section section, Located<String> entity, RegexFlags flags) {
    checkWithoutUse(section);
    List<Located<String>> context = new ArrayList<>(texts(section, "context"));
    List<String> languages = languages(section, context);
    RecognizerSpec spec =
        new RecognizerSpec(
            section.required("name").text(),
            languages,
            entity,
            section.optional("patterns").map(RecognizerReader::patterns).orElse(List.of()),
            List.copyOf(context),
            section.optional("deny_list").map(RecognizerReader::deniedWords).orElse(List.of()),
            section.optional("deny_list_score").map(Value::fraction).orElse(1.0),
            texts(section, "allow_list").stream().map(Located::value).toList(),
            section.optional("validator").map(Value::text),
            texts(section, "columns"),
            section
                .optional("boundary")
                .map(value -> value.oneOf(BOUNDARIES))
                .orElse(RecognizerSpec.Boundary.NONE),
            section.optional("needs_context").map(Value::flag).orElse(false),
            texts(section, "veto"),
            texts(section, "other_columns"),
            section.optional("alarm").map(value -> value.text().value()),
            flags(section, flags));
    if (spec.patterns().isEmpty() && spec.denyList().isEmpty() && spec.columns().isEmpty()) {
      throw new SettingsException(
          section.at(),
          "recognizer '"
              + spec.name()
              + "' finds nothing; give it 'patterns', 'deny_list' or 'columns'");
    }
    return spec;
  }

  /** Keys of Presidio that change nothing here are read all the same, so that slips are seen. */
  private static void checkWithoutUse(Section section) {
    section.optional("type").ifPresent(type -> type.oneOf(TYPES));
    section
        .optional("class_name")
        .filter(value -> !value.text().value().equals(PATTERN_CLASS))
        .ifPresent(
            value -> {
              throw value.error(
                  "names Python code, which is not here; take it out, 'patterns' are enough");
            });
    section.optional("version").filter(version -> !version.isNumber()).ifPresent(Value::text);
    section
        .optional("country_code")
        .filter(code -> !isTwoLetters(code.text().value().toLowerCase(Locale.ROOT)))
        .ifPresent(
            code -> {
              throw code.error("must be a country code of two letters, such as kz");
            });
  }

  private static List<RecognizerSpec.PatternSpec> patterns(Value patterns) {
    return patterns.list().stream()
        .map(item -> item.section("name", "regex", "score"))
        .map(
            section ->
                new RecognizerSpec.PatternSpec(
                    section.required("name").text(),
                    atMost(LONGEST_REGEX, section.required("regex"), "make it several patterns"),
                    section.required("score").fraction()))
        .toList();
  }

  private static List<Located<String>> deniedWords(Value words) {
    return words.list().stream()
        .map(word -> atMost(LONGEST_WORD, word, "a pattern can find longer text by its parts"))
        .toList();
  }

  private static Located<String> atMost(int length, Value value, String remedy) {
    Located<String> text = value.text();
    if (text.value().codePointCount(0, text.value().length()) > length) {
      throw value.error("is longer than " + length + " characters; " + remedy);
    }
    return text;
  }

  /** Languages, empty for all; the context words beside them are added to {@code context}. */
  private static List<String> languages(Section section, List<Located<String>> context) {
    Optional<Value> one = section.optional("supported_language");
    Optional<Value> several = section.optional("supported_languages");
    if (one.isPresent() && several.isPresent()) {
      throw several.get().error("cannot stand beside 'supported_language'; write one of them");
    }
    List<String> languages = new ArrayList<>();
    one.ifPresent(value -> languages.add(languageOrRegion(value)));
    if (several.isPresent()) {
      for (Value item : several.get().list()) {
        if (item.isMapping()) {
          Section language = item.section("language", "context");
          languages.add(languageOrRegion(language.required("language")));
          context.addAll(texts(language, "context"));
        } else {
          languages.add(languageOrRegion(item));
        }
      }
    }
    return List.copyOf(languages);
  }

  /** A code of two letters, or that of a language in a country, such as en-US. */
  private static String languageOrRegion(Value value) {
    String code = value.text().value();
    boolean region = code.length() == 5 && code.charAt(2) == '-';
    if (region && isTwoLetters(code.substring(0, 2))) {
      String country = code.substring(3);
      if (country.chars().allMatch(c -> c >= 'A' && c <= 'Z')) {
        return code;
      }
    }
    return language(value);
  }

  private static boolean isTwoLetters(String code) {
    return code.length() == 2 && code.chars().allMatch(c -> c >= 'a' && c <= 'z');
  }

  /** A code of two letters. */
  static String language(Value value) {
    String code = value.text().value();
    if (!isTwoLetters(code)) {
      throw value.error("must be a language code of two letters, such as ru, kk or en");
    }
    return code;
  }

  private static List<Located<String>> texts(Section section, String key) {
    return section.optional(key).map(Value::texts).orElse(List.of());
  }
}
