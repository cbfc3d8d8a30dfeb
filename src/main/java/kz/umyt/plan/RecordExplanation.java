package kz.umyt.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kz.umyt.policy.ClockState;
import kz.umyt.policy.Fact;
import kz.umyt.policy.Standing;

/**
 * Why one record stands where it stands under one target. No personal value: of the record itself
 * it tells the days of its clocks and nothing else.
 *
 * @param standing absent for a record that was anonymized and is not in scope any more
 * @param onRegister whether the register of holds names it or its person
 * @param inherited whether the clock of a held record is read from it
 * @param obliged what the job's hold condition says
 * @param waits why it would stay for now although it is due
 * @param unconfirmed what a person must confirm before anything is done to the target
 */
public record RecordExplanation(
    String source,
    String target,
    String action,
    LocalDate asOf,
    Optional<Standing> standing,
    boolean onRegister,
    boolean inherited,
    boolean blocked,
    Fact.Answer obliged,
    Optional<String> waits,
    List<String> unconfirmed,
    List<RuleExplanation> rules) {

  public RecordExplanation {
    unconfirmed = List.copyOf(unconfirmed);
    rules = List.copyOf(rules);
  }

  /**
   * One rule and what its clock shows.
   *
   * @param day the clock's; absent where it shows none
   * @param over the first day on which the term is over; absent without a day that makes sense
   * @param until the last day on which the record may still be there; absent where it is not due
   *     yet, or late, or there is no deadline
   * @param late whether that day is over, and nothing keeps the record
   * @param decides whether it is this rule that makes the record stand where it stands
   */
  public record RuleExplanation(
      PlannedTarget.PlannedRule rule,
      ClockState state,
      Optional<LocalDate> day,
      Optional<LocalDate> over,
      Optional<LocalDate> until,
      boolean late,
      boolean decides) {}
}
