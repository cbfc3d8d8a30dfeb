package kz.umyt.settings;

import java.time.Period;
import java.util.Locale;

/**
 * A term that a law sets at least, whatever a policy says.
 *
 * @param clock the event that the term runs from
 * @param fromNextYear whether it runs from the end of the clock's year, as terms do that begin with
 *     the tax period which follows the one concerned
 * @param basis the act and article
 * @param confidence how sure it is that the act says so
 */
public record Floor(
    Located<String> id,
    LocalizedText name,
    Clock clock,
    Period term,
    boolean fromNextYear,
    String basis,
    Confidence confidence) {

  /** How a floor is known. */
  public enum Confidence {
    /** Read in the text of the act. */
    HIGH,
    /** Told by several who know the act. */
    MEDIUM,
    /** Sources differ; ask a lawyer. */
    LOW;

    /** The word used in files. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
