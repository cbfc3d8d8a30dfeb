package kz.umyt.source.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import kz.umyt.settings.Located;
import kz.umyt.source.SourceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Titles above the header and rows of totals, as accounting programs write them. */
class TitlesTest {

  private static final String REPORT =
      "Отчет по контрагентам;;;\r\n"
          + "Период: 01.01.2024 - 31.12.2024;;;\r\n"
          + "\r\n"
          + "ФИО;ИИН;Дата расторжения;Сумма\r\n"
          + "Сапарова Айгерим;850101300114;01.02.2020;1 500,00\r\n"
          + "Иванов Пётр;010203500117;05.03.2024;2\u00A0000,50\r\n"
          + "Итого:;;;3 500,50\r\n"
          + "Ким Анна;000105600119;06.04.2024;-\r\n"
          + "Всего по отчету;;3;3\u202F500,50\r\n";

  @TempDir Path folder;

  private CsvFile file(String text) {
    return Csv.file(folder, "a.csv", text, UTF_8);
  }

  private CsvFormat detect(String text, OptionalInt headerRow) {
    return CsvFormat.detect(
        file(text), Csv.source(folder, Optional.empty(), Optional.empty(), headerRow, "*"));
  }

  /** A text, and the line and first name of its header. */
  record Head(String text, int line, String first, int columns) {}

  static List<Head> heads() {
    String rows = "Ким;1;01.02.2020\nЛи;2;01.02.2020\nОх;3;02.02.2020\n";
    return List.of(
        new Head(REPORT, 4, "ФИО", 4),
        new Head("sep=;\r\n" + REPORT, 5, "ФИО", 4),
        // not as wide as the table, and with a comma in it
        new Head("Список клиентов, действующих\n\nИмя;№;Дата\n" + rows, 3, "Имя", 3),
        new Head("\n\nИмя;№;Дата\n" + rows, 3, "Имя", 3),
        new Head("\n\nИмя;Дата\nКим;x\nЛи;y\nОх;z\n", 3, "Имя", 2),
        new Head(";;\nИмя;Город;Улица\nа;б;в\nг;д;е\nж;з;и\n", 2, "Имя", 3),
        new Head("\nимя\nКим\nЛи\nОх\n", 2, "имя", 1),
        new Head("Период;01.2024;\nИмя;№;Дата\n" + rows, 2, "Имя", 3),
        new Head("Отчет,,\nИмя,№,Дата\n" + rows.replace(';', ','), 2, "Имя", 3),
        new Head("Отчет\nИмя\t№\tДата\n" + rows.replace(';', '\t'), 2, "Имя", 3),
        new Head("\"Отчет\nза год\";;\nИмя;№;Дата\n" + rows, 3, "Имя", 3));
  }

  @ParameterizedTest
  @MethodSource("heads")
  void findsTheHeaderBelowTitles(Head head) {
    CsvFormat format = detect(head.text(), OptionalInt.empty());

    assertThat(format.headerLine()).isEqualTo(head.line());
    assertThat(format.header()).hasSize(head.columns()).startsWith(head.first());
    assertThat(Csv.rows(file(head.text()))).hasSize(3);
  }

