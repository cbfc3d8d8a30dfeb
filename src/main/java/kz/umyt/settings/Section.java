package kz.umyt.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keys with values of which all are known: an unknown key is refused before anything else is read,
 * so that a mistyped key is not reported as a missing one.
 */
final class Section {

  private final String name;
  private final Position at;
  private final List<String> keys;
  private final Map<String, Value> values = new LinkedHashMap<>();

  Section(YamlNode.Mapping mapping, String name, List<String> keys) {
    this.name = name;
    this.at = mapping.at();
    this.keys = keys;
    for (YamlNode.Entry entry : mapping.entries()) {
      String key = entry.key().value();
      if (!keys.contains(key)) {
        throw new SettingsException(
            entry.key().at(), "unknown key '" + key + "'" + NearestName.hint(key, keys));
      }
      values.put(key, new Value(entry.value(), "'" + key + "'"));
    }
  }

  Position at() {
    return at;
  }

  boolean has(String key) {
    return optional(key).isPresent();
  }

  Value required(String key) {
    return optional(key)
        .orElseThrow(() -> new SettingsException(at, "key '" + key + "' is missing in " + name));
  }

  Optional<Value> optional(String key) {
    if (!keys.contains(key)) {
      throw new IllegalArgumentException("key not declared: " + key);
    }
    return Optional.ofNullable(values.get(key));
  }

  /** Refuses a key that has no meaning beside others. */
  void refuse(String key, String reason) {
    optional(key)
        .ifPresent(
            value -> {
              throw value.error(reason);
            });
  }
}
