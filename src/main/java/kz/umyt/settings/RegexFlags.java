package kz.umyt.settings;

import java.util.Map;
import java.util.TreeMap;

/**
 * How the expressions of a file are read. Files write it as Presidio does: {@code
 * global_regex_flags}, a sum of the flags of Python's {@code re} module
 * (docs.python.org/3/library/re.html#flags).
 */
public record RegexFlags(boolean ignoreCase, boolean multiline, boolean dotAll) {

  /** Presidio's default, 26. */
  public static final RegexFlags DEFAULT = new RegexFlags(true, true, true);

  private static final int IGNORECASE = 2;
  private static final int MULTILINE = 8;
  private static final int DOTALL = 16;

  /** Without effect: texts are Unicode anyway. */
  private static final int UNICODE = 32;

  private static final int POSSIBLE = IGNORECASE | MULTILINE | DOTALL | UNICODE;
  private static final int MOST = 1 << 20;

  private static final Map<Integer, String> REFUSED =
      new TreeMap<>(Map.of(1, "TEMPLATE", 4, "LOCALE", 64, "VERBOSE", 128, "DEBUG", 256, "ASCII"));

  static RegexFlags of(Value value) {
    int flags = (int) value.integer(0, MOST);
    int rest = flags & ~POSSIBLE;
    if (rest != 0) {
      int first = Integer.lowestOneBit(rest);
      throw value.error(
          "holds "
              + REFUSED.getOrDefault(first, "the unknown flag")
              + " ("
              + first
              + "), which is not possible here; add up only IGNORECASE (2), MULTILINE (8) and"
              + " DOTALL (16), such as 26"
              + (first == 64 ? ", and write expressions without blanks and comments" : ""));
    }
    return new RegexFlags(
        (flags & IGNORECASE) != 0, (flags & MULTILINE) != 0, (flags & DOTALL) != 0);
  }

  /** The letters of the flags that are off, as an expression writes them. */
  public String off() {
    return (ignoreCase ? "" : "i") + (multiline ? "" : "m") + (dotAll ? "" : "s");
  }
}