  /** Here the first record is the header, as far as anybody can tell. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "имя;телефон\nКим;87015550100\nЛи;87015550101\n",
        "ИИН\n850101300114\n010203500117\n",
        "адрес\nг. Алматы, ул. Абая, дом\nг. Астана, ул. Мира, 5\nг. Астана, ул. Мира, 6\n",
        "заметка\nда, это так, вот\nнет; не; так\n",
        "ФИО;;\nИванов;Пётр;Ильич\nКим;Анна;Львовна\n",
        "ФИО;;\nКим;Анна;01.02.2020\nЛи;Нина;01.02.2020\n",
        "имя;телефон\nКим;Анна;Алматы\nЛи;87015550101\nОх;87015550102\nЮн;87015550103\n",
        "имя,коды\nx,a;b;c\ny,1234;5678;9012\n",
        "a;b;c\n1;2;3\n",
        "a;b\n",
      })
  void takesTheFirstRecordWhereItIsNotCertain(String text) {
    assertThat(detect(text, OptionalInt.empty()).headerLine()).isEqualTo(1);
  }

  @Test
  void takesTheLineThatTheSourceNames() {
    String text = "Отчет;2024;год;\n;;;\nФИО;Город;Улица;Дом\nКим;Алматы;Абая;Угловой\n";
    CsvFormat format = detect(text, OptionalInt.of(3));

    assertThat(format.header()).containsExactly("ФИО", "Город", "Улица", "Дом");
    assertThat(detect("Имя;Дата;x\nа;б;в\n", OptionalInt.of(1)).headerLine()).isEqualTo(1);
    assertThat(detect("a,b,c,d\r\n1\r\nx|y\r\n1|2\r\n", OptionalInt.of(3)).delimiter())
        .isEqualTo('|');
  }

  @Test
  void refusesALineOnWhichNoHeaderBegins() {
    assertThatThrownBy(() -> detect("a;b\n1;2\n", OptionalInt.of(7)))
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("a.csv: it ends before the line 7 on which source exports says");
    assertThatThrownBy(() -> detect("\"Отчет\nза год\";\na;b\n1;2\n", OptionalInt.of(2)))
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("a.csv:2: source exports says 'header-row: 2'");
    assertThatThrownBy(() -> detect("Отчет;\n;\na;b\n", OptionalInt.of(2)))
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("a.csv:2: the header is empty; this line must name the columns");
  }

  @Test
  void doubleNamesAreToldWithTheLineOfTheHeader() {
    String text = REPORT.replace("Сумма", "ФИО");
    assertThatThrownBy(
            () -> detect(text, OptionalInt.of(4)).column(file(text), new Located<>("ФИО", Csv.AT)))
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("a.csv:4: the columns 1 and 4");
  }

  @Test
  void titlesAndTotalsAreNoRowsAndAreCounted() {
    CsvFile file = file("sep=;\r\n" + REPORT);
    try (CsvReader reader = CsvReader.open(file, Csv.detect(file))) {
      assertThat(reader)
          .extracting(CsvRow::number, CsvRow::line, row -> row.cells().get(0))
          .containsExactly(
              tuple(1L, 6L, "Сапарова Айгерим"),
              tuple(2L, 7L, "Иванов Пётр"),
              tuple(3L, 9L, "Ким Анна"));
      assertThat(reader.rows()).isEqualTo(3);
      assertThat(reader.totalsRows()).isEqualTo(2);
      assertThat(reader.titleLines()).isEqualTo(2);
      assertThat(reader.titles().get(0)).startsWith("Отчет по контрагентам");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Итого;;;",
        "ИТОГО:;;1 234 567,89;",
        ";Всего;;-15,5",
        "Барлығы;\u22121\u00A0500;;2",
        "Жиыны:;12;;",
        "total;1,234.50;;",
        "Total:;;;10 000 000 000,00",
        "Всего записей: 15;;;",
        "Итого за январь 2024;;5;—",
      })
  void rowOfTotals(String row) {
    assertThat(totals(row)).isEqualTo(1);
  }

  /** Each of these may be a record. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Итого по Иванову;;100;",
        "Total Kazakhstan;;100;",
        "Итого;850101300114;;",
        "Итого;8701555010;;",
        "Итого;8 701 555 01 00;;",
        "Итого;+77015550100;;",
        "Итого;850 101 300 114;;",
        "Итого 850101300114;;5;",
        "Итого;01.02.2020;;",
        "Итого;;Ким;5",
        "Итого;1,5;x;",
        "Всего доброго;;;",
        "Итогов;;;5",
        "Ким;Итого;5;",
        "Подытого;;5;",
      })
  void rowLikeAnyOther(String row) {
    assertThat(totals(row)).isZero();
  }

  private long totals(String row) {
    CsvFile file = file("a;b;c;d\n1;2;3;4\n" + row + "\n");
    try (CsvReader reader = CsvReader.open(file, Csv.detect(file))) {
      reader.forEach(read -> assertThat(read.number()).isPositive());
      assertThat(reader.rows() + reader.totalsRows()).isEqualTo(2);
      return reader.totalsRows();
    }
  }

  @Test
  void aFileOfOneColumnHasNoTotals() {
    assertThat(Csv.rows(file("слово\nИтого\n"))).hasSize(1);
  }

  @Test
  void rewritingLeavesTitlesAndTotals() {
    CsvFile file = file(REPORT);
    RowEditor editor =
        row ->
            switch ((int) row.number()) {
              case 1 -> new Edit.Drop();
              case 2 -> new Edit.Change(Map.of(0, "***"));
              default -> new Edit.Keep();
            };
    try (PreparedRewrite prepared = CsvRewriter.prepare(file, Csv.detect(file), editor)) {
      assertThat(prepared.rows()).isEqualTo(3);
      prepared.replaceOriginal();
    }
    String expected =
        REPORT
            .replace("Сапарова Айгерим;850101300114;01.02.2020;1 500,00\r\n", "")
            .replace("Иванов Пётр", "***");
    assertThat(Csv.bytes(file.path())).isEqualTo(expected.getBytes(UTF_8));
  }

  /** The check of the new form must not stumble over a row that has come to look like a total. */
  @Test
  void aNewValueMayLookLikeATotal() {
    CsvFile file = file("имя;сумма\nКим;5\nЛи;6\n");
    RowEditor editor =
        row -> row.number() == 1 ? new Edit.Change(Map.of(0, "Итого")) : new Edit.Keep();
    try (PreparedRewrite prepared = CsvRewriter.prepare(file, Csv.detect(file), editor)) {
      prepared.replaceOriginal();
    }
    assertThat(file.path()).hasContent("имя;сумма\nИтого;5\nЛи;6\n");
  }
}
