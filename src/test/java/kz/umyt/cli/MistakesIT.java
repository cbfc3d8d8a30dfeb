package kz.umyt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every mistake gets one line that says what is wrong and where, its exit code, and changes
 * nothing. The home is one in which every record that is due is still there.
 */
class MistakesIT {

  private static final UmytProcess UMYT = new UmytProcess();
  private static final Path JOB = Path.of("jobs", "alatau-retention.yaml");
  private static final String AS_OF = "2026-01-15";
  private static final SampleHome.State UNTOUCHED = SampleHome.built().home().state();
  private static final String CLOCK = "Дата расторжения";

  /**
   * A mistake in a file.
   *
   * @param written what stands there and should not; the message must point at it
   */
  private record Slip(String file, String right, String written, int code, List<String> says) {}

  private static Slip job(String right, String written, String... says) {
    return new Slip("job", right, written, ExitCode.USAGE, List.of(says));
  }

  private static Slip source(String right, String written, int code, String... says) {
    return new Slip("sources", right, written, code, List.of(says));
  }

  static Stream<Slip> slips() throws IOException {
    return Stream.of(
        job("retention: support", "retension: support", "unknown key", "'retention'"),
        job("full_name: {", "ful_name: {", "no column 'ful_name'", "'FULL_NAME'"),
        job("clock: closed_at", "clock: close_at", "no column 'close_at'", "'CLOSED_AT'"),
        job("table: tickets", "table: tickts", "no table 'tickts'", "'TICKETS'"),
        job("policy: alatau-net", "policy: alatau-nett", "unknown policy", "'alatau-net'"),
        job("retention: support", "retention: supprt", "no rule 'supprt'", "'support'"),
        job("source: exports", "source: export", "unknown source", "'exports'"),
        job(
            "action: destroy\n    entities: [LOGIN",
            "action: anonymize\n    entities: [LOGIN",
            "rule 'traffic' allows destroy"),
        job("entities: [LOGIN", "entities: [LOGAN", "'LOGIN'"),
        job(CLOCK, "Дата расторжени", "clients-2019.csv", CLOCK),
        job("registers/blocks.csv", "registers/block.csv", "block.csv", "no such file"),
        source(
            "jdbc:h2:file:${UMYT_HOME}/demo/crm",
            "jdbc:postgresql://127.0.0.1:" + closedPort() + "/crm",
            ExitCode.SOURCE,
            "source 'crm'"),
        source(
            "    user: sa\n",
            "    user: sa\n    password: ${WRONG:opensesame}\n",
            ExitCode.SOURCE,
            "source 'crm'",
            "user or password is wrong"),
        source(
            "csv: ${UMYT_HOME}/demo/exports\n",
            "csv: ${UMYT_HOME}/demo/exports\n    encoding: UTF-8\n",
            ExitCode.SOURCE,
            "clients-2019.csv",
            "UTF-8"));
  }

  @ParameterizedTest
  @MethodSource("slips")
  void inAFileIsNamedAndChangesNothing(Slip slip, @TempDir Path temp) throws IOException {
    Path config = temp.resolve("config");
    SampleHome.copy(Path.of("config"), config);
    String sources = Files.readString(config.resolve("sources.yaml"));
    String job = Files.readString(JOB);
    boolean inJob = slip.file.equals("job");
    String edited = replaceFirst(inJob ? job : sources, slip.right, slip.written);
    Path file = Files.writeString(temp.resolve("slip.yaml"), inJob ? edited : job);
    if (!inJob) {
      Files.writeString(config.resolve("sources.yaml"), edited);
    }
    UmytProcess.Ended ended =
        unchanged("run", file, "--as-of", AS_OF, "--config", config)
            .saysOnly(slip.code, slip.says.toArray(String[]::new));
    assertThat(ended.err()).doesNotContain("opensesame");
    if (inJob) {
      assertThat(ended.err()).startsWith("umyt: slip.yaml:" + line(edited, slip.written) + ":");
    }
  }

  static Stream<Arguments> recognizers() {
    return Stream.of(
        Arguments.of(
            """
            supported_languages: [en]
            recognizers:
              - name: CreditCardRecognizer
                type: predefined
            """,
            "own.yaml:3:5: recognizer 'CreditCardRecognizer' is Python code",
            "CREDIT_CARD is built in"),
        Arguments.of(
            """
            recognizers:
              - name: Locker
                supported_entity: LOCKER
                patterns: [{name: p, regex: '(?<!\\d)[0-9]{5}', score: 0.5}]
            """,
            "own.yaml:4:33: recognizer 'Locker', pattern 'p': RE2 has no negative lookbehind",
            "'boundary: digits'"));
  }

