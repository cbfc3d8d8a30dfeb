package kz.umyt.settings;

import java.time.Duration;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

/** Written forms that several settings share. */
final class Literals {

  private Literals() {}

  /** An ISO 8601 period without negative parts. */
  static Optional<Period> period(String text) {
    try {
      Period period = Period.parse(text);
      boolean negative = period.getYears() < 0 || period.getMonths() < 0 || period.getDays() < 0;
      return negative ? Optional.empty() : Optional.of(period);
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** A whole number and {@code ms}, {@code s}, {@code m} or {@code h}. */
  static Optional<Duration> duration(String text) {
    int digits = 0;
    while (digits < text.length() && text.charAt(digits) >= '0' && text.charAt(digits) <= '9') {
      digits++;
    }
    if (digits == 0 || digits > 9) {
      return Optional.empty();
    }
    long number = Long.parseLong(text.substring(0, digits));
    return switch (text.substring(digits).strip().toLowerCase(Locale.ROOT)) {
      case "ms" -> Optional.of(Duration.ofMillis(number));
      case "s" -> Optional.of(Duration.ofSeconds(number));
      case "m" -> Optional.of(Duration.ofMinutes(number));
      case "h" -> Optional.of(Duration.ofHours(number));
      default -> Optional.empty();
    };
  }

  /** A share of 0 to 1 from a number of 0 to 100 with a percent sign. */
  static Optional<Double> percent(String text) {
    String stripped = text.strip();
    if (!stripped.endsWith("%")) {
      return Optional.empty();
    }
    String number = stripped.substring(0, stripped.length() - 1).strip();
    if (number.isEmpty() || number.chars().anyMatch(c -> c != '.' && (c < '0' || c > '9'))) {
      return Optional.empty();
    }
    try {
      double percent = Double.parseDouble(number);
      return percent <= 100 ? Optional.of(percent / 100) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
