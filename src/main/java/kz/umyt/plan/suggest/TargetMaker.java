package kz.umyt.plan.suggest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kz.umyt.discover.Inventory;
import kz.umyt.discover.Inventory.Kind;
import kz.umyt.discover.Inventory.SourceInventory;
import kz.umyt.discover.Inventory.TableInventory;
import kz.umyt.plan.suggest.ClockCandidate.Read;
import kz.umyt.settings.Exemption;
import kz.umyt.settings.Policy;

/** Makes a target of each table or file of one source. */
final class TargetMaker {

  /** Others are named where a person may want them instead. */
  private static final int OTHERS = 3;

  /** Of the best; what is farther behind is no alternative. */
  private static final double NEAR = 0.7;

  private static final Stems DEBT =
      Stems.of("balance debt баланс долг задолж қарыз берешек dolg qaryz");

  private final Policy policy;
  private final SourceInventory source;
  private final KeyPaths paths;
  private final WrittenNames names;
  private final ClockFinder clocks;
  private final SubjectFinder subjects;

  TargetMaker(Policy policy, SourceInventory source, Inventory inventory) {
    this.policy = policy;
    this.source = source;
    Map<String, TableInventory> tables = new HashMap<>();
    source.tables().forEach(table -> tables.put(table.name(), table));
    this.paths = new KeyPaths(tables);
    this.names = new WrittenNames(source, inventory);
    this.clocks = new ClockFinder(tables, paths, names);
    this.subjects = new SubjectFinder(tables, paths, names);
  }

  Draft make(TableInventory table) {
    boolean inFiles = source.kind() == Kind.CSV;
    List<String> waits = new ArrayList<>();
    Optional<String> place =
        inFiles ? Optional.of(FilePatterns.literal(table.name())) : names.table(table.name());
    if (place.isEmpty()) {
      waits.add("no name in a job would mean this table alone");
    }
    if (!inFiles && table.primaryKey().isEmpty()) {
      waits.add("the table has no primary key, so its rows cannot be proved gone; add one");
    }
    List<RuleChoice> choices =
        RuleChoice.ranked(policy, table, source.kind(), clocks.of(table, source.kind()));
    Optional<RuleChoice> best = choices.stream().findFirst();
    Policy.Retention rule =
        best.map(RuleChoice::rule)
            .orElseGet(() -> RuleChoice.byMatch(policy, table, source.kind()).get(0));
    if (best.isEmpty()) {
      waits.add(noClock(table, rule));
    } else if (best.get().match() < RuleChoice.ABOUT_SOMETHING_ELSE) {
      waits.add(
          "no rule of the policy speaks of such data; '" + rule.id() + "' only has a clock here");
    } else if (best.get().isGuess()) {
      waits.add(
          "nothing in the names of the table and its columns says what its data are about; '"
              + rule.id()
              + "' only has a clock here");
    }
    best.ifPresent(choice -> waits.addAll(choice.clock().waits()));
    if (rule.needsConfirmation()) {
      waits.add(unconfirmed(rule));
    }
    ActionChoice action =
        ActionChoice.of(
            table,
            source.kind(),
            paths,
            rule.then(),
            best.filter(choice -> choice.clock().clock().latest()).isPresent());
    waits.addAll(action.waits());
    Optional<SubjectFinder.Found> subject = subjects.of(table, source.kind());
    List<Read> reads = new ArrayList<>();
    best.flatMap(choice -> choice.clock().read()).ifPresent(reads::add);
    subject.flatMap(SubjectFinder.Found::read).ifPresent(reads::add);
    return new Draft(
        new SuggestedTarget(
            source.name(),
            inFiles,
            place.orElse(table.name()),
            ColumnFacts.entities(table, source.kind()),
            new Reasoned<>(rule, why(rule, choices), List.of()),
            best.map(choice -> clock(choice, choices)),
            subject.map(SubjectFinder.Found::column),
            action.action(),
            sparing(action.columns(), best),
            decide(table, rule, subject.isPresent()),
            waits),
        table.name(),
        reads);
  }

  private String noClock(TableInventory table, Policy.Retention rule) {
    List<String> asText = ClockFinder.datesAsText(table, source.kind());
    String without =
        "no date column of it, nor of the tables around it, says when "
            + rule.clock().word()
            + " was, nor fits another rule; name one as clock";
    return asText.isEmpty()
        ? without
        : without
            + " ("
            + String.join(", ", asText)
            + ": dates, but as text; a table needs a date column)";
  }

  private static String unconfirmed(Policy.Retention rule) {
    return "rule '"
        + rule.id()
        + "' must be confirmed under confirm: "
        + rule.assumption().orElse("the policy names no term in numbers");
  }

  /** The best choice of each other rule, if it is not far behind. */
  private static String why(Policy.Retention rule, List<RuleChoice> choices) {
    Set<Policy.Retention> named = new HashSet<>(Set.of(rule));
    List<String> others =
        choices.stream()
            .filter(choice -> choice.score() >= NEAR * choices.get(0).score())
            .filter(choice -> named.add(choice.rule()))
            .map(
                choice ->
                    choice.rule().id()
                        + " ("
                        + Terms.of(choice.rule())
                        + ": "
                        + choice.clock().clock().column()
                        + ")")
            .limit(OTHERS)
            .toList();
    return Terms.of(rule)
        + ", "
        + rule.clause()
        + (others.isEmpty() ? "" : "; possible, too: " + String.join(", ", others));
  }

  private static Reasoned<SuggestedClock> clock(RuleChoice best, List<RuleChoice> choices) {
    SuggestedClock clock = best.clock().clock();
    List<String> others =
        choices.stream()
            .filter(choice -> choice.rule().equals(best.rule()))
            .filter(choice -> choice.clock().fit() >= NEAR * best.clock().fit())
            .map(choice -> choice.clock().clock().column())
            .filter(column -> !column.equals(clock.column()))
            .distinct()
            .limit(OTHERS)
            .toList();
    return new Reasoned<>(
        clock,
        best.clock().why()
            + (others.isEmpty() ? "" : "; possible, too: " + String.join(", ", others)),
        best.clock().doubts());
  }

  /** A clock stays as it is: whether a row is due must be seen the same way for ever. */
  private static List<SuggestedColumn> sparing(
      List<SuggestedColumn> columns, Optional<RuleChoice> best) {
    String clock =
        best.map(RuleChoice::clock)
            .filter(candidate -> candidate.read().isEmpty())
            .map(candidate -> candidate.clock().column())
            .orElse("");
    return columns.stream().filter(column -> !column.column().equals(clock)).toList();
  }

  private List<String> decide(TableInventory table, Policy.Retention rule, boolean hasSubject) {
    Stream<String> debts =
        source.kind() == Kind.JDBC && rule.unless().contains(Exemption.OUTSTANDING_OBLIGATION)
            ? table.columns().stream()
                .map(column -> column.name())
                .filter(name -> DEBT.isIn(NameWords.of(name)))
                .map(
                    name ->
                        "the rule spares whoever owes something; if "
                            + name
                            + " says so, add a hold: an SQL condition under which the record stays")
            : Stream.empty();
    Stream<String> nobody =
        hasSubject
            ? Stream.empty()
            : Stream.of("no column says whose record it is; registers would need one as subject");
    return Stream.concat(debts, nobody).toList();
  }
}
