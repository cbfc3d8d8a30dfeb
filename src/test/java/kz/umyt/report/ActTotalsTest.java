package kz.umyt.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kz.umyt.report.Act.ActTarget;
import kz.umyt.report.Act.Method;
import kz.umyt.report.Act.Status;
import org.junit.jupiter.api.Test;

class ActTotalsTest {

  @Test
  void everyDueRecordIsAccountedFor() {
    ActTotals totals = ActTotals.of(SampleActs.withFailures().targets());

    assertThat(totals.due())
        .isEqualTo(totals.done() + totals.failed() + totals.unconfirmed() + totals.deviation());
    assertThat(totals.deviation()).isEqualTo(3);
    assertThat(totals.inScope())
        .isEqualTo(
            totals.due()
                + totals.held()
                + totals.blocked()
                + totals.floor()
                + totals.conflict()
                + totals.undecidable()
                + totals.kept());
  }

  @Test
  void recordsThatBecameDueAfterThePlanAreANegativeDeviation() {
    assertThat(ActTotals.of(List.of(target(true, 10, 12, 0, 0, 0))).deviation()).isEqualTo(-2);
  }

  @Test
  void leftDueRecordsFailTheVerificationWhateverTheStatusSays() {
    assertThat(verdict(target(true, 10, 9, 1, 0, 0))).isEqualTo(Status.FAILED_VERIFICATION);
    assertThat(verdict(target(true, 10, 10, 0, 1, 0))).isEqualTo(Status.FAILED_VERIFICATION);
  }

  @Test
  void undecidableAndUnconfirmedRecordsNeedAPerson() {
    assertThat(verdict(target(true, 10, 10, 0, 0, 1))).isEqualTo(Status.NEEDS_PERSON);
    assertThat(verdict(target(false, 10, 0, 10, 0, 0))).isEqualTo(Status.NEEDS_PERSON);
  }

  @Test
  void theVerdictIsNeverBetterThanTheStatus() {
    ActTotals clean = ActTotals.of(List.of(target(true, 10, 10, 0, 0, 0)));

    for (Status status : Status.values()) {
      assertThat(clean.verdict(status)).isEqualTo(status);
    }
  }

  private static Status verdict(ActTarget target) {
    return ActTotals.of(List.of(target)).verdict(Status.VERIFIED);
  }

  private static ActTarget target(
      boolean confirmed, long due, long done, long left, long residue, long undecidable) {
    return new ActTarget(
        SampleActs.planned("s", "S", "H2", "t", "destroy", confirmed, 100, due, undecidable),
        done,
        0,
        0,
        List.of(),
        left,
        residue,
        1,
        1,
        Method.LOGICAL,
        List.of(),
        List.of(),
        Act.Proof.NONE,
        List.of());
  }
}
