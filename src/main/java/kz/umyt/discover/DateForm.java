package kz.umyt.discover;

/** A way to write a day in digits. */
enum DateForm {
  /** As drivers write what the engine stores as a date. */
  STORED("", '-'),
  YEAR_FIRST("yyyy-MM-dd", '-'),
  YEAR_FIRST_POINTS("yyyy.MM.dd", '.'),
  YEAR_FIRST_SLASHES("yyyy/MM/dd", '/'),
  YEAR_FIRST_DIGITS("yyyyMMdd", '\0'),
  DAY_FIRST("dd.MM.yyyy", '.'),
  DAY_FIRST_SLASHES("dd/MM/yyyy", '/'),
  DAY_FIRST_HYPHENS("dd-MM-yyyy", '-'),
  MONTH_FIRST_SLASHES("MM/dd/yyyy", '/');

  private final String pattern;
  private final char sign;

  DateForm(String pattern, char sign) {
    this.pattern = pattern;
    this.sign = sign;
  }

  /** As a job writes it, without a time; empty for a stored date. */
  String pattern() {
    return pattern;
  }

  /** Between day, month and year; NUL where nothing stands there. */
  char sign() {
    return sign;
  }
}
