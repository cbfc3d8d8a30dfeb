package kz.umyt.recognize.pattern;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import kz.umyt.settings.RegexFlags;

/**
 * Makes an expression of RE2 of one that was written for Presidio, whose expressions are those of
 * Python's {@code regex} module (pypi.org/project/regex). What RE2 does not have or would read
 * differently is refused with what to write instead; {@code \w}, which is ASCII to RE2 and any
 * letter to Python, is written out.
 *
 * <p>{@code \d} and {@code \s} stay ASCII, since texts are folded before they are searched.
 */
final class PythonRegex {

  private static final String WORD = "_\\pL\\pM\\pN";

  /** How much repeats may multiply: RE2 writes every repeat out, and memory is finite. */
  private static final long MOST_STEPS = 100_000;

  /** RE2J and all readers of expressions descend by recursion. */
  private static final int DEEPEST = 100;

  /** Escapes that RE2 does not have: what they are, and what to write. */
  private static final Map<Character, String[]> MISSING =
      Map.ofEntries(
          entry('Z', "end of text", "write \\z"),
          entry('B', "inside of a word that knows all alphabets,", "write the letters around it"),
          entry('Q', "quoting in Python, and so none here,", "write \\ before each sign"),
          entry('G', "anchor", "leave it out"),
          entry('K', "reset of the match", "put what is to be found in a group (?P<value>…)"),
          entry('X', "grapheme", "write ."),
          entry('R', "line break", "write \\r?\\n"),
          entry('h', "blank", "write [ \\t]"),
          entry('m', "start of a word", "leave it out and write 'boundary: word'"),
          entry('M', "end of a word", "leave it out and write 'boundary: word'"),
          entry('N', "name of a character", "write the character itself"),
          entry('L', "list of words", "write a 'deny_list', or the words as alternatives"),
          entry('u', "escape", "write the character itself, or \\x{…} with its hexadecimal number"),
          entry('U', "escape", "write the character itself, or \\x{…} with its hexadecimal number"),
          entry('k', "backreference", "write each form out as an alternative"),
          entry('g', "backreference", "write each form out as an alternative"));

  private static final Map<String, String[]> GROUPS =
      Map.of(
          "(?>", words("atomic group", "write (?:…), which is as fast in RE2"),
          "(?(", words("conditional", "write both forms out as alternatives"),
          "(?P=", words("backreference", "write each form out as an alternative, such as a-b|a:b"),
          "(?P>", words("recursion", "write the levels out"),
          "(?&", words("recursion", "write the levels out"),
          "(?R", words("recursion", "write the levels out"),
          "(?#", words("comment", "write a YAML comment on a line of its own"),
          "(?|", words("branch reset", "write (?:…)"));

  private final String regex;
  private final RegexFlags flags;
  private final StringBuilder written = new StringBuilder();
  private final Deque<Long> outer = new ArrayDeque<>();
  private int at;
  private long steps;
  private long last;

  private PythonRegex(String regex, RegexFlags flags) {
    this.regex = regex;
    this.flags = flags;
  }

  private static Map.Entry<Character, String[]> entry(char c, String kind, String advice) {
    return Map.entry(c, words(kind, advice));
  }

  private static String[] words(String kind, String advice) {
    return new String[] {kind, advice};
  }

  /**
   * The same for RE2.
   *
   * @throws MisreadConstructException if there is no such expression
   */
  static String inRe2(String regex, RegexFlags flags) {
    PythonRegex reader = new PythonRegex(regex, flags);
    reader.refuseOtherText();
    while (reader.more()) {
      reader.part();
    }
    return reader.written.toString();
  }

  /** Python's way to write text, and what double quotes in YAML make of a backslash and b. */
  private void refuseOtherText() {
    boolean raw = regex.startsWith("r\"") || regex.startsWith("r'");
    if (raw && regex.length() > 2 && regex.charAt(1) == regex.charAt(regex.length() - 1)) {
      throw MisreadConstructException.tooMuch(
          "r\"…\" is Python, not YAML; write the expression in single quotes without the r");
    }
    if (regex.indexOf('\b') >= 0) {
      throw MisreadConstructException.tooMuch(
          "holds a backspace, since \\b in double quotes is one in YAML; use single quotes");
    }
  }

