package kz.umyt.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import kz.umyt.engines.Shop;
import kz.umyt.policy.Standing;
import kz.umyt.settings.Job;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows of files under several rules: terms, withdrawals, promises and floors. */
class FileDecisionTest {

  private static final LocalDate AS_OF = LocalDate.of(2026, 1, 15);

  private Charset encoding = StandardCharsets.UTF_8;

  private static final String USUAL = "{column: ended, format: dd.MM.yyyy}";

  /** As of then: due since 2024-01-14; a floor of two years; promises of five. */
  private static final String ROWS =
      """
      who,ended,called,since
      850101300114,01.01.2020,01.01.2020,01.01.2015
      010203500117,01.01.2020,01.06.2024,01.01.2015
      000105600119,01.01.2020,01.01.2020,01.01.2023
      050505500116,01.01.2030,01.01.2020,01.01.2023
      660606400116,,01.01.2020,01.01.2015
      771212300113,01.01.2020,,01.01.2015
      891111400112,01.01.2020,01.01.2020,
      """;

  @TempDir private Path temp;

  private Map<Standing, Long> plan(String rules) throws IOException {
    return plan(ROWS, rules).counts().byStanding();
  }

  private PlannedTarget plan(String rows, String rules) throws IOException {
    return plan(rows, rules, USUAL, "");
  }

  private PlannedTarget plan(String rows, String rules, String clock, String holds)
      throws IOException {
    Path exports = Files.createDirectories(temp.resolve("exports"));
    Files.writeString(exports.resolve("clients.csv"), rows, encoding);
    Shop shop = Shop.in(temp.resolve("shop")).folder("exports", exports);
    shop.write("holds.csv", "subject,table,key,authority,reason,from,to\n" + holds);
    shop.write("withdrawals.csv", "subject,date\n050505500116,2026-01-02\n");
    shop.job(
        """
        targets:
          - source: exports
            file: clients.csv
            subject: who
            retention: contract-end-p2y
            action: destroy
        """
            + "    clock: "
            + clock
            + "\n"
            + rules
            + "registers: {withdrawals: withdrawals.csv, holds: holds.csv}\n");
    Job job = shop.job();
    Planner planner =
        new Planner(
            job, shop.policy(job), AS_OF, new LiveRegisters(job.registers(), AS_OF, () -> AS_OF));
    return planner
        .count(
            "",
            planner.bind(
                shop.sources(),
                name -> {
                  throw new AssertionError("no database");
                },
                database -> false),
            file -> DoneRows.OfFile.NONE)
        .targets()
        .get(0);
  }

  @Test
  void titlesAndTotalsAreNoRecordsAndTold() throws IOException {
    PlannedTarget planned =
        plan(
            """
            Отчет по клиентам,,
            За январь,,

            who,ended,sum
            850101300114,01.01.2020,5
            010203500117,01.01.2030,6
            Итого:,,11
            """,
            "");

    assertThat(planned.counts().inScope()).isEqualTo(2);
    assertThat(planned.counts().byStanding())
        .containsEntry(Standing.DUE, 1L)
        .containsEntry(Standing.KEPT, 1L);
    assertThat(planned.remarks())
        .contains("no records, kept as they are: 2 lines above headers, 1 rows of totals");
  }

  @Test
  void anEncodingThatWasGuessedFromFewLettersIsTold() throws IOException {
    encoding = Charset.forName("windows-1251");
    String told = "clients.csv is read as windows-1251, which was guessed from few letters";

    assertThat(plan("who,ended,имя\n1,01.01.2020,Ли\n", "").remarks())
        .anyMatch(remark -> remark.startsWith(told));
    assertThat(plan("who,ended,имя\n" + "1,01.01.2020,Сидоров Пётр\n".repeat(5), "").remarks())
        .noneMatch(remark -> remark.startsWith(told));
  }

  /** What systems write when they know no date must not look like a term long over. */
  @Test
  void datesThatAreNoneAreUndecidable() throws IOException {
    List<String> none =
        List.of(
            "01.01.0001",
            "01.01.1900",
            "01.01.1970",
            "31.12.9999",
            "00.00.0000",
            "0000-00-00",
            "19000101",
            "99991231",
            "'01.01.0001");
    StringBuilder rows = new StringBuilder("who,ended,since\n");
    none.forEach(date -> rows.append("1,").append(date).append(",2015-01-01\n"));
    rows.append("2,NULL,2015-01-01\n3,20200101,2015-01-01\n4,нет,2015-01-01\n");

    PlannedTarget planned = plan(rows.toString(), "", "ended", "");

    assertThat(planned.counts().byStanding())
        .containsEntry(Standing.UNDECIDABLE, (long) none.size())
        .containsEntry(Standing.DUE, 1L)
        .containsEntry(Standing.KEPT, 2L);
  }

