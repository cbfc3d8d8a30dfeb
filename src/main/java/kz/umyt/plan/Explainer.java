package kz.umyt.plan;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kz.umyt.policy.ClockReading;
import kz.umyt.policy.ClockState;
import kz.umyt.policy.DueRule;
import kz.umyt.policy.Fact;
import kz.umyt.policy.Overdue;
import kz.umyt.policy.Role;
import kz.umyt.policy.Standing;
import kz.umyt.settings.Deadline;
import kz.umyt.settings.SettingsException;
import kz.umyt.source.ColumnKind;
import kz.umyt.source.csv.CsvReader;
import kz.umyt.source.csv.CsvRow;
import kz.umyt.source.jdbc.QueryRow;
import kz.umyt.source.jdbc.Session;

/** Asks for one record what the plan asks for all: the same conditions, fact by fact. */
public final class Explainer {

  private final LiveRegisters registers;
  private final DoneRows doneRows;
  private final ZoneId zone;
  private final LocalDate asOf;

  public Explainer(LiveRegisters registers, DoneRows doneRows, ZoneId zone, LocalDate asOf) {
    this.registers = registers;
    this.doneRows = doneRows;
    this.zone = zone;
    this.asOf = asOf;
  }

  /** What is known of a record besides its rules. */
  private record Keeping(
      boolean onRegister,
      boolean inherited,
      boolean blocked,
      Fact.Answer obliged,
      Optional<String> waits) {}

  /** What the clock of a rule says. */
  private record Clocked(ClockState state, Optional<LocalDate> day) {}

  /**
   * Explains a row of a table.
   *
   * @param key see {@link kz.umyt.settings.RecordKey}; shown to nobody
   * @return empty if there is no such row
   * @throws SettingsException if it cannot be a key of the table
   */
  public Optional<RecordExplanation> explain(BoundTable target, String key) {
    if (target.table().primaryKey().isEmpty()) {
      throw new SettingsException(
          "table "
              + target.table().name()
              + " has no primary key that --key could name one of its rows by");
    }
    List<Object> values =
        WrittenKey.values(key, target.table())
            .orElseThrow(
                () ->
                    new SettingsException(
                        "--key cannot be a key of table "
                            + target.table().name()
                            + ": it needs the values of "
                            + String.join(", ", target.table().primaryKey())
                            + ", with commas between them (a comma in a value is \\,)"));
    try (Session session = target.database().session()) {
      ActiveRegisters now = registers.current();
      RegisterTables.load(session, target, now);
      Optional<String> waits =
          WaitingRows.why(target, isKey(target), values, now, session)
              .filter(reason -> target.confirmed());
      return ask(session, target, values, waits);
    }
  }

  private static String isKey(BoundTable target) {
    return target.table().primaryKey().stream()
        .map(column -> target.conditions().column(column) + " = ?")
        .collect(Collectors.joining(" AND "));
  }

  private Optional<RecordExplanation> ask(
      Session session, BoundTable target, List<Object> key, Optional<String> waits) {
    Conditions conditions = target.conditions();
    List<String> columns = new ArrayList<>();
    columns.add(flag(conditions.done()));
    columns.add(flag(conditions.onHoldsRegister()));
    columns.add(flag(conditions.inheritsHold()));
    columns.add(flag(conditions.is(new Fact.Blocked(true))));
    columns.add(flag(conditions.is(new Fact.Obliged(Fact.Answer.YES))));
    columns.add(flag(conditions.is(new Fact.Obliged(Fact.Answer.NO))));
    for (Standing standing : Standing.values()) {
      columns.add(flag(conditions.in(standing)));
    }
    for (int rule = 0; rule < target.rules().size(); rule++) {
      for (ClockState state : ClockState.values()) {
        columns.add(flag(conditions.is(new Fact.OfClock(rule, state))));
      }
      columns.add(conditions.clockValue(rule));
    }
    String sql =
        "SELECT "
            + String.join(", ", columns)
            + " FROM "
            + target.database().dialect().quote(target.table().name())
            + " WHERE "
            + isKey(target);
    return session.find(sql, key, row -> read(row, target, waits));
  }

  private static String flag(String condition) {
    return "CASE WHEN " + condition + " THEN 1 ELSE 0 END";
  }

  private RecordExplanation read(QueryRow row, BoundTable target, Optional<String> waits) {
    Fact.Answer obliged =
        row.number(5) == 1
            ? Fact.Answer.YES
            : row.number(6) == 1 ? Fact.Answer.NO : Fact.Answer.UNKNOWN;
    Keeping keeping =
        new Keeping(row.number(2) == 1, row.number(3) == 1, row.number(4) == 1, obliged, waits);
    int column = 7;
    Map<Standing, Boolean> stands = new EnumMap<>(Standing.class);
    for (Standing standing : Standing.values()) {
      stands.put(standing, row.number(column++) == 1);
    }
    List<Clocked> clocks = new ArrayList<>();
    for (int rule = 0; rule < target.rules().size(); rule++) {
      ClockState state = ClockState.UNDECIDABLE;
      for (ClockState one : ClockState.values()) {
        state = row.number(column++) == 1 ? one : state;
      }
      ColumnKind kind = target.conditions().clockKind(rule);
      clocks.add(new Clocked(state, Optional.ofNullable(row.day(column++, kind, zone))));
    }
    Optional<Standing> standing =
        row.number(1) == 1
            ? Optional.empty()
            : stands.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .findFirst();
    return explanation(target, target.table().name().toString(), standing, keeping, clocks);
  }

