package kz.umyt.recognize;

import java.time.LocalDate;
import java.util.List;

/**
 * A day on which a living person can have been born: one of the Gregorian calendar (ISO 8601), not
 * in the future, at most 120 years ago, and not the empty date of an old system (01.01.1900). The
 * label of another date is refused here: in {@code 01.02.2020 Дата рождения: 05.06.1990} it belongs
 * to the second, in {@code 05.06.1990 г.р., 01.02.2015} to the first.
 */
final class BirthDateValidator implements Validator {

  private static final int OLDEST = 120;
  private static final int FULL_YEAR = 4;
  private static final int LABEL = 40;

  /** Words that part a label from the date that it is of. */
  private static final int MOST_BETWEEN = 4;

  private static final List<String> DISTRICT = List.of("г", "р", "н");

  private final LocalDate today;

  BirthDateValidator(LocalDate today) {
    this.today = today;
  }

  @Override
  public Verdict judge(String text, int start, int end) {
    boolean valid =
        !Surroundings.isMasked(text, start, end)
            && !Surroundings.isJoined(text, start, end, ".-/")
            && !isTimeOfLog(text, start, end)
            && isBirth(text, start, end)
            && !isLabelOfNext(text, end)
            && !isStartOfPeriod(text, start)
            && !isBeforeOther(text, end)
            && !isLabelSpent(text, start);
    return valid ? Verdict.accepted(start, end) : Verdict.refusedUntil(start + 1);
  }

  /** Whether a date opens a line, a time follows it and then the line goes on. */
  private static boolean isTimeOfLog(String text, int start, int end) {
    boolean opens = start == 0 || "\n[".indexOf(text.charAt(start - 1)) >= 0;
    if (!opens || end + 3 > text.length() || " T".indexOf(text.charAt(end)) < 0) {
      return false;
    }
    int at = end + 1;
    while (at < text.length() && "0123456789:.,Z+-]".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    boolean time = text.indexOf(':', end) > 0 && text.indexOf(':', end) < at;
    return time && Surroundings.signAfter(text, at) > ' ';
  }

  /** Whether a label of a birth and, right after it, another date follow. */
  private static boolean isLabelOfNext(String text, int end) {
    if (text.startsWith("</", end)) {
      return false;
    }
    int limit = Math.min(text.length(), end + LABEL);
    int at = end;
    boolean label = false;
    for (int words = 0; words <= MOST_BETWEEN && at < limit; words++) {
      int from = at;
      while (from < limit && !Words.isWordPart(text.charAt(from))) {
        if (Characters.isDigit(text.charAt(from))) {
          return label;
        }
        from++;
      }
      at = from;
      while (at < limit && Words.isWordPart(text.charAt(at))) {
        at++;
      }
      label |= at > from && isBirthLabel(Words.of(text, from, at).get(0));
    }
    return false;
  }

  /** Whether the Russian words for "since" or "until" stand before, which initials do not. */
  private static boolean isStartOfPeriod(String text, int start) {
    return text.startsWith(" с ", start - 3) || text.startsWith(" по ", start - 4);
  }

  /** Whether the Kazakh words for "until" or "since" follow, or a district: {@code г.р-н}. */
  private static boolean isBeforeOther(String text, int end) {
    List<String> words = Surroundings.wordsAfter(text, end);
    String first = words.isEmpty() ? "" : words.get(0);
    return first.startsWith("дейін")
        || first.startsWith("бастап")
        || (words.size() > 2 && words.subList(0, 3).equals(DISTRICT));
  }

  private static boolean isBirthLabel(String word) {
    return word.startsWith("рожд")
        || word.startsWith("birth")
        || word.equals("dob")
        || word.startsWith("туған")
        || word.equals("born");
  }

  /** Whether the label before stands behind another date, whose it is then. */
  private static boolean isLabelSpent(String text, int start) {
    List<String> words = Surroundings.wordsBefore(text, start);
    int count = words.size();
    if (count < 2) {
      return false;
    }
    String last = words.get(count - 1);
    String before = words.get(count - 2);
    boolean suffix =
        (last.equals("р") && before.equals("г"))
            || (last.equals("рождения") && before.equals("года"))
            || (last.equals("туған") && before.startsWith("жыл"));
    if (!suffix) {
      return false;
    }
    int at = start;
    int least = Math.max(0, start - LABEL);
    for (int word = 0; word < 2; word++) {
      while (at > least && !Words.isWordPart(text.charAt(at - 1))) {
        at--;
      }
      while (at > least && Words.isWordPart(text.charAt(at - 1))) {
        at--;
      }
    }
    while (at > least && text.charAt(at - 1) == ' ') {
      at--;
    }
    return at > 0 && Characters.isDigit(text.charAt(at - 1));
  }

  private boolean isBirth(String text, int start, int end) {
    int[] numbers = new int[3];
    int[] lengths = new int[3];
    int count = 0;
    int month = 0;
    int at = start;
    while (at < end) {
      int from = at;
      if (Characters.isDigit(text.charAt(at))) {
        int number = 0;
        while (at < end && Characters.isDigit(text.charAt(at)) && at - from < 8) {
          number = number * 10 + text.charAt(at) - '0';
          at++;
        }
        if (count == 3) {
          return false;
        }
        numbers[count] = number;
        lengths[count++] = at - from;
      } else if (Words.isWordPart(text.charAt(at))) {
        while (at < end && Words.isWordPart(text.charAt(at))) {
          at++;
        }
        month = month == 0 ? Dates.month(Words.of(text, from, at).get(0)) : month;
      } else {
        at++;
      }
    }
    return switch (count) {
      case 1 -> isBirth(numbers[0], lengths[0]);
      case 2 ->
          lengths[0] == FULL_YEAR
              ? isDay(numbers[0], month, numbers[1])
              : isDay(year(numbers[1], lengths[1]), month, numbers[0]);
      case 3 -> isBirth(numbers, lengths);
      default -> false;
    };
  }

  private boolean isBirth(int[] numbers, int[] lengths) {
    if (lengths[0] == FULL_YEAR) {
      return isDay(numbers[0], numbers[1], numbers[2]);
    }
    int year = year(numbers[2], lengths[2]);
    return isDay(year, numbers[1], numbers[0]) || isDay(year, numbers[0], numbers[1]);
  }

  /** Eight digits in a row, or a year. */
  private boolean isBirth(int number, int length) {
    return switch (length) {
      case 8 ->
          isDay(number / 10_000, number / 100 % 100, number % 100)
              || isDay(number % 10_000, number / 10_000 % 100, number / 1_000_000);
      case FULL_YEAR -> number > today.getYear() - OLDEST && number <= today.getYear();
      default -> false;
    };
  }

  private int year(int year, int length) {
    if (length == FULL_YEAR) {
      return year;
    }
    return year > today.getYear() % 100 ? 1900 + year : 2000 + year;
  }

  private boolean isDay(int year, int month, int day) {
    return year >= today.getYear() - OLDEST
        && year <= today.getYear()
        && Dates.isDay(year, month, day)
        && !LocalDate.of(year, month, day).isAfter(today);
  }
}
