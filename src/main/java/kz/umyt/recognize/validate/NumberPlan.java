package kz.umyt.recognize.validate;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * Which telephone numbers exist, by the numbering plans of libphonenumber. In Kazakhstan the first
 * five digits decide, so their answers are remembered; the library takes microseconds for each.
 */
final class NumberPlan {

  private static final int ZONE_7 = 7;
  private static final int PREFIXES = 100_000;
  private static final int VALID = 1;
  private static final int INVALID = 2;

  private final AtomicIntegerArray known = new AtomicIntegerArray(PREFIXES);

  /** Whether {@code +7} and these ten digits make a number. */
  boolean inZone7(long national) {
    int prefix = (int) (national / 100_000);
    if (prefix / 10_000 != 7) {
      return isValid(ZONE_7, national);
    }
    int answer = known.get(prefix);
    if (answer == 0) {
      answer = isValid(ZONE_7, national) ? VALID : INVALID;
      known.set(prefix, answer);
    }
    return answer == VALID;
  }

  /**
   * Whether digits after a plus make a number.
   *
   * @param count how many they are, from 8 to 15
   */
  boolean isInternational(long number, int count) {
    long rest = 1;
    for (int i = 1; i < count; i++) {
      rest *= 10;
    }
    if (number < rest) {
      return false; // no calling code starts with a zero
    }
    for (int codeLength = 1; codeLength <= 3; codeLength++) {
      int code = (int) (number / rest);
      if (PhoneNumberUtil.getInstance().getSupportedCallingCodes().contains(code)) {
        long national = number % rest;
        return national >= rest / 10 && isValid(code, national);
      }
      rest /= 10;
    }
    return false;
  }

  private static boolean isValid(int code, long national) {
    return PhoneNumberUtil.getInstance()
        .isValidNumber(new PhoneNumber().setCountryCode(code).setNationalNumber(national));
  }
}
