package kz.umyt.cli;

import java.nio.file.Path;
import java.util.Optional;
import kz.umyt.job.Home;
import kz.umyt.settings.Installation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that every command with settings or state has. */
final class CommonOptions {

  @Option(
      names = "--config",
      paramLabel = "DIR",
      description = "Policies, recognizers and sources (default: $UMYT_CONFIG, else config).")
  private @Nullable Path config;

  @Option(
      names = "--home",
      paramLabel = "DIR",
      description =
          "Where state is kept: ledger, keys, job repository (default: $UMYT_HOME, else var).")
  private @Nullable Path home;

  @Option(names = "--debug", description = "Show where an error arose.")
  private boolean debug;

  @Option(names = "-q", description = "Print only problems.")
  private boolean quiet;

  private @Nullable Installation installation;

  boolean debug() {
    return debug;
  }

  boolean quiet() {
    return quiet;
  }

  /** The folder of the installation, which the launcher tells; else the current folder. */
  private static Path installed() {
    return Path.of(System.getProperty("umyt.base", "."));
  }

  private Path configFolder() {
    Path chosen = config;
    if (chosen == null) {
      chosen = variable("UMYT_CONFIG").map(Path::of).orElse(installed().resolve("config"));
    }
    return chosen.toAbsolutePath().normalize();
  }

  /** The folder beside which relative paths in settings are looked for. */
  Path base() {
    Path parent = configFolder().getParent();
    return parent == null ? configFolder() : parent;
  }

  /** Files that come with the installation, such as the sample company's lists. */
  Path installedFolder(String name) {
    return installed().toAbsolutePath().normalize().resolve(name);
  }

  Home home() {
    Path chosen = home;
    if (chosen == null) {
      chosen = variable("UMYT_HOME").map(Path::of).orElse(installed().resolve("var"));
    }
    return new Home(chosen);
  }

  /** Once the options are parsed, always the same one. */
  Installation installation() {
    Installation known = installation;
    if (known == null) {
      known = new Installation(base(), configFolder(), home().folder(), System.getenv());
      installation = known;
    }
    return known;
  }

  private static Optional<String> variable(String name) {
    return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isEmpty());
  }
}
