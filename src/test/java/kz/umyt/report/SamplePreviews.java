package kz.umyt.report;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import kz.umyt.plan.Outlook;
import kz.umyt.plan.Plan;
import kz.umyt.plan.PlannedTarget;
import kz.umyt.plan.PlannedTarget.PlannedRule;
import kz.umyt.plan.Preview;
import kz.umyt.plan.Seal;
import kz.umyt.plan.StandingCounts;
import kz.umyt.plan.Waiting;
import kz.umyt.policy.Standing;
import kz.umyt.settings.Job;
import kz.umyt.settings.LocalizedText;
import kz.umyt.settings.Policy;

/** Plans of a company that does not exist. */
final class SamplePreviews {
  private SamplePreviews() {}

  /** Invoices to which others still point. */
  static final Waiting WAITING = new Waiting("rows of payments still point to it", 41);

  private static final String SHA = "5c".repeat(32);

  /** Six targets, with all that a plan can tell of them. */
  static Preview preview() {
    Plan plan = SampleActs.plan();
    return preview(with(plan, plan.targets().stream().map(SamplePreviews::told).toList()));
  }

  /** As {@link #preview()}, approved in advance, and within its limits. */
  static Preview standing() {
    Preview preview = preview();
    return new Preview(
        preview.plan(),
        preview.seal(),
        preview.origin(),
        new Job.Approval.Standing(),
        preview.limits(),
        preview.organisation(),
        preview.document(),
        preview.outlooks(),
        preview.remarks(),
        Optional.empty());
  }

  /** One target and nothing to say of it; nothing is limited, and no run has gone before. */
  static Preview clear() {
    Plan plan =
        with(
            SampleActs.plan(),
            List.of(
                SampleActs.planned(
                    "crm", "CRM", "H2 2.4", "call_records", "destroy", true, 21, 2, 0)));
    Preview preview = preview(plan);
    return new Preview(
        plan,
        preview.seal(),
        preview.origin(),
        new Job.Approval.Standing(),
        new Job.Limits(Optional.empty(), Optional.empty(), Optional.empty()),
        preview.organisation(),
        preview.document(),
        List.of(
            new Outlook(Optional.empty(), 0, 1, Optional.empty(), List.of(), List.of(), List.of())),
        List.of(),
        Optional.empty());
  }

  static Preview preview(Plan plan) {
    Map<String, Map<Seal.Part, String>> seals =
        plan.targets().stream()
            .collect(Collectors.toMap(PlannedTarget::id, target -> Map.of(Seal.Part.WORDS, SHA)));
    List<Outlook> outlooks = new ArrayList<>();
    for (PlannedTarget target : plan.targets()) {
      outlooks.add(target.product().startsWith("CSV") ? file(target) : table(target));
    }
    return new Preview(
        plan,
        new Seal(Map.of(Seal.Part.JOB, SHA, Seal.Part.RECOGNIZERS, SHA), seals),
        new Preview.Origin(
            OffsetDateTime.parse("2026-11-21T18:30:05+05:00"), "dba", "db-1.example", "umyt 1.0.0"),
        new Job.Approval.PerPlan(0.01),
        new Job.Limits(Optional.of(100_000L), Optional.of(0.6), Optional.of(5)),
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
        Optional.of("445222 records are due, but the job's limit max-rows is 100000"));
  }

  static Plan with(Plan plan, List<PlannedTarget> targets) {
    return new Plan(plan.job(), plan.run(), plan.policy(), plan.asOf(), targets);
  }

  /** With records that are overdue, with others that an obligation keeps, and with its rules. */
  private static PlannedTarget told(PlannedTarget target) {
    Map<Standing, Long> counts = new EnumMap<>(target.counts().byStanding());
    long obliged = target.heldByRegister() * 9 / 10;
    counts.merge(Standing.HELD, -obliged, Long::sum);
    counts.put(Standing.OBLIGED, obliged);
    return new PlannedTarget(
        target.source(),
        target.system(),
        target.product(),
        target.target(),
        target.retention(),
        target.clause(),
        target.clock(),
        target.term(),
        target.action(),
        target.cutoff(),
        target.target().equals("invoices")
            ? new StandingCounts(counts, 96, List.of(WAITING), List.of())
            : new StandingCounts(counts, 0),
        target.alreadyDone(),
        target.oldest(),
        target.newest(),
        target.confirmed(),
        rules(target),
        target.entities(),
        target.columns(),
        target.remarks());
  }

  private static List<PlannedRule> rules(PlannedTarget target) {
    boolean withdrawn = target.retention().equals("withdrawn");
    PlannedRule own =
        new PlannedRule(
            target.retention(),
            withdrawn ? "wish" : "term",
            target.clause(),
            target.clock(),
            target.term(),
            target.cutoff());
    return withdrawn
        ? List.of(
            own,
            new PlannedRule(
                "support",
                "least",
                "4.2",
                "collected: created_at",
                "P1Y",
                LocalDate.of(2025, 11, 20)),
            new PlannedRule(
                "telecom-service-data",
                "floor",
                "Law 567-II «On communications», art. 15(1)(2)",
                "collected: created_at",
                "P2Y",
                LocalDate.of(2024, 11, 20)))
        : List.of(own);
  }

  private static Outlook table(PlannedTarget target) {
    boolean destroys = target.action().equals("destroy");
    boolean calls = target.target().equals("call_records");
    return new Outlook(
        Optional.of(
            "(\"contract_end\" >= DATE '1900-01-02' AND \"contract_end\" < DATE '2024-11-21'"
                + " AND NOT EXISTS (SELECT 1 FROM umyt_holds umyt_r WHERE umyt_r.subject ="
                + " \"iin\"))"),
        target.due() / 12,
        target.due() / 4,
        target.due() > 1_000 ? Optional.of(Duration.ofSeconds(754)) : Optional.empty(),
        calls ? dependents() : List.of(),
        List.of(new Outlook.Trigger(target.target() + "_audit", destroys ? "DELETE" : "UPDATE")),
        calls ? List.of("public.monthly_calls", "public.busy_cells") : List.of(),
        calls ? List.of("public.call_records_2019") : List.of());
  }

  private static List<Outlook.Dependent> dependents() {
    return List.of(
        new Outlook.Dependent(
            "public.call_details",
            "call_details_call_fk",
            "restrict",
            false,
            Optional.of(
                "CREATE INDEX \"call_details_call_id_idx\" ON \"public\".\"call_details\""
                    + " (\"call_id\")")),
        new Outlook.Dependent("public.notes", "notes_fk", "set null", true, Optional.empty()));
  }

  private static Outlook file(PlannedTarget target) {
    return new Outlook(
        Optional.empty(), 0, target.due() / 10, Optional.empty(), List.of(), List.of(), List.of());
  }
}
