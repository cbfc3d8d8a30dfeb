package kz.umyt.plan.suggest;

import kz.umyt.settings.Policy;
import kz.umyt.settings.Term;

/** The term of a rule in words. */
final class Terms {
  private Terms() {}

  static String of(Policy.Retention rule) {
    String from = " from " + rule.clock().word();
    if (rule.term() instanceof Term.Lasting lasting) {
      return lasting.period() + from;
    }
    return rule.term() instanceof Term.Until until
        ? "until " + until.clock().word() + from
        : "no term" + from;
  }
}
