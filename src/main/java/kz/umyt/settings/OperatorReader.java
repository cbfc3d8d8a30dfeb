package kz.umyt.settings;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads what happens to one column: the name of an operator, or its section. */
final class OperatorReader {

  /** Parameters by operator. */
  private static final Map<String, Set<String>> OPERATORS =
      Map.of(
          "replace", Set.of("new_value"),
          "redact", Set.of(),
          "mask", Set.of("masking_char", "chars_to_mask", "from_end"),
          "hash", Set.of(),
          "pseudonym", Set.of(),
          "encrypt", Set.of(),
          "generalize", Set.of("to"),
          "shuffle", Set.of(),
          "null", Set.of(),
          "keep", Set.of());

  private static final List<String> PARAMETERS =
      List.of("new_value", "masking_char", "chars_to_mask", "from_end", "to");
  private static final Set<String> LATER = Set.of("custom");
  private static final Set<String> ON_DETECTED = Set.of("replace", "redact", "mask");
  private static final Map<String, OperatorSpec> TO =
      Map.of(
          "year", new OperatorSpec.Generalize(OperatorSpec.Generalize.To.YEAR),
          "month", new OperatorSpec.Generalize(OperatorSpec.Generalize.To.MONTH),
          "network", new OperatorSpec.Network(),
          "city", new OperatorSpec.City());
  private static final int WIDEST_RANGE = 1_000_000_000;

  /** Operators that cannot stand alone, and how they are written. */
  private static final Map<String, String> EXAMPLES =
      Map.of(
          "mask", "{operator: mask, chars_to_mask: 7}",
          "generalize", "{operator: generalize, to: year}",
          "pseudonym", "{operator: pseudonym, entity: KZ_IIN}");

  private final Entities entities;

  OperatorReader(Entities entities) {
    this.entities = entities;
  }

  Target.ColumnRule read(Value.Named entry) {
    Value value = entry.value();
    if (!value.isMapping()) {
      String name = name(value);
      String example = EXAMPLES.get(name);
      if (example != null) {
        throw value.error("needs parameters for '" + name + "': write " + example);
      }
      return new Target.ColumnRule(entry.key(), Optional.empty(), bare(name), false);
    }
    Section section =
        value.section(
            "operator",
            "entity",
            "detected",
            "new_value",
            "masking_char",
            "chars_to_mask",
            "from_end",
            "to");
    String name = name(section.required("operator"));
    for (String parameter : PARAMETERS) {
      if (!OPERATORS.getOrDefault(name, Set.of()).contains(parameter)) {
        section.refuse(parameter, "has no meaning for operator '" + name + "'");
      }
    }
    boolean detected = section.optional("detected").map(Value::flag).orElse(false);
    if (detected && !ON_DETECTED.contains(name)) {
      section.refuse("detected", "works only with replace, redact and mask");
    }
    return new Target.ColumnRule(
        entry.key(),
        section.optional("entity").map(entity -> entities.known(entity.text())),
        operator(name, section),
        detected);
  }

  /** An operator's name; YAML's null is the operator of that name, but an empty value is not. */
  private static String name(Value value) {
    if (value.isNull()) {
      if (value.isNullWord()) {
        return "null";
      }
      throw value.error("names no operator; write the word null to empty the column");
    }
    String name = value.text().value();
    if (LATER.contains(name)) {
      throw value.error(
          "cannot be '"
              + name
              + "': this operator is not in this version; there are "
              + String.join(", ", OPERATORS.keySet().stream().sorted().toList()));
    }
    if (!OPERATORS.containsKey(name)) {
      throw value.error("cannot be '" + name + "'" + NearestName.hint(name, OPERATORS.keySet()));
    }
    return name;
  }

  private static OperatorSpec bare(String name) {
    return switch (name) {
      case "replace" -> new OperatorSpec.Replace(Optional.empty());
      case "redact" -> new OperatorSpec.Redact();
      case "hash" -> new OperatorSpec.Hash();
      case "encrypt" -> new OperatorSpec.Encrypt();
      case "shuffle" -> new OperatorSpec.Shuffle();
      case "null" -> new OperatorSpec.Null();
      case "keep" -> new OperatorSpec.Keep();
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static OperatorSpec operator(String name, Section section) {
    return switch (name) {
      case "replace" ->
          new OperatorSpec.Replace(
              section.optional("new_value").map(value -> value.text().value()));
      case "mask" ->
          new OperatorSpec.Mask(
              section.optional("masking_char").map(OperatorReader::character).orElse('*'),
              (int) section.required("chars_to_mask").integer(1, Integer.MAX_VALUE),
              section.optional("from_end").map(Value::flag).orElse(false));
      case "generalize" -> general(section.required("to"));
      case "pseudonym" -> new OperatorSpec.Pseudonym(pseudonymOf(section));
      default -> bare(name);
    };
  }

  private static OperatorSpec general(Value to) {
    if (to.isMapping()) {
      return new OperatorSpec.Range(to.section("range").required("range").integer(2, WIDEST_RANGE));
    }
    if (to.text().value().equals("range")) {
      throw to.error("needs the width of a range: write to: {range: 10}");
    }
    return to.oneOf(TO);
  }

  private static OperatorSpec.Pseudonym.Of pseudonymOf(Section section) {
    Value entity =
        section
            .optional("entity")
            .orElseThrow(
                () ->
                    new SettingsException(
                        section.at(),
                        "key 'entity' is missing: a pseudonym needs to know what the column"
                            + " holds; write "
                            + EXAMPLES.get("pseudonym")));
    String name = entity.text().value();
    List<OperatorSpec.Pseudonym.Of> all = List.of(OperatorSpec.Pseudonym.Of.values());
    return all.stream()
        .filter(of -> of.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                entity.error(
                    "cannot be '"
                        + name
                        + "' for a pseudonym: "
                        + instead(name)
                        + "; there are pseudonyms for "
                        + all.stream().map(Enum::name).sorted().collect(Collectors.joining(", "))));
  }

  /** What suits an entity that has no pseudonym. */
  private static String instead(String entity) {
    return switch (entity) {
      case "DATE_OF_BIRTH", "CARD_EXPIRY", "ACCESS_TIME" -> "take generalize with to: year";
      case "ADDRESS" -> "take generalize with to: city";
      case "SEX", "CITIZENSHIP", "CITY" -> "take keep, or replace";
      case "FREE_TEXT", "CORRESPONDENCE" -> "take redact with detected: true";
      default -> "take hash, or replace";
    };
  }

  private static char character(Value value) {
    String text = value.anyText();
    if (text.length() != 1) {
      throw value.error("must be one character");
    }
    return text.charAt(0);
  }
}
