package kz.umyt.recognize.validate;

/** Address of a page (RFC 3986), followed to its end, without the sign that closes the sentence. */
final class UrlValidator implements Validator {

  private static final int LONGEST = 2048;

  @Override
  public Verdict judge(String text, int start, int end) {
    int limit = Math.min(text.length(), start + LONGEST);
    int to = end;
    while (to < limit && text.charAt(to) > ' ' && "\"'<>|;`«»".indexOf(text.charAt(to)) < 0) {
      to++;
    }
    while (to > start + 1 && ".,;:!?)]}\\".indexOf(text.charAt(to - 1)) >= 0) {
      to--;
    }
    return Verdict.accepted(start, to);
  }
}
