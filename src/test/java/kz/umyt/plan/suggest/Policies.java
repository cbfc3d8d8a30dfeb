package kz.umyt.plan.suggest;

import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.umyt.settings.Action;
import kz.umyt.settings.Clock;
import kz.umyt.settings.Exemption;
import kz.umyt.settings.LocalizedText;
import kz.umyt.settings.Located;
import kz.umyt.settings.Policy;
import kz.umyt.settings.Position;
import kz.umyt.settings.Term;

/** Policies of companies that do not exist. */
final class Policies {

  private static final Position HERE = new Position("policy.yaml", 1, 1);

  private final List<Policy.Retention> rules = new ArrayList<>();

  private Policies() {}

  static Policies policy() {
    return new Policies();
  }

  /** Rules for subscribers, payments and tickets. */
  static Policy usual() {
    return policy()
        .rule("subscriber", Clock.CONTRACT_END, "P2Y", Action.DESTROY, Action.ANONYMIZE)
        .rule("payment", Clock.COLLECTED, "P5Y", Action.DESTROY)
        .rule("support", Clock.PURPOSE_REACHED, "P1Y", Action.DESTROY)
        .made();
  }

  Policies rule(String id, Clock clock, String term, Action... then) {
    return rule(id, clock, new Term.Lasting(Period.parse(term)), Optional.empty(), then);
  }

  Policies unsure(String id, Clock clock, String term, Action... then) {
    return rule(
        id,
        clock,
        new Term.Lasting(Period.parse(term)),
        Optional.of("The text gives '2' without a unit."),
        then);
  }

  Policies until(String id, Clock clock, Clock until, Action... then) {
    return rule(id, clock, new Term.Until(until), Optional.empty(), then);
  }

  private Policies rule(
      String id, Clock clock, Term term, Optional<String> assumption, Action... then) {
    rules.add(
        new Policy.Retention(
            new Located<>(id, HERE),
            clock,
            term,
            Optional.empty(),
            "п. 1",
            Optional.empty(),
            assumption,
            Set.of(then),
            Set.of(Exemption.OUTSTANDING_OBLIGATION),
            false));
    return this;
  }

  Policy made() {
    return new Policy(
        new Located<>("own", HERE),
        3,
        new Policy.Organisation(Optional.of("190340012348"), new LocalizedText("a", "b", "c")),
        new Policy.Document("Политика", Optional.empty(), Optional.empty(), "ru"),
        List.of(),
        rules,
        List.of(),
        "policy.yaml",
        "ab");
  }
}