  /**
   * Explains a row of a file.
   *
   * @param number of the record, 1 for the first one behind the header
   * @return empty if the file has fewer
   */
  public Optional<RecordExplanation> explain(
      BoundFiles target, BoundFiles.BoundFile file, long number) {
    try (RowDecision decision = new RowDecision(target, file, registers.current());
        CsvReader reader = CsvReader.open(file.file(), file.format())) {
      long at = 0;
      for (CsvRow row : reader) {
        if (++at == number) {
          boolean done = doneRows.in(target, file).contains(row);
          Keeping keeping =
              new Keeping(
                  decision.isHeld(row),
                  false,
                  decision.isBlocked(row),
                  Fact.Answer.NO,
                  Optional.empty());
          List<Clocked> clocks =
              IntStream.range(0, target.rules().size())
                  .mapToObj(rule -> clocked(target.rules().get(rule).due(), decision, rule, row))
                  .toList();
          return Optional.of(
              explanation(
                  target,
                  file.file().name(),
                  done ? Optional.empty() : Optional.of(decision.decide(row)),
                  keeping,
                  clocks));
        }
      }
    }
    return Optional.empty();
  }

  private static Clocked clocked(DueRule rule, RowDecision decision, int number, CsvRow row) {
    List<ClockReading> readings = decision.clock(number, row);
    return new Clocked(
        rule.latest(readings),
        readings.stream()
            .filter(ClockReading.Day.class::isInstance)
            .map(reading -> ((ClockReading.Day) reading).day())
            .max(LocalDate::compareTo));
  }

  private RecordExplanation explanation(
      BoundTarget target,
      String name,
      Optional<Standing> standing,
      Keeping keeping,
      List<Clocked> clocks) {
    List<BoundRule> rules = target.rules();
    List<PlannedTarget.PlannedRule> planned = PlannedTarget.PlannedRule.of(rules);
    int deciding = standing.map(at -> deciding(at, rules, clocks)).orElse(-1);
    List<RecordExplanation.RuleExplanation> explained = new ArrayList<>();
    for (int i = 0; i < rules.size(); i++) {
      BoundRule rule = rules.get(i);
      Clocked clock = clocks.get(i);
      Optional<LocalDate> over =
          clock
              .day()
              .filter(day -> !rule.due().isNonsense(day))
              .map(day -> rule.due().lastKept(day).plusDays(1));
      explained.add(
          new RecordExplanation.RuleExplanation(
              planned.get(i),
              clock.state(),
              clock.day(),
              over,
              // Only around the day of the decision is it sure which days are worked.
              over.filter(day -> !day.isAfter(asOf) && !isLate(rule, day))
                  .flatMap(day -> rule.deadline().flatMap(of -> until(of, day))),
              standing.equals(Optional.of(Standing.DUE))
                  && over.isPresent()
                  && isLate(rule, over.get()),
              i == deciding));
    }
    return new RecordExplanation(
        target.spec().source().value(),
        name,
        target.spec().action().word(),
        asOf,
        standing,
        keeping.onRegister,
        keeping.inherited,
        keeping.blocked,
        keeping.obliged,
        keeping.waits,
        TableCounter.unconfirmed(target),
        explained);
  }

  /** Empty where the calendar does not reach so far, which the plan need not know. */
  private static Optional<LocalDate> until(Deadline deadline, LocalDate due) {
    try {
      return Optional.of(Overdue.until(deadline, due));
    } catch (SettingsException unknownYear) {
      return Optional.empty();
    }
  }

  private static boolean isLate(BoundRule rule, LocalDate over) {
    return rule.missed().isPresent() && !over.isAfter(rule.missed().get());
  }

  /** Which rule makes a record stand so; -1 where it is no rule. */
  private static int deciding(Standing standing, List<BoundRule> rules, List<Clocked> clocks) {
    return switch (standing) {
      case DUE -> first(rules, clocks, ClockState.OVER, Role.COURT, Role.WISH, Role.TERM);
      case FLOOR -> first(rules, clocks, ClockState.RUNNING, Role.FLOOR);
      case CONFLICT -> first(rules, clocks, ClockState.RUNNING, Role.LEAST);
      case UNDECIDABLE -> first(rules, clocks, ClockState.UNDECIDABLE, Role.values());
      case HELD, BLOCKED, OBLIGED, KEPT -> -1;
    };
  }

  private static int first(
      List<BoundRule> rules, List<Clocked> clocks, ClockState state, Role... roles) {
    for (Role role : roles) {
      for (int i = 0; i < rules.size(); i++) {
        if (rules.get(i).role() == role && Objects.equals(clocks.get(i).state(), state)) {
          return i;
        }
      }
    }
    return -1;
  }
}
