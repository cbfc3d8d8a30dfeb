package kz.umyt.plan;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import kz.umyt.discover.DamageSigns;
import kz.umyt.source.csv.CellGuard;

/**
 * The forms in which one subject is written. People keep registers by hand and spreadsheets eat
 * leading zeros; a block or a hold that is missed for a space would be a record destroyed wrongly,
 * one that matches too much only keeps a record a little longer.
 */
final class SubjectForm {
  private SubjectForm() {}

  /** Digits of an IIN or BIN. */
  private static final int NUMBER_LENGTH = 12;

  /** A spreadsheet that lost more zeros than these would leave no number to recognize. */
  private static final int SHORTEST_NUMBER = 9;

  /** Without white space around it, and without what guards it from a spreadsheet. */
  static String trimmed(String written) {
    return CellGuard.inside(CellDate.trim(written));
  }

  /**
   * Whether a spreadsheet has made 8,70101E+11 of the number, so that nobody can say whose it was.
   */
  static boolean isDamaged(String written) {
    return DamageSigns.isScientific(trimmed(written));
  }

  /** Without white space around it, in lower case. */
  static String folded(String written) {
    return trimmed(written).toLowerCase(Locale.ROOT);
  }

  /**
   * By which one person is told from another: without white space around it, and for numbers of
   * people with their leading zeros.
   */
  static String key(String written) {
    String trimmed = trimmed(written);
    return isShortened(trimmed) ? "0".repeat(NUMBER_LENGTH - trimmed.length()) + trimmed : trimmed;
  }

  private static boolean isShortened(String text) {
    return text.length() >= SHORTEST_NUMBER
        && text.length() < NUMBER_LENGTH
        && text.chars().allMatch(digit -> digit >= '0' && digit <= '9');
  }

  /** As written, and for numbers of people with leading zeros restored or lost: nobody else. */
  static Set<String> exact(String written) {
    Set<String> forms = new LinkedHashSet<>(Set.of(trimmed(written)));
    String key = key(written);
    if (key.length() == NUMBER_LENGTH && key.chars().allMatch(Character::isDigit)) {
      forms.addAll(variants(key));
    }
    return forms;
  }

  /** As written, in lower case, and for numbers of people with leading zeros restored or lost. */
  static Set<String> variants(String written) {
    String folded = folded(written);
    Set<String> variants = new LinkedHashSet<>();
    variants.add(trimmed(written));
    variants.add(folded);
    boolean isNumber = folded.chars().allMatch(digit -> digit >= '0' && digit <= '9');
    if (isNumber && folded.length() >= SHORTEST_NUMBER && folded.length() <= NUMBER_LENGTH) {
      String whole = "0".repeat(NUMBER_LENGTH - folded.length()) + folded;
      variants.add(whole);
      for (String shorter = whole;
          shorter.startsWith("0") && shorter.length() > SHORTEST_NUMBER;
          shorter = shorter.substring(1)) {
        variants.add(shorter.substring(1));
      }
    }
    return variants;
  }
}
