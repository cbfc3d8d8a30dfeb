package kz.umyt.settings;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads a target of a job and checks it against the policy, the sources and the registers. */
final class TargetReader {

  private final Policy policy;
  private final SourceNames sources;
  private final Entities entities;
  private final Job.Registers registers;
  private final Map<String, Floor> floors;

  TargetReader(
      Policy policy,
      SourceNames sources,
      Entities entities,
      Job.Registers registers,
      Map<String, Floor> floors) {
    this.policy = policy;
    this.floors = floors;
    this.sources = sources;
    this.entities = entities;
    this.registers = registers;
  }

  Target read(Value item) {
    Section section =
        item.section(
            "source",
            "table",
            "file",
            "subject",
            "retention",
            "clock",
            "also",
            "floors",
            "hold",
            "action",
            "columns",
            "entities",
            "purposes",
            "cascades",
            "partitions",
            "marker",
            "quasi-identifiers",
            "require-k",
            "clean-up");
    Located<String> source = sources.withPlace(section, "a target");
    boolean inFiles = section.has("file");
    Policy.Retention rule = rule(section.required("retention").text());
    Action action = action(section.required("action"), rule);
    Optional<Located<String>> subject = subject(section);
    Value clockValue = section.required("clock");
    ClockSpec clock = new ClockReader(rule.clock(), inFiles, sources).read(clockValue);
    if (clock instanceof ClockSpec.WithdrawalsRegister register) {
      checkRegisterClock(register, subject, section);
    }
    List<Target.Also> also =
        section.optional("also").map(value -> also(value, rule, action, inFiles)).orElse(List.of());
    if (Stream.concat(Stream.of(rule), also.stream().map(one -> rule(one.retention())))
        .allMatch(Policy.Retention::atLeast)) {
      throw new SettingsException(
          section.at(),
          "the target's rules say only how long its records are kept at least, so none would ever"
              + " be due; name the rule that says when they must go, under 'retention' or 'also'");
    }
    List<Target.Floored> kept =
        section.optional("floors").map(value -> floors(value, inFiles)).orElse(List.of());
    Stream.concat(also.stream().map(Target.Also::clock), kept.stream().map(Target.Floored::clock))
        .filter(ClockSpec.WithdrawalsRegister.class::isInstance)
        .map(ClockSpec.WithdrawalsRegister.class::cast)
        .forEach(register -> checkRegisterClock(register, subject, section));
    boolean readsSubject =
        clock instanceof ClockSpec.SubjectLatest
            || also.stream().anyMatch(one -> one.clock() instanceof ClockSpec.SubjectLatest)
            || kept.stream().anyMatch(one -> one.clock() instanceof ClockSpec.SubjectLatest);
    if (readsSubject && subject.isEmpty()) {
      throw new SettingsException(
          section.at(), "key 'subject' is missing: by it the clock finds the rows of the person");
    }
    List<Target.ColumnRule> columns = columns(section, action, inFiles);
    if (!inFiles && action == Action.DESTROY) {
      section.refuse("marker", "marks rows that are anonymized; here they are destroyed");
    }
    if (!inFiles && action != Action.DESTROY) {
      section.refuse("cascades", "have no meaning for 'anonymize', by which no row goes");
      section.refuse("partitions", "have no meaning for 'anonymize', by which no row goes");
    }
    List<Located<String>> listed =
        section
            .optional("entities")
            .map(value -> value.texts().stream().map(entities::known).toList())
            .orElse(List.of());
    List<Located<String>> purposes =
        section.optional("purposes").map(value -> purposes(value, registers)).orElse(List.of());
    Target.Aftercare aftercare = AftercareReader.ofTarget(section, action, inFiles);
    if (inFiles) {
      section.refuse("hold", "is an SQL condition; a target of files cannot have one");
      section.refuse("cascades", "names tables; a target of files cannot have it");
      section.refuse("partitions", "are parts of tables; a target of files cannot have them");
      section.refuse("marker", "is a column of a table; rows of files are known by what they hold");
      return new Target.Files(
          section.at(),
          source,
          BasePath.glob(section.required("file")),
          section.required("retention").text(),
          clock,
          also,
          kept,
          subject,
          action,
          columns,
          listed,
          purposes,
          aftercare);
    }
    return new Target.Table(
        section.at(),
        source,
        section.required("table").text(),
        section.required("retention").text(),
        clock,
        also,
        kept,
        subject,
        section.optional("hold").map(SqlCondition::read),
        action,
        columns,
        listed,
        purposes,
        section.optional("cascades").map(Value::texts).orElse(List.of()),
        section
            .optional("partitions")
            .map(value -> new Located<>(value.oneOf(Words.PARTITIONS), value.at())),
        section.optional("marker").map(Value::text),
        aftercare);
  }

  /** What a withdrawal may be for, as the register of withdrawals names it. */
  private static List<Located<String>> purposes(Value value, Job.Registers registers) {
    if (registers.withdrawals().isEmpty()) {
      throw value.error(
          "tell which withdrawals concern this target; they need 'withdrawals' under 'registers'");
    }
    List<Located<String>> purposes = value.texts();
    if (purposes.isEmpty()) {
      throw value.error("must name at least one purpose");
    }
    return purposes;
  }

