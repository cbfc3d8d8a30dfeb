package kz.umyt.report;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import kz.umyt.plan.Outlook;
import kz.umyt.plan.Plan;
import kz.umyt.plan.PlannedTarget;
import kz.umyt.plan.Preview;
import kz.umyt.plan.Seal;
import kz.umyt.settings.Job;
import kz.umyt.settings.LocalizedText;
import kz.umyt.settings.Policy;

/** Plans of a company that does not exist. */
final class SamplePreviews {
  private SamplePreviews() {}

  private static final String SHA = "5c".repeat(32);

  /** Six targets, with all that a plan can tell of them. */
  static Preview preview() {
    return preview(SampleActs.plan());
  }

  static Preview preview(Plan plan) {
    Map<String, String> seals =
        plan.targets().stream().collect(Collectors.toMap(PlannedTarget::id, target -> SHA));
    List<Outlook> outlooks = new ArrayList<>();
    for (PlannedTarget target : plan.targets()) {
      outlooks.add(target.product().startsWith("PostgreSQL") ? table(target) : file(target));
    }
    return new Preview(
        plan,
        new Seal(SHA, plan.policy().sha256(), SHA, seals),
        new Preview.Origin(
            OffsetDateTime.parse("2026-11-21T18:30:05+05:00"), "dba", "db-1.example", "umyt 1.0.0"),
        new Job.Approval.PerPlan(0.01),
        new Job.Limits(Optional.of(500_000L), Optional.of(0.6), Optional.of(5)),
        new Policy.Organisation(
            Optional.of("190340012348"),
            new LocalizedText("«Дала Байланыс» ЖШС", "ТОО «Дала Байланыс»", "Dala Bailanys LLP")),
        new Policy.Document(
            "Политика обработки персональных данных",
            Optional.of("№ 12"),
            Optional.of(LocalDate.of(2026, 1, 12)),
            "ru"),
        outlooks,
        List.of(
            "registers/holds.csv:7:1: holds records of 'invioces', which no target of this job names"),
        Optional.of("391204 records are due, but the job's limit max-rows is 100000"));
  }

  private static Outlook table(PlannedTarget target) {
    return new Outlook(
        Optional.of(
            "(\"contract_end\" >= DATE '1900-01-02' AND \"contract_end\" < DATE '2024-11-21'"
                + " AND NOT EXISTS (SELECT 1 FROM umyt_holds umyt_r WHERE umyt_r.subject ="
                + " \"iin\"))"),
        target.due() / 12,
        target.due() / 4,
        Optional.of(Duration.ofSeconds(754)),
        List.of(
            new Outlook.Dependent(
                "public.call_details",
                "call_details_call_fk",
                "restrict",
                false,
                Optional.of(
                    "CREATE INDEX \"call_details_call_id_idx\" ON \"public\".\"call_details\""
                        + " (\"call_id\")")),
            new Outlook.Dependent("public.notes", "notes_fk", "restrict", true, Optional.empty())),
        List.of(new Outlook.Trigger("subscribers_audit", "UPDATE")),
        List.of("public.monthly_calls"));
  }

  private static Outlook file(PlannedTarget target) {
    return new Outlook(
        Optional.empty(), 0, target.due() / 10, Optional.empty(), List.of(), List.of(), List.of());
  }
}
