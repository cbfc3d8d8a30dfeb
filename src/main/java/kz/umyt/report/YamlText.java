package kz.umyt.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.ScalarStyle;

/** Names and comments as they can stand in a settings file, whatever is in them. */
final class YamlText {

  /** Where a line of a comment ends. */
  private static final int WIDTH = 100;

  /** Some readers of YAML take these for something else than text. */
  private static final Set<String> WORDS =
      Set.of("null", "true", "false", "yes", "no", "on", "off", "y", "n");

  private static final DumpSettings QUOTED =
      DumpSettings.builder()
          .setDefaultScalarStyle(ScalarStyle.DOUBLE_QUOTED)
          .setSplitLines(false)
          .build();

  private YamlText() {}

  /** A key that settings files take literally. */
  static String key(String name) {
    return isPlain(name) ? name : new Dump(QUOTED).dumpToString(name).stripTrailing();
  }

  /** A text in which settings files would else fill in variables. */
  static String text(String value) {
    return key(value.replace("${", "$${"));
  }

  private static boolean isPlain(String name) {
    if (name.isEmpty()
        || WORDS.contains(name.toLowerCase(Locale.ROOT))
        || !isLetter(name.charAt(0))) {
      return false;
    }
    return name.chars()
        .allMatch(c -> isLetter(c) || (c >= '0' && c <= '9') || c == '-' || c == '.');
  }

  private static boolean isLetter(int c) {
    return c == '_'
        || (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= 0x400 && c <= 0x4FF && Character.isLetter(c));
  }

  /** A comment on one line: what has no shape, or would end it, is shown by its number. */
  static String inLine(String text) {
    StringBuilder line = new StringBuilder();
    VisibleControls.of(text)
        .codePoints()
        .forEach(point -> line.appendCodePoint(Character.isWhitespace(point) ? ' ' : point));
    return line.toString().strip();
  }

  /** A comment on as many lines as it needs, each with {@code #} behind the indent. */
  static List<String> comment(String indent, String text) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(indent + "#");
    int from = 0;
    String all = inLine(text) + " ";
    for (int blank = all.indexOf(' '); blank >= 0; blank = all.indexOf(' ', from)) {
      String word = all.substring(from, blank);
      if (line.length() + 1 + word.length() > WIDTH && line.length() > indent.length() + 1) {
        lines.add(line.toString());
        line = new StringBuilder(indent + "#");
      }
      line.append(' ').append(word);
      from = blank + 1;
    }
    lines.add(line.toString());
    return List.copyOf(lines);
  }

  /** A line with its comment behind it, or above it where both together are too long. */
  static List<String> explained(String indent, String content, String comment) {
    if (comment.isEmpty()) {
      return List.of(indent + content);
    }
    String whole = indent + content + "  # " + inLine(comment);
    if (whole.length() <= WIDTH) {
      return List.of(whole);
    }
    List<String> lines = new ArrayList<>(comment(indent, comment));
    lines.add(indent + content);
    return List.copyOf(lines);
  }
}
