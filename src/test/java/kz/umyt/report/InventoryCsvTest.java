package kz.umyt.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import kz.umyt.discover.Inventory;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InventoryCsvTest {

  private static final String TEXT = text(SampleInventories.shop());

  private static String text(Inventory inventory) {
    return new String(InventoryCsv.bytes(inventory), StandardCharsets.UTF_8);
  }

  private static List<CSVRecord> lines(String text) throws IOException {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    return format.parse(new StringReader(text.substring(1))).getRecords();
  }

  @Test
  void hasALineForEachColumnAndEntityAndEachGap() {
    assertThat(TEXT)
        .startsWith(
            "\uFEFFsource,table,column,type,rows,nullable,nonNull,filled,distinct,dates,damage,"
                + "entity,as,confidence,cells,share,validated,chance,samples,undeclared,reason\r\n")
        .contains(
            "crm,PUBLIC.CLIENTS,ID,BIGINT,1200,yes,1200,1200,1200,,,,none,,,,,,,,\r\n",
            "crm,PUBLIC.CLIENTS,IIN,CHARACTER VARYING,1200,yes,1200,1200,1200,,,KZ_IIN,class,0.99,1180,0.9833,"
                + "1180,,85********14 | 92********07,,\r\n",
            "crm,PUBLIC.CLIENTS,PHONE,CHARACTER VARYING,1200,yes,1000,1000,1000,,,KZ_IIN,finding,,1,"
                + "0.001,1,,77********05,,\r\n",
            "crm,PUBLIC.TICKETS,COMMENT,CHARACTER LARGE OBJECT,,yes,1000000,1000000,1000000,,,"
                + "EMAIL_ADDRESS,finding,,1,0.000001,1,,d***@e***.kz,yes,\r\n",
            "exports,2024/клиенты.csv,Телефон,text,15,yes,15,15,15,,,PHONE_NUMBER,class,0.50,0,0,"
                + "0,,,,\r\n",
            "billing,,,,,,,,,,,,gap,,,,,,,,the password is refused (28P01)\r\n")
        .contains("'+7********33");
    assertThat(TEXT.lines()).hasSize(17);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=HYPERLINK(\"http://example.kz\")",
        "+1",
        "-1",
        "@SUM(A1)",
        "\tx",
        "\r\nx",
        "\uFF1D1",
        "a,b\"c\nd"
      })
  void noNameIsAFormulaOrBreaksALine(String name) throws IOException {
    List<CSVRecord> lines = lines(text(SampleInventories.with(name)));
    String shown = name.startsWith("a") ? name : "'" + name;

    assertThat(lines).hasSameSizeAs(lines(text(SampleInventories.with("x"))));
    for (CSVRecord line : lines) {
      assertThat(line.size()).isEqualTo(21);
      assertThat(line.get("source")).isEqualTo(shown);
      for (String cell : line) {
        assertThat(cell.isEmpty() || "=+-@\t\r\n\uFF1D".indexOf(cell.charAt(0)) < 0).isTrue();
      }
    }
  }

  @Test
  void showsWhatHasNoShape() {
    assertThat(text(SampleInventories.with("a\u202Eb")))
        .contains("a[U+202E]b")
        .doesNotContain("\u202E");
  }
}
