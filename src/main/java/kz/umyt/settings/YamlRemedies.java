package kz.umyt.settings;

import java.util.LinkedHashMap;
import java.util.Map;

/** What to do about the problems that the YAML parser names in the words of its grammar. */
final class YamlRemedies {

  /** By a part of the parser's message; the first that fits counts. */
  private static final Map<String, String> REMEDIES = new LinkedHashMap<>();

  static {
    REMEDIES.put(
        "mapping values", "text that holds ': ' needs quotes, or the indentation is wrong");
    REMEDIES.put("\\t(TAB)", "indent with spaces");
    REMEDIES.put("cannot start any token", "text that begins so needs quotes");
    REMEDIES.put("unexpected end of stream", "close the quote");
    REMEDIES.put("escape", "write \\\\ for a backslash, or use single quotes");
    REMEDIES.put("expected ',' or", "a comma or the closing bracket is missing");
    REMEDIES.put("expected <block end>", "the indentation differs from the lines before");
    REMEDIES.put("could not find expected ':'", "a key needs ': ' behind it, on its own line");
    REMEDIES.put("<stream end>", "close the bracket");
  }

  private YamlRemedies() {}

  /** The end of an error message; empty where the problem speaks for itself. */
  static String of(String problem) {
    return REMEDIES.entrySet().stream()
        .filter(remedy -> problem.contains(remedy.getKey()))
        .findFirst()
        .map(remedy -> "; " + remedy.getValue())
        .orElse("");
  }
}
