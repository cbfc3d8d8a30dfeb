package kz.umyt.report;

import static kz.umyt.report.DecisionJson.sum;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import kz.umyt.plan.Outlook;
import kz.umyt.plan.PlannedTarget;
import kz.umyt.plan.PlannedTarget.PlannedRule;
import kz.umyt.plan.Preview;
import kz.umyt.settings.Action;
import kz.umyt.settings.Job;

/** One plan in one language. Public for the templates only. */
public record PlanView(Preview preview, List<Line> lines, Wording say, Vocabulary words) {

  /** From here on an estimate is told without its seconds, which nobody could promise. */
  private static final Duration LONG = Duration.ofMinutes(10);

  /**
   * A target of the plan with what is known of it beside its counts.
   *
   * @param number from 1, in the order of the plan
   */
  public record Line(int number, PlannedTarget planned, Outlook outlook) {

    /** Records that a run would change: none before a person has confirmed the term. */
    long changed() {
      return planned.confirmed() ? planned.free() : 0;
    }

    long uncovered() {
      return outlook.dependents().stream().filter(dependent -> !dependent.covered()).count();
    }
  }

  /**
   * How many records stand somewhere.
   *
   * @param alarm whether it should be none
   */
  public record Count(String key, long records, boolean alarm) {}

  /** Something that a person should look at before a run, and in which targets. */
  public record Attention(String key, long count, List<Place> places) {}

  /** A target that asks for attention, and how much of it does. */
  public record Place(Line line, long count) {}

  static PlanView of(Preview preview, Language language) {
    Messages messages = Messages.of(language);
    Wording say = new Wording(language, messages);
    List<Line> lines = new ArrayList<>();
    for (PlannedTarget planned : preview.plan().targets()) {
      lines.add(new Line(lines.size() + 1, planned, preview.outlooks().get(lines.size())));
    }
    return new PlanView(preview, List.copyOf(lines), say, new Vocabulary(messages, say));
  }

  /** The worst that is true of the whole: {@code refused}, {@code attention} or {@code clear}. */
  public String state() {
    if (preview.refusal().isPresent()) {
      return "refused";
    }
    return attentions().isEmpty() ? "clear" : "attention";
  }

  /** Records that a run would destroy. */
  public long destroyed() {
    return changed(Action.DESTROY);
  }

  /** Records that a run would anonymize. */
  public long anonymized() {
    return changed(Action.ANONYMIZE);
  }

  private long changed(Action action) {
    return lines.stream()
        .filter(line -> line.planned().action().equals(action.word()))
        .mapToLong(Line::changed)
        .sum();
  }

  /** Targets in which a run would change something. */
  public long affected() {
    return affectedLines().count();
  }

  private Stream<Line> affectedLines() {
    return lines.stream().filter(line -> line.changed() > 0);
  }

  /** How long a run would take, as far as somebody knows. */
  public String duration() {
    return affectedLines()
        .flatMap(line -> line.outlook().estimate().stream())
        .reduce(Duration::plus)
        .map(this::about)
        .orElseGet(
            () -> say.text(affected() == 0 ? "plan.duration.none" : "plan.duration.unknown"));
  }

  /** What stands beside the duration. */
  public String durationText() {
    long known = affectedLines().filter(line -> line.outlook().estimate().isPresent()).count();
    boolean partly = known > 0 && known < affected();
    return say.text(partly ? "plan.duration.least" : "plan.duration");
  }

  /** How long the work on one target would take, or that nobody knows yet. */
  public String estimate(Line line) {
    return line.outlook()
        .estimate()
        .map(this::about)
        .orElseGet(() -> say.text("plan.estimate.unknown"));
  }

  private String about(Duration estimate) {
    Duration told =
        estimate.compareTo(LONG) < 0
            ? estimate
            : Duration.ofMinutes(estimate.plusSeconds(30).toMinutes());
    return say.text("plan.estimate.about", say.duration(told));
  }

