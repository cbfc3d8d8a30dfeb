package kz.umyt.recognize;

/**
 * A street, with or without a house, in the written forms of {@link AddressParts}: grows by the
 * parts of the address beside it, and is none where the number counts something else.
 */
final class AddressValidator implements Validator {

  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2100;

  private final AddressParts parts;

  AddressValidator(AddressParts parts) {
    this.parts = parts;
  }

  @Override
  public Verdict judge(String text, int start, int end) {
    boolean numbered = Character.isDigit(text.charAt(end - 1)) || isHouseLetter(text, start, end);
    if (numbered && AddressParts.isCount(text, end)) {
      return Verdict.refusedUntil(end);
    }
    int from = parts.start(text, start);
    int to = parts.end(text, end);
    boolean alone = from == start && to == end;
    if (alone && (isYear(text, end - 4, end) || isYear(text, start, start + 4))) {
      return Verdict.refusedUntil(end);
    }
    return Verdict.accepted(from, to);
  }

  private static boolean isHouseLetter(String text, int start, int end) {
    return end - 2 >= start && Characters.isDigit(text.charAt(end - 2));
  }

  private static boolean isYear(String text, int from, int to) {
    if (from < 0 || to > text.length()) {
      return false;
    }
    int year = 0;
    for (int i = from; i < to; i++) {
      if (!Characters.isDigit(text.charAt(i))) {
        return false;
      }
      year = year * 10 + text.charAt(i) - '0';
    }
    boolean whole =
        (from == 0 || !Characters.isDigit(text.charAt(from - 1)))
            && (to == text.length() || !Characters.isDigit(text.charAt(to)));
    return whole && year >= FIRST_YEAR && year < LAST_YEAR;
  }
}
