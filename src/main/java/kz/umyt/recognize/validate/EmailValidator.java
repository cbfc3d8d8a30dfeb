package kz.umyt.recognize.validate;

import java.util.Locale;
import java.util.Set;
import kz.umyt.recognize.text.Characters;

/**
 * E-mail address by the rules of RFC 5321 that addresses in use keep: a local part of at most 64
 * characters without leading, trailing or doubled points, a domain of at least two labels whose
 * last is a word, or a numeric address in square brackets. Cyrillic addresses are addresses, and so
 * are those with the {@code %40} of RFC 3986 for the sign. File names such as {@code logo@2x.png}
 * are not.
 */
final class EmailValidator implements Validator {

  private static final String ENCODED = "%40";
  private static final int LONGEST_LOCAL = 64;
  private static final int LONGEST_DOMAIN = 253;
  private static final int LONGEST_LABEL = 63;

  private static final Set<String> FILE_ENDINGS =
      Set.of(
          "png", "jpg", "jpeg", "gif", "svg", "webp", "bmp", "ico", "tif", "tiff", "css", "js",
          "json", "xml", "html", "htm", "php", "pdf", "doc", "docx", "xls", "xlsx", "csv", "txt",
          "exe", "dll", "jar", "woff", "woff2", "ttf", "mp3", "mp4", "avi", "heic", "zip", "rar",
          "gz", "bak", "sql", "log", "yaml", "yml", "ts", "tsx", "jsx", "scss", "less", "vue",
          "mjs");

  @Override
  public Verdict judge(String text, int start, int end) {
    int sign = text.indexOf('@', start);
    boolean encoded = sign < 0 || sign >= end;
    int at = encoded ? text.indexOf(ENCODED, start) : sign;
    int domain = at + (encoded ? ENCODED.length() : 1);
    if (at < 0 || domain >= end) {
      return Verdict.refused(start, end);
    }
    int from = afterLastDoublePoint(text, start, at);
    boolean literal = text.charAt(domain) == '[';
    int to = literal ? end : withoutNextWord(text, domain, end);
    boolean valid =
        from < at
            && at - from <= LONGEST_LOCAL
            && text.charAt(at - 1) != '.'
            && (literal ? isLiteral(text, domain + 1, to - 1) : isDomain(text, domain, to))
            && !Surroundings.isMask(text, from - 1)
            && !isInUrl(text, from)
            && !isRepository(text, from, at, to);
    return valid ? Verdict.accepted(from, to) : Verdict.refusedUntil(domain);
  }

  /** The account {@code git} before the path of a repository, as in {@code git@host.kz:team/x}. */
  private static boolean isRepository(String text, int from, int at, int to) {
    return at - from == 3
        && text.startsWith("git", from)
        && to + 1 < text.length()
        && text.charAt(to) == ':'
        && Character.isLetter(text.charAt(to + 1));
  }

  /** Points before an address belong to the sentence, as in {@code вопросы...info@example.kz}. */
  private static int afterLastDoublePoint(String text, int start, int at) {
    int from = start;
    for (int i = at - 2; i >= start; i--) {
      if (text.charAt(i) == '.' && text.charAt(i + 1) == '.') {
        from = i + 2;
        break;
      }
    }
    return from;
  }

  /** A Cyrillic word glued to a Latin domain starts the next sentence. */
  private static int withoutNextWord(String text, int from, int end) {
    int to = end;
    while (true) {
      int point = text.lastIndexOf('.', to - 1);
      if (point <= from
          || point + 1 == to
          || text.charAt(point + 1) < 128
          || text.charAt(point - 1) >= 128) {
        return to;
      }
      if (text.lastIndexOf('.', point - 1) <= from) {
        return to;
      }
      to = point;
    }
  }

  /** What an address literal holds (RFC 5321, section 4.1.3); no octet of IPv4 is above 255. */
  private static boolean isLiteral(String text, int from, int to) {
    if (from >= to || !Characters.isDigit(text.charAt(from))) {
      return true;
    }
    int octet = 0;
    for (int i = from; i < to; i++) {
      octet = text.charAt(i) == '.' ? 0 : octet * 10 + text.charAt(i) - '0';
      if (octet > 255) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDomain(String text, int from, int to) {
    if (to - from > LONGEST_DOMAIN) {
      return false;
    }
    int labels = 0;
    int start = from;
    for (int i = from; i <= to; i++) {
      if (i == to || text.charAt(i) == '.') {
        if (i == start
            || i - start > LONGEST_LABEL
            || text.charAt(start) == '-'
            || text.charAt(i - 1) == '-') {
          return false;
        }
        labels++;
        if (i == to) {
          return labels >= 2 && isTopLevel(text.substring(start, to));
        }
        start = i + 1;
      }
    }
    return false;
  }

  private static boolean isTopLevel(String label) {
    String lower = label.toLowerCase(Locale.ROOT);
    if (lower.startsWith("xn--")) {
      return true;
    }
    for (int i = 0; i < lower.length(); i++) {
      if (!Character.isLetter(lower.charAt(i))) {
        return false;
      }
    }
    return lower.length() >= 2 && !FILE_ENDINGS.contains(lower);
  }

  /** The password of {@code https://user:password@host.kz} is no address. */
  private static boolean isInUrl(String text, int from) {
    int at = from;
    while (at > 0 && from - at < LONGEST_DOMAIN) {
      char before = text.charAt(at - 1);
      if (before == '/') {
        return at >= 3 && text.startsWith("://", at - 3);
      }
      if (before <= ' ' || before == ',' || before == ';') {
        return false;
      }
      at--;
    }
    return false;
  }
}
