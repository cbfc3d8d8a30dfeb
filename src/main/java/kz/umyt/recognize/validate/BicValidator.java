package kz.umyt.recognize.validate;

import java.util.Locale;
import java.util.Set;

/** Business identifier code (ISO 9362): four letters, a country of ISO 3166, a place, a branch. */
final class BicValidator implements Validator {

  private static final int COUNTRY_START = 4;
  private static final int COUNTRY_END = 6;
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  @Override
  public Verdict judge(String text, int start, int end) {
    if (end - start < COUNTRY_END) {
      return Verdict.refused(start, end);
    }
    String country =
        text.substring(start + COUNTRY_START, start + COUNTRY_END).toUpperCase(Locale.ROOT);
    return COUNTRIES.contains(country) || country.equals("XK")
        ? Verdict.accepted(start, end)
        : Verdict.refused(start, end);
  }
}
