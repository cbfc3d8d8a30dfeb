package kz.umyt.recognize.pattern;

/**
 * Some small counters in one {@code long}, so that counting what a text holds costs one addition a
 * character and no allocation. Each counter stops at {@value #MOST}; the eighth bit of each lane
 * stays clear and serves the comparison.
 */
public final class Lanes {

  static final int DIGIT = 0;

  /** A to Z in either case. */
  static final int LETTER = 1;

  /** Digits and letters A to Z. */
  static final int ALNUM = 2;

  static final int AT = 3;
  static final int DOT = 4;
  static final int COLON = 5;
  static final int HYPHEN = 6;

  static final int COUNT = 7;
  static final int MOST = 127;

  private static final long GUARDS = 0x8080808080808080L;

  private Lanes() {}

  /** One in the given lane. */
  static long one(int lane) {
    return 1L << (lane * 8);
  }

  static int get(long lanes, int lane) {
    return (int) (lanes >>> (lane * 8)) & 0xFF;
  }

  static long add(long a, long b) {
    long sum = a + b;
    long over = sum & GUARDS;
    return (sum | (over - (over >>> 7))) & ~GUARDS;
  }

  /** The smaller count in every lane. */
  public static long least(long a, long b) {
    long least = 0;
    for (int lane = 0; lane < COUNT; lane++) {
      least |= (long) Math.min(get(a, lane), get(b, lane)) << (lane * 8);
    }
    return least;
  }

  /** Whether no lane of {@code have} is below that of {@code need}. */
  public static boolean covers(long have, long need) {
    return (((have | GUARDS) - need) & GUARDS) == GUARDS;
  }

  private static long weight(char c) {
    return c < 128 ? CharacterKinds.WEIGHTS[c] : 0;
  }

  /** What a part of a folded text holds. */
  public static long of(String text, int from, int to) {
    long total = 0;
    int at = from;
    while (at < to) {
      // At most MOST additions, so no lane can spill into the next one.
      int pause = Math.min(to, at + MOST);
      long block = 0;
      for (; at < pause; at++) {
        block += weight(text.charAt(at));
      }
      total = add(total, block);
    }
    return total;
  }
}
