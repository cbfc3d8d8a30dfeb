package kz.umyt.recognize.validate;

import kz.umyt.recognize.text.Characters;

/** How a telephone number is written: its digits and the groups they stand in. */
final class PhoneForm {

  /** From bracket to bracket, as in {@code (8 72772)}. */
  private static final int LONGEST_AREA = 8;

  private final String text;
  private final int start;
  private long number;
  private int count;
  private final int[] groups = new int[16];
  private int size;
  private int end;
  private boolean brackets;
  private boolean hyphens;
  private boolean dots;
  private boolean spaces;

  /** Reads the first {@code most} digits of a candidate, at most 16. */
  PhoneForm(String text, int start, int end, int most) {
    this.text = text;
    this.start = start;
    this.end = start;
    boolean inGroup = false;
    for (int i = start; i < end && count < most; i++) {
      char c = text.charAt(i);
      if (Characters.isDigit(c)) {
        if (!inGroup) {
          size++;
        }
        groups[size - 1]++;
        number = number * 10 + c - '0';
        count++;
        this.end = i + 1;
      } else if (size > 0 || c == '(') {
        brackets |= c == '(';
        hyphens |= c == '-';
        dots |= c == '.';
        spaces |= c == ' ';
      }
      inGroup = Characters.isDigit(c);
    }
  }

  /** How many digits were read. */
  int count() {
    return count;
  }

  /** The digits as one number; zeros at the start are only in the count. */
  long number() {
    return number;
  }

  int end() {
    return end;
  }

  boolean hasBrackets() {
    return brackets;
  }

  boolean isUnbroken() {
    return size == 1;
  }

  boolean isHyphenated() {
    return hyphens && size >= 3;
  }

  /** Whether the number does not break off inside a group. */
  boolean endsApart() {
    return end == text.length() || !Characters.isDigit(text.charAt(end));
  }

  /**
   * Whether eleven digits are grouped as people group a telephone number: the trunk or country
   * digit alone or together with the area code, then at most four groups. Thousands, such as 87 012
   * 345 678, are not.
   */
  boolean isGroupedWithTrunk() {
    int first = groups[0];
    if (!isTidy() || first == 2 || first == 3 || (first > 6 && first != 11)) {
      return false;
    }
    if (first == 11) {
      return true;
    }
    return first == 1 ? areGroups(1, groups[1]) : areGroups(0, first - 1);
  }

  /** The same for ten digits, which start with the area code. */
  boolean isGroupedWithoutTrunk() {
    return isTidy() && (size == 1 || (groups[0] >= 3 && areGroups(0, groups[0])));
  }

  /**
   * An area code of 3 to 5 digits, or no break at all, and then groups of 2 to 7 digits. The first
   * of them may be one digit, as in {@code (727) 2-58-30-40}.
   */
  private boolean areGroups(int areaIndex, int areaLength) {
    int rest = size - areaIndex - 1;
    if (rest == 0) {
      return areaLength == 10;
    }
    if (areaLength < 3 || areaLength > 5 || rest > 4) {
      return false;
    }
    for (int i = areaIndex + 1; i < size; i++) {
      boolean shortened = groups[i] == 1 && i == areaIndex + 1 && (areaLength == 5 || rest == 4);
      if (groups[i] > 7 || (groups[i] < 2 && !shortened)) {
        return false;
      }
    }
    return true;
  }

  /** Brackets in a pair around the area code, and points not mixed with other signs. */
  private boolean isTidy() {
    if (brackets) {
      int open = indexOf('(');
      int close = indexOf(')');
      if (close < open || close - open > LONGEST_AREA) {
        return false;
      }
    } else if (indexOf(')') >= 0) {
      return false;
    }
    return !dots || !(brackets || hyphens || spaces);
  }

  private int indexOf(char sign) {
    for (int i = start; i < end; i++) {
      if (text.charAt(i) == sign) {
        return i;
      }
    }
    return -1;
  }
}
