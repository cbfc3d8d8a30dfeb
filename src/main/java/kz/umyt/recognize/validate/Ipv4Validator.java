package kz.umyt.recognize.validate;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import kz.umyt.recognize.text.Characters;
import kz.umyt.recognize.text.Words;

/**
 * IPv4 address: four numbers up to 255 without leading zeros, not a part of a longer dotted number
 * and not called a version, an edition, a clause or an object identifier.
 */
final class Ipv4Validator implements Validator {

  private static final Set<String> LABELS =
      Set.of(
          "ред", "вер", "верс", "ver", "v", "п", "пп", "ст", "гл", "разд", "oid", "rev", "build",
          "sp", "fw", "rc", "art", "по", "рис", "табл", "fig", "sec", "бөлім", "кесте", "сурет");

  private static final List<String> LABEL_STEMS =
      List.of(
          "верси",
          "version",
          "редакц",
          "сборк",
          "релиз",
          "release",
          "пункт",
          "раздел",
          "стать",
          "прошивк",
          "firmware",
          "драйвер",
          "driver",
          "нұсқа",
          "тармақ",
          "басылым",
          "платформ",
          "конфигурац",
          "обновлен",
          "жаңарт",
          "подпункт",
          "параграф",
          "таблиц",
          "рисун",
          "прилож",
          "section",
          "clause",
          "chapter",
          "figure");

  private static final List<String> MASK_STEMS = List.of("маск", "mask", "netmask", "бүркеніш");

  private static final List<String> ADDRESS_STEMS = List.of("ip", "адрес", "address", "мекенжай");

  /** Endings of the files that programs are shipped in, after their version. */
  private static final List<String> PACKAGES =
      List.of(
          "jar", "war", "zip", "tar", "gz", "tgz", "deb", "rpm", "exe", "msi", "apk", "ipa", "dll",
          "dmg", "whl", "nupkg");

  /** Programs whose version stands after a slash or a space, as in {@code Chrome/120.0.0.0}. */
  private static final Set<String> PRODUCTS =
      Set.of(
          "chrome",
          "chromium",
          "crios",
          "headlesschrome",
          "edg",
          "edge",
          "edga",
          "edgios",
          "opr",
          "opera",
          "yabrowser",
          "yasearchbrowser",
          "safari",
          "firefox",
          "fxios",
          "version",
          "samsungbrowser",
          "miuibrowser",
          "ucbrowser",
          "vivaldi",
          "whale",
          "electron",
          "dalvik",
          "okhttp",
          "cfnetwork",
          "darwin",
          "instagram",
          "telegram",
          "huaweibrowser",
          "silk",
          "предприятие",
          "касперский",
          "kaspersky",
          "windows",
          "android",
          "oracle",
          "python",
          "php",
          "ruby",
          "kernel",
          "nginx",
          "apache",
          "tomcat",
          "openssl",
          "libssl",
          "java",
          "office",
          "acrobat",
          "teamviewer",
          "anydesk",
          "routeros",
          "mikrotik");

  /** Numbers in clauses are small. */
  private static final int LARGEST_CLAUSE = 40;

  @Override
  public Verdict judge(String text, int start, int end) {
    int[] octets = octets(text, start, end);
    if (octets.length != 4
        || (octets[0] | octets[1] | octets[2] | octets[3]) == 0
        || Surroundings.isPointed(text, start, end)
        || Surroundings.isMasked(text, start, end)
        || (end < text.length() && Characters.isLatin(text.charAt(end)))
        || isOfProduct(text, start)
        || isOfPackage(text, end)
        || isNetworkMask(text, start, octets)
        || Surroundings.signBefore(text, start) == '§'
        || isLabelled(text, start, end)) {
      return Verdict.refused(start, end);
    }
    return isClause(text, start, end, octets) || Surroundings.signBefore(text, start) == '№'
        ? Verdict.needsContext(start, end)
        : Verdict.accepted(start, end);
  }

