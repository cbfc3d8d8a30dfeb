package kz.umyt.plan;

import java.time.Period;
import java.util.Collections;
import java.util.Optional;
import java.util.StringTokenizer;
import java.util.stream.Collectors;
import kz.umyt.settings.Clock;
import kz.umyt.settings.Job;
import kz.umyt.settings.Located;
import kz.umyt.settings.NearestName;
import kz.umyt.settings.Policy;
import kz.umyt.settings.SettingsException;
import kz.umyt.settings.Term;

/**
 * The term that a job applies: the policy's own, or what a person decided where the policy's text
 * leaves it open.
 *
 * @param unconfirmed what a person must confirm first, and how; absent where nothing is left open
 * @param text the period and, where there is one, who decided it
 */
record TermInForce(
    Policy.Retention rule, Period period, Optional<String> unconfirmed, String text) {

  static TermInForce of(Job job, Policy policy, Located<String> retention) {
    Policy.Retention rule =
        policy.retention().stream()
            .filter(candidate -> candidate.id().value().equals(retention.value()))
            .findFirst()
            .orElseThrow(
                () ->
                    new SettingsException(
                        retention.at(),
                        "policy '"
                            + policy.id()
                            + "' has no retention rule '"
                            + retention
                            + "'"
                            + NearestName.hint(
                                retention.value(),
                                policy.retention().stream()
                                    .map(candidate -> candidate.id().value())
                                    .toList())));
    Optional<Job.Confirmation> confirmation =
        Optional.ofNullable(job.confirm().get(retention.value()));
    if (confirmation.isPresent()) {
      Job.Confirmation decided = confirmation.get();
      return new TermInForce(
          rule,
          decided.term().value(),
          Optional.empty(),
          decided.term().value() + ", " + decided.decision());
    }
    if (rule.term() instanceof Term.Lasting lasting) {
      return new TermInForce(
          rule,
          lasting.period(),
          rule.assumption().map(assumption -> unconfirmed(job, policy, rule, lasting, assumption)),
          lasting.period().toString());
    }
    Clock until = ((Term.Until) rule.term()).clock();
    throw new SettingsException(
        retention.at(),
        named(policy, rule)
            + " gives no number, only 'until: "
            + until.word()
            + "'; whoever answers for it decides one and writes into "
            + job.file()
            + confirm(rule, "P…"));
  }

  private static String unconfirmed(
      Job job, Policy policy, Policy.Retention rule, Term.Lasting term, String assumption) {
    return named(policy, rule)
        + " rests on an assumption («"
        + onOneLine(assumption)
        + "»); nothing is done under it until whoever answers for it writes into "
        + job.file()
        + confirm(rule, term.period().toString());
  }

  private static String onOneLine(String text) {
    return Collections.list(new StringTokenizer(text)).stream()
        .map(String::valueOf)
        .collect(Collectors.joining(" "));
  }

  private static String named(Policy policy, Policy.Retention rule) {
    return "rule '" + rule.id() + "' of policy '" + policy.id() + "'";
  }

  private static String confirm(Policy.Retention rule, String term) {
    return ", under 'confirm:', "
        + rule.id()
        + ": \""
        + term
        + ", "
        + Job.Confirmation.BLANK
        + "\" (with that name and date)";
  }
}
