package kz.umyt.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The launcher wherever it stands and whoever calls it. */
class LauncherIT {

  private static final UmytProcess UMYT = new UmytProcess();
  private static final String VERSION = "umyt [0-9]+\\.[0-9]+\\.[0-9]+(-SNAPSHOT)?\n";

  @Test
  void worksFromAnotherFolder(@TempDir Path temp) {
    UmytProcess.Ended ended = UMYT.from(temp).run("--version").endsWith(ExitCode.DONE);
    assertThat(ended.out()).matches(VERSION);
    assertThat(ended.err()).isEmpty();
    UMYT.from(temp)
        .run("run", "alatau-retention", "--as-of", "2099-01-01", "--home", home())
        .saysOnly(ExitCode.USAGE, "lies in the future");
  }

  @Test
  void worksThroughLinks(@TempDir Path temp) throws IOException {
    Path first =
        Files.createSymbolicLink(
            temp.resolve("umyt-1"), Path.of("scripts", "umyt").toAbsolutePath());
    Path second = Files.createSymbolicLink(temp.resolve("umyt"), first.getFileName());
    UmytProcess.Ended ended = UMYT.from(temp).as(second).run("--version").endsWith(ExitCode.DONE);
    assertThat(ended.out()).matches(VERSION);
  }

  @Test
  void worksFromAFolderWithSpacesAndKazakhLettersWithoutAnyEnvironment(@TempDir Path temp)
      throws IOException {
    assumeJavaIsOnTheDefaultPath();
    Path base = Files.createDirectories(temp.resolve("Ұмыт қалтасы (ғ, ә, ң)"));
    for (String part : new String[] {"scripts", "config", "jobs", "sample-data"}) {
      SampleHome.copy(Path.of(part), base.resolve(part));
    }
    Files.createDirectories(base.resolve("target"));
    Files.copy(Path.of("target", "umyt.jar"), base.resolve("target").resolve("umyt.jar"));
    SampleHome.copy(Path.of("target", "lib"), base.resolve("target").resolve("lib"));
    SampleHome home = SampleHome.built().home().copyTo(base.resolve("үй"));
    UmytProcess there =
        UMYT.as(base.resolve("scripts").resolve("umyt")).from(temp).withoutEnvironment();

    assertThat(there.run("--version").endsWith(ExitCode.DONE).out()).matches(VERSION);
    UmytProcess.Ended plan =
        there.run("plan", "alatau-retention", "--as-of", "2026-01-15", "--home", home.folder());
    plan.endsWith(ExitCode.NEEDS_PERSON);
    assertThat(plan.err()).isEmpty();
    assertThat(plan.out())
        .contains("clients-*.csv")
        .contains("Plan: " + home.folder().resolve("out/alatau-retention/plan.html"));
  }

  @Test
  void worksWithoutAnyEnvironment() {
    assumeJavaIsOnTheDefaultPath();
    UmytProcess.Ended ended = UMYT.withoutEnvironment().run("--version").endsWith(ExitCode.DONE);
    assertThat(ended.out()).matches(VERSION);
    assertThat(ended.err()).isEmpty();
  }

  @Test
  void printsKazakhLettersInAnyLocale() {
    UmytProcess.Ended ended = UMYT.with("LC_ALL", "C").run("ddl", "қалта", "--home", home());
    ended.saysOnly(ExitCode.USAGE, "'қалта'");
  }

  @Test
  void printsStatementsAsAnyClientReadsThem() {
    UmytProcess.Ended ended = UMYT.run("ddl", "crm", "--home", home()).endsWith(ExitCode.DONE);
    assertThat(ended.out().lines())
        .anyMatch(line -> line.startsWith("CREATE TABLE") && line.endsWith("("))
        .noneMatch(line -> line.contains("[U+"));
  }

  @Test
  void takesTheJavaOnThePathWhereTheNamedOneIsGone(@TempDir Path temp) {
    UmytProcess.Ended ended =
        UMYT.with("JAVA_HOME", temp.resolve("gone").toString()).run("--version");
    // Whoever has no other Java is told so.
    if (isJavaOn(System.getenv("PATH"))) {
      assertThat(ended.endsWith(ExitCode.DONE).out()).matches(VERSION);
    } else {
      assertThat(ended.err()).startsWith("umyt: no Java found");
    }
  }

  static Stream<String> commands() {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    return Stream.concat(
        Stream.of(""),
        Umyt.commandLine(nowhere, nowhere, Clock.systemUTC()).getSubcommands().keySet().stream());
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandHasHelp(String command) {
    UmytProcess.Ended help =
        (command.isEmpty() ? UMYT.run("--help") : UMYT.run(command, "--help"))
            .endsWith(ExitCode.DONE);
    assertThat(help.err()).isEmpty();
    assertThat(help.out())
        .startsWith(("Usage: umyt " + command).stripTrailing())
        .contains("--help")
        .doesNotContain("null");
    if (command.isEmpty()) {
      commands().forEach(name -> assertThat(help.out()).contains(name));
    }
  }

  private static Path home() {
    return SampleHome.built().home().folder();
  }

  private static void assumeJavaIsOnTheDefaultPath() {
    assumeTrue(isJavaOn("/usr/local/bin:/usr/bin:/bin"), "no Java where cron would look");
  }

  private static boolean isJavaOn(String path) {
    return Stream.of(path.split(":", -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "java")));
  }
}
