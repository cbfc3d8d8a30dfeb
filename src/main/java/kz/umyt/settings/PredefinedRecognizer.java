package kz.umyt.settings;

import java.util.Map;
import java.util.Optional;

/**
 * An entry that stands for a recognizer written in Python, of which Presidio's registry files are
 * full: {@code type: predefined}, or nothing but a name. That code is not here, so an entry that is
 * switched on is an error, and one that is switched off says nothing, whatever else it holds: the
 * rest are arguments of that code.
 */
final class PredefinedRecognizer {

  private static final String NAME_END = "Recognizer";

  /** Presidio's classes whose entity a recognizer that is shipped finds. */
  private static final Map<String, String> BUILT_IN =
      Map.of(
          "CreditCardRecognizer", "CREDIT_CARD",
          "EmailRecognizer", "EMAIL_ADDRESS",
          "IbanRecognizer", "IBAN_CODE",
          "IpRecognizer", "IP_ADDRESS",
          "MacAddressRecognizer", "MAC_ADDRESS",
          "PhoneRecognizer", "PHONE_NUMBER");

  private PredefinedRecognizer() {}

  /** Whether an entry is of this kind; by its name where it has no type, as Presidio does. */
  static boolean is(Value entry) {
    if (!entry.isMapping()) {
      return entry.isText();
    }
    Optional<Value> type = value(entry, "type");
    return type.isPresent()
        ? type.get().text().value().equals("predefined")
        : value(entry, "name").filter(PredefinedRecognizer::namesAClass).isPresent()
            && entry.entries().stream()
                .noneMatch(named -> RecognizerReader.KEYS_OF_CUSTOM.contains(named.key().value()));
  }

  private static boolean namesAClass(Value name) {
    return name.isText() && name.text().value().endsWith(NAME_END);
  }

  /**
   * Accepts an entry that is switched off.
   *
   * @throws SettingsException if it is not; with what to write instead
   */
  static void skip(Value entry) {
    if (!entry.isMapping()) {
      throw notHere(entry.at(), entry.text().value(), entry.text().value());
    }
    if (value(entry, "enabled").map(Value::flag).orElse(true)) {
      String name =
          value(entry, "name")
              .or(() -> value(entry, "class_name"))
              .map(value -> value.text().value())
              .orElseThrow(
                  () ->
                      new SettingsException(
                          entry.at(), "key 'name' is missing in an entry of 'recognizers'"));
      String python = value(entry, "class_name").map(value -> value.text().value()).orElse(name);
      throw notHere(entry.at(), name, python);
    }
  }

  private static SettingsException notHere(Position at, String name, String python) {
    String entity = BUILT_IN.get(python);
    return new SettingsException(
        at,
        "recognizer '"
            + name
            + "' is Python code of Presidio, which is not here; "
            + (entity == null
                ? "take the entry out, write 'enabled: false', or define it with 'type: custom',"
                    + " 'supported_entity' and 'patterns'"
                : entity + " is built in, so take the entry out or write 'enabled: false'"));
  }

  private static Optional<Value> value(Value entry, String key) {
    return entry.entries().stream()
        .filter(named -> named.key().value().equals(key))
        .map(Value.Named::value)
        .findFirst();
  }
}
