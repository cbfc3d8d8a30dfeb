package kz.umyt.cli.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Signs up the subscribers: who they are, since when, until when and what they owe. */
final class Subscribers {
  private static final int OPEN = 3120;
  private static final int RECENTLY_ENDED = 1040;
  private static final int UNDECIDABLE = 25;
  private static final int ALL = 5200;

  private static final LocalDate FOUNDED = LocalDate.of(2012, 3, 1);
  private static final LocalDate LAST_SIGN_UP = LocalDate.of(2025, 12, 20);
  private static final int TYPICAL_DAYS = 200;

  /** What systems write when they know no date. */
  private static final List<LocalDate> NONSENSE =
      List.of(
          LocalDate.of(1, 1, 1),
          LocalDate.of(1900, 1, 1),
          LocalDate.of(9999, 12, 31),
          LocalDate.of(1970, 1, 1),
          LocalDate.of(1, 1, 1));

  private static final List<String> TARIFFS =
      List.of("Старт 50", "Дом 100", "Дом 300 + ТВ", "Отбасы 200", "Максимум 500", "Саяжай LTE");

  private final SeededRandom random = new SeededRandom("subscribers");
  private final People people;
  private int longEnded;
  private int recentlyEnded;
  private int undecidable;
  private int signed;

  private Subscribers(People people) {
    this.people = people;
  }

  static List<Subscriber> signUp(People people) {
    return new Subscribers(people).all();
  }

  private List<Subscriber> all() {
    int[] order = new int[ALL];
    for (int i = 0; i < ALL; i++) {
      order[i] = i;
    }
    random.shuffle(order);
    List<Subscriber> all = new ArrayList<>(ALL);
    for (int i = 0; i < ALL; i++) {
      all.add(subscriber(100_001L + i, order[i]));
    }
    return List.copyOf(all);
  }

  private Subscriber subscriber(long id, int place) {
    if (place < OPEN) {
      LocalDate since = random.day(FOUNDED, LAST_SIGN_UP);
      return subscriber(id, since, null, open(since), random.percent(12));
    }
    if (place < OPEN + RECENTLY_ENDED) {
      LocalDate end = recentEnd(recentlyEnded++);
      LocalDate since = since(end);
      return subscriber(id, since, end, ended(since, end), random.percent(6));
    }
    if (place < OPEN + RECENTLY_ENDED + UNDECIDABLE) {
      LocalDate end = NONSENSE.get(undecidable++ % NONSENSE.size());
      LocalDate since = random.day(FOUNDED, LAST_SIGN_UP);
      return subscriber(id, since, end, List.of(contract(since, end)), false);
    }
    LocalDate end = longPastEnd(longEnded++);
    LocalDate since = since(end);
    return subscriber(id, since, end, ended(since, end), longEnded % 20 == 0);
  }

  private Subscriber subscriber(
      long id, LocalDate since, @Nullable LocalDate end, List<Contract> contracts, boolean owes) {
    BigDecimal balance = BigDecimal.valueOf(random.below(2_500_000), 2);
    if (owes) {
      balance = BigDecimal.valueOf(-random.between(10_000, 4_000_000), 2);
    }
    boolean lost = id % 90 == 7;
    return new Subscriber(
        id,
        people.adultOn(since),
        since.atTime(random.between(9, 19), random.below(60), random.below(60)),
        end,
        contracts,
        lost ? null : balance);
  }

  /** Within the two years before the day of the demo, on both edges of them, or still to come. */
  private LocalDate recentEnd(int number) {
    LocalDate firstKept = SampleCompany.AS_OF.minusYears(2);
    return switch (number % 100) {
      case 0 -> firstKept;
      case 1 -> SampleCompany.AS_OF;
      case 2, 3, 4, 5 ->
          random.day(SampleCompany.AS_OF.plusDays(1), SampleCompany.AS_OF.plusYears(2));
      default -> random.day(firstKept, SampleCompany.AS_OF.minusDays(1));
    };
  }

  /** More than two years before the day of the demo; one in a hundred on the last such day. */
  private LocalDate longPastEnd(int number) {
    LocalDate lastDue = SampleCompany.AS_OF.minusYears(2).minusDays(1);
    return number % 100 == 0 ? lastDue : random.lateDay(FOUNDED.plusYears(2), lastDue);
  }

  private LocalDate since(LocalDate end) {
    LocalDate latest = end.minusDays(TYPICAL_DAYS);
    return random.day(FOUNDED, latest.isAfter(LAST_SIGN_UP) ? LAST_SIGN_UP : latest);
  }

  /** At least one contract has no end; an older one may have ended long ago. */
  private List<Contract> open(LocalDate since) {
    LocalDate today = SampleCompany.AS_OF;
    if (!random.percent(30) || since.plusDays(TYPICAL_DAYS).isAfter(today)) {
      return List.of(contract(since, null));
    }
    LocalDate change = random.day(since.plusDays(60), today.minusDays(30));
    LocalDate end = random.percent(80) ? change : null;
    return List.of(contract(since, end), contract(change, null));
  }

  /** The last contract ends on that day, an older one before it. */
  private List<Contract> ended(LocalDate since, LocalDate end) {
    LocalDate today = SampleCompany.AS_OF;
    LocalDate latestChange = (end.isAfter(today) ? today : end).minusDays(60);
    if (!random.percent(30) || since.plusDays(60).isAfter(latestChange)) {
      return List.of(contract(since, end));
    }
    LocalDate change = random.day(since.plusDays(60), latestChange);
    return List.of(contract(since, change), contract(change, end));
  }

  private Contract contract(LocalDate since, @Nullable LocalDate end) {
    String serial = Integer.toString(1_000_000 + ++signed).substring(1);
    return new Contract("AN-" + since.getYear() + "-" + serial, random.pick(TARIFFS), since, end);
  }
}
