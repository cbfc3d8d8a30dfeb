package kz.umyt.plan.suggest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import kz.umyt.discover.Inventory.Kind;
import kz.umyt.discover.Inventory.TableInventory;
import kz.umyt.settings.Policy;
import kz.umyt.settings.Term;

/**
 * A rule of the policy together with a clock that it runs from.
 *
 * @param match how much the rule speaks of such data, 0 to 1
 * @param isGuess whether the rule is about something and the table does not say what it is about
 * @param score what choices are compared by
 */
record RuleChoice(
    Policy.Retention rule, ClockCandidate clock, double match, boolean isGuess, double score) {

  /** Below this, a rule is about something else. */
  static final double ABOUT_SOMETHING_ELSE = 0.15;

  private static final double MATCH = 0.65;
  private static final double CLOCK = 0.35;

  /** A rule for everything, or a table that could be anything. */
  private static final double GENERAL = 0.35;

  private static final double NAME = 3;
  private static final double ENTITY = 1.5;
  private static final double MENTION = 1;

  /** Of two alike, the one that nobody has to confirm first. */
  private static final double UNCONFIRMED = 0.05;

  /** All rules that one of the clocks starts, the best first; then the one that keeps longer. */
  static List<RuleChoice> ranked(
      Policy policy, TableInventory table, Kind kind, List<ClockCandidate> clocks) {
    Map<Topic, Double> about = topics(table, kind);
    List<RuleChoice> choices = new ArrayList<>();
    for (Policy.Retention rule : ends(policy)) {
      Map<Topic, Double> topics = topics(rule);
      double match = match(topics, about);
      boolean isGuess = about.isEmpty() && !topics.isEmpty();
      clocks.stream()
          .filter(clock -> clock.event() == rule.clock())
          .map(clock -> new RuleChoice(rule, clock, match, isGuess, weighed(rule, match, clock)))
          .forEach(choices::add);
    }
    choices.sort(
        Comparator.comparingDouble(RuleChoice::score)
            .thenComparingLong(choice -> days(choice.rule.term()))
            .reversed());
    return List.copyOf(choices);
  }

  /** The rules by what they speak of, the best first, whatever their clock. */
  static List<Policy.Retention> byMatch(Policy policy, TableInventory table, Kind kind) {
    Map<Topic, Double> about = topics(table, kind);
    return ends(policy).stream()
        .sorted(
            Comparator.comparingDouble((Policy.Retention rule) -> match(topics(rule), about))
                .reversed())
        .toList();
  }

  /** Rules that say when data must go, and not only how long they are kept at least. */
  private static List<Policy.Retention> ends(Policy policy) {
    return policy.retention().stream().filter(rule -> !rule.atLeast()).toList();
  }

  private static double weighed(Policy.Retention rule, double match, ClockCandidate clock) {
    return MATCH * match + CLOCK * clock.fit() - (rule.needsConfirmation() ? UNCONFIRMED : 0);
  }

  private static Map<Topic, Double> topics(Policy.Retention rule) {
    Map<Topic, Double> weights = new EnumMap<>(Topic.class);
    Topic.in(rule.id().value()).forEach(topic -> weights.merge(topic, NAME, Double::sum));
    Topic.in(rule.clause() + " " + rule.wording().orElse(""))
        .forEach(topic -> weights.merge(topic, MENTION, Double::sum));
    return weights;
  }

  private static Map<Topic, Double> topics(TableInventory table, Kind kind) {
    Map<Topic, Double> weights = new EnumMap<>(Topic.class);
    String name =
        kind == Kind.CSV ? table.name() : table.name().substring(table.name().indexOf('.') + 1);
    Topic.in(name).forEach(topic -> weights.merge(topic, NAME, Double::sum));
    String columns =
        String.join(" ", table.columns().stream().map(column -> column.name()).toList());
    Topic.in(columns).forEach(topic -> weights.merge(topic, MENTION, Double::sum));
    table.columns().stream()
        .flatMap(column -> column.entity().stream())
        .flatMap(entity -> Topic.of(entity).stream())
        .distinct()
        .forEach(topic -> weights.merge(topic, ENTITY, Double::sum));
    return weights;
  }

  /** The cosine of the angle between the two. */
  private static double match(Map<Topic, Double> rule, Map<Topic, Double> table) {
    if (rule.isEmpty() || table.isEmpty()) {
      return GENERAL;
    }
    double product = 0;
    for (Map.Entry<Topic, Double> topic : rule.entrySet()) {
      product += topic.getValue() * table.getOrDefault(topic.getKey(), 0.0);
    }
    return product / (length(rule) * length(table));
  }

  private static double length(Map<Topic, Double> weights) {
    return Math.sqrt(weights.values().stream().mapToDouble(weight -> weight * weight).sum());
  }

  private static long days(Term term) {
    if (term instanceof Term.Lasting lasting) {
      return LocalDate.EPOCH.plus(lasting.period()).toEpochDay();
    }
    return Long.MAX_VALUE;
  }
}