  private void part() {
    char c = regex.charAt(at);
    switch (c) {
      case '\\' -> {
        escape(false);
        step();
      }
      case '[' -> {
        characterClass();
        step();
      }
      case '(' -> group();
      case ')' -> {
        last = steps;
        steps += outer.isEmpty() ? 0 : outer.pop();
        copy(1);
      }
      case '*', '+', '?' -> {
        copy(1);
        refusePossessive(String.valueOf(c));
      }
      case '{' -> brace();
      case '$' -> {
        if (!flags.multiline()) {
          throw new MisreadConstructException("$", "without MULTILINE; write \\z");
        }
        copy(1);
      }
      default -> {
        copy(1);
        step();
      }
    }
  }

  private void step() {
    last = 1;
    steps++;
  }

  private void escape(boolean inClass) {
    if (at + 1 >= regex.length()) {
      copy(1);
      return;
    }
    char c = regex.charAt(at + 1);
    String construct = regex.substring(at, at + 2);
    if (c == 'w') {
      at += 2;
      written.append(inClass ? WORD : "[" + WORD + "]");
    } else if (c == 'W') {
      if (inClass) {
        throw MisreadConstructException.missing(
            "'no letter' in [ ] that knows all alphabets,", construct, "write [^\\w…] instead");
      }
      at += 2;
      written.append("[^" + WORD + "]");
    } else if (c >= '1' && c <= '9') {
      throw MisreadConstructException.missing(
          inClass ? "octal number" : "backreference",
          construct,
          "write each form out as an alternative, such as a-b|a:b");
    } else if (MISSING.containsKey(c)) {
      String[] words = MISSING.getOrDefault(c, words("", ""));
      throw MisreadConstructException.missing(words[0], construct, words[1]);
    } else if ((c == 'p' || c == 'P') && regex.startsWith("{", at + 2)) {
      property();
    } else {
      copy(2);
    }
  }

  private void property() {
    int close = regex.indexOf('}', at);
    int end = close < 0 ? regex.length() : close + 1;
    String construct = regex.substring(at, end);
    String name = construct.substring(3, Math.max(3, construct.length() - 1));
    boolean prefixed = name.startsWith("Is") || name.startsWith("In");
    if (prefixed || name.indexOf('=') >= 0 || name.indexOf(':') >= 0) {
      throw MisreadConstructException.missing(
          "property or block of Unicode",
          construct,
          "write a script or category such as \\p{Cyrillic} or \\p{Lu}, or the range of letters");
    }
    copy(end - at);
  }

  private void characterClass() {
    copy(regex.startsWith("[^", at) ? 2 : 1);
    boolean first = true;
    while (more() && (first || regex.charAt(at) != ']')) {
      first = false;
      int named = regex.startsWith("[:", at) ? regex.indexOf(":]", at) : -1;
      if (named >= 0) {
        copy(named + 2 - at);
      } else if (regex.charAt(at) == '\\') {
        escape(true);
      } else {
        copy(1);
      }
    }
    copy(more() ? 1 : 0);
  }

  private void group() {
    if (outer.size() >= DEEPEST) {
      throw MisreadConstructException.tooMuch(
          "has more than " + DEEPEST + " groups inside each other; write it with fewer");
    }
    outer.push(steps);
    steps = 0;
    if (!regex.startsWith("(?", at)) {
      copy(1);
      return;
    }
    String three = regex.substring(at, Math.min(regex.length(), at + 4));
    if (three.startsWith("(?=")
        || three.startsWith("(?!")
        || three.startsWith("(?<=")
        || three.startsWith("(?<!")) {
      throw Lookaround.at(regex, at);
    }
    GROUPS.forEach(
        (start, words) -> {
          if (three.startsWith(start)) {
            throw MisreadConstructException.missing(words[0], shown(start), words[1]);
          }
        });
    if (three.startsWith("(?P<") || three.startsWith("(?<")) {
      int close = regex.indexOf('>', at);
      copy((close < 0 ? regex.length() : close + 1) - at);
    } else {
      flagGroup();
    }
  }

