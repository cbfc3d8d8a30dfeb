package kz.umyt.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import kz.umyt.plan.suggest.Suggester;
import kz.umyt.plan.suggest.Suggestion;
import kz.umyt.report.SuggestionJson;
import kz.umyt.report.SuggestionYaml;
import kz.umyt.settings.Installation;
import kz.umyt.settings.Policy;
import kz.umyt.settings.SettingsException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code umyt suggest}: a first job from what a scan found. */
@Command(
    name = "suggest",
    mixinStandardHelpOptions = true,
    description =
        "Proposes a job for what a scan found: retention rule, clock, subject, action and operators"
            + " of every table and file with personal data. Comments say why, and with \"decide:\""
            + " where a person must decide. Opens no source, changes nothing; try the result with"
            + " umyt plan.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the job is written, and a plan takes it",
      "2:wrong usage or configuration",
      "8:the job is written, but every target in it waits for a decision"
    })
final class SuggestCommand implements Callable<Integer> {

  private final Workspace workspace;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private CommonOptions common = new CommonOptions();

  @Parameters(paramLabel = "INVENTORY", description = "The inventory.json that umyt scan wrote.")
  private Path inventory = Path.of("");

  @Option(
      names = "--policy",
      required = true,
      paramLabel = "ID",
      description = "The policy whose rules apply.")
  private String policy = "";

  @Option(
      names = "--job",
      paramLabel = "NAME",
      description = "The name of the job (default: that of the policy and -suggested).")
  private @Nullable String job;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where the job goes (default: standard output).")
  private @Nullable Path out;

  @Option(names = "--force", description = "Write over a file that is there.")
  private boolean force;

  @Option(names = "--json", description = "Print the proposal as JSON and nothing else.")
  private boolean json;

  SuggestCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Integer call() throws IOException {
    Path file = out;
    if (file != null && Files.exists(file) && !force) {
      throw new SettingsException(
          "there is a file " + file + " already; name another with --out, or add --force");
    }
    Installation installation = common.installation();
    Policy chosen = Chosen.policy(installation, policy, spec.commandLine());
    String name = job == null ? chosen.id() + "-suggested" : job;
    if (!isJobName(name)) {
      throw new ParameterException(
          spec.commandLine(),
          "a job's name must be Latin letters, digits, '-', '_' and '.', beginning with a letter or"
              + " digit");
    }
    Suggestion suggestion =
        new Suggester(chosen, installation.sources(), installation.entities().names())
            .suggest(Chosen.inventory(inventory), name);
    if (file != null) {
      SuggestionYaml.write(suggestion, file);
    }
    print(suggestion, file);
    return suggestion.ready().isEmpty() ? ExitCode.NEEDS_PERSON : ExitCode.DONE;
  }

  private static boolean isJobName(String name) {
    return !name.isEmpty()
        && "-_.".indexOf(name.charAt(0)) < 0
        && name.chars()
            .allMatch(
                c ->
                    (c >= 'a' && c <= 'z')
                        || (c >= 'A' && c <= 'Z')
                        || (c >= '0' && c <= '9')
                        || "-_.".indexOf(c) >= 0);
  }

  private void print(Suggestion suggestion, @Nullable Path file) {
    int all = suggestion.targets().size();
    int waiting = all - suggestion.ready().size();
    if (json) {
      workspace.json(SuggestionJson.line(suggestion));
    } else if (file == null) {
      workspace.out().print(SuggestionYaml.text(suggestion));
    } else if (!common.quiet()) {
      workspace.out().println("Job: " + file.toAbsolutePath().normalize());
    }
    if (all == 0) {
      workspace.err().println("umyt suggest: the inventory names no personal data");
    } else if (waiting == all || (waiting > 0 && !common.quiet())) {
      workspace
          .err()
          .println(
              "umyt suggest: "
                  + waiting
                  + " of "
                  + all
                  + " targets cannot be planned before a person has decided; look for \"decide:\"");
    }
  }
}
