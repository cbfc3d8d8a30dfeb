package kz.umyt.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.umyt.engines.Engine;
import kz.umyt.engines.Shop;
import kz.umyt.engines.TestDatabase;
import kz.umyt.job.Sources;
import kz.umyt.policy.ClockReading;
import kz.umyt.policy.ClockState;
import kz.umyt.policy.Decision;
import kz.umyt.policy.Fact;
import kz.umyt.policy.Standing;
import kz.umyt.settings.Job;
import kz.umyt.source.jdbc.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The conditions in a database decide every record as the rule does in memory. */
class DecisionAgreementIT {

  private static final int ROUNDS = 8;

  @TempDir Path folder;

  /** One way to decide the records. */
  private record Scenario(
      LocalDate asOf,
      String clock,
      String term,
      String path,
      String kind,
      boolean emptyIsUndecidable,
      boolean hold,
      boolean registers,
      boolean numberSubject,
      List<More> more) {

    String job() {
      String where = where(path, kind);
      boolean sayEmpty = !clock.equals("collected");
      return "targets:\n  - source: db\n    table: rec\n    retention: "
          + Shop.rule(clock, term)
          + "\n    clock: {"
          + where
          + (sayEmpty ? ", empty: " + (emptyIsUndecidable ? "undecidable" : "running") : "")
          + "}\n    action: destroy\n    subject: "
          + (numberSubject ? "subject_number" : "subject_text")
          + "\n"
          + (hold ? "    hold: \"flag = 1\"\n" : "")
          + list("also", false)
          + list("floors", true)
          + (registers || path.equals("register") ? registerFiles() : "");
    }

    private String list(String key, boolean floors) {
      List<String> items =
          more.stream().filter(one -> one.isFloor() == floors).map(More::yaml).toList();
      return items.isEmpty() ? "" : "    " + key + ":\n" + String.join("", items);
    }

    private String registerFiles() {
      String form = numberSubject ? "number" : "text";
      return "registers:\n  withdrawals: withdrawals-"
          + form
          + ".csv\n"
          + (registers
              ? "  holds: holds-" + form + ".csv\n  blocks: blocks-" + form + ".csv\n"
              : "");
    }
  }

  private static String where(String path, String kind) {
    return switch (path) {
      case "own" -> "column: " + kind;
      case "latest" -> "latest: kid." + kind;
      case "register" -> "register: withdrawals";
      default -> "column: " + path + "." + kind;
    };
  }

  /** One more rule, or a floor, on the same records. */
  private record More(String id, boolean isFloor, String path, String kind) {
    String yaml() {
      return "      - {"
          + (isFloor ? "floor: " : "retention: ")
          + id
          + ", clock: {"
          + where(path, kind)
          + "}}\n";
    }
  }

  /** Which subjects the registers name, and from when to when. */
  private record Entry(long subject, LocalDate from, LocalDate to) {
    boolean isInForce(LocalDate day) {
      return !from.isAfter(day) && !to.isBefore(day);
    }
  }

  @ParameterizedTest
  @EnumSource
  void decidesEveryRecordAsTheRuleDoes(Engine engine) {
    TestDatabase database = engine.fresh(folder);
    Records records = new Records(database, 20240301);
    Shop shop = Shop.in(folder.resolve("shop")).database("db", database);
    Random random = new Random(94);
    List<Entry> holds = entries(random);
    List<Entry> blocks = entries(random);
    List<Entry> withdrawals = withdrawals(random);
    write(shop, "holds", "subject,from,to", holds, true);
    write(shop, "blocks", "subject,from,to", blocks, true);
    write(shop, "withdrawals", "subject,date", withdrawals, false);

    Map<Standing, Long> seen = new EnumMap<>(Standing.class);
    long overdue = 0;
    try (Sources sources = new Sources(shop.sources(), List.of(), List.of())) {
      for (Scenario scenario : scenarios(random)) {
        shop.job(scenario.job());
        Map<Long, Standing> expected = new TreeMap<>();
        Planner planner = planner(shop, scenario.asOf());
        BoundTable table =
            (BoundTable)
                planner.bind(sources.settings(), sources::database, database1 -> false).get(0);
        long late = 0;
        for (Records.Rec rec : records.recs()) {
          List<List<ClockReading>> readings = new ArrayList<>();
          readings.add(readings(records, rec, scenario.path(), scenario.kind(), withdrawals));
          for (More one : scenario.more()) {
            readings.add(readings(records, rec, one.path(), one.kind(), withdrawals));
          }
          Function<List<ClockState>, Standing> standing =
              states -> expected(rec, states, scenario, table.rules(), holds, blocks);
          expected.put(rec.id(), standing.apply(states(table.rules(), readings)));
          late +=
              expected.get(rec.id()) == Standing.DUE && isLate(table.rules(), readings, standing)
                  ? 1
                  : 0;
        }
        overdue += late;
        expected.values().forEach(standing -> seen.merge(standing, 1L, Long::sum));

        assertThat(standings(shop, table, scenario.asOf())).as("%s", scenario).isEqualTo(expected);
        assertCounts(
            planner.count("", List.of(table), file -> DoneRows.OfFile.NONE).targets().get(0),
            expected,
            late,
            scenario);
        assertExplained(shop, table, scenario, expected, random);
      }
    }
    assertThat(seen).as("every standing occurs").hasSize(Standing.values().length);
    assertThat(overdue)
        .as("records that are due, but not overdue")
        .isBetween(100L, seen.get(Standing.DUE) - 100);
  }

