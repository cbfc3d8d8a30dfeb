package kz.umyt.report;

import java.util.Locale;
import java.util.function.IntPredicate;

/**
 * Shows characters that have no shape of their own. A name with a right-to-left mark or a
 * zero-width space could make a line of the Act read as something else than it says.
 */
public final class VisibleControls {

  private VisibleControls() {}

  /** The text with each such character as {@code [U+202E]}; tabs and line ends stay. */
  public static String of(String text) {
    return shown(text, VisibleControls::isHidden);
  }

  /** As {@link #of}, and with tabs and line ends shown, too: one line, whatever the text holds. */
  public static String inLine(String text) {
    return shown(text, point -> isHidden(point) || point < ' ');
  }

  private static String shown(String text, IntPredicate hidden) {
    StringBuilder shown = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            point -> {
              if (hidden.test(point)) {
                shown.append(String.format(Locale.ROOT, "[U+%04X]", point));
              } else {
                shown.appendCodePoint(point);
              }
            });
    return shown.toString();
  }

  private static boolean isHidden(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL -> point != '\t' && point != '\n' && point != '\r';
      case Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }
}
