package kz.umyt.settings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLFactory;

/**
 * Text to a tree. Strict: one document, every key once, no anchors, aliases or tags, so that what
 * stands on a line is what it says.
 */
final class YamlParser {

  private static final TokenStreamFactory YAML = YAMLFactory.builder().build();

  /** No file that means anything is nested so deep; far from the end of any stack. */
  private static final int DEEPEST = 100;

  private final String file;
  private final Variables variables;
  private final JsonParser parser;

  /** Token offsets count code points. */
  private final int[] codePoints;

  private int depth;

  private YamlParser(String file, Variables variables, JsonParser parser, int[] codePoints) {
    this.file = file;
    this.variables = variables;
    this.parser = parser;
    this.codePoints = codePoints;
  }

  static YamlNode parse(String text, String file, Variables variables) {
    WrittenCharacters.check(text, file);
    try (JsonParser parser = YAML.createParser(ObjectReadContext.empty(), text)) {
      return new YamlParser(file, variables, parser, text.codePoints().toArray()).document();
    } catch (JacksonException e) {
      throw unreadable(e, file);
    }
  }

  private YamlNode document() {
    JsonToken first = parser.nextToken();
    if (first == null) {
      throw new SettingsException(new Position(file, 1, 1), "the file is empty");
    }
    YamlNode root = node(first);
    if (parser.nextToken() != null) {
      throw new SettingsException(
          position(), "a second document begins here; write one document in a file");
    }
    return root;
  }

  private YamlNode node(JsonToken token) {
    Position at = position();
    refuseAnchorsAndTags(at);
    if (++depth > DEEPEST) {
      throw new SettingsException(
          at, "nested more than " + DEEPEST + " deep; is a bracket not closed?");
    }
    YamlNode node =
        switch (token) {
          case START_OBJECT -> mapping(at);
          case START_ARRAY -> sequence(at);
          default -> scalar(at);
        };
    depth--;
    return node;
  }

  private YamlNode mapping(Position at) {
    List<YamlNode.Entry> entries = new ArrayList<>();
    Map<String, Position> seen = new HashMap<>();
    while (next() != JsonToken.END_OBJECT) {
      Position keyAt = position();
      refuseAnchorsAndTags(keyAt);
      String key = parser.getString();
      WrittenCharacters.refuseHalves(key, keyAt);
      Position before = seen.putIfAbsent(key, keyAt);
      if (before != null) {
        throw new SettingsException(
            keyAt,
            "key '"
                + key
                + "' is written twice; first on line "
                + before.line()
                + ": put both parts there");
      }
      entries.add(new YamlNode.Entry(new Located<>(key, keyAt), node(next())));
    }
    return new YamlNode.Mapping(entries, at);
  }

  private YamlNode sequence(Position at) {
    List<YamlNode> items = new ArrayList<>();
    for (JsonToken token = next(); token != JsonToken.END_ARRAY; token = next()) {
      items.add(node(token));
    }
    return new YamlNode.Sequence(items, at);
  }

  private YamlNode scalar(Position at) {
    String text = parser.getString();
    WrittenCharacters.refuseHalves(text, at);
    boolean quoted =
        switch (firstCodePoint()) {
          case '"', '\'', '|', '>' -> true;
          default -> false;
        };
    YamlNode.Kind kind = quoted ? YamlNode.Kind.QUOTED : PlainScalar.kindOf(text);
    Optional<String> filled = variables.fill(text, at);
    return filled.isPresent() && Variables.readsAny(text)
        ? new YamlNode.Scalar(filled.get(), YamlNode.Kind.VARIABLE, at)
        : new YamlNode.Scalar(filled.orElse(text), kind, at);
  }

  private void refuseAnchorsAndTags(Position at) {
    String what =
        switch (firstCodePoint()) {
          case '&' -> "an anchor (&)";
          case '*' -> "an alias (*)";
          case '!' -> "a tag (!)";
          default -> "";
        };
    if (!what.isEmpty()) {
      throw new SettingsException(
          at, what + " is not allowed here; write the value out, in quotes if it is text");
    }
  }

  private JsonToken next() {
    JsonToken token = parser.nextToken();
    if (token == null) {
      throw new SettingsException(position(), "the file ends too early");
    }
    return token;
  }

  private int firstCodePoint() {
    long offset = parser.currentTokenLocation().getCharOffset();
    return offset >= 0 && offset < codePoints.length ? codePoints[(int) offset] : ' ';
  }

  private Position position() {
    TokenStreamLocation at = parser.currentTokenLocation();
    return new Position(file, Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()));
  }

  private static SettingsException unreadable(JacksonException error, String file) {
    if (error.getCause() instanceof MarkedYamlEngineException marked) {
      Position at =
          marked
              .getProblemMark()
              .or(marked::getContextMark)
              .map(mark -> position(mark, file))
              .orElse(new Position(file, 1, 1));
      return new SettingsException(at, "not readable as YAML: " + problem(marked));
    }
    TokenStreamLocation at = error.getLocation();
    Position position =
        at == null
            ? new Position(file, 1, 1)
            : new Position(file, Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()));
    return new SettingsException(
        position,
        "not readable as YAML: a key must be text, a value text, a list or a section; or an escape"
            + " after \\ or a line that begins with % is wrong");
  }

  private static Position position(Mark mark, String file) {
    return new Position(file, mark.getLine() + 1, mark.getColumn() + 1);
  }

  private static String problem(MarkedYamlEngineException marked) {
    @Nullable String context = marked.getContext();
    String where =
        context == null
            ? ""
            : " "
                + context
                + marked
                    .getContextMark()
                    .map(mark -> " that begins on line " + (mark.getLine() + 1))
                    .orElse("");
    String problem = marked.getProblem();
    return problem + where + YamlRemedies.of(problem);
  }
}
