package kz.umyt.discover;

/**
 * Masks a sample so that a person who knows the data recognizes it and nobody else learns it. At
 * most the first and last two characters stay, of a value under ten characters one each, under six
 * none; of a card number what PCI DSS 3.4 lets people see, the first six and last four digits; of
 * an e-mail address {@code a***@d***.kz}.
 */
final class EvidenceMask {

  /** Nobody counts more stars than these, and a long finding must not fill a report. */
  private static final int MOST_STARS = 30;

  private static final int CARD_LEAST_DIGITS = 13;

  private EvidenceMask() {}

  static String mask(String entity, String value) {
    return switch (entity) {
      case "CREDIT_CARD" -> card(value);
      case "EMAIL_ADDRESS" -> email(value);
      default -> ends(value);
    };
  }

  private static String card(String value) {
    StringBuilder digits = new StringBuilder();
    value
        .codePoints()
        .filter(Character::isDigit)
        .forEach(digit -> digits.append(Character.digit(digit, 10)));
    return digits.length() < CARD_LEAST_DIGITS ? ends(value) : keep(digits.toString(), 6, 4);
  }

  private static String email(String value) {
    int at = value.lastIndexOf('@');
    int point = value.lastIndexOf('.');
    if (at < 0 || point < at) {
      return ends(value);
    }
    return first(value.substring(0, at))
        + "***@"
        + first(value.substring(at + 1, point))
        + "***"
        + value.substring(point);
  }

  /** The first character of a name that is long enough to hide behind it. */
  private static String first(String name) {
    return name.codePointCount(0, name.length()) < 3
        ? ""
        : name.substring(0, name.offsetByCodePoints(0, 1));
  }

  private static String ends(String value) {
    int length = value.codePointCount(0, value.length());
    int kept = length < 6 ? 0 : length < 10 ? 1 : 2;
    return keep(value, kept, kept);
  }

  private static String keep(String value, int first, int last) {
    int length = value.codePointCount(0, value.length());
    return value.substring(0, value.offsetByCodePoints(0, first))
        + "*".repeat(Math.min(MOST_STARS, length - first - last))
        + value.substring(value.offsetByCodePoints(value.length(), -last));
  }
}
