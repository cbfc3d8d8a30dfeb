package kz.umyt.anonymize;

/**
 * Hides characters of a text, counted in Unicode code points, so that no character is cut in two.
 * Spaces at the end, with which fixed-length columns are filled up, are not counted from there.
 *
 * @param hidden how many characters; all of a shorter text
 */
record Mask(char maskingChar, int hidden, boolean fromEnd) {

  String apply(String text) {
    int end = contentEnd(text);
    int points = text.codePointCount(0, end);
    int from = fromEnd ? text.offsetByCodePoints(0, Math.max(0, points - hidden)) : 0;
    int to = fromEnd ? end : text.offsetByCodePoints(0, Math.min(points, hidden));
    return new StringBuilder(text.length())
        .append(text, 0, from)
        .append(String.valueOf(maskingChar).repeat(text.codePointCount(from, to)))
        .append(text, to, text.length())
        .toString();
  }

  private int contentEnd(String text) {
    int end = text.length();
    while (fromEnd && end > 0 && text.charAt(end - 1) == ' ') {
      end--;
    }
    return end == 0 ? text.length() : end;
  }
}
