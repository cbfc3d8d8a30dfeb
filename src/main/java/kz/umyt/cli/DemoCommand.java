package kz.umyt.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import kz.umyt.cli.demo.SampleCompany;
import kz.umyt.job.RunResult;
import kz.umyt.job.StopSignal;
import kz.umyt.ledger.ActVerifier;
import kz.umyt.ledger.LedgerReader;
import kz.umyt.plan.Plan;
import kz.umyt.plan.PlannedTarget;
import kz.umyt.plan.Preview;
import kz.umyt.report.Act;
import kz.umyt.settings.Located;
import kz.umyt.settings.Position;
import kz.umyt.settings.Secret;
import kz.umyt.settings.Source;
import kz.umyt.source.jdbc.Database;
import kz.umyt.source.jdbc.SqlScript;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code umyt demo}: the whole way once, on an invented company. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description =
        "Builds a sample company, finds its personal data, plans, destroys what is due, verifies,"
            + " and says where the Act is. Again: nothing is left to do, and it says so.")
final class DemoCommand implements Callable<Integer> {

  private static final String JOB = "alatau-retention.yaml";

  private final Workspace workspace;

  @Mixin private CommonOptions common = new CommonOptions();

  DemoCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Integer call() throws Exception {
    LogFile.attach(common.home());
    StopSignal stop = new StopSignal();
    return GracefulStop.during(
        stop,
        () -> {
          try {
            return show(stop);
          } catch (IOException failure) {
            workspace
                .err()
                .println(
                    "umyt: the sample company cannot be written to "
                        + demoFolder()
                        + "; give umyt a folder of its own with --home or UMYT_HOME");
            return ExitCode.USAGE;
          } catch (RuntimeException failure) {
            return new Failures(workspace.err(), common.debug()).report(failure);
          }
        });
  }

  private int show(StopSignal stop) throws IOException {
    build();
    say("");
    say("2. What personal data is where");
    ScanCommand.show(workspace, common, job());
    say("");
    say("3. What the policy says is due");
    Preview preview =
        PlanCommand.plan(
            workspace,
            common,
            workspace.jobWithTargets(common, job()),
            Optional.of(SampleCompany.AS_OF));
    new PlanLines(workspace.out()).print(preview);
    say("");
    say("4. Destroying exactly that, and asking again");
    RunResult result =
        RunCommand.run(
            workspace,
            common,
            job(),
            Optional.of(SampleCompany.AS_OF),
            Optional.empty(),
            null,
            stop);
    say("");
    conclude(result);
    int code = RunReport.exitCode(result);
    // The sample holds a few undecidable records on purpose.
    return code == ExitCode.NEEDS_PERSON ? ExitCode.DONE : code;
  }

  /** The job comes with the installation, whatever settings are in use. */
  private String job() {
    return common.installedFolder("jobs").resolve(JOB).toString();
  }

  private Path demoFolder() {
    return common.home().folder().resolve("demo");
  }

  private void build() throws IOException {
    if (Files.exists(demoFolder())) {
      say("1. The sample company «Alatau Net» is there already: " + demoFolder());
      return;
    }
    say("1. Building the sample company «Alatau Net»: " + demoFolder());
    // Under another name until it is whole: a demo that was interrupted starts afresh.
    Path part = demoFolder().resolveSibling("demo.part");
    delete(part);
    Files.createDirectories(part);
    new SampleCompany(common.installedFolder("sample-data").resolve("alatau-net")).write(part);
    Path script = part.resolve("crm.sql");
    Source.Jdbc crm =
        new Source.Jdbc(
            new Located<>("crm", new Position("demo", 1, 1)),
            "CRM",
            "jdbc:h2:file:" + part.resolve("crm"),
            Optional.of("sa"),
            new Secret(""),
            List.of(),
            Optional.empty(),
            List.of());
    try (Database database = Database.open(crm)) {
      SqlScript.run(database, script);
    }
    Files.delete(script);
    Files.move(part, demoFolder(), StandardCopyOption.ATOMIC_MOVE);
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.delete(path);
      }
    }
  }

  /** One screen of plain words. */
  private void conclude(RunResult result) {
    Plan plan = result.plan();
    say("In plain words");
    if (result.act().isPresent()) {
      Act act = result.act().get();
      long destroyed = act.targets().stream().mapToLong(Act.ActTarget::destroyed).sum();
      long anonymized = act.targets().stream().mapToLong(Act.ActTarget::anonymized).sum();
      long remaining = act.targets().stream().mapToLong(Act.ActTarget::remaining).sum();
      say(
          String.format(
              "  «Alatau Net» held %s records in a database and in CSV exports.",
              number(sum(plan, PlannedTarget::inScope))));
      say(
          String.format(
              "  %s of them were past their term on %s: %s were destroyed, %s anonymized.",
              number(plan.due()), plan.asOf(), number(destroyed), number(anonymized)));
      say(
          remaining == 0
              ? "  A fresh query finds nothing due any more."
              : "  " + number(remaining) + " due records are left!");
      kept(plan);
      actPath(result.actJson());
      say("  Check it: umyt verify");
    } else if (result.actJson().isEmpty() && result.status() != RunResult.Status.STOPPED) {
      say("  Nothing was destroyed: nothing is due as of " + plan.asOf() + ".");
      long done = plan.targets().stream().mapToLong(PlannedTarget::alreadyDone).sum();
      say("  " + number(done) + " records are anonymized already and were left alone.");
      kept(plan);
      actPath(lastAct());
    } else {
      RunReport.print(result, workspace.out());
    }
  }

  private void kept(Plan plan) {
    say(
        String.format(
            "  Kept: %s because the term runs, %s held (debt or court), %s blocked during a check.",
            number(sum(plan, PlannedTarget::kept)),
            number(sum(plan, PlannedTarget::held)),
            number(sum(plan, PlannedTarget::blocked))));
    say(
        String.format(
            "  %s have a date that makes no sense: nobody touched them, a person must decide",
            number(sum(plan, PlannedTarget::undecidable))));
    say("  (a real run would end with exit code 8 for that).");
  }

  private void actPath(Optional<Path> json) {
    json.map(Path::getParent).ifPresent(folder -> say("  The Act: " + folder.resolve("act.html")));
  }

  private Optional<Path> lastAct() {
    return Files.exists(common.home().ledger())
        ? new LedgerReader(common.home().ledger())
            .last(entry -> entry.event().equals(ActVerifier.ACT_WRITTEN))
            .flatMap(entry -> entry.text("file"))
            .map(Path::of)
        : Optional.empty();
  }

  private static long sum(Plan plan, java.util.function.ToLongFunction<PlannedTarget> count) {
    return plan.targets().stream().mapToLong(count).sum();
  }

  private static String number(long count) {
    return String.format(java.util.Locale.ROOT, "%,d", count).replace(',', ' ');
  }

  private void say(String line) {
    if (!common.quiet()) {
      workspace.out().println(line);
    }
  }
}
