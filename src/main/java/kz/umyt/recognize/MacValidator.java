package kz.umyt.recognize;

/** Hardware address: not all zeros or ones, and not a part of a longer row of pairs. */
final class MacValidator implements Validator {

  @Override
  public Verdict judge(String text, int start, int end) {
    if (goesOn(text, start - 1, start - 2) || goesOn(text, end, end + 1)) {
      return Verdict.refusedUntil(end);
    }
    char first = text.charAt(start);
    boolean zerosOrOnes = first == '0' || first == 'f' || first == 'F';
    for (int i = start; zerosOrOnes && i < end; i++) {
      char c = text.charAt(i);
      zerosOrOnes =
          !Characters.isHex(c) || Character.toLowerCase(c) == Character.toLowerCase(first);
    }
    return zerosOrOnes ? Verdict.refused(start, end) : Verdict.accepted(start, end);
  }

  private static boolean goesOn(String text, int sign, int pair) {
    return sign >= 0
        && pair >= 0
        && pair < text.length()
        && ":-.".indexOf(text.charAt(sign)) >= 0
        && Characters.isHex(text.charAt(pair));
  }
}
