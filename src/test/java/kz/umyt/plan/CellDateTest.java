package kz.umyt.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import kz.umyt.policy.ClockReading;
import kz.umyt.settings.Located;
import kz.umyt.settings.Position;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellDateTest {

  private static ClockReading read(String cell, String format) {
    Position at = new Position("jobs/own.yaml", 1, 1);
    return new CellDate(Optional.ofNullable(format).map(pattern -> new Located<>(pattern, at)))
        .read(cell);
  }

  @ParameterizedTest
  @CsvSource({
    "2024-01-31, 2024-01-31",
    "2024-01-31 23:59:59, 2024-01-31",
    "31.01.2024, 2024-01-31",
    "31.01.2024 9:05, 2024-01-31",
    "20240131, 2024-01-31",
    "20240229, 2024-02-29",
  })
  void readsTheUsualForms(String cell, LocalDate day) {
    assertThat(read(cell, null)).isEqualTo(new ClockReading.Day(day));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "00.00.0000",
        "0000-00-00",
        "30.02.2024",
        "20230229",
        "31012024",
        "120240131",
        "2024013",
        "45292",
        "#Н/Д",
        "нет данных",
        "٢٠٢٤٠١٣١",
      })
  void whatIsNoDateIsNotReadable(String cell) {
    assertThat(read(cell, null)).isEqualTo(new ClockReading.Unreadable());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " \u00A0", "NULL", "null", "\\N", "-", "–", "—", "нет", "Н/Д", "N/A", "Жоқ"})
  void wordsForNothingAreEmpty(String cell) {
    for (String format : new String[] {null, "dd.MM.yyyy", "excel"}) {
      assertThat(read(cell, format)).isEqualTo(new ClockReading.Empty());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "excel|45292|2024-01-01",
        "excel|45292.75|2024-01-01",
        "excel|45292,999988|2024-01-01",
        "excel|61|1900-03-01",
        "excel|25569|1970-01-01",
        "excel|2958465|9999-12-31",
        "excel-1904|43830|2024-01-01",
      })
  void readsNumbersOfDaysWhereTheClockSaysSo(String format, String cell, LocalDate day) {
    assertThat(read(cell, format)).isEqualTo(new ClockReading.Day(day));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0", "1", "60", "-45292", "2958466", "99999999", "45292.", ",5", "4 5292", "x"})
  void otherNumbersAreNoDays(String cell) {
    assertThat(read(cell, "excel")).isEqualTo(new ClockReading.Unreadable());
    assertThat(read("01.01.2024", "excel")).isEqualTo(new ClockReading.Unreadable());
  }

  @ParameterizedTest
  @ValueSource(strings = {"20240131", "45292"})
  void aFormatOfTheJobIsTheOnlyOne(String cell) {
    assertThat(read(cell, "dd.MM.yyyy")).isEqualTo(new ClockReading.Unreadable());
  }
}
