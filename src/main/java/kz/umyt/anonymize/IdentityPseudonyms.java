package kz.umyt.anonymize;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import kz.umyt.recognize.validate.IdentityNumber;

/**
 * Twelve digits that look like an IIN or BIN and are nobody's: the birthday or month of
 * registration exists, the last digit is neither what the first round of weights gives nor what the
 * second does (resolutions P030000565_ and P070000406_ of the Government of the Republic of
 * Kazakhstan; the reading of them in {@link IdentityNumber}).
 *
 * <p>Correct numbers are permuted, so that two of them never meet: IINs of people born from 1900 to
 * 2039, BINs registered from 1991 to 2039. An IIN in a field for BINs, where sole proprietors have
 * it, gets the pseudonym of the IIN. Any other text gets one that no correct number gets, but two
 * such texts can meet, once in some 10<sup>9</sup> pairs.
 */
final class IdentityPseudonyms {
  /** The characters of every pseudonym. */
  static final int LENGTH = 12;

  private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
  private static final LocalDate LAST_DAY = LocalDate.of(2039, 12, 31);
  private static final long DAYS = ChronoUnit.DAYS.between(FIRST_DAY, LAST_DAY) + 1;
  private static final int SERIALS = 10_000;
  private static final long PEOPLE = DAYS * 2 * SERIALS;

  private static final int FIRST_YEAR = 1991;
  private static final int YEARS = 2039 - FIRST_YEAR + 1;
  private static final int COMPANY_SERIALS = 100_000;
  private static final long COMPANIES = YEARS * 12L * 3 * 4 * COMPANY_SERIALS;

  private static final int[] SECOND_WEIGHTS = {3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2};

  private final KeyedNumbers numbers;
  private final boolean companies;

  /**
   * Pseudonyms under a key.
   *
   * @param companies whether what is no correct number looks like a BIN afterwards, or like an IIN
   */
  IdentityPseudonyms(KeyedNumbers numbers, boolean companies) {
    this.numbers = numbers;
    this.companies = companies;
  }

  /** Of a text: exactly as written, but for spaces at its end. */
  String ofText(String text) {
    String number = Values.unpadded(text);
    boolean correct = number.length() == LENGTH && Digits.areAllBut(number, "") && isRight(number);
    if (correct) {
      long person = person(number);
      if (person >= 0) {
        return withWrongDigit(person(numbers.permuted(person, PEOPLE, "iin")), 0);
      }
      long company = company(number);
      if (company >= 0) {
        return withWrongDigit(company(numbers.permuted(company, COMPANIES, "bin")), 0);
      }
    }
    String eleven =
        companies
            ? company(numbers.below(COMPANIES, "no bin", number))
            : person(numbers.below(PEOPLE, "no iin", number));
    return withWrongDigit(eleven, 1 + (int) numbers.below(7, "digit", number));
  }

  /** Of the decimal digits of a number, which has lost the zeros at its start. */
  String ofNumber(String digits) {
    boolean lost = digits.length() < LENGTH && Digits.areAllBut(digits, "");
    return ofText(lost ? "0".repeat(LENGTH - digits.length()) + digits : digits);
  }

  private static boolean isRight(String number) {
    IdentityNumber read = IdentityNumber.read(number, 0, LENGTH);
    return read != null && read.isConfirmed();
  }

  /** The place of an IIN among all of them, or -1. */
  private static long person(String number) {
    int century = number.charAt(6) - '0';
    if (century < 3 || century > 6) {
      return -1;
    }
    int year = (century < 5 ? 1900 : 2000) + Digits.number(number, 0, 2);
    try {
      LocalDate born = LocalDate.of(year, Digits.number(number, 2, 4), Digits.number(number, 4, 6));
      if (born.isAfter(LAST_DAY)) {
        return -1;
      }
      long day = ChronoUnit.DAYS.between(FIRST_DAY, born);
      return (day * 2 + (century + 1) % 2) * SERIALS + Digits.number(number, 7, 11);
    } catch (DateTimeException noSuchDay) {
      return -1;
    }
  }

  /** The first eleven digits of the IIN at a place. */
  private static String person(long place) {
    LocalDate born = FIRST_DAY.plusDays(place / SERIALS / 2);
    long sex = place / SERIALS % 2;
    long century = (born.getYear() < 2000 ? 3 : 5) + sex;
    return Digits.padded(born.getYear() % 100, 2)
        + Digits.padded(born.getMonthValue(), 2)
        + Digits.padded(born.getDayOfMonth(), 2)
        + century
        + Digits.padded(place % SERIALS, 4);
  }

  /** The place of a BIN among all of them, or -1. */
  private static long company(String number) {
    int twoDigits = Digits.number(number, 0, 2);
    int year = (twoDigits >= FIRST_YEAR % 100 ? 1900 : 2000) + twoDigits - FIRST_YEAR;
    int month = Digits.number(number, 2, 4);
    int kind = number.charAt(4) - '4';
    int part = number.charAt(5) - '0';
    if (year >= YEARS || month < 1 || month > 12 || kind < 0 || kind > 2 || part > 3) {
      return -1;
    }
    return (((year * 12L + month - 1) * 3 + kind) * 4 + part) * COMPANY_SERIALS
        + Digits.number(number, 6, 11);
  }

  /** The first eleven digits of the BIN at a place. */
  private static String company(long place) {
    long rest = place;
    String serial = Digits.padded(rest % COMPANY_SERIALS, 5);
    rest /= COMPANY_SERIALS;
    long part = rest % 4;
    rest /= 4;
    long kind = 4 + rest % 3;
    rest /= 3;
    return Digits.padded((FIRST_YEAR + rest / 12) % 100, 2)
        + Digits.padded(1 + rest % 12, 2)
        + kind
        + part
        + serial;
  }

  /**
   * Twelve digits of which the last is wrong.
   *
   * @param which of the wrong digits, from 0 to 7: at least eight of ten are
   */
  private static String withWrongDigit(String eleven, int which) {
    int first = 0;
    int second = 0;
    for (int at = 0; at < eleven.length(); at++) {
      first += (eleven.charAt(at) - '0') * (at + 1);
      second += (eleven.charAt(at) - '0') * SECOND_WEIGHTS[at];
    }
    int digit = -1;
    for (int passed = -1; passed < which; ) {
      digit++;
      if (digit != first % 11 && digit != second % 11) {
        passed++;
      }
    }
    return eleven + digit;
  }
}
