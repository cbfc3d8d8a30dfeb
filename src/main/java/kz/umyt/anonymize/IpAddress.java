package kz.umyt.anonymize;

import java.util.Arrays;
import kz.umyt.recognize.text.Characters;
import org.jspecify.annotations.Nullable;

/**
 * An IP address: four octets in decimal digits without zeros before them, or eight groups of
 * hexadecimal digits as RFC 4291 lets them be written. No zone, port or prefix length beside it.
 */
final class IpAddress {
  private static final int OCTETS = 4;
  private static final int GROUPS = 8;

  /** TEST-NET-1, -2 and -3 of RFC 5737. */
  private static final int[][] DOCUMENTATION = {{192, 0, 2}, {198, 51, 100}, {203, 0, 113}};

  /** Octets or groups. */
  private final int[] parts;

  private IpAddress(int[] parts) {
    this.parts = parts;
  }

  /** The address that a text is, or null if it is none. */
  static @Nullable IpAddress read(String text) {
    int[] parts = text.indexOf(':') >= 0 ? groups(text) : octets(text, 0, text.length());
    return parts == null ? null : new IpAddress(parts);
  }

  /** An IPv4 address of the documentation ranges. */
  static IpAddress documentation(int range, int host) {
    int[] octets = Arrays.copyOf(DOCUMENTATION[range], OCTETS);
    octets[OCTETS - 1] = host;
    return new IpAddress(octets);
  }

  /**
   * An IPv6 address of 2001:db8::/32.
   *
   * @param high the third and fourth group
   * @param low the last four groups
   */
  static IpAddress documentation(int high, long low) {
    return new IpAddress(
        new int[] {
          0x2001,
          0xdb8,
          high >>> 16,
          high & 0xffff,
          (int) (low >>> 48),
          (int) (low >>> 32) & 0xffff,
          (int) (low >>> 16) & 0xffff,
          (int) low & 0xffff
        });
  }

  boolean isVersion4() {
    return parts.length == OCTETS;
  }

  /** Whether it lies where no host ever is: RFC 5737, RFC 3849. */
  boolean isDocumentation() {
    if (!isVersion4()) {
      return parts[0] == 0x2001 && parts[1] == 0xdb8;
    }
    return Arrays.stream(DOCUMENTATION)
        .anyMatch(range -> Arrays.equals(range, Arrays.copyOf(parts, OCTETS - 1)));
  }

  /**
   * The address of its network: the first 24 bits of IPv4, the first 48 of IPv6, which is what a
   * subscriber's site has (RFC 6177).
   */
  IpAddress network() {
    return new IpAddress(Arrays.copyOf(Arrays.copyOf(parts, 3), parts.length));
  }

  /** As RFC 5952 writes it: lower case, the longest run of zero groups as two colons. */
  @Override
  public String toString() {
    if (isVersion4()) {
      return parts[0] + "." + parts[1] + "." + parts[2] + "." + parts[3];
    }
    int from = 0;
    int longest = 1;
    for (int at = 0; at < GROUPS; at++) {
      int run = 0;
      while (at + run < GROUPS && parts[at + run] == 0) {
        run++;
      }
      if (run > longest) {
        from = at;
        longest = run;
      }
    }
    return longest < 2
        ? groups(0, GROUPS)
        : groups(0, from) + "::" + groups(from + longest, GROUPS);
  }

  private String groups(int from, int to) {
    StringBuilder text = new StringBuilder();
    for (int at = from; at < to; at++) {
      text.append(at > from ? ":" : "").append(Integer.toHexString(parts[at]));
    }
    return text.toString();
  }

  private static int @Nullable [] octets(String text, int start, int end) {
    int[] octets = new int[OCTETS];
    int at = start;
    for (int i = 0; i < OCTETS; i++) {
      int from = at;
      while (at < end && at - from < 3 && Characters.isDigit(text.charAt(at))) {
        octets[i] = 10 * octets[i] + text.charAt(at++) - '0';
      }
      boolean written = at > from && (at - from == 1 || text.charAt(from) != '0');
      boolean parted = i == OCTETS - 1 ? at == end : at < end && text.charAt(at) == '.';
      if (!written || !parted || octets[i] > 255) {
        return null;
      }
      at++;
    }
    return octets;
  }

  private static int @Nullable [] groups(String text) {
    int gap = text.indexOf("::");
    if (gap < 0) {
      int[] all = groups(text, 0, text.length());
      return all != null && all.length == GROUPS ? all : null;
    }
    int[] before = groups(text, 0, gap);
    int[] after = groups(text, gap + 2, text.length());
    if (before == null || after == null || before.length + after.length >= GROUPS) {
      return null;
    }
    int[] all = Arrays.copyOf(before, GROUPS);
    System.arraycopy(after, 0, all, GROUPS - after.length, after.length);
    return all;
  }

  /** Groups with a colon between them, of which four octets at the end make the last two. */
  private static int @Nullable [] groups(String text, int start, int end) {
    int[] groups = new int[GROUPS + 2];
    int count = 0;
    int at = start;
    while (at < end) {
      int to = text.indexOf(':', at);
      to = to < 0 || to > end ? end : to;
      if (count >= GROUPS || to == at || to == end - 1) {
        return null;
      }
      int point = text.indexOf('.', at);
      if (point >= 0 && point < to) {
        int[] octets = to == end ? octets(text, at, end) : null;
        if (octets == null || end != text.length()) {
          return null;
        }
        groups[count++] = octets[0] << 8 | octets[1];
        groups[count++] = octets[2] << 8 | octets[3];
      } else {
        int group = group(text, at, to);
        if (group < 0) {
          return null;
        }
        groups[count++] = group;
      }
      at = to + 1;
    }
    return count > GROUPS ? null : Arrays.copyOf(groups, count);
  }

  /** Up to four hexadecimal digits; -1 for anything else. */
  private static int group(String text, int from, int to) {
    if (to - from > 4) {
      return -1;
    }
    int group = 0;
    for (int at = from; at < to; at++) {
      if (!Characters.isHex(text.charAt(at))) {
        return -1;
      }
      group = group << 4 | Character.digit(text.charAt(at), 16);
    }
    return group;
  }
}
