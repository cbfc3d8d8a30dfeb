package kz.umyt.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import kz.umyt.policy.ClockReading;
import kz.umyt.policy.ClockState;
import kz.umyt.policy.Decision;
import kz.umyt.policy.Fact;
import kz.umyt.policy.Standing;
import kz.umyt.settings.RegisterEntry;
import kz.umyt.settings.SettingsException;
import kz.umyt.source.csv.CsvRow;

/** Where a CSV row stands: the same decision as in a database, over cells. */
public final class RowDecision implements AutoCloseable {

  private final List<BoundRule> rules;
  private final Decision decision;
  private final List<RowClock> clocks;
  private final OptionalInt subject;
  private final boolean allHeld;
  private final Set<String> held;
  private final Set<String> blocked;

  /**
   * For each rule all rules on the day whose deadline is over; absent where there is no deadline.
   */
  private final List<Optional<List<BoundRule>>> missed;

  /** Rows of which the same is true stand in the same place. */
  private final Map<Facts, Standing> standings = new HashMap<>();

  private final boolean registersNamePeople;

  public RowDecision(BoundFiles target, BoundFiles.BoundFile file, ActiveRegisters registers) {
    this.rules = target.rules();
    this.decision = BoundRule.decision(rules);
    this.clocks = new ArrayList<>();
    for (int i = 0; i < rules.size(); i++) {
      clocks.add(RowClock.of(target, file, i, registers.withdrawals(target.spec())));
    }
    this.subject = file.subject();
    this.missed =
        rules.stream()
            .map(rule -> rule.missed().map(day -> rules.stream().map(one -> one.on(day)).toList()))
            .toList();
    this.allHeld = isHeld(target, file, registers);
    this.held = subjects(registers.holds());
    this.blocked = subjects(registers.blocks());
    this.registersNamePeople =
        !held.isEmpty() || !blocked.isEmpty() || clocks.stream().anyMatch(RowClock::looksForPeople);
  }

  /** What is true of a row. An obligation is an SQL condition; over a file there is none. */
  private record Facts(List<ClockState> states, boolean held, boolean blocked) {}

  /** Lets go of what its clocks are read from. */
  @Override
  public void close() {
    clocks.forEach(RowClock::close);
  }

  /** A hold can name a whole file; a row of one has no key that it could be named by. */
  private static boolean isHeld(
      BoundFiles target, BoundFiles.BoundFile file, ActiveRegisters registers) {
    List<ActiveRegisters.HeldRecords> holds =
        registers.heldIn(written -> target.isNamed(written, file));
    holds.stream()
        .filter(hold -> hold.records().key().isPresent())
        .findFirst()
        .ifPresent(
            hold -> {
              throw new SettingsException(
                  hold.line().at(),
                  "'key' cannot name a row of a file; name the person under 'subject', or leave"
                      + " 'key' empty and hold the whole file");
            });
    return !holds.isEmpty();
  }

  private static Set<String> subjects(List<RegisterEntry> entries) {
    return entries.stream()
        .flatMap(entry -> entry.subject().stream())
        .flatMap(subject -> SubjectForm.variants(subject).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** What the first rule's clock shows: a day, or several of which the latest counts. */
  public List<ClockReading> clock(CsvRow row) {
    return clock(0, row);
  }

  /** The same of any rule. */
  List<ClockReading> clock(int rule, CsvRow row) {
    return clocks.get(rule).read(row);
  }

  /** Whether the register of holds names the file or the row's person. */
  boolean isHeld(CsvRow row) {
    return allHeld || isOn(held, row);
  }

  /** Whether a check of the person's data is going on. */
  boolean isBlocked(CsvRow row) {
    return isOn(blocked, row);
  }

  /** Decides one row. */
  public Standing decide(CsvRow row) {
    return decide(row, states(row, rules));
  }

  private Standing decide(CsvRow row, List<ClockState> states) {
    Facts facts = new Facts(states, isHeld(row), isBlocked(row));
    Standing standing =
        standings.computeIfAbsent(facts, known -> decision.decide(fact -> isTrue(fact, known)));
    return standing == Standing.DUE && isUnknown(row) ? Standing.UNDECIDABLE : standing;
  }

  /**
   * Whether the row's subject is a number that lost its digits, while registers name people: it may
   * be one of them.
   */
  boolean isUnknown(CsvRow row) {
    return registersNamePeople && who(row).filter(SubjectForm::isDamaged).isPresent();
  }

  private List<ClockState> states(CsvRow row, List<BoundRule> rules) {
    List<ClockState> states = new ArrayList<>();
    for (int i = 0; i < rules.size(); i++) {
      states.add(rules.get(i).due().latest(clocks.get(i).read(row)));
    }
    return states;
  }

  /** Whether a row that is due was so already on a day whose deadline is over. */
  boolean isOverdue(CsvRow row) {
    for (int rule = 0; rule < rules.size(); rule++) {
      if (missed.get(rule).isPresent()) {
        List<ClockState> then = states(row, missed.get(rule).get());
        if (then.get(rule) == ClockState.OVER && decide(row, then) == Standing.DUE) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isTrue(Fact fact, Facts facts) {
    if (fact instanceof Fact.OfClock of) {
      return of.state() == facts.states.get(of.rule());
    }
    if (fact instanceof Fact.Held is) {
      return is.is() == facts.held;
    }
    if (fact instanceof Fact.Blocked is) {
      return is.is() == facts.blocked;
    }
    // An obligation is an SQL condition; over a file there is none.
    return ((Fact.Obliged) fact).is() == Fact.Answer.NO;
  }

  private Optional<String> who(CsvRow row) {
    return subject.isPresent() ? row.cell(subject.getAsInt()) : Optional.empty();
  }

  private boolean isOn(Set<String> register, CsvRow row) {
    if (register.isEmpty()) {
      return false;
    }
    Optional<String> who = who(row);
    return who.isPresent()
        && (register.contains(SubjectForm.trimmed(who.get()))
            || register.contains(SubjectForm.folded(who.get())));
  }
}