  /** A refused group as far as it tells what it is. */
  private String shown(String start) {
    boolean named = start.equals("(?P=") || start.equals("(?P>") || start.equals("(?&");
    int close = named ? regex.indexOf(')', at) : -1;
    return close < 0 ? start : regex.substring(at, close + 1);
  }

  private void flagGroup() {
    int end = at + 2;
    while (end < regex.length() && regex.charAt(end) != ':' && regex.charAt(end) != ')') {
      char flag = regex.charAt(end);
      if ("imsU-".indexOf(flag) < 0) {
        throw MisreadConstructException.missing(
            flag >= '0' && flag <= '9' ? "recursion" : "flag", "(?" + flag, adviceOn(flag));
      }
      end++;
    }
    if (end < regex.length() && regex.charAt(end) == ')' && at > 0) {
      // From here on to RE2, for all of the expression to Python.
      throw new MisreadConstructException(
          regex.substring(at, end + 1), "write it at the very beginning, or (?i:…) around a part");
    }
    copy(Math.min(regex.length(), end + (regex.startsWith(":", end) ? 1 : 0)) - at);
  }

  private static String adviceOn(char flag) {
    return switch (flag) {
      case 'x' -> "leave it out and write the expression without blanks and comments";
      case 'a' -> "leave it out and write [0-9A-Za-z_] for \\w";
      case 'u', 'L' -> "leave it out; texts are Unicode";
      default -> "only i, m and s are possible";
    };
  }

  private void refusePossessive(String repeat) {
    if (regex.startsWith("+", at)) {
      throw MisreadConstructException.missing(
          "possessive repeat", repeat + "+", "leave the last + out");
    }
  }

  private void brace() {
    int close = regex.indexOf('}', at);
    String inside = close < 0 ? "" : regex.substring(at + 1, close);
    if (isFuzzy(inside)) {
      throw MisreadConstructException.missing(
          "fuzzy match", "{" + inside + "}", "write the wrong spellings out as alternatives");
    }
    long times = times(inside);
    if (times < 0) {
      copy(1);
      step();
      return;
    }
    copy(close + 1 - at);
    refusePossessive("{" + inside + "}");
    steps += last * Math.max(0, times - 1);
    last *= Math.max(1, times);
    if (steps > MOST_STEPS) {
      throw MisreadConstructException.tooMuch(
          "repeats more than can be kept in memory; write smaller counts, or * and +");
    }
  }

  /** The {@code regex} module's count of errors, such as {@code {e}} or {@code {1<=s<=2,i}}. */
  private static boolean isFuzzy(String inside) {
    boolean kinds = inside.chars().anyMatch(c -> "eids".indexOf(c) >= 0);
    boolean signs = inside.chars().allMatch(c -> "eids<=,+0123456789 ".indexOf(c) >= 0);
    return kinds && signs && (inside.length() == 1 || inside.indexOf('<') >= 0);
  }

  /** How often RE2 writes an item out for a count; -1 if it is none. */
  private static long times(String inside) {
    int comma = inside.indexOf(',');
    String least = comma < 0 ? inside : inside.substring(0, comma);
    String most = comma < 0 ? "" : inside.substring(comma + 1);
    boolean digits = (least + most).chars().allMatch(c -> c >= '0' && c <= '9');
    if (least.isEmpty() || !digits || least.length() > 4 || most.length() > 4) {
      return -1;
    }
    return most.isEmpty() ? Long.parseLong(least) + 1 : Long.parseLong(most);
  }

  private boolean more() {
    return at < regex.length();
  }

  private void copy(int length) {
    int end = Math.min(regex.length(), at + length);
    written.append(regex, at, end);
    at = end;
  }
}