  /** {@code 255.255.255.0} after the word, as every table of networks has it. */
  private static boolean isNetworkMask(String text, int start, int[] octets) {
    if (octets[0] != 255 || octets[3] == 255) {
      return false;
    }
    return Surroundings.lastWordsBefore(text, start).stream()
        .anyMatch(word -> startsWithOneOf(word, MASK_STEMS));
  }

  private static boolean isOfProduct(String text, int start) {
    if (start < 2
        || "/ ".indexOf(text.charAt(start - 1)) < 0
        || !Words.isWordPart(text.charAt(start - 2))) {
      return false;
    }
    List<String> before = Surroundings.lastWordsBefore(text, start);
    return PRODUCTS.contains(before.get(before.size() - 1));
  }

  /** {@code app-1.2.3.4.jar}, {@code 1.2.3.4-beta}, {@code 1.2.3.4-1ubuntu2}. */
  private static boolean isOfPackage(String text, int end) {
    if (end + 1 >= text.length() || ".-".indexOf(text.charAt(end)) < 0) {
      return false;
    }
    int at = end + 1;
    if (text.charAt(end) == '.') {
      int to = at;
      while (to < text.length() && Characters.isLatin(text.charAt(to))) {
        to++;
      }
      return PACKAGES.contains(text.substring(at, to).toLowerCase(Locale.ROOT));
    }
    while (at < text.length() && Characters.isDigit(text.charAt(at))) {
      at++;
    }
    return at < text.length() && Characters.isLatin(text.charAt(at));
  }

  /** The four octets, or fewer if the span is not an address. */
  static int[] octets(String text, int start, int end) {
    int[] octets = new int[4];
    int at = start;
    for (int i = 0; i < 4; i++) {
      int from = at;
      while (at < end && Characters.isDigit(text.charAt(at))) {
        octets[i] = octets[i] * 10 + text.charAt(at) - '0';
        at++;
      }
      int length = at - from;
      boolean written = length > 0 && length <= 3 && (length == 1 || text.charAt(from) != '0');
      boolean parted = i == 3 ? at == end : at < end && text.charAt(at) == '.';
      if (!written || octets[i] > 255 || !parted) {
        return new int[0];
      }
      at++;
    }
    return octets;
  }

  private static boolean isLabelled(String text, int start, int end) {
    List<String> before = Surroundings.lastWordsBefore(text, start);
    int size = before.size();
    if (size > 0 && isLabel(before.get(size - 1))) {
      return true;
    }
    if (size > 1
        && startsWithOneOf(before.get(size - 2), LABEL_STEMS)
        && !startsWithOneOf(before.get(size - 1), ADDRESS_STEMS)) {
      return true;
    }
    if (Surroundings.signAfter(text, end) != '-' && !text.startsWith(" ", end)) {
      return false;
    }
    List<String> after = Surroundings.wordsAfter(text, end);
    return !after.isEmpty() && startsWithOneOf(after.get(0), LABEL_STEMS);
  }

  private static boolean isLabel(String word) {
    return LABELS.contains(word) || startsWithOneOf(word, LABEL_STEMS);
  }

  private static boolean startsWithOneOf(String word, List<String> stems) {
    for (String stem : stems) {
      if (word.startsWith(stem)) {
        return true;
      }
    }
    return false;
  }

  /** A number at the start of a line with text after it: {@code 3.2.1.4. Хранить …}. */
  private static boolean isClause(String text, int start, int end, int[] octets) {
    for (int octet : octets) {
      if (octet > LARGEST_CLAUSE) {
        return false;
      }
    }
    int at = start;
    while (at > 0 && text.charAt(at - 1) == ' ') {
      at--;
    }
    boolean opensLine = at == 0 || text.charAt(at - 1) == '\n';
    int next = end < text.length() && ".)".indexOf(text.charAt(end)) >= 0 ? end + 1 : end;
    return opensLine
        && text.startsWith(" ", next)
        && Words.isWordPart(Surroundings.signAfter(text, next));
  }
}
