package kz.umyt.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import kz.umyt.settings.Deadline;
import kz.umyt.settings.Installation;
import kz.umyt.settings.SettingsException;
import kz.umyt.settings.WorkingDays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverdueTest {

  private static final WorkingDays CALENDAR =
      new Installation(Path.of(""), Path.of("config"), Path.of("var"), Map.of()).workingDays();

  private static Deadline deadline(int days, boolean working) {
    return new Deadline(days, working ? Optional.of(CALENDAR) : Optional.empty());
  }

  @ParameterizedTest(name = "due on {1}, {2} {0}")
  @CsvSource({
    // A week of five days, the weekend of the 17th, and the holidays of March and of the new year.
    "working, 2026-01-15, 1, 2026-01-15",
    "working, 2026-01-15, 2, 2026-01-16",
    "working, 2026-01-15, 3, 2026-01-19",
    "working, 2026-01-17, 1, 2026-01-19",
    "working, 2026-03-07, 1, 2026-03-10",
    "working, 2026-01-01, 1, 2026-01-05",
    "working, 2025-12-31, 2, 2026-01-05",
    "working, 2026-01-17, 0, 2026-01-17",
    "working, 2024-05-04, 1, 2024-05-04",
    "calendar, 2026-01-15, 0, 2026-01-15",
    "calendar, 2026-01-15, 1, 2026-01-15",
    "calendar, 2026-01-15, 30, 2026-02-13"
  })
  void countsFromTheDayOnWhichTheRecordBecomesDue(
      String kind, LocalDate due, int days, LocalDate until) {
    assertThat(Overdue.until(deadline(days, kind.equals("working")), due)).isEqualTo(until);
  }

  @Test
  void whoeverWasDueOnTheLastMissedDayIsOverdueAndNobodyWhoBecameDueLater() {
    for (boolean working : new boolean[] {true, false}) {
      for (int days = 0; days <= 20; days++) {
        Deadline deadline = deadline(days, working);
        for (LocalDate asOf = LocalDate.of(2024, 3, 1);
            asOf.isBefore(LocalDate.of(2027, 11, 1));
            asOf = asOf.plusDays(1)) {
          LocalDate missed = Overdue.lastMissed(deadline, asOf);
          assertThat(Overdue.until(deadline, missed))
              .as("%s as of %s", deadline, asOf)
              .isBefore(asOf);
          assertThat(Overdue.until(deadline, missed.plusDays(1)))
              .as("%s as of %s", deadline, asOf)
              .isAfterOrEqualTo(asOf);
        }
      }
    }
  }

  @Test
  void aYearThatNobodyWroteDownIsAnError() {
    assertThatThrownBy(() -> Overdue.lastMissed(deadline(3, true), LocalDate.of(2023, 6, 1)))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("config/holidays-kz.yaml")
        .hasMessageContaining("2023");
  }
}
