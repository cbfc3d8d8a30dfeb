package kz.umyt.plan;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import kz.umyt.policy.ClockReading;
import kz.umyt.policy.ClockState;
import kz.umyt.policy.Decision;
import kz.umyt.policy.DueRule;
import kz.umyt.policy.Fact;
import kz.umyt.policy.Role;
import kz.umyt.policy.Standing;
import kz.umyt.settings.ClockSpec;
import kz.umyt.settings.RegisterEntry;
import kz.umyt.source.csv.CsvRow;

/** Where a CSV row stands: the same decision as in a database, over cells. */
public final class RowDecision {

  private final DueRule rule;
  private final Decision decision;
  private final CellDate dates;
  private final int clock;
  private final OptionalInt subject;
  private final Set<String> held;
  private final Set<String> blocked;

  public RowDecision(BoundFiles target, BoundFiles.BoundFile file, ActiveRegisters registers) {
    this.rule = target.dueRule();
    this.decision = new Decision(List.of(Role.of(rule.clock(), false)));
    this.dates = new CellDate(((ClockSpec.Column) target.spec().clock()).format());
    this.clock = file.clock();
    this.subject = file.subject();
    this.held = subjects(registers.holds());
    this.blocked = subjects(registers.blocks());
  }

  private static Set<String> subjects(List<RegisterEntry> entries) {
    return entries.stream()
        .flatMap(entry -> SubjectForm.variants(entry.subject()).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** What the row's clock shows. */
  public ClockReading clock(CsvRow row) {
    return row.cell(clock).map(dates::read).orElseGet(ClockReading.Empty::new);
  }

  /** Decides one row. */
  public Standing decide(CsvRow row) {
    ClockState state = rule.state(clock(row));
    return decision.decide(fact -> isTrue(fact, row, state));
  }

  private boolean isTrue(Fact fact, CsvRow row, ClockState state) {
    if (fact instanceof Fact.OfClock of) {
      return of.state() == state;
    }
    if (fact instanceof Fact.Held is) {
      return is.is() == isOn(held, row);
    }
    if (fact instanceof Fact.Blocked is) {
      return is.is() == isOn(blocked, row);
    }
    // An obligation is an SQL condition; over a file there is none.
    return ((Fact.Obliged) fact).is() == Fact.Answer.NO;
  }

  private boolean isOn(Set<String> register, CsvRow row) {
    Optional<String> who = subject.isPresent() ? row.cell(subject.getAsInt()) : Optional.empty();
    return who.isPresent()
        && (register.contains(SubjectForm.trimmed(who.get()))
            || register.contains(SubjectForm.folded(who.get())));
  }
}
