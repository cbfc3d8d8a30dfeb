package kz.umyt.discover;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalQueries;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateTallyTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 1, 15);

  private static Optional<DateShape> shape(boolean stored, List<String> cells) {
    DateTally tally = new DateTally(TODAY, stored);
    cells.forEach(tally::add);
    return tally.counts().shape(cells.size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "15.01.2024; 28.02.2023 | dd.MM.yyyy",
        "15.01.2024; 28.02.2023 09:30 | dd.MM.yyyy[ HH:mm]",
        "15.01.2024 09:30; 28.02.2023 09:30:01 | dd.MM.yyyy HH:mm[:ss]",
        "15.01.2024 0:00:00; 28.02.2023 | dd.MM.yyyy[ H:mm:ss]",
        "5.1.2024; 28.02.2023 | d.M.yyyy",
        "2024-01-15; 2024-12-01 | yyyy-MM-dd",
        "2024-01-15T09:30:00Z; 2024-01-15T09:30:00+05:00 | yyyy-MM-dd'T'HH:mm:ssXXX",
        "2024-01-15 09:30:00.123; 2024-01-15 09:30:00 | yyyy-MM-dd HH:mm:ss[.SSS]",
        "2024-01-15 09:30:00.123456; 2024-01-15 09:30:00.1 | " + "yyyy-MM-dd HH:mm:ss[.SSSSSS][.S]",
        "2024/01/15 | yyyy/MM/dd",
        "01/02/2024; 15/02/2024 | dd/MM/yyyy",
        "01/02/2024; 02/15/2024 | MM/dd/yyyy",
        "15-01-2024 | dd-MM-yyyy",
        "20240115; 19990228 | yyyyMMdd",
        "20240115093000 | yyyyMMddHHmmss",
      })
  void saysHowAJobReadsThem(String cells, String format) {
    List<String> all = List.of(cells.split("; "));

    assertThat(shape(false, all)).contains(new DateShape(Optional.of(format), all.size(), 0, 0));
    DateTimeFormatter reader =
        DateTimeFormatter.ofPattern(format.replace('y', 'u'), Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);
    for (String cell : all) {
      assertThat(reader.parse(cell).query(TemporalQueries.localDate())).isNotNull();
    }
  }

  @Test
  void saysWhenAllDatesCanBeReadInTwoWays() {
    assertThat(shape(false, List.of("01/02/2024", "03/12/2023 10:15")))
        .contains(
            new DateShape(
                Optional.of("dd/MM/yyyy[ HH:mm]"), Optional.of("MM/dd/yyyy[ HH:mm]"), 2, 0, 0));
    assertThat(shape(false, List.of("01/02/2024", "13/02/2024")).orElseThrow().otherFormat())
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "30.02.2024",
        "12345678",
        "2024",
        "15.01.24",
        "4.1.2.3",
        "192.168.1.10",
        "850101300114",
        "15.01.2024 25:00",
        "15.01.2024 и далее",
        "+77015550142",
        "2024-01",
        "20241301"
      })
  void takesNothingElseForADate(String cell) {
    assertThat(shape(false, List.of(cell))).isEmpty();
  }

  @Test
  void countsDaysThatStandForNoDayAndDaysAhead() {
    assertThat(
            shape(
                false,
                List.of(
                    "01.01.0001",
                    "00.00.0000",
                    "01.01.1900",
                    "31.12.9999",
                    "15.01.2026",
                    "16.01.2026",
                    "01.01.2030",
                    "бессрочно")))
        .contains(new DateShape(Optional.of("dd.MM.yyyy"), 7, 4, 2));
  }

  @Test
  void readsWhatAnEngineStores() {
    assertThat(
            shape(
                true,
                List.of(
                    "2024-01-15",
                    "2027-01-15 00:00:00.0",
                    "1970-01-01 00:00:00+05",
                    "infinity",
                    "0044-03-15 BC",
                    "9999-12-31")))
        .contains(new DateShape(Optional.empty(), 6, 4, 1));
  }

  @Test
  void aDateNowAndThenMakesNoDates() {
    assertThat(
            shape(
                false,
                List.of("20240115", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11")))
        .isEmpty();
  }
}
