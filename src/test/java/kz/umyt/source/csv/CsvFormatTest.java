package kz.umyt.source.csv;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import kz.umyt.settings.Located;
import kz.umyt.settings.SettingsException;
import kz.umyt.settings.Source;
import kz.umyt.source.SourceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CsvFormatTest {

  private static final Charset WINDOWS_1251 = Charset.forName("windows-1251");
  private static final String TEXT = "Имя;Телефон\r\nАйгүл;1\r\n";
  private static final String RUSSIAN = "Имя;Телефон\r\nИван;1\r\n";

  @TempDir Path folder;

  private CsvFormat detect(byte[] bytes) {
    return Csv.detect(Csv.file(folder, "a.csv", bytes));
  }

  private CsvFormat detect(String text) {
    return detect(text.getBytes(UTF_8));
  }

  private CsvFormat detect(byte[] bytes, Charset encoding) {
    CsvFile file = Csv.file(folder, "a.csv", bytes);
    return CsvFormat.detect(file, Csv.source(folder, Optional.of(encoding), Optional.empty(), "*"));
  }

  @Test
  void readsEncodingFromTheByteOrderMark() {
    for (Charset charset : List.of(UTF_8, UTF_16LE, UTF_16BE)) {
      CsvFormat format = detect(("\ufeff" + TEXT).getBytes(charset));
      assertThat(format.charset()).isEqualTo(charset);
      assertThat(format.byteOrderMark()).isTrue();
      assertThat(format.header()).containsExactly("Имя", "Телефон");
      assertThat(format.lineEnd()).isEqualTo(LineEnd.CRLF);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "windows-1251, Сидоров Пётр Иванович;г. Алматы",
    "IBM866, Сидоров Пётр Иванович;г. Алматы",
    "KOI8-R, Сидоров Пётр Иванович;г. Алматы",
    "windows-1251, ИВАНОВА АННА;АСТАНА",
    "IBM866, ИВАНОВА АННА;АСТАНА",
    "KOI8-R, ИВАНОВА АННА;АСТАНА",
    "windows-1251, Досанов Ерлан;Караганда",
    "IBM866, Досанов Ерлан;Караганда",
    "KOI8-R, Досанов Ерлан;Караганда",
    "KZ-1048, Қожахметұлы Әсел;Өскемен",
    "PTCP154, Қожахметұлы Әсел;Өскемен",
    "KZ-1048, ҚОЖАХМЕТҰЛЫ ӘСЕЛ;АҚТӨБЕ",
    "PTCP154, ҚОЖАХМЕТҰЛЫ ӘСЕЛ;АҚТӨБЕ",
  })
  void tellsTheOneByteEncodingsApart(Charset charset, String row) {
    CsvFormat format = detect(("ФИО;Город\r\n" + row + "\r\n").getBytes(charset));

    assertThat(format.charset()).isEqualTo(charset);
    assertThat(format.header()).containsExactly("ФИО", "Город");
  }

  @Test
  void saysHowSureAnEncodingIs() {
    String few = "имя;x\nИя;1\n";
    String many = "фамилия;город\n" + "Сидоров Пётр Иванович;Алматы\n".repeat(5);

    assertThat(detect(many.getBytes(WINDOWS_1251)).confidence().getAsDouble()).isGreaterThan(0.9);
    assertThat(detect(many.getBytes(WINDOWS_1251)).isEncodingDoubtful()).isFalse();
    assertThat(detect(few.getBytes(WINDOWS_1251)).isEncodingDoubtful()).isTrue();
    assertThat(detect(many).confidence()).hasValue(1);
    assertThat(detect("\ufeff" + many).confidence()).hasValue(1);
    assertThat(detect(many.getBytes(WINDOWS_1251), WINDOWS_1251).confidence()).isEmpty();
  }

  @Test
  void readsAsFarAsItCanForWhoOnlyLooks() {
    byte[] good = TEXT.repeat(5_000).getBytes(UTF_8);
    byte[] bytes = Arrays.copyOf(good, good.length + 2);
    bytes[good.length] = (byte) 0xFF;
    bytes[good.length + 1] = (byte) 0xFE;
    CsvFile file = Csv.file(folder, "a.csv", bytes);
    Source.Csv source = Csv.source(folder, Optional.empty(), Optional.empty(), "*");

    assertThat(CsvFormat.detectReadable(file, source).charset()).isEqualTo(UTF_8);
    assertThatThrownBy(() -> CsvFormat.detect(file, source))
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("not valid UTF-8");
  }

  @Test
  void takesValidUtf8ForUtf8AndAllElseForWindows1251() {
    assertThat(detect(TEXT).charset()).isEqualTo(UTF_8);
    CsvFormat format = detect(RUSSIAN.getBytes(WINDOWS_1251));
    assertThat(format.charset()).isEqualTo(WINDOWS_1251);
    assertThat(format.header()).containsExactly("Имя", "Телефон");
    assertThat(format.byteOrderMark()).isFalse();
  }

  @Test
  void looksForTheEncodingUpToTheLastByte() {
    String long1251 = "a;b\n" + "1;2\n".repeat(100_000) + "й;2";
    assertThat(detect(long1251.getBytes(WINDOWS_1251)).charset()).isEqualTo(WINDOWS_1251);
  }

  @Test
  void damagedUtf8IsNotTakenForWindows1251() {
    byte[] text = (TEXT.repeat(10) + "x;y\n").getBytes(UTF_8);
    text[text.length - 2] = (byte) 0xC3;
    assertThatThrownBy(() -> detect(text))
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("a.csv:21:")
        .hasMessageContaining("UTF-8");
  }

  @Test
  void givenEncodingIsTaken() {
    assertThat(detect("Имя;b\n".getBytes(WINDOWS_1251), WINDOWS_1251).header())
        .containsExactly("Имя", "b");
    CsvFormat utf16 = detect(TEXT.getBytes(UTF_16LE), UTF_16LE);
    assertThat(utf16.header()).containsExactly("Имя", "Телефон");
    assertThat(utf16.byteOrderMark()).isFalse();
    assertThat(detect(("\ufeff" + TEXT).getBytes(UTF_16LE), StandardCharsets.UTF_16).charset())
        .isEqualTo(UTF_16LE);
  }

  @Test
  void givenEncodingThatTheFileContradictsIsRefused() {
    assertThatThrownBy(() -> detect(RUSSIAN.getBytes(WINDOWS_1251), UTF_8))
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("a.csv:1: bytes that are not valid UTF-8");
    assertThatThrownBy(() -> detect(("\ufeff" + TEXT).getBytes(UTF_8), WINDOWS_1251))
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("byte order mark says UTF-8");
    assertThatThrownBy(() -> detect(TEXT.getBytes(UTF_16LE), StandardCharsets.UTF_16))
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("UTF-16LE or UTF-16BE");
  }

  @Test
  void seesGzipByItsContent() {
    CsvFormat packed = detect(Csv.gzip(TEXT.getBytes(UTF_8)));
    assertThat(packed.packing()).isEqualTo(Packing.GZIP);
    assertThat(packed.header()).containsExactly("Имя", "Телефон");
    CsvFile plain = Csv.file(folder, "b.csv.gz", TEXT, UTF_8);
    assertThat(Csv.detect(plain).packing()).isEqualTo(Packing.NONE);
  }

  record Cut(String text, char delimiter) {}

  static List<Cut> cuts() {
    return List.of(
        new Cut("a;b;c\n1;2;3\n", ';'),
        new Cut("a,b,c\n1,2,3\n", ','),
        new Cut("a\tb\n1\t2\n", '\t'),
        new Cut("a|b\n1|2\n", '|'),
        new Cut("Имя;Сумма\nх;1,5\nу;2,5\n", ';'),
        new Cut("Сумма, тг;Дата;Имя\n1,5;2;3\n2,5;3;4\n3,5;4\n", ';'),
        new Cut("name,note\nx,\"a;b;c\"\ny,\"a;b;c\"\n", ','),
        new Cut("\"a;x\",b\n\"1;2\",\"3\n;4\"\n", ','),
        new Cut("a;b;c\n1;2\n3\n1;2;3\n1;2;3\n", ';'),
        new Cut("a;b;c;d\n1;2;3\n1;2\n1;2;3\n", ';'),
        new Cut("a;b", ';'),
        new Cut("note\nyes, it is\nno; it is not\n", '\t'));
  }

  @ParameterizedTest
  @MethodSource("cuts")
  void findsTheDelimiterThatCutsEvenly(Cut cut) {
    assertThat(detect(cut.text()).delimiter()).isEqualTo(cut.delimiter());
  }

  @Test
  void separatorLineIsHonoured() {
    CsvFormat format = detect("sep=|\r\na,x|b,y\r\n1,1|2,2\r\n");
    assertThat(format.delimiter()).isEqualTo('|');
    assertThat(format.headerLine()).isEqualTo(2);
    assertThat(format.header()).containsExactly("a,x", "b,y");
    assertThat(detect("\"sep=,\"\na;x,b\n").header()).containsExactly("a;x", "b");
    assertThat(detect("sep=x;b\n").headerLine()).isEqualTo(1);
  }

  @Test
  void separatorLineAndSourceMustAgree() {
    CsvFile file = Csv.file(folder, "a.csv", "sep=;\na;b\n", UTF_8);
    assertThatThrownBy(
            () ->
                CsvFormat.detect(file, Csv.source(folder, Optional.empty(), Optional.of(','), "*")))
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("a.csv:1:");
  }

  @Test
  void headerNamesAreTrimmedOfNoBreakSpaces() {
    assertThat(detect("\u00a0Имя\u00a0 ; Дата\u202f;\u200bx\n").header())
        .containsExactly("Имя", "Дата", "x");
  }

  @Test
  void emptyFilesAreRefused() {
    for (String text : List.of("", "\ufeff", "sep=;\n", "\n\n", ";;\n")) {
      assertThatThrownBy(() -> detect(text))
          .isInstanceOf(SourceException.class)
          .hasMessageContaining("a.csv:")
          .hasMessageContaining("must name the columns");
    }
  }

  @Test
  void binaryFilesAreRefusedWithTheirLine() {
    assertThatThrownBy(() -> detect("a;b\n1;\0\n"))
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("a.csv:2: a NUL character");
    assertThatThrownBy(() -> detect(TEXT.getBytes(UTF_16LE)))
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("NUL");
  }

  @Test
  void damagedGzipIsRefused() {
    byte[] packed = Csv.gzip(TEXT.repeat(1000).getBytes(UTF_8));
    assertThatThrownBy(() -> detect(Arrays.copyOf(packed, packed.length - 12)))
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("packed data is damaged");
  }

  @Test
  void missingFileIsNamed() {
    CsvFile gone = new CsvFile(folder.resolve("gone.csv"), "gone.csv");
    assertThatThrownBy(() -> Csv.detect(gone))
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("gone.csv: the file is gone");
  }

  @Test
  void findsColumnsByName() {
    CsvFile file = Csv.file(folder, "a.csv", "Имя;Дата расторжения;x;x\n", UTF_8);
    CsvFormat format = Csv.detect(file);
    assertThat(format.column(file, new Located<>("Дата расторжения\u00a0", Csv.AT))).isEqualTo(1);
    assertThatThrownBy(() -> format.column(file, new Located<>("дата расторжени", Csv.AT)))
        .isInstanceOf(SettingsException.class)
        .hasMessage(
            "jobs/exports.yaml:7:12: unknown column \"дата расторжени\" in a.csv; did you mean"
                + " \"Дата расторжения\"?");
    assertThatThrownBy(() -> format.column(file, new Located<>("x", Csv.AT)))
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("a.csv:1: the columns 3 and 4 are both named \"x\"");
  }

  @Test
  void valuesOfAFileWithoutHeaderAreNotRepeated() {
    CsvFile file = Csv.file(folder, "a.csv", "Иванов;77010000000\n", UTF_8);
    assertThatThrownBy(() -> Csv.detect(file).column(file, new Located<>("phone", Csv.AT)))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("unknown column \"phone\"")
        .message()
        .doesNotContain("Иванов", "7701");
  }

  @Test
  void knowsWhatTheEncodingCanHold() {
    CsvFormat format = detect(RUSSIAN.getBytes(WINDOWS_1251));
    assertThat(format.canHold("Иван №5")).isTrue();
    assertThat(format.canHold("Қожахмет")).isFalse();
  }
}
