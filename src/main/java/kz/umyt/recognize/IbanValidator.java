package kz.umyt.recognize;

import java.util.HashMap;
import java.util.Map;

/**
 * International bank account number (ISO 13616): the country's length and mod 97 = 1. The candidate
 * may run on into the words that follow; it is cut at the country's length.
 */
final class IbanValidator implements Validator {

  /** Lengths by country from the IBAN registry. */
  private static final Map<String, Integer> LENGTHS =
      lengths(
          "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27"
              + " DK18 DO28 EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28"
              + " HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21"
              + " LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29"
              + " PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23"
              + " TN24 TR26 UA29 VA22 VG24 XK20 YE30");

  private static Map<String, Integer> lengths(String table) {
    Map<String, Integer> lengths = new HashMap<>();
    for (int at = 0; at < table.length(); at += 5) {
      lengths.put(table.substring(at, at + 2), Integer.valueOf(table.substring(at + 2, at + 4)));
    }
    return Map.copyOf(lengths);
  }

  @Override
  public Verdict judge(String text, int start, int end) {
    String country = upper(text.charAt(start)) + "" + upper(text.charAt(start + 1));
    int length = LENGTHS.getOrDefault(country, 0);
    StringBuilder number = new StringBuilder(34);
    int at = start;
    while (at < end && number.length() < length) {
      char c = text.charAt(at);
      if (c != ' ' && c != '-') {
        number.append(upper(c));
      }
      at++;
    }
    boolean whole = number.length() == length && length > 0;
    boolean apart =
        at == text.length()
            || !(Words.isWordPart(text.charAt(at)) || Characters.isDigit(text.charAt(at)));
    if (!whole || !apart || !isStructure(country, number) || mod97(number) != 1) {
      return Verdict.refused(start, end);
    }
    return Verdict.accepted(start, at);
  }

  /** In Kazakhstan three digits of the bank follow the check digits. */
  private static boolean isStructure(String country, CharSequence number) {
    if (!country.equals("KZ")) {
      return true;
    }
    return Characters.isDigit(number.charAt(4))
        && Characters.isDigit(number.charAt(5))
        && Characters.isDigit(number.charAt(6));
  }

  private static int mod97(CharSequence number) {
    int remainder = 0;
    for (int i = 0; i < number.length(); i++) {
      char c = number.charAt((i + 4) % number.length());
      remainder =
          Characters.isDigit(c)
              ? (remainder * 10 + c - '0') % 97
              : (remainder * 100 + c - 'A' + 10) % 97;
    }
    return remainder;
  }

  private static char upper(char c) {
    return c >= 'a' && c <= 'z' ? (char) (c - 'a' + 'A') : c;
  }

  @Override
  public double leastScore() {
    return CHECK_DIGIT_SCORE;
  }
}
