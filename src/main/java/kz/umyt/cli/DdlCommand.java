package kz.umyt.cli;

import java.util.concurrent.Callable;
import kz.umyt.settings.Installation;
import kz.umyt.settings.NearestName;
import kz.umyt.settings.SettingsException;
import kz.umyt.settings.Source;
import kz.umyt.source.jdbc.Database;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code umyt ddl}: the evidence tables, for a DBA who creates them by hand. */
@Command(
    name = "ddl",
    mixinStandardHelpOptions = true,
    description = "Prints the statements that create umyt's evidence tables in a database.")
final class DdlCommand implements Callable<Integer> {

  private final Workspace workspace;

  @Mixin private CommonOptions common = new CommonOptions();

  @Parameters(paramLabel = "SOURCE", description = "A database named in sources.yaml.")
  private String source = "";

  DdlCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Integer call() {
    Installation installation = common.installation();
    Source found = installation.sources().get(source);
    if (!(found instanceof Source.Jdbc jdbc)) {
      throw new SettingsException(
          found == null
              ? "there is no source '"
                  + source
                  + "'"
                  + NearestName.hint(source, installation.sources().keySet())
              : "source '" + source + "' is a folder of files and needs no tables");
    }
    try (Database database = Database.open(jdbc)) {
      for (String statement : database.dialect().journalDdl(database.journalSchema())) {
        // Line by line: a line end within a line would be shown as a character.
        (statement + ";").lines().forEach(workspace.out()::println);
      }
    }
    return ExitCode.DONE;
  }
}
