package kz.umyt.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** The calendar that is delivered, and what is asked of it. */
class WorkingDaysTest {

  private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2027, 12, 31);

  private final WorkingDays days = open(Path.of("")).workingDays();

  private static Installation open(Path base) {
    return new Installation(base, base.resolve("config"), base.resolve("var"), Map.of());
  }

  @ParameterizedTest
  @CsvFileSource(
      files = "src/test/resources/settings/working-days.tsv",
      delimiter = '\t',
      numLinesToSkip = 1)
  void knowsWhichDaysAreWorked(LocalDate day, String worked, String why) {
    assertThat(days.isWorking(day)).as(why).isEqualTo(worked.equals("+"));
  }

  /** As published for 2024 and 2025; 2026 as published, and 31 August more; 2027 from the law. */
  @ParameterizedTest
  @CsvSource({"2024, 249", "2025, 246", "2026, 247", "2027, 247"})
  void countsTheWorkingDaysOfAYear(int year, long count) {
    LocalDate first = LocalDate.of(year, 1, 1);
    assertThat(first.datesUntil(first.plusYears(1)).filter(days::isWorking)).hasSize((int) count);
  }

  /** A day off is moved, not given: as many weekends are worked as free days are named moved. */
  @ParameterizedTest
  @CsvSource({"2024", "2025", "2026", "2027"})
  void everyMovedDayIsWorkedOnAnotherDay(int year) {
    WorkingDays.Year written = days.year(year);
    assertThat(written.daysOff().values().stream().filter(name -> name.startsWith("Перенос")))
        .hasSize(written.working().size());
  }

  /**
   * The file is written by hand; the law says the same: fixed days, the next working day for each
   * of them on a weekend, two days of religion with no such day, and what the ministry moved.
   */
  @ParameterizedTest
  @CsvSource({
    "2024, 06-16, 2024-05-08, 08-30",
    "2025, 06-06, 2025-01-03, 08-30",
    "2026, 05-27, ,",
    "2027, 05-16, , 03-15",
  })
  void isWhatTheLawSays(
      int year, String kurbanAit, @Nullable LocalDate moved, @Nullable String constitution) {
    Stream<String> fixed =
        Stream.of(
            "01-01", "01-02", "03-08", "03-21", "03-22", "03-23", "05-01", "05-07", "05-09",
            "07-06", "10-25", "12-16");
    Set<LocalDate> off =
        Stream.concat(fixed, Stream.ofNullable(constitution))
            .map(day -> LocalDate.parse(year + "-" + day))
            .collect(Collectors.toCollection(TreeSet::new));
    for (LocalDate holiday : List.copyOf(off)) {
      if (WorkingDays.Year.isWeekend(holiday)) {
        LocalDate next = holiday;
        while (off.contains(next) || WorkingDays.Year.isWeekend(next)) {
          next = next.plusDays(1);
        }
        off.add(next);
      }
    }
    off.add(LocalDate.of(year, 1, 7));
    off.add(LocalDate.parse(year + "-" + kurbanAit));
    if (moved != null) {
      off.add(moved);
    }
    assertThat(days.year(year).daysOff().keySet()).containsExactlyInAnyOrderElementsOf(off);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-27, 0, 2026-11-27",
    "2026-11-28, 0, 2026-11-28", // a Saturday
    "2026-11-27, 1, 2026-11-27",
    "2026-11-28, 1, 2026-11-30",
    "2026-11-27, 2, 2026-11-30",
    "2024-05-03, 2, 2024-05-04", // worked for 8 May
    "2024-05-06, 2, 2024-05-10",
    "2026-12-31, 2, 2027-01-05", // over the end of a year
    "2026-03-20, 3, 2026-03-27",
    "2027-12-31, 1, 2027-12-31",
  })
  void findsTheNthWorkingDay(LocalDate from, int n, LocalDate expected) {
    assertThat(days.nth(from, n)).isEqualTo(expected);
  }

  /** From any day: n is how many working days there are up to the n-th, and the n-th is one. */
  @Test
  void theNthWorkingDayIsTheLastOfNWorkingDays() {
    Random random = new Random(267);
    for (int i = 0; i < 300; i++) {
      LocalDate from = FIRST.plusDays(random.nextInt(1300));
      int n = 1 + random.nextInt(70);
      LocalDate nth = days.nth(from, n);
      assertThat(days.isWorking(nth)).as("%s, %d", from, n).isTrue();
      assertThat(from.datesUntil(nth.plusDays(1)).filter(days::isWorking))
          .as("%s, %d", from, n)
          .hasSize(n);
    }
  }

  @Test
  void theNthWorkingDayGrowsWithNAndLeavesNoneOut() {
    List<LocalDate> worked = FIRST.datesUntil(LAST.plusDays(1)).filter(days::isWorking).toList();
    for (int n = 1; n <= worked.size(); n++) {
      assertThat(days.nth(FIRST, n)).isEqualTo(worked.get(n - 1));
    }
    assertThat(worked).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void doesNotGuessAYearThatIsNotWritten() {
    String remedy =
        "config/holidays-kz.yaml: the working days of 2028 are needed, and only those of 2024,"
            + " 2025, 2026, 2027 are there; add the year 2028 to 'years', with its source,"
            + " confidence and days off";
    LocalDate saturday = LocalDate.of(2028, 1, 8);
    assertThatThrownBy(() -> days.isWorking(saturday))
        .isInstanceOf(SettingsException.class)
        .hasMessage(remedy);
    assertThatThrownBy(() -> days.nth(LAST, 2))
        .isInstanceOf(SettingsException.class)
        .hasMessage(remedy);
    assertThat(days.nth(saturday, 0)).isEqualTo(saturday);
  }

  @Test
  void saysThatTheFileIsMissingOnlyWhenADayIsAskedFor(@TempDir Path base) {
    WorkingDays none = open(base).workingDays();
    assertThatThrownBy(() -> none.isWorking(LocalDate.of(2026, 1, 5)))
        .isInstanceOf(SettingsException.class)
        .hasMessage(
            "config/holidays-kz.yaml: there is no such file, and the working days of 2026 are"
                + " needed; take the file that was delivered, or write one with the year 2026 in"
                + " 'years'");
  }

  @Test
  void refusesToCountBackwards() {
    assertThatThrownBy(() -> days.nth(FIRST, -1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void readsEveryKey() {
    WorkingDays test = open(Path.of("src", "test", "resources", "settings")).workingDays();
    WorkingDays.Year year = test.year(2030);
    assertThat(year.source()).isEqualTo("law 267-II");
    assertThat(year.confidence()).isEqualTo(Floor.Confidence.MEDIUM);
    assertThat(year.daysOff())
        .containsOnly(
            Map.entry(LocalDate.of(2030, 1, 1), "Новый год"),
            Map.entry(LocalDate.of(2030, 1, 4), "Перенос с субботы 5 января"));
    assertThat(year.working()).containsExactly(LocalDate.of(2030, 1, 5));
    assertThat(test.year(2031).working()).isEmpty();
  }
}
