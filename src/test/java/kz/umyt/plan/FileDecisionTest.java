package kz.umyt.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import kz.umyt.engines.Shop;
import kz.umyt.policy.Standing;
import kz.umyt.settings.Job;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows of files under several rules: terms, withdrawals, promises and floors. */
class FileDecisionTest {

  private static final LocalDate AS_OF = LocalDate.of(2026, 1, 15);

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
    Path exports = Files.createDirectories(temp.resolve("exports"));
    Files.writeString(exports.resolve("clients.csv"), rows);
    Shop shop = Shop.in(temp.resolve("shop")).folder("exports", exports);
    shop.write("withdrawals.csv", "subject,date\n050505500116,2026-01-02\n");
    shop.job(
        """
        targets:
          - source: exports
            file: clients.csv
            subject: who
            retention: contract-end-p2y
            clock: {column: ended, format: dd.MM.yyyy}
            action: destroy
        """
            + rules
            + "registers: {withdrawals: withdrawals.csv}\n");
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
            (file, cells) -> false)
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
