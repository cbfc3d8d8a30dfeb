package kz.umyt.recognize.validate;

import kz.umyt.recognize.text.Characters;
import kz.umyt.recognize.text.Words;

/**
 * International bank account number (ISO 13616): the country's length and mod 97 = 1. The candidate
 * may run on into the words that follow; it is cut at the country's length.
 */
final class IbanValidator implements Validator {

  /** Lengths by country from the IBAN registry. */
  private static final int[] LENGTHS =
      lengths(
          "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27"
              + " DK18 DO28 EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28"
              + " HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21"
              + " LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29"
              + " PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23"
              + " TN24 TR26 UA29 VA22 VG24 XK20 YE30");

  /** So many characters are moved to the end before the remainder is taken. */
  private static final int MOVED = 4;

  private static final int LETTERS = 26;
  private static final int LETTER_A = 10;
  private static final int MODULUS = 97;

  /** Only from here on is a remainder taken, which takes longer than all the rest. */
  private static final long DEAR = 1_000_000_000_000_000L;

  private static int[] lengths(String table) {
    int[] lengths = new int[LETTERS * LETTERS];
    for (int at = 0; at < table.length(); at += 5) {
      lengths[place(table.charAt(at), table.charAt(at + 1))] =
          Integer.parseInt(table, at + 2, at + 4, 10);
    }
    return lengths;
  }

  private static int place(char first, char second) {
    return (first - 'A') * LETTERS + second - 'A';
  }

  @Override
  public Verdict judge(String text, int start, int end) {
    if (end - start < MOVED
        || !Characters.isLatin(text.charAt(start))
        || !Characters.isLatin(text.charAt(start + 1))) {
      return Verdict.refused(start, end);
    }
    char first = upper(text.charAt(start));
    char second = upper(text.charAt(start + 1));
    int length = LENGTHS[place(first, second)];
    long end97 = 0;
    int read = 0;
    int at = start;
    while (at < end && read < length) {
      char c = text.charAt(at);
      if (c != ' ' && c != '-') {
        if (read >= MOVED) {
          end97 = mod97(end97, upper(c));
        }
        if (isOfBank(first, second, read) && !Characters.isDigit(c)) {
          return Verdict.refused(start, end);
        }
        read++;
      }
      at++;
    }
    boolean whole = read == length && length > 0 && !isOfBothCases(text, start, at);
    boolean apart =
        at == text.length()
            || !(Words.isWordPart(text.charAt(at)) || Characters.isDigit(text.charAt(at)));
    return whole
            && apart
            && withMoved(end97, text, start) % MODULUS == 1
            && !Surroundings.isInUuid(text, start, at)
        ? Verdict.accepted(start, at)
        : Verdict.refused(start, end);
  }

  /** Whether accounts of a country have this length, a character left out or doubled aside. */
  static boolean isAboutLength(char first, char second, int length) {
    char one = upper(first);
    char two = upper(second);
    return Characters.isLatin(one)
        && Characters.isLatin(two)
        && Math.abs(LENGTHS[place(one, two)] - length) <= 1;
  }

  /** Nobody writes an account number so; texts of random letters are. */
  private static boolean isOfBothCases(String text, int start, int end) {
    boolean small = false;
    boolean capital = false;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      small |= c >= 'a' && c <= 'z';
      capital |= c >= 'A' && c <= 'Z';
    }
    return small && capital;
  }

  /** In Kazakhstan three digits of the bank follow the check digits. */
  private static boolean isOfBank(char first, char second, int place) {
    return first == 'K' && second == 'Z' && place >= MOVED && place < MOVED + 3;
  }

  /** The remainder after the first four characters, which are counted last. */
  private static long withMoved(long remainder, String text, int start) {
    long result = remainder;
    int read = 0;
    for (int at = start; read < MOVED; at++) {
      char c = text.charAt(at);
      if (c != ' ' && c != '-') {
        result = mod97(result, upper(c));
        read++;
      }
    }
    return result;
  }

  /** A number that goes on with a character and has the same remainder; small, not yet reduced. */
  private static long mod97(long number, char c) {
    long longer = Characters.isDigit(c) ? number * 10 + c - '0' : number * 100 + c - 'A' + LETTER_A;
    return longer < DEAR ? longer : longer % MODULUS;
  }

  private static char upper(char c) {
    return c >= 'a' && c <= 'z' ? (char) (c - 'a' + 'A') : c;
  }

  @Override
  public double leastScore() {
    return CHECK_DIGIT_SCORE;
  }
}