  private static List<Scenario> scenarios(Random random) {
    List<Scenario> scenarios = new ArrayList<>();
    for (String path : List.of("own", "parent", "grand", "latest", "register")) {
      for (String kind : path.equals("register") ? List.of("d") : List.of("d", "ts", "tz")) {
        for (int round = 0; round < ROUNDS; round++) {
          String clock =
              path.equals("register")
                  ? "consent-withdrawn"
                  : random.nextInt(3) == 0 ? "collected" : "contract-end";
          scenarios.add(
              new Scenario(
                  Records.AS_OF.get(round % Records.AS_OF.size()),
                  clock,
                  Records.TERMS.get(random.nextInt(Records.TERMS.size())),
                  path,
                  kind,
                  random.nextBoolean() || clock.equals("collected"),
                  random.nextBoolean(),
                  random.nextBoolean(),
                  random.nextBoolean(),
                  more(random)));
        }
      }
    }
    return scenarios;
  }

  /** None in half of the cases, else up to three, of every role; floors stand behind rules. */
  private static List<More> more(Random random) {
    List<More> rules = new ArrayList<>();
    List<More> floors = new ArrayList<>();
    int count = random.nextInt(2) * (1 + random.nextInt(3));
    for (int i = 0; i < count; i++) {
      String term = Records.TERMS.get(random.nextInt(Records.TERMS.size()));
      String path = List.of("own", "parent", "grand", "latest").get(random.nextInt(4));
      String kind = List.of("d", "ts", "tz").get(random.nextInt(3));
      switch (random.nextInt(4)) {
        case 0 -> rules.add(new More(Shop.least("contract-end", term), false, path, kind));
        case 1 -> rules.add(new More(Shop.rule("court-decision", term), false, path, kind));
        case 2 -> rules.add(new More(Shop.rule("consent-withdrawn", "P13M"), false, path, kind));
        default ->
            floors.add(
                new More(Shop.floor("collected", term, random.nextBoolean()), true, path, kind));
      }
    }
    Set<String> ids = new HashSet<>();
    return Stream.concat(rules.stream(), floors.stream()).filter(one -> ids.add(one.id())).toList();
  }

  private static List<Entry> entries(Random random) {
    List<Entry> entries = new ArrayList<>();
    for (long subject = 0; subject < 60; subject += 1 + random.nextInt(6)) {
      LocalDate from = Records.AS_OF.get(random.nextInt(3)).plusDays(random.nextInt(3) - 1);
      entries.add(new Entry(subject, from, from.plusDays(random.nextInt(800))));
    }
    return entries;
  }

  private static List<Entry> withdrawals(Random random) {
    List<Entry> entries = new ArrayList<>();
    for (long subject = 0; subject < 50; subject++) {
      for (int i = random.nextInt(3); i > 0; i--) {
        LocalDate day =
            Records.AS_OF
                .get(random.nextInt(3))
                .minusMonths(List.of(0, 1, 24, 18).get(random.nextInt(4)))
                .plusDays(random.nextInt(4) - 2);
        entries.add(new Entry(subject, day, day));
      }
    }
    return entries;
  }

  private static void write(
      Shop shop, String name, String header, List<Entry> entries, boolean withEnd) {
    for (boolean number : new boolean[] {true, false}) {
      StringBuilder csv = new StringBuilder(header).append('\n');
      for (Entry entry : entries) {
        csv.append(number ? entry.subject() : Records.text(entry.subject()))
            .append(',')
            .append(entry.from())
            .append(withEnd ? "," + entry.to() : "")
            .append('\n');
      }
      shop.write(name + (number ? "-number.csv" : "-text.csv"), csv.toString());
    }
  }

