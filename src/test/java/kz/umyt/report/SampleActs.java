package kz.umyt.report;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.umyt.plan.Cascaded;
import kz.umyt.plan.Plan;
import kz.umyt.plan.PlannedTarget;
import kz.umyt.plan.PlannedTarget.PlannedColumn;
import kz.umyt.plan.StandingCounts;
import kz.umyt.policy.Standing;
import kz.umyt.report.Act.ActNumber;
import kz.umyt.report.Act.ActTarget;
import kz.umyt.report.Act.Approval;
import kz.umyt.report.Act.Attempt;
import kz.umyt.report.Act.Execution;
import kz.umyt.report.Act.Failure;
import kz.umyt.report.Act.LedgerRange;
import kz.umyt.report.Act.Method;
import kz.umyt.report.Act.Proof;
import kz.umyt.report.Act.Status;
import kz.umyt.settings.LocalizedText;
import kz.umyt.settings.Policy;

/** Acts and a plan of an invented telephone company. */
final class SampleActs {

  static final String POLICY_SHA =
      "5f0e1c7a9b3d2486e1f05a7c9d8b6e4f3021a5b7c9d1e3f50718293a4b5c6d7e";
  static final String JOB_SHA = "a17c93e5d2b4f6081a3c5e7092b4d6f81b3d5f7193a5c7e92c4e6f8193b5d7fa";
  static final String HEAD = "0b9d4a6e8c2f1357ace0246813579bdf02468ace13579bdfeca8642013579bdf";
  static final String PREVIOUS = "e3b1f6a2d4c5079812ab34cd56ef7890fedcba0987654321a1b2c3d4e5f60718";
  static final LocalDate AS_OF = LocalDate.of(2026, 11, 21);

  private static final LocalDate CUTOFF = LocalDate.of(2024, 11, 20);
  private static final String CLAUSE = "Дербес деректерді сақтау мерзімі";
  private static final String PG = "PostgreSQL 18.1";
  private static final String MARIA = "MariaDB 11.8.3";
  private static final String CSV = "CSV, windows-1251";

  private SampleActs() {}

  static Plan plan() {
    List<PlannedTarget> planned =
        withFailures().targets().stream().map(ActTarget::planned).toList();
    return new Plan("retention-subscribers", "", policy(), AS_OF, planned);
  }

  /** Six targets; some records failed, so that the verification fails. */
  static Act withFailures() {
    return act(Status.FAILED_VERIFICATION, targets(), Optional.of(PREVIOUS));
  }

  /** The same work without the failures; undecidable records and an unconfirmed term are left. */
  static Act needsPerson() {
    List<ActTarget> targets =
        targets().stream()
            .map(
                target ->
                    new ActTarget(
                        target.planned(),
                        target.destroyed() + target.failed(),
                        target.anonymized(),
                        0,
                        List.of(),
                        target.planned().confirmed() ? 0 : target.remaining(),
                        0,
                        target.chunks(),
                        target.attempts(),
                        target.method(),
                        target.triggers(),
                        target.materializedViews(),
                        target.proof(),
                        target.cascaded()))
            .toList();
    return act(Status.NEEDS_PERSON, targets, Optional.of(PREVIOUS));
  }

  /** One target, everything due destroyed, the organisation's first Act. */
  static Act verified() {
    PlannedTarget planned = planned("crm", "CRM", PG, "call_records", "destroy", true, 21, 2, 0);
    return act(
        Status.VERIFIED,
        List.of(
            new ActTarget(
                planned,
                2,
                0,
                0,
                List.of(),
                0,
                0,
                1,
                1,
                Method.COMPACTED,
                List.of(),
                List.of(),
                Proof.NONE,
                List.of())),
        Optional.empty());
  }

  /** As {@link #verified}, of an organisation whose policy names no BIN. */
  static Act withoutBin() {
    Act act = verified();
    return new Act(
        act.number(),
        act.created(),
        act.job(),
        act.jobSha256(),
        act.run(),
        act.policy(),
        new Policy.Organisation(Optional.empty(), act.organisation().name()),
        act.document(),
        act.asOf(),
        act.status(),
        act.targets(),
        act.approvals(),
        act.execution(),
        act.ledger(),
        act.previousAct(),
        act.copies(),
        act.sharedKeys());
  }

  /** As it was, but written after the shared keys were destroyed. */
  static Act afterKeyWasDestroyed(Act act) {
    return new Act(
        act.number(),
        act.created(),
        act.job(),
        act.jobSha256(),
        act.run(),
        act.policy(),
        act.organisation(),
        act.document(),
        act.asOf(),
        act.status(),
        act.targets(),
        act.approvals(),
        act.execution(),
        act.ledger(),
        act.previousAct(),
        act.copies(),
        act.sharedKeys().stream()
            .map(
                key ->
                    new Act.SharedKey(
                        key.number(), key.made(), Optional.of(act.created()), key.used()))
            .toList());
  }

