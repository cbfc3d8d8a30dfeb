package kz.umyt.discover;

/** What may stand behind a day, as bits of a number. */
final class TimeForm {

  /** Nothing. */
  static final int BARE = 1;

  /** Hours and minutes, and no seconds. */
  static final int MINUTES = 1 << 1;

  static final int SECONDS = 1 << 2;

  /** Not a space but T before the time. */
  static final int LETTER = 1 << 3;

  static final int SPACE = 1 << 4;

  /** An hour of one digit. */
  static final int SHORT_HOUR = 1 << 5;

  /** A day or a month of one digit. */
  static final int SHORT_DAY = 1 << 6;

  /** Z or +05:00. */
  static final int ZONE_COLON = 1 << 7;

  /** +05. */
  static final int ZONE_HOURS = 1 << 8;

  /** +0500. */
  static final int ZONE_MINUTES = 1 << 9;

  /** No zone behind a time. */
  static final int NO_ZONE = 1 << 10;

  /** Seconds without a fraction. */
  static final int WHOLE_SECONDS = 1 << 11;

  /** A fraction of one digit; the bits above are for two digits and more, up to nine. */
  static final int FRACTION = 1 << 12;

  private static final int MOST_DECIMALS = 9;

  private TimeForm() {}

  /** The pattern, as a job writes it, that reads all that was seen. */
  static String pattern(DateForm form, int seen) {
    String day = has(seen, SHORT_DAY) ? shortened(form.pattern()) : form.pattern();
    if (!has(seen, MINUTES | SECONDS)) {
      return day;
    }
    if (form.sign() == '\0') {
      return day + (has(seen, BARE) ? "[HHmmss]" : "HHmmss");
    }
    return day + optional(separator(seen) + time(seen) + zone(seen), has(seen, BARE));
  }

  private static boolean has(int seen, int any) {
    return (seen & any) != 0;
  }

  private static String optional(String part, boolean mayBeMissing) {
    return mayBeMissing ? "[" + part + "]" : part;
  }

  private static String shortened(String pattern) {
    return pattern.replace("dd", "d").replace("MM", "M");
  }

  private static String separator(int seen) {
    return !has(seen, LETTER) ? " " : has(seen, SPACE) ? "['T'][ ]" : "'T'";
  }

  private static String time(int seen) {
    String minutes = (has(seen, SHORT_HOUR) ? "H" : "HH") + ":mm";
    return has(seen, SECONDS)
        ? minutes + optional(":ss" + fraction(seen), has(seen, MINUTES))
        : minutes;
  }

  /** The longest first, since a reader takes the first that fits. */
  private static String fraction(int seen) {
    int bits = seen / FRACTION;
    boolean mayBeMissing = has(seen, WHOLE_SECONDS) || Integer.bitCount(bits) > 1;
    StringBuilder fraction = new StringBuilder();
    for (int digits = MOST_DECIMALS; digits > 0; digits--) {
      if ((bits >>> (digits - 1) & 1) != 0) {
        fraction.append(optional("." + "S".repeat(digits), mayBeMissing));
      }
    }
    return fraction.toString();
  }

  private static String zone(int seen) {
    int kinds = seen & (ZONE_COLON | ZONE_HOURS | ZONE_MINUTES);
    boolean mayBeMissing = has(seen, NO_ZONE) || Integer.bitCount(kinds) > 1;
    StringBuilder zone = new StringBuilder();
    if (has(kinds, ZONE_COLON)) {
      zone.append(optional("XXX", mayBeMissing));
    }
    if (has(kinds, ZONE_MINUTES)) {
      zone.append(optional("XX", mayBeMissing));
    }
    if (has(kinds, ZONE_HOURS)) {
      zone.append(optional("X", mayBeMissing));
    }
    return zone.toString();
  }
}
