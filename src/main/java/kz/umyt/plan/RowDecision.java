package kz.umyt.plan;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import kz.umyt.policy.ClockReading;
import kz.umyt.policy.DueRule;
import kz.umyt.policy.Standing;
import kz.umyt.settings.ClockSpec;
import kz.umyt.settings.RegisterEntry;
import kz.umyt.source.csv.CsvRow;

/** Where a CSV row stands: the same rule as in a database, over cells. */
public final class RowDecision {

  private final DueRule rule;
  private final CellDate dates;
  private final int clock;
  private final OptionalInt subject;
  private final Set<String> held;
  private final Set<String> blocked;

  public RowDecision(BoundFiles target, BoundFiles.BoundFile file, ActiveRegisters registers) {
    this.rule = target.dueRule();
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
    Optional<String> who = subject.isPresent() ? row.cell(subject.getAsInt()) : Optional.empty();
    return rule.decide(
        clock(row),
        who.map(cell -> names(held, cell)).orElse(false),
        who.map(cell -> names(blocked, cell)).orElse(false));
  }

  private static boolean names(Set<String> register, String cell) {
    return register.contains(SubjectForm.trimmed(cell))
        || register.contains(SubjectForm.folded(cell));
  }
}
