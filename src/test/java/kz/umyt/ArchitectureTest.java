package kz.umyt;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may use whom, and what nobody may use, held to the compiled classes. */
class ArchitectureTest {

  private static final Path SOURCES = Path.of("src", "main", "java");
  private static final int LONGEST_FILE = 400;

  private static final JavaClasses MAIN =
      new ClassFileImporter().importPath(Path.of("target", "classes"));

  /**
   * A class that breaks every rule about what may be used, so that the rules can be seen to work.
   */
  private static final JavaClasses OFFENDER =
      new ClassFileImporter().importClasses(Offender.class, Offender.Shell.class);

  /**
   * The rooms and what each may use. Every room may use {@code settings} as well: what people wrote
   * is the language that the rooms speak with each other.
   */
  private static final Map<String, Set<String>> ROOMS = rooms();

  private static Map<String, Set<String>> rooms() {
    Map<String, Set<String>> rooms = new LinkedHashMap<>();
    rooms.put("settings", Set.of());
    rooms.put("source", Set.of("settings"));
    rooms.put("recognize", Set.of("settings"));
    rooms.put("discover", Set.of("settings", "source", "recognize"));
    rooms.put("policy", Set.of("settings"));
    rooms.put("ledger", Set.of("settings"));
    rooms.put("plan", Set.of("settings", "source", "policy", "discover", "ledger"));
    rooms.put("anonymize", Set.of("settings", "recognize"));
    rooms.put("destroy", Set.of("settings", "source", "policy", "plan", "anonymize", "ledger"));
    rooms.put("report", Set.of("settings", "discover", "plan", "ledger"));
    rooms.put(
        "job",
        Set.of(
            "settings",
            "source",
            "recognize",
            "discover",
            "policy",
            "plan",
            "anonymize",
            "destroy",
            "ledger",
            "report"));
    rooms.put(
        "cli",
        Set.of(
            "settings",
            "source",
            "recognize",
            "discover",
            "policy",
            "plan",
            "anonymize",
            "destroy",
            "ledger",
            "report",
            "job"));
    return rooms;
  }

  static Stream<String> roomNames() {
    return ROOMS.keySet().stream();
  }

  @Test
  void recognitionIsBuiltUpFromTextToPatternsAndChecks() {
    noClasses()
        .that()
        .resideInAnyPackage("kz.umyt.recognize.text", "kz.umyt.recognize.validate")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("kz.umyt.recognize", "kz.umyt.recognize.pattern")
        .check(MAIN);
    noClasses()
        .that()
        .resideInAnyPackage("kz.umyt.recognize.text", "kz.umyt.recognize.pattern")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("kz.umyt.recognize", "kz.umyt.recognize.validate")
        .check(MAIN);
  }

