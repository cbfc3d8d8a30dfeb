package kz.umyt.settings;

import org.snakeyaml.engine.v2.scanner.StreamReader;

/** Refuses characters that no text has, where they stand. */
final class WrittenCharacters {

  private WrittenCharacters() {}

  /**
   * Control characters, which YAML does not know (YAML 1.2.2, section 5.1). Its parser would refuse
   * them before it counts lines.
   */
  static void check(String text, String file) {
    int line = 1;
    int column = 1;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (!StreamReader.isPrintable(c)) {
        throw new SettingsException(
            new Position(file, line, column),
            "the character "
                + named(c)
                + " is not allowed; take it out, or write it as an escape in double quotes");
      }
      if (c == '\n' || (c == '\r' && !text.startsWith("\n", i))) {
        line++;
        column = 1;
      } else {
        column++;
      }
    }
  }

  /** Halves of surrogate pairs, which escapes can write and no output can hold. */
  static void refuseHalves(String text, Position at) {
    text.codePoints()
        .filter(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)
        .findFirst()
        .ifPresent(
            c -> {
              throw new SettingsException(
                  at, named(c) + " is half of a character; write the whole character");
            });
  }

  private static String named(int c) {
    return String.format("U+%04X", c);
  }
}