  @ParameterizedTest
  @MethodSource("recognizers")
  void inARecognizerWrittenForPresidioIsNamed(
      String yaml, String says, String remedy, @TempDir Path temp) throws IOException {
    Path config = temp.resolve("config");
    SampleHome.copy(Path.of("config"), config);
    Files.writeString(config.resolve("recognizers/own.yaml"), yaml);
    UMYT.run("detect", "--config", config).saysOnly(ExitCode.USAGE, says, remedy);
  }

  @Test
  void anExportWithoutItsClockColumnIsNamed(@TempDir Path temp) throws IOException {
    Path config = temp.resolve("config");
    SampleHome.copy(Path.of("config"), config);
    Path exports = temp.resolve("exports");
    SampleHome.copy(SampleHome.built().home().exports(), exports);
    Path newsletter = exports.resolve("newsletter.csv");
    String text = Files.readString(newsletter);
    Files.writeString(newsletter, replaceFirst(text, ",subscribed_on,", ",signed,"));
    Path sources = config.resolve("sources.yaml");
    Files.writeString(
        sources,
        replaceFirst(
            Files.readString(sources), "csv: ${UMYT_HOME}/demo/exports", "csv: " + exports));
    List<Path> files = List.of(newsletter, exports.resolve("clients-2019.csv"));
    List<Long> sizes = sizes(files);
    unchanged("run", JOB.toAbsolutePath(), "--as-of", AS_OF, "--config", config)
        .saysOnly(ExitCode.USAGE, "alatau-retention.yaml:", "subscribed_on", "newsletter.csv");
    assertThat(sizes(files)).isEqualTo(sizes);
  }

  @Test
  void aLimitThatIsExceededIsToldInTheLedgerAndChangesNothing(@TempDir Path temp)
      throws IOException {
    SampleHome home = SampleHome.built().home().copyTo(temp.resolve("home"));
    Path job =
        Files.writeString(
            temp.resolve("small.yaml"),
            replaceFirst(Files.readString(JOB), "max-rows: 100000", "max-rows: 100"));
    SampleHome.State before = home.state();
    UMYT.run("run", job, "--as-of", AS_OF, "--home", home.folder())
        .saysOnly(ExitCode.REFUSED, "21788 records are due", "max-rows is 100", "nothing was");
    SampleHome.State after = home.state();
    assertThat(after.database()).isEqualTo(before.database());
    assertThat(after.files()).isEqualTo(before.files());
    assertThat(after.ledger()).startsWith(before.ledger()).contains("\"event\":\"run-refused\"");
    // A refused run is over: the next one, with the right limit, is a new one.
    UMYT.run("plan", JOB, "--as-of", AS_OF, "--home", home.folder())
        .endsWith(ExitCode.NEEDS_PERSON);
  }

  @Test
  void aLimitThatARunWouldExceedIsToldByThePlan(@TempDir Path temp) throws IOException {
    Path job =
        Files.writeString(
            temp.resolve("small.yaml"),
            replaceFirst(Files.readString(JOB), "max-rows: 100000", "max-rows: 100"));
    SampleHome home = SampleHome.built().home().copyTo(temp.resolve("home"));
    UmytProcess.Ended ended = UMYT.run("plan", job, "--as-of", AS_OF, "--home", home.folder());
    assertThat(ended.err())
        .contains("umyt run would refuse this: 21788 records are due", "max-rows is 100.");
    // The code is that of the plan itself.
    UmytProcess.Ended within = UMYT.run("plan", JOB, "--as-of", AS_OF, "--home", home.folder());
    assertThat(within.err()).doesNotContain("refuse");
    assertThat(ended.code()).isEqualTo(within.code());
  }

