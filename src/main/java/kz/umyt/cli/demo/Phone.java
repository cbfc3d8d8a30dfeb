package kz.umyt.cli.demo;

import java.util.List;

/**
 * A mobile number of Kazakhstan.
 *
 * @param national ten digits
 */
record Phone(String national) {
  private static final List<String> MOBILE_CODES =
      List.of("700", "701", "702", "705", "706", "707", "708", "747", "771", "775", "776", "777");

  /** The subscriber part begins with 0, where operators hand out no numbers. */
  static Phone invent(SeededRandom random) {
    return new Phone(random.pick(MOBILE_CODES) + "0" + random.digits(6));
  }

  /** In one of the ways people write it, at most 18 characters. */
  String written(int way) {
    String code = national.substring(0, 3);
    String a = national.substring(3, 6);
    String b = national.substring(6, 8);
    String c = national.substring(8);
    return switch (way % 5) {
      case 0 -> "+7 " + code + " " + a + " " + b + " " + c;
      case 1 -> "+7 (" + code + ") " + a + "-" + b + "-" + c;
      case 2 -> "8 " + code + " " + a + " " + b + " " + c;
      case 3 -> "8" + national;
      default -> "+7" + national;
    };
  }

  /** As switches write it. */
  String digits() {
    return "7" + national;
  }
}
