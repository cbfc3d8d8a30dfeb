package kz.umyt.recognize.validate;

import kz.umyt.recognize.text.Characters;

/**
 * Telephone numbers: those of Kazakhstan in every written form ({@code +7 …}, {@code 8 …}, {@code 7
 * …}, ten digits), those of all other countries with a plus. The form must be one that people use,
 * so that amounts, dates and tables of numbers are left alone.
 */
final class PhoneValidator implements Validator {

  private static final int TRUNK_FORM = 11;
  private static final int AREA_FORM = 10;
  private static final int SHORTEST_INTERNATIONAL = 8;
  private static final int LONGEST_INTERNATIONAL = 15;

  private final NumberPlan plan;

  PhoneValidator(NumberPlan plan) {
    this.plan = plan;
  }

  @Override
  public Verdict judge(String text, int start, int end) {
    if (text.charAt(start) == '+') {
      return international(text, start, end);
    }
    boolean unbroken = Characters.isOfDigits(text, start, end);
    if (Surroundings.signBefore(text, start) == '+'
        || (unbroken && NumberKeys.isOfOther(text, start))
        || (Surroundings.isJoined(text, start, end, ".-")
            && !Surroundings.isFloat(text, start, end))
        || Surroundings.isMasked(text, start, end)
        || Surroundings.isHexadecimal(text, start, end)
        || Surroundings.isAmount(text, start, end)) {
      return Verdict.refused(start, end);
    }
    PhoneForm form = new PhoneForm(text, start, end, TRUNK_FORM);
    if (Surroundings.isFloat(text, start, end) && !form.isUnbroken()) {
      return Verdict.refused(start, end);
    }
    return switch (form.count()) {
      case TRUNK_FORM -> withTrunk(form, text, start, end);
      case AREA_FORM -> withoutTrunk(form, text, start, end);
      default -> Verdict.refused(start, end);
    };
  }

  private Verdict international(String text, int start, int end) {
    if (text.startsWith("7", start + 1) || text.startsWith(" 7", start + 1)) {
      PhoneForm form = new PhoneForm(text, start, end, TRUNK_FORM);
      boolean valid =
          form.count() == TRUNK_FORM
              && form.endsApart()
              && form.isGroupedWithTrunk()
              && (isOfArea(form) || plan.inZone7(national(form)));
      return valid ? Verdict.accepted(start, form.end()) : Verdict.refused(start, end);
    }
    for (int most = LONGEST_INTERNATIONAL; most >= SHORTEST_INTERNATIONAL; most--) {
      PhoneForm form = new PhoneForm(text, start, end, most);
      if (form.count() == most
          && form.endsApart()
          && plan.isInternational(form.number(), form.count())) {
        return Verdict.accepted(start, form.end());
      }
    }
    return Verdict.refused(start, end);
  }

  private Verdict withTrunk(PhoneForm form, String text, int start, int end) {
    boolean kazakh = national(form) / 1_000_000_000L == 7;
    boolean written = isOfArea(form) && form.hasBrackets();
    if (!form.isGroupedWithTrunk() || !(written || plan.inZone7(national(form)))) {
      return Verdict.refused(start, end);
    }
    boolean sure = form.isUnbroken() ? kazakh : kazakh || form.hasBrackets();
    return sure
            && !isNumbered(text, start)
            && !isCalculated(form, text, start, end)
            && !Surroundings.isFloat(text, start, end)
        ? Verdict.accepted(start, end)
        : Verdict.needsContext(start, end);
  }

  private Verdict withoutTrunk(PhoneForm form, String text, int start, int end) {
    if (!form.isGroupedWithoutTrunk() || !plan.inZone7(form.number())) {
      return Verdict.refused(start, end);
    }
    boolean sure = form.hasBrackets() || form.isHyphenated();
    return sure && !isNumbered(text, start)
        ? Verdict.accepted(start, end)
        : Verdict.needsContext(start, end);
  }

  /**
   * Whether the area code is one of Kazakhstan's towns and districts, 710 to 729. Written with its
   * plus or with brackets it is a telephone number even where the plan knows no such range yet.
   */
  private static boolean isOfArea(PhoneForm form) {
    long area = national(form) / 10_000_000L;
    return area >= 710 && area <= 729;
  }

  private static long national(PhoneForm form) {
    return form.number() % 10_000_000_000L;
  }

  private static boolean isNumbered(String text, int start) {
    char sign = Surroundings.signBefore(text, start);
    return sign == '№' || sign == '#';
  }

  /**
   * Whether digits in a row are a negative number that opens the text or a cell of a row, or the
   * decimals of {@code 0,77012345678}.
   */
  private static boolean isCalculated(PhoneForm form, String text, int start, int end) {
    if (!form.isUnbroken() || start == 0) {
      return false;
    }
    char before = text.charAt(start - 1);
    boolean negative = before == '-' && isOpening(text, start - 2, ";,|\t\n\"");
    boolean decimals =
        before == ','
            && start >= 2
            && text.charAt(start - 2) == '0'
            && isOpening(text, start - 3, " =:(")
            && !text.startsWith(",", end); // a row that goes on
    return negative || decimals;
  }

  private static boolean isOpening(String text, int at, String signs) {
    return at < 0 || signs.indexOf(text.charAt(at)) >= 0;
  }
}