  /** What a person should look at, the most urgent first. */
  public List<Attention> attentions() {
    List<Attention> attentions = new ArrayList<>();
    attend(
        attentions,
        "plan.count.unconfirmed",
        line -> !line.planned().confirmed(),
        line -> line.planned().due());
    attend(attentions, "plan.count.overdue", line -> line.planned().overdue());
    attend(attentions, "count.undecidable", line -> line.planned().undecidable());
    attend(attentions, "count.conflict", line -> line.planned().conflict());
    attend(attentions, "plan.count.uncovered", Line::uncovered);
    return List.copyOf(attentions);
  }

  private void attend(List<Attention> attentions, String key, ToLongFunction<Line> count) {
    attend(attentions, key, line -> count.applyAsLong(line) > 0, count);
  }

  private void attend(
      List<Attention> attentions, String key, Predicate<Line> asks, ToLongFunction<Line> count) {
    List<Place> places =
        lines.stream().filter(asks).map(line -> new Place(line, count.applyAsLong(line))).toList();
    if (!places.isEmpty()) {
      attentions.add(new Attention(key, sum(places, Place::count), places));
    }
  }

  /** The approval that this very plan needs; absent where the job runs without. */
  public Optional<Job.Approval.PerPlan> perPlan() {
    return preview.approval() instanceof Job.Approval.PerPlan perPlan
        ? Optional.of(perPlan)
        : Optional.empty();
  }

  /** One line of the overview. */
  public List<Count> counts(Line line) {
    return counts(List.of(line));
  }

  /** The last line of the overview. */
  public List<Count> totals() {
    return counts(lines);
  }

  private static List<Count> counts(List<Line> lines) {
    List<Count> counts = new ArrayList<>(pastTerm(lines));
    counts.add(count("row.held", lines, PlannedTarget::held));
    counts.addAll(others(lines));
    return List.copyOf(counts);
  }

  /** Where the records of one target stand. */
  public List<Count> tally(Line line) {
    List<Line> lines = List.of(line);
    List<Count> counts = new ArrayList<>(pastTerm(lines));
    if (line.planned().postponed() > 0) {
      counts.add(count("row.postponed", lines, PlannedTarget::postponed));
    }
    counts.add(count("plan.row.register", lines, PlannedTarget::heldByRegister));
    counts.add(count("plan.row.obligation", lines, PlannedTarget::obliged));
    counts.addAll(others(lines));
    if (line.planned().alreadyDone() > 0) {
      counts.add(count("row.alreadyDone", lines, PlannedTarget::alreadyDone));
    }
    return List.copyOf(counts);
  }

  private static List<Count> pastTerm(List<Line> lines) {
    return List.of(
        count("row.inScope", lines, PlannedTarget::inScope),
        count("plan.row.due", lines, PlannedTarget::due),
        alarm("plan.row.overdue", lines, PlannedTarget::overdue));
  }

  private static List<Count> others(List<Line> lines) {
    return List.of(
        count("row.blocked", lines, PlannedTarget::blocked),
        count("row.floor", lines, PlannedTarget::floor),
        alarm("row.conflict", lines, PlannedTarget::conflict),
        alarm("row.undecidable", lines, PlannedTarget::undecidable),
        count("row.kept", lines, PlannedTarget::kept),
        new Count("plan.row.in30", sum(lines, line -> line.outlook().in30()), false),
        new Count("plan.row.in90", sum(lines, line -> line.outlook().in90()), false));
  }

  private static Count count(String key, List<Line> lines, ToLongFunction<PlannedTarget> count) {
    return new Count(key, sum(lines, line -> count.applyAsLong(line.planned())), false);
  }

  private static Count alarm(String key, List<Line> lines, ToLongFunction<PlannedTarget> count) {
    return new Count(key, sum(lines, line -> count.applyAsLong(line.planned())), true);
  }

  /** The language of a rule's clause: the floors of the law are written in English. */
  public String languageOf(PlannedRule rule) {
    return rule.role().equals("floor") ? "en" : preview.document().language();
  }
}
