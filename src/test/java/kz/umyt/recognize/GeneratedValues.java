package kz.umyt.recognize;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Invented values of known kind in the forms that people and programs write. Check digits are
 * computed here, so that no fault of the classes under test hides itself.
 */
final class GeneratedValues {

  /** Structure of the account numbers of the IBAN registry: n digits, a letters, c both. */
  private static final String IBANS =
      "AD8n12c AE19n AL8n16c AT16n AZ4a20c BA16n BE12n BG4a6n8c BH4a14c BI23n BR23n1a1c BY4c4n16c"
          + " CH5n12c CR18n CY8n16c CZ20n DE18n DJ23n DK14n DO4c20n EE16n EG25n ES20n FI14n FK2a12n"
          + " FO14n FR10n11c2n GB4a14n GE2a16n GI4a15c GL14n GR7n16c GT24c HN4a20n HR17n HU24n"
          + " IE4a14n IL19n IQ4a15n IS22n IT1a10n12c JO4a4n18c KW4a22c KZ3n13c LB4n20c LC4a24c"
          + " LI5n12c LT16n LU3n13c LV4a13c LY21n MC10n11c2n MD20c ME18n MK3n10c2n MN16n MR23n"
          + " MT4a5n18c MU4a19n3a NI4a20n NL4a10n NO11n OM3n16c PK4a16c PL24n PS4a21c PT21n QA4a21c"
          + " RO4a16c RS18n RU14n15c SA2n18c SC4a20n3a SD14n SE20n SI15n SK20n SM1a10n12c SO19n ST21n"
          + " SV4a20n TL19n TN20n TR6n16c UA6n19c VA18n VG4a16n XK16n YE4a4n18c";

  private static final List<String> CARDS =
      List.of(
          "4:16", "4:18", "4:19", "51:16", "55:16", "2221:16", "2720:16", "2200:16", "2204:19",
          "34:15", "37:15", "300:16", "305:16", "36:16", "38:16", "39:16", "3528:16", "3589:16",
          "620:16", "629:19", "810:16", "8171:16", "6011:16", "65:16", "5018:16", "6759:18");

  private static final List<String> MOBILE =
      List.of(
          "700", "701", "702", "705", "706", "707", "708", "747", "760", "761", "762", "763", "764",
          "771", "775", "776", "777", "778", "785");

  private static final List<String> SURNAMES =
      List.of(
          "Омаров",
          "Сейткалиев",
          "Жумабаев",
          "Нурпеисов",
          "Кузнецов",
          "Воронин",
          "Абдрахманов",
          "Тулегенов",
          "Касымов",
          "Петренко");

  private static final List<String> MEN =
      List.of("Ерлан", "Нурлан", "Арман", "Дмитрий", "Тимур", "Санжар", "Виктор", "Бауыржан");

  private static final List<String> PATRONYMICS =
      List.of("Серикович", "Маратович", "Викторович", "Болатұлы", "Қайратұлы", "Асланович");

  private static final List<String> LATIN_SURNAMES =
      List.of("Omarov", "Seitkaliyev", "Zhumabayev", "Kuznetsov", "Abdrakhmanov", "Tulegenov");

  private static final List<String> LATIN_MEN =
      List.of("Yerlan", "Nurlan", "Arman", "Dmitry", "Timur", "Sanzhar", "Viktor");

  private static final List<String> CITIES =
      List.of("Алматы", "Астана", "Караганда", "Шымкент", "Актобе", "Тараз", "Павлодар");

  private static final List<String> STREETS =
      List.of("Абая", "Сатпаева", "Достык", "Панфилова", "Гоголя", "Казыбек би", "Жамбыла");

  private static final List<String> KAZAKH_STREETS =
      List.of("Абай", "Сәтбаев", "Достық", "Қонаев", "Төле би", "Құрманғазы");

  private static final String[][] MONTHS = {
    {
      "января",
      "февраля",
      "марта",
      "апреля",
      "мая",
      "июня",
      "июля",
      "августа",
      "сентября",
      "октября",
      "ноября",
      "декабря"
    },
    {
      "қаңтар",
      "ақпан",
      "наурыз",
      "сәуір",
      "мамыр",
      "маусым",
      "шілде",
      "тамыз",
      "қыркүйек",
      "қазан",
      "қараша",
      "желтоқсан"
    },
    {
      "January",
      "February",
      "March",
      "April",
      "May",
      "June",
      "July",
      "August",
      "September",
      "October",
      "November",
      "December"
    }
  };

  private final Random random;

  GeneratedValues(long seed) {
    this.random = new Random(seed);
  }

  /** A value of an entity; {@code form} counts up and leads through all written forms. */
  String value(String entity, int form) {
    return switch (entity) {
      case "KZ_IIN" -> iin(form);
      case "KZ_BIN" -> bin(form);
      case "PHONE_NUMBER" -> phone(form);
      case "CREDIT_CARD" -> card(form);
      case "IBAN_CODE" -> iban(form);
      case "IP_ADDRESS" -> form % 2 == 0 ? ipv4() : ipv6(form / 2);
      case "EMAIL_ADDRESS" -> email(form);
      case "MAC_ADDRESS" -> mac(form);
      case "DEVICE_ID" -> luhn((form % 2 == 0 ? "35" : "86") + digits(12));
      case "DATE_OF_BIRTH" -> birth(form);
      case "PERSON" -> person(form);
      default -> address(form);
    };
  }

