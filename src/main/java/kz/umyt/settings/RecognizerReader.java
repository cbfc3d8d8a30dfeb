package kz.umyt.settings;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a file of {@code config/recognizers}: the keys of Presidio's recognizer YAML and our own
 * {@code validator}, {@code columns}, {@code other_columns}, {@code boundary}, {@code
 * needs_context}, {@code veto} and {@code alarm}.
 */
final class RecognizerReader {

  private static final Map<String, RecognizerSpec.Boundary> BOUNDARIES =
      Map.of(
          "digits", RecognizerSpec.Boundary.DIGITS,
          "word", RecognizerSpec.Boundary.WORD,
          "none", RecognizerSpec.Boundary.NONE);

  private RecognizerReader() {}

  /**
   * What a file says.
   *
   * @param recognizers the enabled ones
   * @param entities of all recognizers, also of the disabled
   */
  record Recognizers(List<RecognizerSpec> recognizers, Set<String> entities) {}

  static Recognizers read(Value file) {
    List<RecognizerSpec> enabled = new ArrayList<>();
    Set<String> entities = new LinkedHashSet<>();
    for (Value item : file.section("recognizers").required("recognizers").list()) {
      Section section =
          item.section(
              "name",
              "supported_language",
              "supported_languages",
              "supported_entity",
              "patterns",
              "context",
              "deny_list",
              "deny_list_score",
              "allow_list",
              "enabled",
              "validator",
              "columns",
              "other_columns",
              "boundary",
              "needs_context",
              "veto",
              "alarm");
      RecognizerSpec recognizer = recognizer(section);
      entities.add(recognizer.entity().value());
      if (section.optional("enabled").map(Value::flag).orElse(true)) {
        enabled.add(recognizer);
      }
    }
    return new Recognizers(List.copyOf(enabled), Set.copyOf(entities));
  }

  private static RecognizerSpec recognizer(Section section) {
    List<Located<String>> context = new ArrayList<>(texts(section, "context"));
    List<String> languages = languages(section, context);
    Value entity = section.required("supported_entity");
    if (!Entities.isWellFormed(entity.text().value())) {
      throw entity.error("must be capital Latin letters, digits and '_', such as KZ_IIN");
    }
    RecognizerSpec spec =
        new RecognizerSpec(
            section.required("name").text(),
            languages,
            entity.text(),
            section.optional("patterns").map(RecognizerReader::patterns).orElse(List.of()),
            List.copyOf(context),
            texts(section, "deny_list"),
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
            section.optional("alarm").map(value -> value.text().value()));
    if (spec.patterns().isEmpty() && spec.denyList().isEmpty() && spec.columns().isEmpty()) {
      throw new SettingsException(
          section.at(),
          "recognizer '"
              + spec.name()
              + "' finds nothing; give it 'patterns', 'deny_list' or 'columns'");
    }
    return spec;
  }

  private static List<RecognizerSpec.PatternSpec> patterns(Value patterns) {
    return patterns.list().stream()
        .map(item -> item.section("name", "regex", "score"))
        .map(
            section ->
                new RecognizerSpec.PatternSpec(
                    section.required("name").text(),
                    section.required("regex").text(),
                    section.required("score").fraction()))
        .toList();
  }

  /** Languages, empty for all; the context words beside them are added to {@code context}. */
  private static List<String> languages(Section section, List<Located<String>> context) {
    Optional<Value> one = section.optional("supported_language");
    Optional<Value> several = section.optional("supported_languages");
    if (one.isPresent() && several.isPresent()) {
      throw several.get().error("cannot stand beside 'supported_language'; write one of them");
    }
    List<String> languages = new ArrayList<>();
    one.ifPresent(value -> languages.add(language(value)));
    if (several.isPresent()) {
      for (Value item : several.get().list()) {
        if (item.isMapping()) {
          Section language = item.section("language", "context");
          languages.add(language(language.required("language")));
          context.addAll(texts(language, "context"));
        } else {
          languages.add(language(item));
        }
      }
    }
    return List.copyOf(languages);
  }

  /** A code of two letters. */
  static String language(Value value) {
    String code = value.text().value();
    if (code.length() != 2 || !code.chars().allMatch(c -> c >= 'a' && c <= 'z')) {
      throw value.error("must be a language code of two letters, such as ru, kk or en");
    }
    return code;
  }

  private static List<Located<String>> texts(Section section, String key) {
    return section.optional(key).map(Value::texts).orElse(List.of());
  }
}
