package kz.umyt.recognize.validate;

import kz.umyt.recognize.text.Characters;
import kz.umyt.recognize.text.Words;

/**
 * Place on Earth in decimal degrees, as WGS 84 (EPSG:4326) writes it: one number after its label,
 * or a pair in either order. Without a label a pair counts if it lies in or beside Kazakhstan, or
 * has the six decimals that receivers give and stands alone; other pairs of decimals are
 * measurements, prices and rows of numbers.
 */
final class CoordinatesValidator implements Validator {

  private static final double MOST_LATITUDE = 90;
  private static final double MOST_LONGITUDE = 180;
  private static final double SOUTH = 40;
  private static final double NORTH = 56;
  private static final double WEST = 46;
  private static final double EAST = 88;

  /** About ten metres. */
  private static final int DECIMALS_NEAR = 4;

  private static final int DECIMALS_ANYWHERE = 6;

  @Override
  public Verdict judge(String text, int start, int end) {
    if (Surroundings.isPointed(text, start, end)
        || Surroundings.isMasked(text, start, end)
        || Surroundings.isAmount(text, start, end)) {
      return Verdict.refused(start, end);
    }
    int first = endOfNumber(text, start, end);
    int from = first;
    while (from < end && !isNumberStart(text, from)) {
      from += text.charAt(from) == '%' ? 3 : 1; // a comma in an address is %2C
    }
    double one = number(text, start, first);
    if (from >= end) {
      return one != 0 && Math.abs(one) <= MOST_LONGITUDE && !isTooFar(text, start, one)
          ? Verdict.accepted(start, end)
          : Verdict.refused(start, end);
    }
    double two = number(text, from, end);
    if (!isPlace(one, two) && !isPlace(two, one)) {
      return Verdict.refused(start, end);
    }
    int decimals = Math.min(decimals(text, start, first), decimals(text, from, end));
    return isSure(one, two, decimals) && !isInRow(text, start, end)
        ? Verdict.accepted(start, end)
        : Verdict.needsContext(start, end);
  }

  private static boolean isPlace(double latitude, double longitude) {
    return Math.abs(latitude) <= MOST_LATITUDE
        && Math.abs(longitude) <= MOST_LONGITUDE
        && (latitude != 0 || longitude != 0);
  }

  private static boolean isSure(double one, double two, int decimals) {
    boolean near = isNear(one, two) || isNear(two, one);
    boolean fractions = Math.abs(one) < 1 || Math.abs(two) < 1;
    boolean round = one == Math.rint(one) && two == Math.rint(two);
    if (round) {
      return false;
    }
    return near ? decimals >= DECIMALS_NEAR : decimals >= DECIMALS_ANYWHERE && !fractions;
  }

  private static boolean isNear(double latitude, double longitude) {
    return latitude >= SOUTH && latitude <= NORTH && longitude >= WEST && longitude <= EAST;
  }

  /** A latitude beyond the pole. */
  private static boolean isTooFar(String text, int start, double degrees) {
    int at = start;
    while (at > 0 && !Words.isWordPart(text.charAt(at - 1)) && start - at < 8) {
      at--;
    }
    int to = at;
    while (at > 0 && Words.isWordPart(text.charAt(at - 1)) && to - at < 12) {
      at--;
    }
    boolean latitude =
        text.regionMatches(true, at, "lat", 0, 3)
            || text.regionMatches(true, at, "широт", 0, 5)
            || text.regionMatches(true, at, "ендік", 0, 5);
    return latitude && Math.abs(degrees) > MOST_LATITUDE;
  }

  /** Whether a third number with decimals stands beside the pair. */
  private static boolean isInRow(String text, int start, int end) {
    int after = end;
    while (after < text.length() && after - end < 3 && " ,;".indexOf(text.charAt(after)) >= 0) {
      after++;
    }
    int stop = Math.min(text.length(), after + 8);
    int next = after > end ? endOfNumber(text, after, stop) : after;
    int before = start;
    while (before > 0 && start - before < 3 && " ,;".indexOf(text.charAt(before - 1)) >= 0) {
      before--;
    }
    int dot = before - 1;
    while (dot > 0 && before - dot < 9 && Characters.isDigit(text.charAt(dot))) {
      dot--;
    }
    boolean follows =
        before < start
            && dot > 0
            && dot < before - 1
            && text.charAt(dot) == '.'
            && Characters.isDigit(text.charAt(dot - 1));
    return follows || decimals(text, after, next) > 0;
  }

  private static boolean isNumberStart(String text, int at) {
    char c = text.charAt(at);
    return Characters.isDigit(c) || c == '-' || c == '+';
  }

  private static int endOfNumber(String text, int from, int end) {
    int at = from;
    if (at < end && (text.charAt(at) == '-' || text.charAt(at) == '+')) {
      at++;
    }
    while (at < end && Characters.isDigit(text.charAt(at))) {
      at++;
    }
    boolean point = at > from && at < end && isPoint(text.charAt(at));
    if (point && at + 1 < end && Characters.isDigit(text.charAt(at + 1))) {
      at++;
      while (at < end && Characters.isDigit(text.charAt(at))) {
        at++;
      }
    }
    return at;
  }

  private static boolean isPoint(char c) {
    return c == '.' || c == ',';
  }

  private static int decimals(String text, int from, int end) {
    for (int i = from; i < end; i++) {
      if (isPoint(text.charAt(i))) {
        return end - i - 1;
      }
    }
    return 0;
  }

  private static double number(String text, int from, int end) {
    double value = 0;
    double scale = 0;
    for (int i = from; i < end; i++) {
      char c = text.charAt(i);
      if (isPoint(c)) {
        scale = 1;
      } else if (Characters.isDigit(c)) {
        value = value * 10 + c - '0';
        scale *= 10;
      }
    }
    double size = scale == 0 ? value : value / scale;
    return text.charAt(from) == '-' ? -size : size;
  }
}
