package kz.umyt.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegisterTest {

  private static final Position JOB = new Position("jobs/x.yaml", 7, 3);

  @TempDir Path base;

  private List<RegisterEntry> read(Register.Kind kind, String text) {
    return read(kind, text.getBytes(StandardCharsets.UTF_8));
  }

  private List<RegisterEntry> read(Register.Kind kind, byte[] bytes) {
    Path file = new InstallationFolder(base).write("list.csv", bytes);
    return Register.read(new Located<>(file, JOB), kind);
  }

  @Test
  void readsWithdrawals() {
    List<RegisterEntry> entries =
        read(
            Register.Kind.WITHDRAWALS,
            "\uFEFFdate,subject\r\n2026-01-31, A-1 \r\n\r\n01.02.2026,\"A,2\"\r\n,\r\n");
    assertThat(entries)
        .extracting(entry -> entry.subject().orElseThrow())
        .containsExactly("A-1", "A,2");
    assertThat(entries)
        .extracting(RegisterEntry::from)
        .containsExactly(LocalDate.of(2026, 1, 31), LocalDate.of(2026, 2, 1));
    assertThat(entries).extracting(entry -> entry.at().line()).containsExactly(2, 4);
    assertThat(entries).allSatisfy(entry -> assertThat(entry.to()).isEmpty());
  }

  @Test
  void readsBlocksAndHolds() {
    assertThat(
            read(
                Register.Kind.BLOCKS,
                "subject;from;to;reason\nA;01.01.2026;31.01.2026;\"line\nbreak\"\nB;01.01.2026;;"))
        .satisfiesExactly(
            closed -> assertThat(closed.to()).contains(LocalDate.of(2026, 1, 31)),
            open -> {
              assertThat(open.to()).isEmpty();
              assertThat(open.at().line()).isEqualTo(4);
            });
    assertThat(
            read(
                Register.Kind.HOLDS,
                "Subject,Authority,Reason,From,To\nA,court,case,2026-01-01,9999-12-31"))
        .singleElement()
        .satisfies(hold -> assertThat(hold.to()).contains(LocalDate.of(9999, 12, 31)));
  }

  @Test
  void readsPurposesAndHoldsOfRecords() {
    assertThat(
            read(
                Register.Kind.WITHDRAWALS, "subject,date,purpose\nA,2026-01-31,ads\nB,2026-02-01,"))
        .extracting(RegisterEntry::purpose)
        .containsExactly(Optional.of("ads"), Optional.empty());
    assertThat(
            read(
                Register.Kind.HOLDS,
                "subject,table,key,authority,from\n"
                    + "A,,,court,2026-01-01\n"
                    + ",invoices,\"7,3\",court,2026-01-01\n"
                    + ",old.csv,,court,2026-01-01"))
        .extracting(RegisterEntry::whose)
        .containsExactly(
            new RegisterEntry.Whose.Person("A"),
            new RegisterEntry.Whose.Records("invoices", Optional.of("7,3")),
            new RegisterEntry.Whose.Records("old.csv", Optional.empty()));
    assertThat(read(Register.Kind.HOLDS, "table,from\ninvoices,2026-01-01")).hasSize(1);
  }

  @Test
  void aKeyIsWrittenWithCommas() {
    assertThat(RecordKey.values(" 7 ", 1)).containsExactly("7");
    assertThat(RecordKey.values("a,b\\c", 1)).containsExactly("a,b\\c");
    assertThat(RecordKey.values("7, a\\,b,x\\\\y", 3)).containsExactly("7", "a,b", "x\\y");
    assertThat(RecordKey.values("7", 2)).isEmpty();
    assertThat(RecordKey.values("7,8,9", 2)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "WITHDRAWALS|`subject,date\nSECRET,31.02.2026`|2|'date' is not a date",
        "WITHDRAWALS|`subject,date\nSECRET,2026-1-1`|2|'date' is not a date",
        "WITHDRAWALS|`subject,date\nSECRET,`|2|'date' is not a date",
        "WITHDRAWALS|`subject,date\nSECRET,01.01.0001`|2|'date' is not a day that can be meant",
        "WITHDRAWALS|`subject,date\n ,2026-01-01`|2|'subject' is empty",
        "WITHDRAWALS|`subject,date\nSECRET,2026-01-01,x`|2|has 3 cells",
        "WITHDRAWALS|`subject,date\n\nSECRET,2026-01-01\nSECRET`|4|has 1 cells",
        "WITHDRAWALS|`subject,dat\nSECRET,2026-01-01`|1|column 2 is unknown; the first line must name the columns; did you mean 'date'?",
        "WITHDRAWALS|`SECRET,2026-01-01`|1|column 1 is unknown; the first line must name the columns: subject, date, purpose",
        "HOLDS|`subject,table,from\nA,t,2026-01-01`|2|names a subject and a table",
        "HOLDS|`subject,table,from\n,,2026-01-01`|2|'subject' and 'table' are both empty",
        "HOLDS|`subject,table,key,from\n,,SECRET,2026-01-01`|2|'table' is empty, but 'key' is not",
        "HOLDS|`subject,key,from\nA,SECRET,2026-01-01`|1|column 'table' is missing",
        "HOLDS|`subject,from\n8.50101E+11,2026-01-01`|2|'subject' is a number that a spreadsheet",
        "BLOCKS|`table,from\nt,2026-01-01`|1|column 1 is unknown",
        "WITHDRAWALS|`subject\nSECRET`|1|column 'date' is missing",
        "WITHDRAWALS|`subject,subject,date\n`|1|column 'subject' is written twice",
        "BLOCKS|`subject,from,to\nSECRET,2026-01-02,2026-01-01`|2|'to' is before 'from'",
        "BLOCKS|`subject,from,date\nSECRET,,`|1|column 3 is unknown",
      })
  void refusesAndNamesTheLineButNeverTheValue(
      Register.Kind kind, String text, int line, String message) {
    String place = base.resolve("list.csv") + ":" + line + ":1: ";
    assertThatThrownBy(() -> read(kind, text))
        .isInstanceOf(SettingsException.class)
        .hasMessageStartingWith(place + message)
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("SECRET"));
  }

  @Test
  void refusesFilesThatAreNotARegister() {
    assertThatThrownBy(() -> read(Register.Kind.BLOCKS, ""))
        .hasMessageEndingWith("list.csv: is empty; the first line must name the columns");
    assertThatThrownBy(
            () ->
                read(
                    Register.Kind.BLOCKS,
                    "subject,from\nSECRET,\"2026".getBytes(StandardCharsets.UTF_16)))
        .hasMessageEndingWith("list.csv:1:1: is not UTF-8; save the file as UTF-8");
    assertThatThrownBy(() -> read(Register.Kind.BLOCKS, "subject,from\nSECRET,\"2026"))
        .isInstanceOf(SettingsException.class)
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("SECRET"));
    Located<Path> missing = new Located<>(base.resolve("none.csv"), JOB);
    assertThatThrownBy(() -> Register.read(missing, Register.Kind.BLOCKS))
        .hasMessageStartingWith("jobs/x.yaml:7:3: register ")
        .hasMessageEndingWith("none.csv: there is no such file");
  }

  @Test
  void hidesTheSubject() {
    RegisterEntry entry = read(Register.Kind.WITHDRAWALS, "subject,date\nSECRET,2026-01-01").get(0);
    assertThat(entry.toString()).doesNotContain("SECRET").contains("2026-01-01");
  }
}
