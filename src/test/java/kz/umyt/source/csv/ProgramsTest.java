package kz.umyt.source.csv;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files as the programs write them that people export from. Every person is invented. */
class ProgramsTest {

  private static final Charset WINDOWS_1251 = Charset.forName("windows-1251");

  @TempDir Path folder;

  /**
   * One file of three rows.
   *
   * @param rows what is read of the first two
   * @param drop the characters of the first one, with its line end
   * @param change from and to, where the last cell of the second one becomes {@code ***}
   */
  record Sample(
      String program,
      Charset charset,
      boolean mark,
      char delimiter,
      long headerLine,
      LineEnd lineEnd,
      List<String> header,
      List<List<String>> rows,
      String text,
      String drop,
      List<String> change) {

    byte[] bytes(String of) {
      return ((mark ? "\ufeff" : "") + of).getBytes(charset);
    }

    @Override
    public String toString() {
      return program;
    }
  }

  static List<Sample> samples() {
    return List.of(
        new Sample(
            "1C: a report saved as text",
            UTF_8,
            true,
            ';',
            5,
            LineEnd.CRLF,
            List.of("№", "Контрагент", "ИИН", "Дата расторжения", "Сумма", ""),
            List.of(
                List.of("1", "Сапарова Айгерім", "850101300114", "01.02.2020", "1\u00A0500,00", ""),
                List.of("2", "ТОО \"Дала\"", "081040100002", "01.01.0001", "-", "")),
            """
            Отчет по контрагентам;;;;;
            Период: 01.01.2020 - 31.12.2024;;;;;
            Организация: ТОО "Алатау";;;;;

            №;Контрагент;ИИН;Дата расторжения;Сумма;
            1;Сапарова Айгерім;850101300114;01.02.2020;1\u00A0500,00;
            2;"ТОО ""Дала""\";081040100002;01.01.0001;-;
            3;Ким Анна;000105600119;;\u2212200,50;
            Итого;;;;1\u00A0299,50;
            """,
            "1;Сапарова Айгерім;850101300114;01.02.2020;1\u00A0500,00;\r\n",
            List.of("0001;-;\r\n", "0001;-;***\r\n")),
        new Sample(
            "Excel of Russian Windows: CSV",
            WINDOWS_1251,
            false,
            ';',
            1,
            LineEnd.CRLF,
            List.of("ФИО", "ИИН", "Телефон", "Закрыт"),
            List.of(
                List.of("Иванов Пётр", "10203500117", "7,70156E+10", "05.03.2020"),
                List.of("Ким \"Анна\"; дочь", "000105600119", "8 (701) 555-01-00", "")),
            """
            ФИО;ИИН;Телефон;Закрыт
            Иванов Пётр;10203500117;7,70156E+10;05.03.2020
            "Ким ""Анна\""; дочь";="000105600119";8 (701) 555-01-00;
            Ахметов Серик;;;06.03.2020
            """,
            "Иванов Пётр;10203500117;7,70156E+10;05.03.2020\r\n",
            List.of("555-01-00;\r\n", "555-01-00;***\r\n")),
        new Sample(
            "Excel: Unicode text",
            UTF_16LE,
            true,
            '\t',
            1,
            LineEnd.CRLF,
            List.of("Аты-жөні", "ЖСН", "Ескерту"),
            List.of(
                List.of("Қожахметұлы Әсел", "850101300114", "екі\nжол"),
                List.of("Ким Анна", "000105600119", "\"Дала\" ЖШС")),
            """
            Аты-жөні\tЖСН\tЕскерту
            Қожахметұлы Әсел\t850101300114\t"екі~жол"
            Ким Анна\t000105600119\t"\""Дала"" ЖШС"
            Серік\t\t
            """,
            "Қожахметұлы Әсел\t850101300114\t\"екі\nжол\"\r\n",
            List.of("\"\"\"Дала\"\" ЖШС\"", "\"***\"")),
        new Sample(
            "Excel: sep=",
            WINDOWS_1251,
            false,
            ',',
            2,
            LineEnd.CRLF,
            List.of("Имя", "Заметка"),
            List.of(List.of("Ким; Анна", "да"), List.of("Ли", "нет, потом")),
            """
            sep=,
            Имя,Заметка
            Ким; Анна,да
            Ли,"нет, потом"
            Ох; Нина,да
            """,
            "Ким; Анна,да\r\n",
            List.of("\"нет, потом\"", "\"***\"")),
        new Sample(
            "LibreOffice: all text in quotes",
            UTF_8,
            false,
            ',',
            1,
            LineEnd.LF,
            List.of("Имя", "Телефон", "Сумма"),
            List.of(
                List.of("Сапарова, Айгерім", "+77015550100", "1500.5"),
                List.of("Ким \"Анна\"", "", "2")),
            """
            "Имя","Телефон","Сумма"
            "Сапарова, Айгерім","+77015550100",1500.5
            "Ким ""Анна\""",,2
            "Ли",,3
            """,
            "\"Сапарова, Айгерім\",\"+77015550100\",1500.5\n",
            List.of(",,2\n", ",,***\n")),
        new Sample(
            "SQL*Plus: set markup csv on",
            UTF_8,
            false,
            ',',
            2,
            LineEnd.LF,
            List.of("ID", "NAME"),
            List.of(List.of("1", "Сапарова Айгерім"), List.of("2", "Ким \"А\"")),
            """

            "ID","NAME"
            1,"Сапарова Айгерім"
            2,"Ким ""А\"""
            3,"Ли"

            """,
            "1,\"Сапарова Айгерім\"\n",
            List.of("\"Ким \"\"А\"\"\"", "\"***\"")));
  }

  private static String text(Sample sample) {
    return sample.text().replace("\n", sample.lineEnd().characters()).replace('~', '\n');
  }

  @ParameterizedTest
  @MethodSource("samples")
  void isReadRight(Sample sample) {
    CsvFile file = Csv.file(folder, "a.csv", sample.bytes(text(sample)));
    CsvFormat format = Csv.detect(file);

    assertThat(format)
        .isEqualTo(
            new CsvFormat(
                sample.charset(),
                format.confidence(),
                sample.mark(),
                sample.delimiter(),
                Escaping.QUOTES,
                Packing.NONE,
                sample.headerLine(),
                sample.header(),
                sample.lineEnd()));
    assertThat(format.isEncodingDoubtful()).isFalse();
    List<List<String>> rows = new ArrayList<>();
    Csv.rows(file).forEach(row -> rows.add(row.cells()));
    assertThat(rows).hasSize(3).startsWith(sample.rows().get(0), sample.rows().get(1));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void isRewrittenExactly(Sample sample) {
    String before = text(sample);
    CsvFile file = Csv.file(folder, "a.csv", sample.bytes(before));
    int last = sample.header().size() - 1;
    RowEditor editor =
        row ->
            switch ((int) row.number()) {
              case 1 -> new Edit.Drop();
              case 2 -> new Edit.Change(Map.of(last, "***"));
              default -> new Edit.Keep();
            };

    try (PreparedRewrite prepared = CsvRewriter.prepare(file, Csv.detect(file), editor)) {
      prepared.replaceOriginal();
    }

    String after =
        before.replace(sample.drop(), "").replace(sample.change().get(0), sample.change().get(1));
    assertThat(after.length()).isLessThan(before.length());
    assertThat(after).contains("***");
    assertThat(Csv.bytes(file.path())).isEqualTo(sample.bytes(after));
  }
}
