package kz.umyt.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.umyt.policy.Decision;
import kz.umyt.policy.DueRule;
import kz.umyt.policy.Overdue;
import kz.umyt.policy.Role;
import kz.umyt.settings.Clock;
import kz.umyt.settings.ClockSpec;
import kz.umyt.settings.Deadline;
import kz.umyt.settings.Floor;
import kz.umyt.settings.Job;
import kz.umyt.settings.Policy;
import kz.umyt.settings.Target;

/**
 * One of the rules that meet on a target's records, on one day.
 *
 * @param id of the policy's rule, or of the floor
 * @param clause of the policy, or of the law
 * @param termText the period and, where there is one, who decided it
 * @param unconfirmed what a person must confirm before anything is done under the rule, and how
 * @param where the clock is read
 * @param deadline how soon after it is due a record must be gone; absent where none is set
 * @param missed the latest first day of being due whose deadline is over; absent where the rule has
 *     no deadline
 */
public record BoundRule(
    Role role,
    DueRule due,
    String id,
    String clause,
    String termText,
    Optional<String> unconfirmed,
    ClockSpec where,
    Optional<Deadline> deadline,
    Optional<LocalDate> missed) {

  /**
   * The rules of a target: its own first, then the others of the policy, then the floors.
   *
   * @throws kz.umyt.settings.SettingsException if a term has no number and nobody gave it one
   */
  static List<BoundRule> of(Target target, Job job, Policy policy, LocalDate asOf) {
    List<BoundRule> rules = new ArrayList<>();
    rules.add(of(TermInForce.of(job, policy, target.retention()), target.clock(), asOf));
    for (Target.Also also : target.also()) {
      rules.add(of(TermInForce.of(job, policy, also.retention()), also.clock(), asOf));
    }
    for (Target.Floored kept : target.floors()) {
      rules.add(of(kept.floor(), kept.clock(), asOf));
    }
    return List.copyOf(rules);
  }

  /** The same rule on another day. */
  BoundRule on(LocalDate day) {
    return new BoundRule(
        role, due.on(day), id, clause, termText, unconfirmed, where, deadline, missed);
  }

  private static BoundRule of(TermInForce term, ClockSpec where, LocalDate asOf) {
    Policy.Retention rule = term.rule();
    Role role = Role.of(rule.clock(), rule.atLeast());
    // Nothing must go because a promise to keep it has ended.
    Optional<Deadline> deadline = role.isMaximum() ? rule.deadline() : Optional.empty();
    return new BoundRule(
        role,
        new DueRule(rule.clock(), term.period(), isUndecidable(rule.clock(), where), asOf),
        rule.id().value(),
        rule.clause(),
        term.text(),
        term.unconfirmed(),
        where,
        deadline,
        deadline.map(within -> Overdue.lastMissed(within, asOf)));
  }

  private static BoundRule of(Floor floor, ClockSpec where, LocalDate asOf) {
    return new BoundRule(
        Role.FLOOR,
        new DueRule(
            floor.clock(),
            floor.term(),
            floor.fromNextYear(),
            isUndecidable(floor.clock(), where),
            asOf),
        floor.id().value(),
        floor.basis(),
        floor.term().toString(),
        Optional.empty(),
        where,
        Optional.empty(),
        Optional.empty());
  }

  private static boolean isUndecidable(Clock clock, ClockSpec where) {
    return !clock.mayNeverCome() || where.emptyIsUndecidable();
  }

  /** Which of them wins. */
  static Decision decision(List<BoundRule> rules) {
    return new Decision(rules.stream().map(BoundRule::role).toList());
  }

  /** The clock's word and where it is read. */
  String clockText() {
    String place;
    if (where instanceof ClockSpec.Column column) {
      place = column.name().value();
    } else if (where instanceof ClockSpec.Latest latest) {
      place = "latest " + latest.name().value();
    } else if (where instanceof ClockSpec.Expression expression) {
      place = expression.sql().value().strip();
    } else if (where instanceof ClockSpec.SubjectLatest latest) {
      place = "latest " + latest.name().value() + " in " + latest.source().value();
    } else if (where instanceof ClockSpec.Newest newest) {
      place = "newest " + newest.name().value();
    } else if (where instanceof ClockSpec.FileName) {
      place = "name of the file";
    } else if (where instanceof ClockSpec.FileModified) {
      place = "last change of the file";
    } else {
      place = "withdrawals register";
    }
    return due.clock().word() + ": " + place;
  }
}
