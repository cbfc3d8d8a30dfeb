package kz.umyt.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import kz.umyt.policy.Standing;
import kz.umyt.settings.Job;
import org.junit.jupiter.api.Test;

/** A share is the one that is written: not what binary numbers make of it. */
class LimitCheckTest {

  private static Plan plan(long due, long inScope) {
    PlannedTarget target =
        new PlannedTarget(
            "db",
            "DB",
            "H2",
            "t",
            "rule",
            "п. 1",
            "contract-end",
            "P1Y",
            "destroy",
            LocalDate.of(2026, 1, 1),
            new StandingCounts(Map.of(Standing.DUE, due, Standing.KEPT, inScope - due), 0),
            0,
            Optional.empty(),
            Optional.empty(),
            true,
            List.of(),
            List.of(),
            List.of(),
            List.of());
    return new Plan(
        "job", "", new Plan.PolicyRef("p", 1, ""), LocalDate.of(2026, 1, 1), List.of(target));
  }

  @Test
  void everyShareAllowsItselfAndNoMore() {
    for (int percent = 1; percent < 100; percent++) {
      Job.Limits limits =
          new Job.Limits(
              Optional.empty(),
              Optional.of(Double.valueOf(String.format(Locale.ROOT, "0.%02d", percent))),
              Optional.empty());
      assertThat(LimitCheck.excess(plan(percent, 100), limits, Optional.empty())).isEmpty();
      assertThat(LimitCheck.excess(plan(percent * 100L + 1, 10_000), limits, Optional.empty()))
          .hasValueSatisfying(said("max-share is " + percent + "%"));
    }
  }

  private static Consumer<String> said(String what) {
    return said -> assertThat(said).contains(what);
  }

  @Test
  void everyToleranceAllowsItselfAndNoMore() {
    for (int percent = 0; percent <= 100; percent++) {
      ApprovalCheck check =
          new ApprovalCheck(
              new ApprovedPlan(
                  "",
                  "job",
                  LocalDate.of(2026, 1, 1),
                  new Seal(Map.of(), Map.of()),
                  List.of(new ApprovedPlan.ApprovedTarget("id", "t", "destroy", 100))));
      assertThat(check.allowed("id", percent / 100.0)).isEqualTo(100 + percent);
    }
  }
}