  private static List<ClockReading> readings(
      Records records, Records.Rec rec, String path, String kind, List<Entry> withdrawals) {
    return path.equals("register")
        ? withdrawals.stream()
            .filter(entry -> entry.subject() == rec.subject())
            .map(entry -> (ClockReading) new ClockReading.Day(entry.from()))
            .toList()
        : records.readings(rec, path, kind);
  }

  private static List<ClockState> states(List<BoundRule> rules, List<List<ClockReading>> readings) {
    List<ClockState> states = new ArrayList<>();
    for (int i = 0; i < rules.size(); i++) {
      states.add(rules.get(i).due().latest(readings.get(i)));
    }
    return states;
  }

  /** It was due already on the day thirty days before, under a rule with that deadline. */
  private static boolean isLate(
      List<BoundRule> rules,
      List<List<ClockReading>> readings,
      Function<List<ClockState>, Standing> standing) {
    List<BoundRule> then =
        rules.stream().map(rule -> rule.on(rule.due().asOf().minusDays(Shop.DEADLINE))).toList();
    List<ClockState> states = states(then, readings);
    if (standing.apply(states) != Standing.DUE) {
      return false;
    }
    return IntStream.range(0, rules.size())
        .anyMatch(i -> then.get(i).deadline().isPresent() && states.get(i) == ClockState.OVER);
  }

  /** Asked for one by one, records stand where the plan counts them. */
  private static void assertExplained(
      Shop shop, BoundTable table, Scenario scenario, Map<Long, Standing> expected, Random random) {
    Job job = shop.job();
    Explainer explainer =
        new Explainer(
            new LiveRegisters(job.registers(), scenario.asOf(), () -> scenario.asOf()),
            file -> DoneRows.OfFile.NONE,
            job.zone(),
            scenario.asOf());
    List<Long> ids = List.copyOf(expected.keySet());
    for (int i = 0; i < 8; i++) {
      long id = ids.get(random.nextInt(ids.size()));
      RecordExplanation told = explainer.explain(table, String.valueOf(id)).orElseThrow();
      assertThat(told.standing()).as("%s, record %s", scenario, id).contains(expected.get(id));
      long deciding =
          told.rules().stream().filter(RecordExplanation.RuleExplanation::decides).count();
      Standing standing = expected.get(id);
      if (Set.of(Standing.DUE, Standing.FLOOR, Standing.CONFLICT).contains(standing)) {
        assertThat(deciding).as("%s, record %s", scenario, id).isOne();
      } else if (standing != Standing.UNDECIDABLE) {
        assertThat(deciding).as("%s, record %s", scenario, id).isZero();
      }
    }
    assertThat(explainer.explain(table, "987654321")).isEmpty();
  }

  private static Standing expected(
      Records.Rec rec,
      List<ClockState> states,
      Scenario scenario,
      List<BoundRule> rules,
      List<Entry> holds,
      List<Entry> blocks) {
    boolean onHolds = scenario.registers() && names(holds, rec, scenario);
    boolean onBlocks = scenario.registers() && names(blocks, rec, scenario);
    Fact.Answer obliged =
        !scenario.hold() || Integer.valueOf(0).equals(rec.flag())
            ? Fact.Answer.NO
            : rec.flag() == null ? Fact.Answer.UNKNOWN : Fact.Answer.YES;
    Set<Fact> facts =
        new HashSet<>(
            Set.of(new Fact.Held(onHolds), new Fact.Blocked(onBlocks), new Fact.Obliged(obliged)));
    for (int i = 0; i < states.size(); i++) {
      facts.add(new Fact.OfClock(i, states.get(i)));
    }
    return new Decision(rules.stream().map(BoundRule::role).toList()).decide(facts::contains);
  }

  private static boolean names(List<Entry> register, Records.Rec rec, Scenario scenario) {
    return register.stream()
        .anyMatch(entry -> entry.subject() == rec.subject() && entry.isInForce(scenario.asOf()));
  }

  private static Planner planner(Shop shop, LocalDate asOf) {
    Job job = shop.job();
    return new Planner(
        job, shop.policy(job), asOf, new LiveRegisters(job.registers(), asOf, () -> asOf));
  }

