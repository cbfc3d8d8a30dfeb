package kz.umyt.plan;

import kz.umyt.policy.DueRule;
import kz.umyt.settings.Policy;
import kz.umyt.settings.Target;

/** A target whose names have all been found in the real source. */
public sealed interface BoundTarget permits BoundTable, BoundFiles {

  Target spec();

  Policy.Retention rule();

  DueRule dueRule();

  /** False if a person must confirm the term first; nothing is destroyed until then. */
  boolean confirmed();

  /** The term in words for plan and Act. */
  String termText();

  /** Identity in journal, ledger and plan; holds no value. */
  String id();
}
