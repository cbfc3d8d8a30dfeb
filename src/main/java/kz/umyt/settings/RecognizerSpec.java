package kz.umyt.settings;

import java.util.List;
import java.util.Optional;

/**
 * A recognizer as written in {@code config/recognizers/*.yaml}: Presidio's keys and our own
 * additions.
 *
 * @param validator name of a built-in check, such as {@code kz-iin}
 * @param context words near a match that raise its score
 * @param columns words that name such a column, also as parts of its name unless {@code =} stands
 *     before them
 * @param boundary what may not stand beside a match
 * @param needsContext whether a match counts only with a context word near it or a column named so
 * @param veto words that say the opposite of {@code context}: the nearest of both decides
 * @param otherColumns words in a column's name that say that {@code columns} and {@code context} do
 *     not mean it
 * @param alarm what a person must do at once when this is found at all
 * @param flags how the patterns are read
 */
public record RecognizerSpec(
    Located<String> name,
    List<String> languages,
    Located<String> entity,
    List<PatternSpec> patterns,
    List<Located<String>> context,
    List<Located<String>> denyList,
    double denyListScore,
    List<String> allowList,
    Optional<Located<String>> validator,
    List<Located<String>> columns,
    Boundary boundary,
    boolean needsContext,
    List<Located<String>> veto,
    List<Located<String>> otherColumns,
    Optional<String> alarm,
    RegexFlags flags) {

  /**
   * One regular expression.
   *
   * @param score from 0 to 1
   */
  public record PatternSpec(Located<String> name, Located<String> regex, double score) {}

  /** What may not stand beside a match, since RE2 has no lookaround. */
  public enum Boundary {
    /** No digit on either side. */
    DIGITS,
    /** No letter, digit, combining mark or underscore on either side. */
    WORD,
    NONE
  }
}
