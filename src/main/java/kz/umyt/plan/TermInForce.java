package kz.umyt.plan;

import java.time.Period;
import java.util.Optional;
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
 * @param text the period and, where there is one, who decided it
 */
record TermInForce(Policy.Retention rule, Period period, boolean confirmed, String text) {

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
          rule, decided.term().value(), true, decided.term().value() + ", " + decided.decision());
    }
    if (rule.term() instanceof Term.Lasting lasting) {
      return new TermInForce(
          rule, lasting.period(), !rule.needsConfirmation(), lasting.period().toString());
    }
    throw new SettingsException(
        retention.at(),
        "retention rule '"
            + retention
            + "' has no term in numbers; decide one and state it in the job: confirm: {"
            + retention
            + ": \"P…, decided by …\"}");
  }
}
