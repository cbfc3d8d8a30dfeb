package kz.umyt.anonymize;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.umyt.anonymize.ColumnShape.Kind;
import kz.umyt.settings.Located;
import kz.umyt.settings.OperatorSpec.Pseudonym.Of;
import kz.umyt.settings.SettingsException;
import kz.umyt.settings.Target;

/** Refuses a rule that does not suit its column, and says what would. */
record RuleCheck(Target.ColumnRule rule, ColumnShape shape) {

  /** Kinds of which a value alone names nobody. */
  private static final Set<String> SHUFFLED =
      Set.of(
          "ACCESS_TIME",
          "ACCOUNT_BALANCE",
          "CARD_EXPIRY",
          "CARD_ISSUER",
          "CITIZENSHIP",
          "CITY",
          "DATE_OF_BIRTH",
          "ORGANIZATION",
          "SEX");

  void requireText() {
    if (shape.kind() != Kind.TEXT) {
      throw refused(word() + " makes text, and the column holds " + holds());
    }
  }

  /** Text, or a document of which texts are a part. */
  void requireReadable() {
    if (shape.kind() != Kind.JSON && shape.kind() != Kind.XML) {
      requireText();
    }
  }

  void requireSharable() {
    if (shape.unique()) {
      throw refused(word() + " gives many records the same value, and the column is UNIQUE");
    }
  }

  /**
   * Whoever sees a shuffled value sees a real one. It may only be such that says nothing of a
   * person unless one knows whose it is.
   *
   * @param entity what the column holds, by the job or else by its name
   */
  void requireShuffled(Optional<String> entity) {
    if (shape.kind() == Kind.OTHER) {
      throw refused("shuffle cannot compare what the column holds, " + holds());
    }
    entity
        .filter(kind -> !SHUFFLED.contains(kind))
        .ifPresent(
            kind -> {
              throw refused(
                  "shuffle leaves real values, and "
                      + kind
                      + " points at its person wherever it stands; shuffle is for "
                      + String.join(", ", SHUFFLED.stream().sorted().toList())
                      + " and for columns without an entity");
            });
    if (shape.unique()) {
      throw refused(
          "shuffle gives records each other's values, and the column is UNIQUE, so that what it"
              + " holds tells records apart");
    }
    if (shape.kind() != Kind.TEXT && !shape.nullable()) {
      throw refused(
          "shuffle removes values where there are too few to hide among, and the column is NOT"
              + " NULL");
    }
  }

  void requireNullable() {
    if (!shape.nullable()) {
      throw refused("null leaves no value, and the column is NOT NULL");
    }
  }

  void requireWhole() {
    if (rule.detected()) {
      throw refused(
          "detected goes with replace, redact and mask; " + word() + " takes the whole value");
    }
  }

  void requirePseudonyms(Of of) {
    Pseudonyms.obstacle(of, shape)
        .ifPresent(
            obstacle -> {
              throw refused(obstacle);
            });
  }

  /**
   * An encrypted value is longer than the value, so a column whose values may be as long as it
   * allows has no room for the longest of them.
   */
  void requireRoomForSecrets() {
    if (shape.unique()) {
      throw refused("encrypt gives equal values different texts, and the column is UNIQUE");
    }
    if (shape.maxLength() > 0) {
      throw refused(
          "encrypt makes values longer, by a third and 41 characters, and the column holds"
              + " at most "
              + shape.maxLength()
              + "; it needs text without a limit of length");
    }
  }

  /** UTF-16 units are counted, of which no database counts more than that for a text. */
  void requireFits(String text) {
    if (shape.maxLength() > 0 && text.length() > shape.maxLength()) {
      throw refused(
          word()
              + " writes "
              + text.length()
              + " characters, and the column holds at most "
              + shape.maxLength());
    }
  }

  SettingsException refused(String reason) {
    return new SettingsException(
        rule.column().at(),
        "column "
            + rule.column().value()
            + ": "
            + reason
            + "; "
            + (suiting().isEmpty()
                ? "no operator suits this column: keep it, or destroy the record"
                : "here suits: " + String.join(", ", suiting())));
  }

  String word() {
    return rule.operator().word();
  }

  private List<String> suiting() {
    List<String> words = new ArrayList<>();
    boolean text = shape.kind() == Kind.TEXT;
    if (text && Tokens.fitIn(shape.maxLength())) {
      words.add("hash");
    }
    if (!shape.unique()) {
      switch (shape.kind()) {
        case TEXT -> words.addAll(List.of("mask", "redact", "replace with a new_value that fits"));
        case INTEGER, DECIMAL ->
            words.addAll(List.of("replace with a number as new_value", "generalize to a range"));
        case DATE, TIMESTAMP, TIMESTAMP_WITH_ZONE ->
            words.addAll(List.of("generalize", "replace with a date as new_value"));
        case JSON, XML ->
            words.addAll(
                List.of("redact, replace or mask with detected: true", "replace with a document"));
        case OTHER -> {}
      }
    }
    if (pseudonyms()) {
      words.add("pseudonym");
    }
    if (shape.nullable()) {
      words.add("null");
    }
    return words;
  }

  private boolean pseudonyms() {
    String entity = rule.entity().map(Located::value).orElse("");
    return Arrays.stream(Of.values())
        .anyMatch(of -> of.name().equals(entity) && Pseudonyms.obstacle(of, shape).isEmpty());
  }

  String holds() {
    return switch (shape.kind()) {
      case TEXT -> "text";
      case INTEGER, DECIMAL -> "numbers";
      case DATE -> "dates";
      case TIMESTAMP, TIMESTAMP_WITH_ZONE -> "times";
      case JSON -> "JSON documents";
      case XML -> "XML documents";
      case OTHER -> "values that are not text, numbers or dates";
    };
  }
}
