package kz.umyt.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobReaderTest {

  private static final Path BASE = Path.of("src", "test", "resources", "settings");

  private static final Installation INSTALLATION =
      new Installation(BASE, BASE.resolve("config"), BASE.resolve("var"), Map.of());

  private static Job read(String name) {
    return INSTALLATION.job(BASE.resolve("jobs").resolve(name));
  }

  @Test
  void readsTheHeadOfAJob() {
    Job job = read("full.yaml");
    assertThat(job.id()).hasToString("nightly");
    assertThat(job.policy()).hasToString("sample");
    assertThat(job.zone()).isEqualTo(ZoneId.of("Asia/Aqtau"));
    assertThat(job.confirm().keySet()).containsExactly("subscriber", "forever");
    assertThat(job.confirm().get("subscriber"))
        .satisfies(
            confirmed -> {
              assertThat(confirmed.term().value()).isEqualTo(Period.ofYears(2));
              assertThat(confirmed.term().at()).hasToString("jobs/full.yaml:6:15");
              assertThat(confirmed.decision())
                  .isEqualTo("decided by the data protection officer on 2026-01-15");
            });
    assertThat(job.confirm().get("forever"))
        .satisfies(
            confirmed -> {
              assertThat(confirmed.term().value()).isEqualTo(Period.of(3, 6, 0));
              assertThat(confirmed.decision()).isEqualTo("решено приказом № 5");
            });
    assertThat(job.limits().maxRows()).contains(100_000L);
    assertThat(job.limits().maxShare()).contains(0.025);
    assertThat(job.limits().maxTimesUsual()).contains(5);
    assertThat(job.approval()).isEqualTo(new Job.Approval.PerPlan(0.005));
    assertThat(job.window()).contains(new Job.Window(LocalTime.of(6, 0), ZoneId.of("Asia/Almaty")));
    assertThat(job.throttle())
        .isEqualTo(
            new Job.Throttle(
                Duration.ofMillis(500),
                Duration.ofSeconds(2),
                4,
                Optional.of(BASE.toAbsolutePath().resolve("stop")),
                Optional.of(
                    new Located<>(Duration.ofSeconds(10), new Position("jobs/full.yaml", 11, 92))),
                Optional.of(new Located<>(40L, new Position("jobs/full.yaml", 11, 118)))));
    assertThat(job.file()).isEqualTo("jobs/full.yaml");
    assertThat(job.sha256()).hasSize(64);
  }

  @Test
  void resolvesRegistersAgainstTheInstallation() {
    Job.Registers registers = read("full.yaml").registers();
    assertThat(registers.withdrawals().orElseThrow().value())
        .isEqualTo(BASE.toAbsolutePath().resolve("registers/withdrawals.csv"));
    assertThat(registers.blocks().orElseThrow().at()).hasToString("jobs/full.yaml:82:11");
    assertThat(registers.holds().orElseThrow().value())
        .isEqualTo(Path.of("/var/lib/registers/holds.csv"));
  }

  @Test
  void hasDefaults() {
    Job job = read("minimal.yaml");
    assertThat(job.zone()).isEqualTo(ZoneId.of("Asia/Almaty"));
    assertThat(job.confirm()).isEmpty();
    assertThat(job.limits().maxRows()).isEmpty();
    assertThat(job.limits().areNone()).isTrue();
    assertThat(job.approval()).isEqualTo(new Job.Approval.Standing());
    assertThat(job.window()).isEmpty();
    assertThat(job.throttle())
        .isEqualTo(
            new Job.Throttle(
                Duration.ofSeconds(1),
                Duration.ofMillis(100),
                2,
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    assertThat(job.registers().withdrawals()).isEmpty();
    Target.Table table = (Target.Table) job.targets().get(0);
    assertThat(table.clock())
        .isEqualTo(
            new ClockSpec.Column(
                new Located<>("contract_end", new Position("jobs/minimal.yaml", 7, 12)),
                Optional.empty(),
                false));
    assertThat(table.subject()).isEmpty();
    assertThat(table.hold()).isEmpty();
    assertThat(table.columns()).isEmpty();
    assertThat(table.entities()).isEmpty();
    assertThat(table.cascades()).isEmpty();
    assertThat(table.at()).hasToString("jobs/minimal.yaml:4:5");
  }

  @Test
  void readsEveryOperator() {
    List<Target.ColumnRule> columns = read("full.yaml").targets().get(0).columns();
    assertThat(columns)
        .extracting(column -> column.column().value(), Target.ColumnRule::operator)
        .containsExactly(
            tuple("full_name", new OperatorSpec.Replace(Optional.empty())),
            tuple("nickname", new OperatorSpec.Replace(Optional.of("—"))),
            tuple("iin", new OperatorSpec.Hash()),
            tuple("phone", new OperatorSpec.Mask('#', 7, true)),
            tuple("email", new OperatorSpec.Mask('*', 100, false)),
            tuple("birth_date", new OperatorSpec.Generalize(OperatorSpec.Generalize.To.YEAR)),
            tuple("notes", new OperatorSpec.Redact()),
            tuple("comment", new OperatorSpec.Null()),
            tuple("address", new OperatorSpec.Null()),
            tuple("city", new OperatorSpec.Null()),
            tuple("id", new OperatorSpec.Keep()));
    assertThat(columns.stream().filter(Target.ColumnRule::detected))
        .extracting(column -> column.column().value())
        .containsExactly("notes");
    assertThat(columns.stream().flatMap(column -> column.entity().stream()))
        .extracting(Located::value)
        .containsExactly("PERSON", "KZ_IIN");
  }

  @Test
  void readsOperatorsThatLeaveSomethingLikeTheValue() {
    assertThat(read("operators.yaml").targets().get(0).columns())
        .extracting(column -> column.column().value(), Target.ColumnRule::operator)
        .containsExactly(
            tuple("iin", new OperatorSpec.Pseudonym(OperatorSpec.Pseudonym.Of.KZ_IIN)),
            tuple("ip", new OperatorSpec.Pseudonym(OperatorSpec.Pseudonym.Of.IP_ADDRESS)),
            tuple("notes", new OperatorSpec.Encrypt()),
            tuple("comment", new OperatorSpec.Encrypt()),
            tuple("last_ip", new OperatorSpec.Network()),
            tuple("address", new OperatorSpec.City()),
            tuple("age", new OperatorSpec.Range(10)),
            tuple("born", new OperatorSpec.Generalize(OperatorSpec.Generalize.To.MONTH)),
            tuple("city", new OperatorSpec.Shuffle()),
            tuple("sex", new OperatorSpec.Shuffle()));
  }

  @Test
  void readsEveryKindOfClock() {
    List<Target> targets = read("full.yaml").targets();
    assertThat(targets.get(1).clock())
        .isInstanceOfSatisfying(
            ClockSpec.Latest.class,
            latest -> {
              assertThat(latest.name()).hasToString("contracts.ended_on");
              assertThat(latest.emptyIsUndecidable()).isTrue();
            });
    assertThat(targets.get(2).clock()).isInstanceOf(ClockSpec.WithdrawalsRegister.class);
    assertThat(targets.get(3).clock())
        .isInstanceOfSatisfying(
            ClockSpec.Expression.class,
            expression -> {
              assertThat(expression.sql()).hasToString("coalesce(paid_on, issued_on)");
              assertThat(expression.emptyIsUndecidable()).isTrue();
            });
    assertThat(targets.get(4).clock())
        .isInstanceOfSatisfying(
            ClockSpec.Column.class,
            column -> {
              assertThat(column.name()).hasToString("Дата расторжения");
              assertThat(column.format()).map(Located::value).contains("dd.MM.yyyy");
              assertThat(column.emptyIsUndecidable()).isFalse();
            });
  }

  @Test
  void readsTablesAndFiles() {
    List<Target> targets = read("full.yaml").targets();
    assertThat(targets.get(0))
        .isInstanceOfSatisfying(
            Target.Table.class,
            table -> {
              assertThat(table.hold())
                  .map(Located::value)
                  .contains("balance < 0 or note = 'kept; -- really'");
              assertThat(table.subject()).map(Located::value).contains("iin");
              assertThat(table.action()).isEqualTo(Action.ANONYMIZE);
              assertThat(table.entities())
                  .extracting(Located::value)
                  .containsExactly("BADGE_NUMBER");
            });
    assertThat(targets.get(1))
        .isInstanceOfSatisfying(
            Target.Table.class,
            table ->
                assertThat(table.cascades())
                    .extracting(Located::value)
                    .containsExactly("contracts", "PUBLIC.notes"));
    assertThat(targets.get(2).purposes())
        .extracting(Located::value)
        .containsExactly("marketing", "анализ обращений");
    assertThat(targets.get(4))
        .isInstanceOfSatisfying(
            Target.Files.class,
            files -> {
              assertThat(files.file()).hasToString("clients-*.csv");
              assertThat(files.action()).isEqualTo(Action.DESTROY);
            });
  }

  @Test
  void readsWhatAScanReadsAndHow() {
    Job.Scan scan = read("full.yaml").scan();
    assertThat(scan.sources()).extracting(Located::value).containsExactly("crm", "exports", "mail");
    assertThat(scan.exclude())
        .extracting(out -> out.source().value(), out -> out.pattern().toString())
        .containsExactly(tuple("crm", "PUBLIC.LOG_*"), tuple("exports", "old/**/*.csv"));
    assertThat(scan.exclude().get(0).pattern().at()).hasToString("jobs/full.yaml:15:28");
    assertThat(scan.threads()).isEqualTo(8);
    assertThat(scan.rowsPerSecond()).contains(50_000L);
    assertThat(scan.statementTimeout()).isEqualTo(Duration.ofMinutes(20));
    assertThat(scan.sample()).contains(10_000L);
  }

  @Test
  void needsNoTargetsToScan() {
    Job job = read("discovery.yaml");
    assertThat(job.targets()).isEmpty();
    assertThat(job.scan().sources()).extracting(Located::value).containsExactly("crm");
    assertThat(job.scan().exclude()).isEmpty();
    assertThat(job.scan().threads()).isEqualTo(2);
    assertThat(job.scan().rowsPerSecond()).isEmpty();
    assertThat(job.scan().statementTimeout()).isEqualTo(Duration.ofHours(1));
    assertThat(job.scan().sample()).isEmpty();
  }

  @Test
  void scansTheSourcesOfItsTargetsUnlessItSaysMore(@TempDir Path folder) throws IOException {
    assertThat(read("minimal.yaml").scan().sources())
        .extracting(Located::value)
        .containsExactly("crm");

    String targets =
        Files.readString(BASE.resolve("jobs/full.yaml"))
            .replace("sources: [crm, exports, mail]", "");
    Path file = Files.writeString(folder.resolve("unnamed.yaml"), targets);
    assertThat(INSTALLATION.job(file).scan().sources())
        .extracting(Located::value)
        .containsExactly("crm", "billing", "exports");
  }
}
