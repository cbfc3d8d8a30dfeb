package kz.umyt.recognize;

/**
 * What every match of a regular expression has in common.
 *
 * @param least the {@link Lanes} that a match holds at least
 * @param alphabet mask of the {@link Characters} kinds a match can consist of
 * @param shortest the length of the shortest match, or less, in characters
 */
record Shape(long least, int alphabet, int shortest) {

  /** Nothing at all, such as an assertion. */
  static final Shape EMPTY = new Shape(0, 0, 0);

  /** One character that nothing is known of. */
  static final Shape ANY = new Shape(0, Characters.ALL, 1);

  private static final int LONGEST_COUNTED = 1 << 20;

  /** One given character, in either case. */
  static Shape of(int codePoint) {
    char c = codePoint > 0xFFFF ? '\uFFFE' : Folding.fold((char) codePoint);
    return new Shape(
        Characters.WEIGHTS[c] & ~(0xFFL << (Lanes.FOLDED * 8)), 1 << Characters.kind(c), 1);
  }

  Shape then(Shape next) {
    return new Shape(
        Lanes.add(least, next.least),
        alphabet | next.alphabet,
        Math.min(LONGEST_COUNTED, shortest + next.shortest));
  }

  Shape or(Shape other) {
    return new Shape(
        Lanes.least(least, other.least),
        alphabet | other.alphabet,
        Math.min(shortest, other.shortest));
  }

  /** This shape at least {@code times} times in a row. */
  Shape repeated(int times) {
    if (times == 0) {
      return new Shape(0, alphabet, 0);
    }
    Shape all = this;
    for (int i = 1; i < times; i++) {
      all = all.then(this);
    }
    return all;
  }
}