  @Test
  void daysThatASpreadsheetNumbered() throws IOException {
    String rows = "who,ended,x\n1,\"45305,5\",1\n2,45306,1\n3,1,1\n4,-,1\n5,2020-01-01,1\n";

    PlannedTarget planned = plan(rows, "", "{column: ended, format: excel}", "");

    assertThat(planned.counts().byStanding())
        .containsEntry(Standing.DUE, 1L)
        .containsEntry(Standing.KEPT, 2L)
        .containsEntry(Standing.UNDECIDABLE, 2L);
  }

  private static final String DAMAGED =
      """
      who,ended,x
      "8,50101E+11",01.01.2020,1
      850101300114,01.01.2020,1
      7.7012E+10,01.01.2020,1
      '8.50101e+11 ,01.01.2030,1
      """;

  private static final String WITHDRAWN =
      "    also: [{retention: consent-withdrawn-p0d, clock: {register: withdrawals}}]\n";

  @Test
  void aRoundedNumberIsNobodyThatARegisterCouldName() throws IOException {
    PlannedTarget planned = plan(DAMAGED, "", USUAL, "123,,,Court,Case,2026-01-01,\n");

    assertThat(planned.counts().byStanding())
        .containsEntry(Standing.DUE, 1L)
        .containsEntry(Standing.UNDECIDABLE, 2L)
        .containsEntry(Standing.KEPT, 1L);
    assertThat(planned.remarks())
        .anySatisfy(
            remark ->
                assertThat(remark)
                    .startsWith("undecidable, as registers may name these people: 2 rows"))
        .noneMatch(remark -> remark.contains("50101"));
  }

  @Test
  void aRoundedNumberMayHaveWithdrawn() throws IOException {
    PlannedTarget planned = plan(DAMAGED, WITHDRAWN);

    assertThat(planned.counts().byStanding())
        .containsEntry(Standing.DUE, 1L)
        .containsEntry(Standing.UNDECIDABLE, 3L);
  }

  @Test
  void whereNoRegisterNamesAnybodyARoundedNumberIsDueLikeAnyOther() throws IOException {
    PlannedTarget planned = plan(DAMAGED, "", USUAL, "1,,,Court,Case,2025-01-01,2025-02-01\n");

    assertThat(planned.counts().byStanding()).containsEntry(Standing.DUE, 3L);
    assertThat(planned.remarks()).noneMatch(remark -> remark.contains("undecidable"));
  }

  @Test
  void aTermAlone() throws IOException {
    assertThat(plan("")).containsEntry(Standing.DUE, 5L).containsEntry(Standing.KEPT, 2L);
  }

  @Test
  void aWithdrawalMakesDueWhatTheTermWouldKeep() throws IOException {
    assertThat(
            plan(
                """
                    also:
                      - {retention: consent-withdrawn-p0d, clock: {register: withdrawals}}
                """))
        .containsEntry(Standing.DUE, 6L)
        .containsEntry(Standing.KEPT, 1L);
  }

  @Test
  void aFloorKeepsWhatItsClockKeepsAndWhatHasNone() throws IOException {
    assertThat(
            plan(
                """
                    floors:
                      - {floor: floor-collected-p2y, clock: {column: called, format: dd.MM.yyyy}}
                """))
        .containsEntry(Standing.DUE, 3L)
        .containsEntry(Standing.FLOOR, 1L)
        .containsEntry(Standing.UNDECIDABLE, 1L)
        .containsEntry(Standing.KEPT, 2L);
  }

  @Test
  void aPromiseContradictsATermButNoWithdrawal() throws IOException {
    assertThat(
            plan(
                """
                    also:
                      - {retention: consent-withdrawn-p0d, clock: {register: withdrawals}}
                      - {retention: least-collected-p5y, clock: {column: since, format: dd.MM.yyyy}}
                """))
        .containsEntry(Standing.DUE, 4L)
        .containsEntry(Standing.CONFLICT, 1L)
        .containsEntry(Standing.UNDECIDABLE, 1L)
        .containsEntry(Standing.KEPT, 1L);
  }
}