  static Stream<Arguments> words() {
    return Stream.of(
        Arguments.of(
            List.of("run", "alatau-retention", "--as-of", "2099-01-01"), "lies in the future"),
        Arguments.of(
            List.of("run", "alatau-retention", "--as-of", "tomorrow"), "a date such as 2026-01-31"),
        Arguments.of(List.of("run", "alatau-retention", "--as-of", "2026-02-30"), "a date such as"),
        Arguments.of(List.of("plan", "alatau-retention", "--as-of", "15.01.2026"), "a date such"),
        Arguments.of(List.of("run", "alatau-retension"), "did you mean 'alatau-retention'?"),
        Arguments.of(List.of("run", "no/such/job.yaml"), "no job file"),
        Arguments.of(List.of("run"), "JOB"),
        Arguments.of(List.of("run", "alatau-retention", "--as-off", "x"), "'--as-of'"),
        Arguments.of(List.of("plan", "alatau-retention", "990101300123"), "one argument too many"),
        Arguments.of(List.of("rum", "alatau-retention"), "did you mean 'run'?"),
        Arguments.of(List.of("ddl", "crn"), "did you mean 'crm'?"),
        Arguments.of(List.of("verify", "no-such-act.json"), "no-such-act.json"),
        Arguments.of(List.of("demo", "--as-of", "2026-01-15"), "unknown option '--as-of'"));
  }

  @ParameterizedTest
  @MethodSource("words")
  void inTheCommandIsNamedAndChangesNothing(List<String> command, String says) {
    UmytProcess.Ended ended = unchanged(command.toArray()).saysOnly(ExitCode.USAGE, says);
    assertThat(ended.err()).doesNotContain("990101300123");
  }

  @ParameterizedTest
  @ValueSource(strings = {"plan", "run"})
  void aJobThatOnlyLooksIsNoneForThis(String command) throws IOException {
    unchanged(command, "alatau-discovery", "--as-of", AS_OF)
        .saysOnly(
            ExitCode.USAGE,
            "jobs/alatau-discovery.yaml:9:6: job 'alatau-discovery' has no targets: it is for umyt"
                + " scan");
  }

  @Test
  void noCommandAtAllIsAMistakeToo() {
    UMYT.run().saysOnly(ExitCode.USAGE, "name a command", "umyt --help");
  }

  @ParameterizedTest
  @MethodSource("writers")
  void aHomeFolderThatCannotBeWrittenIsNamed(List<String> command, @TempDir Path temp)
      throws IOException {
    // Below a file, because to root every folder is writable.
    Path home = Files.writeString(temp.resolve("file"), "").resolve("home");
    List<Object> all = new ArrayList<>(command);
    all.add("--home");
    all.add(home);
    UmytProcess.Ended ended = UMYT.run(all.toArray());
    assertThat(ended.err().lines()).hasSize(1);
    assertThat(ended.err()).startsWith("umyt: ").contains(home.toString(), "cannot be written");
    assertThat(ended.err()).doesNotContain("Exception");
    assertThat(ended.code()).isEqualTo(ExitCode.USAGE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"run", "plan"})
  void aFolderForReportsThatCannotBeWrittenIsNamedBeforeAnythingIsDone(
      String command, @TempDir Path temp) throws IOException {
    Path out = Files.writeString(temp.resolve("file"), "").resolve("out");
    unchanged(command, "alatau-retention", "--as-of", AS_OF, "--out", out)
        .saysOnly(ExitCode.USAGE, out.toString(), "cannot be written");
  }

  static Stream<List<String>> writers() {
    return Stream.of(List.of("run", "alatau-retention"), List.of("demo"));
  }

  @Test
  void twoRunsAtOnceAreOneTooMany() throws IOException {
    Path lock = SampleHome.built().home().folder().resolve("run.lock");
    try (FileChannel channel =
            FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock held = channel.lock()) {
      assertThat(held.isValid()).isTrue();
      unchanged("run", "alatau-retention", "--as-of", AS_OF)
          .saysOnly(ExitCode.LOCKED, "another run is at work", lock.toString());
    }
  }

  private static UmytProcess.Ended unchanged(Object... command) {
    SampleHome home = SampleHome.built().home();
    List<Object> all = new ArrayList<>(List.of(command));
    all.add("--home");
    all.add(home.folder());
    UmytProcess.Ended ended = UMYT.run(all.toArray());
    assertThat(home.state()).isEqualTo(UNTOUCHED);
    return ended;
  }

  private static String replaceFirst(String text, String right, String written) {
    int at = text.indexOf(right);
    assertThat(at).as(right).isNotNegative();
    return text.substring(0, at) + written + text.substring(at + right.length());
  }

  private static long line(String text, String part) {
    return 1 + text.substring(0, text.indexOf(part)).chars().filter(c -> c == '\n').count();
  }

  private static List<Long> sizes(List<Path> files) throws IOException {
    List<Long> sizes = new ArrayList<>();
    for (Path file : files) {
      sizes.add(Files.size(file));
    }
    return sizes;
  }

  /** Nobody listens there: the system has just handed it out and taken it back. */
  private static int closedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