  private List<Target.Also> also(
      Value value, Policy.Retention first, Action action, boolean inFiles) {
    Set<String> seen = new HashSet<>(Set.of(first.id().value()));
    return value.list().stream()
        .map(
            item -> {
              Section section = item.section("retention", "clock");
              Value name = section.required("retention");
              Policy.Retention rule = rule(name.text());
              if (!seen.add(rule.id().value())) {
                throw name.error("names a rule that decides these records already");
              }
              requireAllowed(action, rule, name);
              return new Target.Also(
                  name.text(),
                  new ClockReader(rule.clock(), inFiles, sources).read(section.required("clock")));
            })
        .toList();
  }

  private List<Target.Floored> floors(Value value, boolean inFiles) {
    Set<String> seen = new HashSet<>();
    return value.list().stream()
        .map(
            item -> {
              Section section = item.section("floor", "clock");
              Value name = section.required("floor");
              Floor floor = floors.get(name.text().value());
              if (floor == null) {
                throw name.error(
                    "names no floor of config/floors.yaml"
                        + NearestName.hint(name.text().value(), floors.keySet()));
              }
              if (!seen.add(floor.id().value())) {
                throw name.error("is written twice");
              }
              return new Target.Floored(
                  floor,
                  new ClockReader(floor.clock(), inFiles, sources).read(section.required("clock")));
            })
        .toList();
  }

  private Policy.Retention rule(Located<String> id) {
    List<String> ids = policy.retention().stream().map(rule -> rule.id().value()).toList();
    return policy.retention().stream()
        .filter(rule -> rule.id().value().equals(id.value()))
        .findFirst()
        .orElseThrow(
            () ->
                new SettingsException(
                    id.at(),
                    "policy '"
                        + policy.id()
                        + "' has no rule '"
                        + id
                        + "'"
                        + NearestName.hint(id.value(), ids)));
  }

  private static Action action(Value value, Policy.Retention rule) {
    Action action = value.oneOf(Words.ACTIONS);
    requireAllowed(action, rule, value);
    return action;
  }

  private static void requireAllowed(Action action, Policy.Retention rule, Value value) {
    if (!rule.then().contains(action)) {
      throw value.error(
          "cannot be '"
              + action.word()
              + "': rule '"
              + rule.id()
              + "' allows "
              + String.join(", ", rule.then().stream().map(Action::word).sorted().toList()));
    }
  }

  private Optional<Located<String>> subject(Section section) {
    Optional<Located<String>> subject = section.optional("subject").map(Value::text);
    boolean needed =
        registers.blocks().isPresent()
            || registers.holds().isPresent()
            || registers.withdrawals().isPresent();
    if (needed && subject.isEmpty()) {
      throw new SettingsException(
          section.at(),
          "key 'subject' is missing in a target of a job with registers, which name people by it");
    }
    return subject;
  }

  private void checkRegisterClock(
      ClockSpec.WithdrawalsRegister clock, Optional<Located<String>> subject, Section section) {
    if (registers.withdrawals().isEmpty()) {
      throw new SettingsException(
          clock.at(), "this clock needs 'withdrawals' under 'registers' in the job");
    }
    if (subject.isEmpty()) {
      throw new SettingsException(section.at(), "key 'subject' is missing: this clock needs it");
    }
  }

  private List<Target.ColumnRule> columns(Section section, Action action, boolean inFiles) {
    Optional<Value> value = section.optional("columns");
    if (action == Action.DESTROY) {
      section.refuse("columns", "have no meaning for 'destroy', which removes whole records");
      return List.of();
    }
    if (value.isEmpty()) {
      throw new SettingsException(
          section.at(), "key 'columns' is missing: 'anonymize' needs to know what to change");
    }
    OperatorReader operators = new OperatorReader(entities);
    List<Target.ColumnRule> columns = value.get().entries().stream().map(operators::read).toList();
    if (columns.stream().allMatch(column -> column.operator() instanceof OperatorSpec.Keep)) {
      throw value.get().error("must change at least one column");
    }
    if (!inFiles) {
      refuseSameColumn(columns);
    }
    columns.stream()
        .filter(column -> column.operator() instanceof OperatorSpec.Shuffle)
        .forEach(column -> checkShuffle(column, section, inFiles));
    return columns;
  }

  private static void checkShuffle(Target.ColumnRule rule, Section section, boolean inFiles) {
    String column = rule.column().value();
    if (inFiles) {
      throw new SettingsException(
          rule.column().at(),
          "column '"
              + column
              + "' cannot be shuffled: the rows of a file are changed one by one; take generalize,"
              + " or redact");
    }
    boolean isSubject =
        section
            .optional("subject")
            .map(subject -> subject.text().value().equalsIgnoreCase(column))
            .orElse(false);
    if (isSubject) {
      throw new SettingsException(
          rule.column().at(),
          "column '"
              + column
              + "' cannot be shuffled: it is the target's subject, and says whose each record is;"
              + " take hash, or pseudonym");
    }
  }

  /** Databases do not tell {@code iin} from {@code IIN}, so two rules for it would contradict. */
  private static void refuseSameColumn(List<Target.ColumnRule> columns) {
    Set<String> seen = new HashSet<>();
    for (Target.ColumnRule rule : columns) {
      if (!seen.add(rule.column().value().toLowerCase(Locale.ROOT))) {
        throw new SettingsException(
            rule.column().at(), "column '" + rule.column() + "' is written twice");
      }
    }
  }
}