  String digits(int count) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < count; i++) {
      digits.append(random.nextInt(10));
    }
    return digits.toString();
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private LocalDate day() {
    return LocalDate.of(1946, 1, 1).plusDays(random.nextInt(79 * 365));
  }

  private String iin(int form) {
    String number = null;
    while (number == null) {
      LocalDate birth = day();
      int century = (birth.getYear() < 2000 ? 3 : 5) + random.nextInt(2);
      number =
          checked(
              "%02d%02d%02d%d%s"
                  .formatted(
                      birth.getYear() % 100,
                      birth.getMonthValue(),
                      birth.getDayOfMonth(),
                      century,
                      digits(4)));
    }
    return number;
  }

  private String bin(int form) {
    String number = null;
    while (number == null) {
      int year = 1991 + random.nextInt(35);
      number =
          checked(
              "%02d%02d%d%d%s"
                  .formatted(
                      year % 100, 1 + random.nextInt(12), 4 + form % 3, form / 3 % 4, digits(5)));
    }
    return number;
  }

  /** Resolution of the Government: weights 1 to 11, then 3 to 11, 1 and 2; null if both give 10. */
  private static String checked(String eleven) {
    int[][] weights = {{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}, {3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2}};
    for (int[] row : weights) {
      int sum = 0;
      for (int i = 0; i < row.length; i++) {
        sum += row[i] * Character.getNumericValue(eleven.charAt(i));
      }
      if (sum % 11 != 10) {
        return eleven + sum % 11;
      }
    }
    return null;
  }

  private String luhn(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = Character.getNumericValue(digits.charAt(digits.length() - 1 - i));
      sum += i % 2 == 1 ? digit : digit < 5 ? 2 * digit : 2 * digit - 9;
    }
    return digits + Math.floorMod(-sum, 10);
  }

  private String card(int form) {
    String kind = CARDS.get(form % CARDS.size());
    String start = kind.substring(0, kind.indexOf(':'));
    int length = Integer.parseInt(kind.substring(kind.indexOf(':') + 1));
    String number;
    do {
      number = luhn(start + digits(length - 1 - start.length()));
    } while (number.substring(start.length()).chars().distinct().count() < 4);
    String sign = List.of("", " ", "-").get(form / CARDS.size() % 3);
    if (length == 16) {
      return number.replaceAll("(....)(?=.)", "$1" + sign);
    }
    return length == 15 && !sign.isEmpty()
        ? number.replaceAll("(....)(......)(.....)", "$1" + sign + "$2" + sign + "$3")
        : number;
  }

  private String iban(int form) {
    String[] all = IBANS.split(" ");
    String structure = all[form % all.length];
    StringBuilder account = new StringBuilder();
    int count = 0;
    for (char c : structure.substring(2).toCharArray()) {
      if (Character.isDigit(c)) {
        count = count * 10 + c - '0';
        continue;
      }
      String of =
          switch (c) {
            case 'n' -> "0123456789";
            case 'a' -> "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
            default -> "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
          };
      for (; count > 0; count--) {
        account.append(of.charAt(random.nextInt(of.length())));
      }
    }
    StringBuilder number = new StringBuilder();
    for (char c : (account + structure.substring(0, 2) + "00").toCharArray()) {
      number.append(Character.getNumericValue(c));
    }
    int check = 98 - new BigInteger(number.toString()).mod(BigInteger.valueOf(97)).intValue();
    String iban = structure.substring(0, 2) + "%02d".formatted(check) + account;
    return form / all.length % 2 == 0 ? iban : iban.replaceAll("(....)(?=.)", "$1 ");
  }

  private String phone(int form) {
    String code = one(MOBILE);
    String a = 2 + random.nextInt(7) + digits(2);
    String b = digits(2);
    String c = digits(2);
    return switch (form % 18) {
      case 0 -> "+7" + code + a + b + c;
      case 1 -> "8" + code + a + b + c;
      case 2 -> "7" + code + a + b + c;
      case 3 -> "+7 (" + code + ") " + a + "-" + b + "-" + c;
      case 4 -> "+7(" + code + ")" + a + "-" + b + "-" + c;
      case 5 -> "8 (" + code + ") " + a + " " + b + " " + c;
      case 6 -> "8 " + code + " " + a + " " + b + " " + c;
      case 7 -> "8-" + code + "-" + a + "-" + b + "-" + c;
      case 8 -> "+7 " + code + " " + a + b + c;
      case 9 -> "8(" + code + ")" + a + b + c;
      case 10 -> "+7." + code + "." + a + "." + b + "." + c;
      case 11 -> "+7-" + code + "-" + a + "-" + b + "-" + c;
      case 12 -> code + "-" + a + "-" + b + "-" + c;
      case 13 -> "+7 (727) 3" + digits(2) + "-" + b + "-" + c;
      case 14 -> "8 (7172) 5" + digits(1) + "-" + b + "-" + c;
      case 15 -> "8 727 2" + digits(2) + " " + b + " " + c;
      case 16 -> "+44 20 7946 0" + digits(3);
      default -> "+998 90 " + a + " " + b + " " + c;
    };
  }

  private String ipv4() {
    return 11
        + random.nextInt(212)
        + "."
        + random.nextInt(256)
        + "."
        + random.nextInt(256)
        + "."
        + (1 + random.nextInt(254));
  }

  private String ipv6(int form) {
    StringBuilder full = new StringBuilder("2001:db8");
    for (int i = 0; i < 6; i++) {
      full.append(':').append(Integer.toHexString(1 + random.nextInt(65_535)));
    }
    String tail = Integer.toHexString(0x1000 + random.nextInt(0xE000));
    return switch (form % 6) {
      case 0 -> full.toString();
      case 1 -> full.toString().toUpperCase(Locale.ROOT);
      case 2 -> "2001:db8::" + tail;
      case 3 -> "fe80::" + tail + ":" + Integer.toHexString(1 + random.nextInt(65_535));
      case 4 -> "::ffff:" + ipv4();
      default -> "2001:0db8:0000:0000:0000:ff00:0042:" + tail;
    };
  }

  private String email(int form) {
    String name = one(LATIN_MEN).toLowerCase(Locale.ROOT);
    String surname = one(LATIN_SURNAMES).toLowerCase(Locale.ROOT);
    return switch (form % 8) {
      case 0 -> name + "." + surname + "@example.kz";
      case 1 -> name + digits(3) + "@mail.example.com";
      case 2 -> name + "+" + digits(2) + "@example.org";
      case 3 -> name.charAt(0) + "_" + surname + "@corp-mail.example.kz";
      case 4 -> (name + "@EXAMPLE.KZ").toUpperCase(Locale.ROOT);
      case 5 -> "почта" + digits(2) + "@пример.рф";
      case 6 -> "мұрат" + digits(2) + "@пошта.қаз";
      default -> name + "-" + surname + "@sub.example.co.uk";
    };
  }

  private String mac(int form) {
    int[] bytes = random.ints(6, 0, 256).toArray();
    bytes[0] = bytes[0] & 0xFC;
    bytes[5] = 0xA0 + random.nextInt(0x50);
    String[] signs = {":", "-"};
    StringBuilder mac = new StringBuilder();
    for (int i = 0; i < 6; i++) {
      String sign = form % 3 == 2 ? (i % 2 == 0 ? "." : "") : signs[form % 3];
      mac.append(i == 0 ? "" : sign).append("%02x".formatted(bytes[i]));
    }
    return form / 3 % 2 == 0 ? mac.toString() : mac.toString().toUpperCase(Locale.ROOT);
  }

  private String birth(int form) {
    LocalDate day = day();
    int d = day.getDayOfMonth();
    int m = day.getMonthValue();
    int y = day.getYear();
    return switch (form % 7) {
      case 0 -> "%02d.%02d.%d".formatted(d, m, y);
      case 1 -> day.toString();
      case 2 -> "%02d/%02d/%d".formatted(d, m, y);
      case 3 -> d + " " + MONTHS[0][m - 1] + " " + y;
      case 4 -> y + " жылғы " + d + " " + MONTHS[1][m - 1];
      case 5 -> d + " " + MONTHS[2][m - 1] + " " + y;
      default -> MONTHS[2][m - 1] + " " + d + ", " + y;
    };
  }

  private String person(int form) {
    String surname = one(SURNAMES);
    String man = one(MEN);
    return switch (form % 6) {
      case 0 -> surname + " " + man + " " + one(PATRONYMICS);
      case 1 -> (surname + " " + man + " " + one(PATRONYMICS)).toUpperCase(Locale.ROOT);
      case 2 -> surname + " " + man;
      case 3 -> surname + " " + man.charAt(0) + ". " + one(PATRONYMICS).charAt(0) + ".";
      case 4 -> man.charAt(0) + "." + one(PATRONYMICS).charAt(0) + ". " + surname;
      default -> one(LATIN_MEN) + " " + one(LATIN_SURNAMES);
    };
  }

  private String address(int form) {
    int house = 1 + random.nextInt(150);
    int flat = 1 + random.nextInt(90);
    return switch (form % 6) {
      case 0 -> "г. " + one(CITIES) + ", ул. " + one(STREETS) + ", д. " + house + ", кв. " + flat;
      case 1 -> "ул. " + one(STREETS) + ", " + house;
      case 2 -> "050000, г. " + one(CITIES) + ", пр. " + one(STREETS) + ", " + house + "/" + flat;
      case 3 -> one(KAZAKH_STREETS) + " көшесі, " + house + " үй, " + flat + " пәтер";
      case 4 -> "мкр. Самал-" + (1 + flat % 3) + ", дом " + house + ", кв. " + flat;
      default -> house + " Abay Street, apt " + flat;
    };
  }
}
