package kz.umyt.recognize.pattern;

import kz.umyt.recognize.text.Characters;
import kz.umyt.recognize.text.Folding;

/**
 * What every match of a regular expression has in common.
 *
 * @param least the {@link Lanes} that a match holds at least
 * @param alphabet mask of the {@link Characters} kinds a match can consist of
 * @param shortest the length of the shortest match, or less, in characters
 * @param longest the length of the longest match, or more; {@link #UNBOUNDED} if there is none
 */
record Shape(long least, int alphabet, int shortest, int longest) {

  static final int UNBOUNDED = 1 << 20;

  /** Nothing at all, such as an assertion. */
  static final Shape EMPTY = new Shape(0, 0, 0, 0);

  /** One character that nothing is known of. */
  static final Shape ANY = new Shape(0, CharacterKinds.ALL, 1, 1);

  /** One character beyond ASCII. */
  static final Shape BEYOND_ASCII = new Shape(0, 1 << CharacterKinds.OTHER, 1, 1);

  /** One given character, in either case. */
  static Shape of(int codePoint) {
    char c = codePoint > 0xFFFF ? '\uFFFE' : Folding.fold((char) codePoint);
    return c < 128
        ? new Shape(CharacterKinds.WEIGHTS[c], 1 << CharacterKinds.kind(c), 1, 1)
        : BEYOND_ASCII;
  }

  Shape then(Shape next) {
    return new Shape(
        Lanes.add(least, next.least),
        alphabet | next.alphabet,
        Math.min(UNBOUNDED, shortest + next.shortest),
        Math.min(UNBOUNDED, longest + next.longest));
  }

  Shape or(Shape other) {
    return new Shape(
        Lanes.least(least, other.least),
        alphabet | other.alphabet,
        Math.min(shortest, other.shortest),
        Math.max(longest, other.longest));
  }

  /** This shape at least {@code min} and at most {@code max} times in a row. */
  Shape repeated(int min, int max) {
    Shape all = min == 0 ? new Shape(0, alphabet, 0, 0) : this;
    for (int i = 1; i < min; i++) {
      all = all.then(this);
    }
    long most = longest == 0 ? 0 : (long) longest * max;
    return new Shape(all.least, all.alphabet, all.shortest, (int) Math.min(UNBOUNDED, most));
  }
}