  static Act act(Status status, List<ActTarget> targets, Optional<String> previous) {
    OffsetDateTime start = OffsetDateTime.parse("2026-11-22T01:00:04+05:00");
    return new Act(
        new ActNumber(3, 2026),
        OffsetDateTime.parse("2026-11-22T03:14:52+05:00"),
        "retention-subscribers",
        JOB_SHA,
        "retention-subscribers-20261122-010004",
        policy(),
        new Policy.Organisation(
            Optional.of("150140001249"),
            new LocalizedText("«Дала Байланыс» ЖШС", "ТОО «Дала Байланыс»", "Dala Bailanys LLP")),
        new Policy.Document(
            "Дербес деректерді өңдеу және қорғау саясаты",
            Optional.of("№ 092/18"),
            Optional.of(LocalDate.of(2018, 2, 26)),
            "kk"),
        AS_OF,
        status,
        targets,
        List.of(
            new Approval(
                "7e".repeat(32),
                "А. Сериков",
                "b2".repeat(32),
                OffsetDateTime.parse("2026-11-21T18:40:00+05:00"))),
        new Execution(
            "umyt",
            "retention-01.dala.example",
            "Umyt 0.1.0",
            start,
            OffsetDateTime.parse("2026-11-22T03:14:40+05:00"),
            List.of(
                new Attempt(start, Optional.empty()),
                new Attempt(
                    OffsetDateTime.parse("2026-11-22T02:05:10+05:00"),
                    Optional.of(OffsetDateTime.parse("2026-11-22T03:14:40+05:00"))))),
        new LedgerRange(10_482, 10_913, HEAD),
        previous,
        List.of(new Act.Copy("Ночная резервная копия", LocalDate.of(2026, 12, 22))),
        List.of(
            new Act.SharedKey(1, start.minusYears(1), Optional.of(start.minusMonths(2)), false),
            new Act.SharedKey(2, start.minusMonths(1), Optional.empty(), true)));
  }

  static PlannedTarget planned(
      String source,
      String system,
      String product,
      String target,
      String action,
      boolean confirmed,
      long inScope,
      long due,
      long undecidable) {
    return new PlannedTarget(
        source,
        system,
        product,
        target,
        "subscriber",
        CLAUSE,
        "contract-end: contract_end",
        "P2Y (data protection officer, 2026-01-15)",
        action,
        CUTOFF,
        counts(due, 0, 0, undecidable, inScope - due - undecidable),
        0,
        due == 0 ? Optional.empty() : Optional.of(LocalDate.of(2015, 2, 3)),
        due == 0 ? Optional.empty() : Optional.of(CUTOFF),
        confirmed,
        List.of(),
        List.of("PHONE_NUMBER", "LOCATION"),
        List.of(),
        List.of());
  }

  private static StandingCounts counts(
      long due, long held, long blocked, long undecidable, long kept) {
    return new StandingCounts(
        Map.of(
            Standing.DUE,
            due,
            Standing.HELD,
            held,
            Standing.BLOCKED,
            blocked,
            Standing.UNDECIDABLE,
            undecidable,
            Standing.KEPT,
            kept),
        0);
  }

  private static Plan.PolicyRef policy() {
    return new Plan.PolicyRef("dala-bailanys", 1, POLICY_SHA);
  }

  private static List<ActTarget> targets() {
    return List.of(subscribers(), calls(), tickets(), invoices(), clients(), leads());
  }

