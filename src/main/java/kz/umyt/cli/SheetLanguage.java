package kz.umyt.cli;

import kz.umyt.report.PolicySheet;
import kz.umyt.settings.NearestName;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** In which language a policy is shown. */
final class SheetLanguage {

  @Option(
      names = "--lang",
      paramLabel = "LANG",
      description = "Language of our own words: ru, kk or en (default: en).")
  private String tag = "en";

  PolicySheet sheet(CommandLine command) {
    return PolicySheet.in(tag)
        .orElseThrow(
            () ->
                new ParameterException(
                    command,
                    "unknown language '"
                        + tag
                        + "'"
                        + NearestName.hint(tag, PolicySheet.languages())));
  }
}