  @Test
  void everyClassLivesInARoom() {
    String[] all = ROOMS.keySet().stream().map(ArchitectureTest::room).toArray(String[]::new);
    classes().should().resideInAnyPackage(all).check(MAIN);
    for (String room : ROOMS.keySet()) {
      assertThat(Files.isDirectory(SOURCES.resolve("kz/umyt").resolve(room))).as(room).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("roomNames")
  void aRoomUsesOnlyTheRoomsThatTheTableGivesIt(String room) {
    String[] forbidden =
        ROOMS.keySet().stream()
            .filter(other -> !other.equals(room) && !ROOMS.get(room).contains(other))
            .map(ArchitectureTest::room)
            .toArray(String[]::new);
    if (forbidden.length > 0) {
      noClasses()
          .that()
          .resideInAPackage(room(room))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(forbidden)
          .allowEmptyShould(true)
          .check(MAIN);
    }
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("kz.umyt.(*)..").should().beFreeOfCycles().check(MAIN);
  }

  static Stream<ArchRule> confinements() {
    return Stream.of(
        confined(
            "Spring", resideInAnyPackage("org.springframework.."), resideOutsideOfPackages(JOB)),
        confined("picocli", resideInAnyPackage("picocli.."), resideOutsideOfPackages(CLI)),
        confined(
            "SQL",
            resideInAnyPackage("java.sql..", "javax.sql.."),
            resideOutsideOfPackages(room("source"), room("destroy"), room("ledger"), JOB)),
        confined(
            "regular expressions that can backtrack",
            resideInAnyPackage("java.util.regex..").or(named("java.util.Scanner")),
            DescribedPredicate.alwaysTrue()),
        confined(
            "the seeded generators, which anybody can foretell",
            named(
                "java.util.Random",
                "java.util.SplittableRandom",
                "java.util.concurrent.ThreadLocalRandom"),
            resideOutsideOfPackages(DEMO)),
        confined(
            "SecureRandom",
            named("java.security.SecureRandom"),
            resideOutsideOfPackages(room("ledger"))
                .and(DescribedPredicate.not(named("kz.umyt.job.RunIdentity")))
                .and(DescribedPredicate.not(named("kz.umyt.discover.CellHash")))));
  }

  @ParameterizedTest
  @MethodSource("confinements")
  void staysWhereItBelongs(ArchRule rule) {
    rule.check(MAIN);
    assertThatThrownBy(() -> rule.check(OFFENDER)).isInstanceOf(AssertionError.class);
  }

  static Stream<ArchRule> calls() {
    return Stream.of(
        noCall(
            "no regular expression hides behind a text's method",
            access ->
                owner(access, "java.lang.String")
                    && List.of("split", "matches", "replaceAll", "replaceFirst")
                        .contains(access.getTarget().getName()),
            DescribedPredicate.alwaysTrue()),
        noCall(
            "the console belongs to the command line",
            access ->
                (owner(access, "java.lang.System")
                        && List.of("out", "err", "setOut", "setErr", "console")
                            .contains(access.getTarget().getName()))
                    || access.getTarget().getName().equals("printStackTrace"),
            resideOutsideOfPackages(CLI)),
        noCall(
            "the only clock is the one that is handed over",
            ArchitectureTest::readsTheTime,
            DescribedPredicate.not(named("kz.umyt.cli.Umyt"))),
        noCall(
            "no number is drawn that cannot be drawn again",
            access ->
                owner(access, "java.lang.Math") && access.getTarget().getName().equals("random"),
            resideOutsideOfPackages(DEMO)));
  }

  @ParameterizedTest
  @MethodSource("calls")
  void isNotCalled(ArchRule rule) {
    rule.check(MAIN);
    assertThatThrownBy(() -> rule.check(OFFENDER)).isInstanceOf(AssertionError.class);
  }

  @Test
  void everyOffenceIsFoundByItself() {
    String told =
        calls()
            .map(rule -> rule.evaluate(OFFENDER).getFailureReport().toString())
            .reduce("", String::concat);
    assertThat(told)
        .contains("split", "matches", "replaceFirst", "replaceAll")
        .contains("java.time.Instant.now()", "java.time.LocalDate.now(java.time.ZoneId)")
        .contains("currentTimeMillis", "Clock.systemUTC", "Calendar.getInstance", "Date.<init>()")
        .contains("System.out", "System.err", "printStackTrace", "Math.random")
        .doesNotContain("now(java.time.Clock)");
  }

  @Test
  void everyPackageSaysThatNothingIsNullUnlessItSaysSo() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path folder : files.filter(ArchitectureTest::holdsClasses).toList()) {
        String name = SOURCES.relativize(folder).toString().replace('/', '.').replace('\\', '.');
        assertThat(folder.resolve("package-info.java")).as(name).isRegularFile();
        JavaPackage compiled = MAIN.getPackage(name);
        assertThat(compiled.isAnnotatedWith(NullMarked.class)).as(name).isTrue();
      }
    }
  }

  @Test
  void noSourceFileIsLongerThanFourHundredLines() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(file -> file.toString().endsWith(".java")).toList()) {
        try (Stream<String> lines = Files.lines(file)) {
          assertThat(lines.count()).as(file.toString()).isLessThanOrEqualTo(LONGEST_FILE);
        }
      }
    }
  }

  private static final String JOB = room("job");
  private static final String CLI = room("cli");
  private static final String DEMO = room("cli.demo");

  private static String room(String name) {
    return "kz.umyt." + name + "..";
  }

  private static boolean holdsClasses(Path folder) {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.anyMatch(file -> file.toString().endsWith(".java"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ArchRule confined(
      String what, DescribedPredicate<JavaClass> used, DescribedPredicate<JavaClass> where) {
    return noClasses().that(where).should().dependOnClassesThat(used).as(what);
  }

  private static ArchRule noCall(
      String what, Predicate<JavaAccess<?>> access, DescribedPredicate<JavaClass> where) {
    return noClasses().that(where).should().accessTargetWhere(describe(what, access)).as(what);
  }

  private static DescribedPredicate<JavaClass> named(String... names) {
    return describe(
        String.join(", ", names), javaClass -> List.of(names).contains(javaClass.getName()));
  }

  private static boolean owner(JavaAccess<?> access, String name) {
    return access.getTargetOwner().getName().equals(name);
  }

  private static boolean readsTheTime(JavaAccess<?> access) {
    String owner = access.getTargetOwner().getName();
    String name = access.getTarget().getName();
    boolean handedOver = access.getTarget().getFullName().contains("(java.time.Clock)");
    return (owner.startsWith("java.time.") && name.equals("now") && !handedOver)
        || (owner.equals("java.time.Clock")
            && (name.startsWith("system") || name.startsWith("tick")))
        || (owner.equals("java.lang.System")
            && (name.equals("currentTimeMillis") || name.equals("nanoTime")))
        || (owner.equals("java.util.Calendar") && name.equals("getInstance"))
        || access.getTarget().getFullName().equals("java.util.Date.<init>()");
  }

  /** Does what nobody may; never called. */
  @SuppressWarnings("all")
  private static final class Offender {
    private java.util.regex.Pattern pattern = java.util.regex.Pattern.compile("a");
    private java.util.Random random = new java.util.Random(1);
    private java.security.SecureRandom secure = new java.security.SecureRandom();
    private java.sql.Connection connection;
    private org.springframework.batch.core.step.Step step;

    @picocli.CommandLine.Command
    private static final class Shell {}

    private Object texts(String text) {
      java.util.function.BiFunction<String, String, Object> hidden = String::matches;
      return List.of(
          text.split("a"), hidden, text.replaceAll("a", "b"), text.replaceFirst("a", "b"));
    }

    private Object times(Clock clock) {
      java.util.function.LongSupplier millis = System::currentTimeMillis;
      return List.of(
          java.time.Instant.now(),
          java.time.Instant.now(clock),
          java.time.LocalDate.now(java.time.ZoneOffset.UTC),
          Clock.systemUTC(),
          java.util.Calendar.getInstance(),
          new java.util.Date(),
          millis,
          Math.random());
    }

    private void prints() {
      System.out.println();
      System.err.println();
      new IllegalStateException().printStackTrace();
    }
  }
}
