package kz.umyt.cli.demo;

import java.util.List;

/** Network addresses that belong to nobody. */
final class Network {
  /** For documentation only: RFC 5737. */
  private static final List<String> IPV4 = List.of("192.0.2.", "198.51.100.", "203.0.113.");

  private Network() {}

  /** Mostly IPv4; one in twelve is IPv6 from the range for documentation (RFC 3849). */
  static String ip(SeededRandom random) {
    return random.below(12) == 0
        ? "2001:db8:" + group(random) + ":" + group(random) + "::" + group(random)
        : random.pick(IPV4) + random.between(1, 254);
  }

  private static String group(SeededRandom random) {
    return Integer.toHexString(random.between(0x100, 0xffff));
  }

  /** Locally administered, so that no manufacturer has it; with colons or hyphens. */
  static String mac(SeededRandom random) {
    char between = random.percent(75) ? ':' : '-';
    StringBuilder mac = new StringBuilder("02");
    for (int i = 0; i < 5; i++) {
      int octet = random.below(256);
      mac.append(between)
          .append(Character.forDigit(octet >> 4, 16))
          .append(Character.forDigit(octet & 15, 16));
    }
    return mac.toString();
  }
}
