package kz.umyt.settings;

import java.util.Locale;

/** What an unquoted YAML scalar stands for (YAML 1.2 core schema, decimal numbers only). */
final class PlainScalar {

  private PlainScalar() {}

  static YamlNode.Kind kindOf(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "", "~", "null" -> YamlNode.Kind.NULL;
      case "true", "false" -> YamlNode.Kind.BOOLEAN;
      default -> isNumber(text) ? YamlNode.Kind.NUMBER : YamlNode.Kind.PLAIN;
    };
  }

  /** Sign, digits, at most one point, exponent: also with leading zeros, as in a BIN. */
  private static boolean isNumber(String text) {
    int at = afterSign(text, 0);
    int whole = afterDigits(text, at);
    int end = whole;
    if (end < text.length() && text.charAt(end) == '.') {
      end = afterDigits(text, end + 1);
      if (end == whole + 1 && whole == at) {
        return false;
      }
    } else if (whole == at) {
      return false;
    }
    if (end < text.length() && (text.charAt(end) == 'e' || text.charAt(end) == 'E')) {
      int exponent = afterSign(text, end + 1);
      end = afterDigits(text, exponent);
      if (end == exponent) {
        return false;
      }
    }
    return end == text.length();
  }

  private static int afterSign(String text, int at) {
    return at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+') ? at + 1 : at;
  }

  private static int afterDigits(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at;
  }
}