  /** Every record's standing by the conditions; a record in two standings fails. */
  private static Map<Long, Standing> standings(Shop shop, BoundTable table, LocalDate asOf) {
    List<String> tests =
        Stream.of(Standing.values()).map(standing -> table.conditions().in(standing)).toList();
    StringBuilder sql = new StringBuilder("SELECT id");
    tests.forEach(test -> sql.append(", CASE WHEN ").append(test).append(" THEN 1 ELSE 0 END"));
    sql.append(" FROM ").append(table.database().dialect().quote(table.table().name()));
    Map<Long, Standing> found = new TreeMap<>();
    try (Session session = table.database().session()) {
      RegisterTables.load(
          session, table, new LiveRegisters(shop.job().registers(), asOf, () -> asOf).current());
      try (Statement statement = session.connection().createStatement();
          ResultSet rows = statement.executeQuery(sql.toString())) {
        while (rows.next()) {
          List<Standing> true_ = new ArrayList<>();
          for (Standing standing : Standing.values()) {
            if (rows.getInt(2 + standing.ordinal()) == 1) {
              true_.add(standing);
            }
          }
          assertThat(true_).as("standings of record %s", rows.getLong(1)).hasSize(1);
          found.put(rows.getLong(1), true_.get(0));
        }
      }
    } catch (SQLException failure) {
      throw new AssertionError(failure);
    }
    return found;
  }

  private static void assertCounts(
      PlannedTarget counted, Map<Long, Standing> expected, long overdue, Scenario scenario) {
    Map<Standing, Long> counts = new EnumMap<>(Standing.class);
    for (Standing standing : Standing.values()) {
      counts.put(standing, expected.values().stream().filter(standing::equals).count());
    }
    assertThat(counted)
        .as("%s", scenario)
        .returns((long) expected.size(), PlannedTarget::inScope)
        .returns(new StandingCounts(counts, overdue), PlannedTarget::counts);
  }

  @Test
  void takesMariaDbsZeroDateForNonsense() {
    TestDatabase database = Engine.MARIADB.fresh(folder);
    String columns =
        "d DATE, dn DATE NOT NULL, ts DATETIME, tsn DATETIME NOT NULL, tz TIMESTAMP NULL, tzn"
            + " TIMESTAMP NOT NULL DEFAULT '2000-01-01'";
    String zero = "'0000-00-00 00:00:00'";
    database.execute(
        "SET sql_mode = ''",
        "CREATE TABLE rec (id BIGINT PRIMARY KEY, " + columns + ")",
        "CREATE TABLE kid (id BIGINT PRIMARY KEY, "
            + columns
            + ", rec_id BIGINT, FOREIGN KEY (rec_id) REFERENCES rec (id))",
        "INSERT INTO rec VALUES (1" + (", " + zero).repeat(6) + ")",
        "INSERT INTO kid VALUES (1" + (", " + zero).repeat(6) + ", 1)");

    for (String empty : List.of("running", "undecidable")) {
      for (String clock : List.of("column: %s", "latest: kid.%s")) {
        for (String column : List.of("d", "dn", "ts", "tsn", "tz", "tzn")) {
          assertUndecidable(
              database, String.format(Locale.ROOT, clock, column) + ", empty: " + empty);
        }
      }
    }
  }

  @Test
  void takesPostgresInfinityForNonsense() {
    TestDatabase database = Engine.POSTGRESQL.fresh(folder);
    for (String value : List.of("infinity", "-infinity")) {
      database.execute(
          "DROP TABLE IF EXISTS rec",
          "CREATE TABLE rec (id BIGINT PRIMARY KEY, d DATE, ts TIMESTAMP, tz TIMESTAMPTZ)",
          "INSERT INTO rec VALUES (1, '" + value + "', '" + value + "', '" + value + "')");
      for (String column : List.of("d", "ts", "tz")) {
        assertUndecidable(database, "column: " + column);
      }
    }
  }

  private void assertUndecidable(TestDatabase database, String clock) {
    Shop shop = Shop.in(folder.resolve("shop")).database("db", database);
    shop.job(
        "targets:\n  - {source: db, table: rec, retention: contract-end-p2y, clock: {"
            + clock
            + "}, action: destroy}\n");
    LocalDate asOf = LocalDate.of(2026, 5, 1);
    try (Sources sources = new Sources(shop.sources(), List.of(), List.of())) {
      BoundTable table =
          (BoundTable)
              planner(shop, asOf).bind(sources.settings(), sources::database, any -> false).get(0);
      assertThat(standings(shop, table, asOf))
          .as(clock)
          .containsExactly(Map.entry(1L, Standing.UNDECIDABLE));
    }
  }
}
