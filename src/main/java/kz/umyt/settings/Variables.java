package kz.umyt.settings;

import java.util.Map;
import java.util.Optional;

/**
 * Fills {@code ${NAME}} and {@code ${NAME:default}} in. Two dollars before the brace stand for one
 * dollar and no variable. An unset variable without a default is an error. Values are never
 * printed.
 */
record Variables(Map<String, String> values) {

  Variables {
    values = Map.copyOf(values);
  }

  /** Whether a variable stands in the text, not only the escape for its first characters. */
  static boolean readsAny(String text) {
    for (int at = text.indexOf("${"); at >= 0; at = text.indexOf("${", at + 2)) {
      if (at == 0 || text.charAt(at - 1) != '$') {
        return true;
      }
    }
    return false;
  }

  /** The text with everything filled in; empty if there is nothing to fill in. */
  Optional<String> fill(String text, Position at) {
    int dollar = text.indexOf("${");
    if (dollar < 0) {
      return Optional.empty();
    }
    StringBuilder filled = new StringBuilder();
    int done = 0;
    for (; dollar >= 0; dollar = text.indexOf("${", done)) {
      if (dollar > done && text.charAt(dollar - 1) == '$') {
        filled.append(text, done, dollar - 1).append("${");
        done = dollar + 2;
        continue;
      }
      int end = text.indexOf('}', dollar);
      if (end < 0) {
        throw new SettingsException(at, "'${' without '}'; write $${ for a literal ${");
      }
      filled.append(text, done, dollar).append(value(text.substring(dollar + 2, end), at));
      done = end + 1;
    }
    return Optional.of(filled.append(text, done, text.length()).toString());
  }

  private String value(String reference, Position at) {
    int colon = reference.indexOf(':');
    String name = colon < 0 ? reference : reference.substring(0, colon);
    if (!isName(name)) {
      throw new SettingsException(
          at, "'${...}' needs the name of a variable: letters, digits and _ ; $${ is a literal ${");
    }
    String value = values.get(name);
    if (value != null) {
      return value;
    }
    if (colon < 0) {
      throw new SettingsException(
          at, "variable " + name + " is not set; set it, or write ${" + name + ":default}");
    }
    return reference.substring(colon + 1);
  }

  private static boolean isName(String name) {
    return !name.isEmpty()
        && !(name.charAt(0) >= '0' && name.charAt(0) <= '9')
        && name.chars()
            .allMatch(
                c ->
                    c == '_'
                        || (c >= '0' && c <= '9')
                        || (c >= 'a' && c <= 'z')
                        || (c >= 'A' && c <= 'Z'));
  }
}
