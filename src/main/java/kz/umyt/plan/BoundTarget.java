package kz.umyt.plan;

import java.util.List;
import kz.umyt.settings.Target;

/** A target whose names have all been found in the real source. */
public sealed interface BoundTarget permits BoundTable, BoundFiles {

  Target spec();

  /** The rules that meet on its records: that of the target first. */
  List<BoundRule> rules();

  /** The rule that the target is named after. */
  default BoundRule rule() {
    return rules().get(0);
  }

  /** False if a person must confirm a term first; nothing is destroyed until then. */
  default boolean confirmed() {
    return rules().stream().allMatch(rule -> rule.unconfirmed().isEmpty());
  }

  /** Identity in journal, ledger and plan; holds no value. */
  String id();
}