  private static ActTarget subscribers() {
    PlannedTarget planned =
        new PlannedTarget(
            "crm",
            "CRM «Абонент»",
            PG,
            "subscribers",
            "subscriber",
            CLAUSE,
            "contract-end: contract_end",
            "P2Y (data protection officer, 2026-01-15)",
            "anonymize",
            CUTOFF,
            counts(8_121, 412, 3, 17, 175_749),
            21_640,
            Optional.of(LocalDate.of(2015, 2, 3)),
            Optional.of(CUTOFF),
            true,
            List.of(),
            List.of("KZ_IIN", "PERSON", "PHONE_NUMBER", "DATE_OF_BIRTH", "EMAIL_ADDRESS"),
            List.of(
                new PlannedColumn("full_name", Optional.of("PERSON"), "replace"),
                new PlannedColumn("iin", Optional.of("KZ_IIN"), "hash"),
                new PlannedColumn(
                    "phone",
                    Optional.of("PHONE_NUMBER"),
                    "mask {masking_char: *, chars_to_mask: 7, from_end: true}"),
                new PlannedColumn(
                    "birth_date", Optional.of("DATE_OF_BIRTH"), "generalize {to: year}"),
                new PlannedColumn("notes", Optional.empty(), "redact {detected: true}")),
            List.of("Trigger subscribers_audit writes old values to subscribers_history."));
    return new ActTarget(
        planned,
        0,
        8_121,
        0,
        List.of(),
        0,
        0,
        12,
        2,
        Method.LOGICAL,
        List.of(),
        List.of(),
        new Proof(
            Optional.of(
                new Act.IdentityRisk(
                    List.of("birth_date", "city"),
                    29_761,
                    612,
                    3,
                    0,
                    9,
                    Optional.of(5),
                    Optional.empty())),
            List.of(
                new Act.TableRows(
                    "subscribers",
                    Optional.empty(),
                    Optional.of(205_942L),
                    Optional.of(205_955L),
                    0)),
            Optional.of(
                new Act.CleanUp("compact", false, Optional.of("the database user lacks a right"))),
            List.of("iin"),
            List.of()),
        List.of());
  }

  private static ActTarget calls() {
    PlannedTarget planned =
        planned("crm", "CRM «Абонент»", PG, "call_records", "destroy", true, 1_204_117, 391_204, 0);
    return new ActTarget(
        planned,
        391_204,
        0,
        0,
        List.of(),
        0,
        0,
        96,
        2,
        Method.LOGICAL,
        List.of("call_records_audit"),
        List.of("public.calls_by_month"),
        new Proof(
            Optional.empty(),
            List.of(
                new Act.TableRows(
                    "call_records",
                    Optional.empty(),
                    Optional.of(1_204_117L),
                    Optional.of(812_913L),
                    391_204),
                new Act.TableRows(
                    "call_notes", Optional.of("call"), Optional.of(12L), Optional.empty(), 0)),
            Optional.of(new Act.CleanUp("purge", true, Optional.empty())),
            List.of(),
            List.of()),
        List.of(new Cascaded("call_notes", Cascaded.EMPTY, 12)));
  }

  private static ActTarget tickets() {
    PlannedTarget planned =
        new PlannedTarget(
            "crm",
            "CRM «Абонент»",
            PG,
            "support.tickets",
            "withdrawn",
            CLAUSE,
            "consent-withdrawn: withdrawn_at",
            "P0D",
            "destroy",
            AS_OF.minusDays(1),
            new StandingCounts(
                Map.of(
                    Standing.DUE,
                    151L,
                    Standing.BLOCKED,
                    22L,
                    Standing.FLOOR,
                    1_310L,
                    Standing.CONFLICT,
                    4L,
                    Standing.KEPT,
                    8_384L),
                0),
            0,
            Optional.of(LocalDate.of(2026, 11, 2)),
            Optional.of(LocalDate.of(2026, 11, 20)),
            true,
            List.of(),
            List.of("PERSON", "CALL_TRANSCRIPT"),
            List.of(),
            List.of());
    return new ActTarget(
        planned,
        148,
        0,
        0,
        List.of(),
        0,
        0,
        1,
        1,
        Method.LOGICAL,
        List.of(),
        List.of(),
        Proof.NONE,
        List.of());
  }

  private static ActTarget invoices() {
    PlannedTarget planned =
        planned("billing", "Биллинг", MARIA, "invoices", "destroy", true, 702_551, 44_013, 1_204);
    return new ActTarget(
        planned,
        44_000,
        0,
        13,
        List.of(
            new Failure("A foreign key of payments.invoice_id refers to the record", 11),
            new Failure("Lock wait timeout exceeded after 5 retries", 2)),
        13,
        0,
        18,
        2,
        Method.PURGED,
        List.of(),
        List.of(),
        Proof.NONE,
        List.of());
  }

  private static ActTarget clients() {
    PlannedTarget planned =
        planned("exports", "Выгрузки", CSV, "clients-*.csv", "destroy", true, 31_090, 1_733, 41);
    return new ActTarget(
        planned,
        1_733,
        0,
        0,
        List.of(),
        0,
        0,
        4,
        1,
        Method.COMPACTED,
        List.of(),
        List.of(),
        Proof.NONE,
        List.of());
  }

  private static ActTarget leads() {
    PlannedTarget planned =
        planned("exports", "Выгрузки", CSV, "leads/2019-*.csv", "destroy", false, 5_300, 260, 0);
    return new ActTarget(
        planned,
        0,
        0,
        0,
        List.of(),
        260,
        0,
        0,
        0,
        Method.COMPACTED,
        List.of(),
        List.of(),
        Proof.NONE,
        List.of());
  }
}
