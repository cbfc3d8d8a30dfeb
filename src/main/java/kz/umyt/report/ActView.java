package kz.umyt.report;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import kz.umyt.report.Act.ActTarget;
import kz.umyt.report.Act.IdentityRisk;
import kz.umyt.report.Act.Method;
import kz.umyt.report.Act.Status;
import kz.umyt.report.Act.TableRows;

/**
 * One Act in one language. Public for the templates only.
 *
 * @param jsonSha256 digest of the {@code act.json} that is written beside
 */
public record ActView(Act act, ActTotals totals, Wording say, Vocabulary words, String jsonSha256) {

  static ActView of(Act act, Language language) {
    Messages messages = Messages.of(language);
    Wording say = new Wording(language, messages);
    return new ActView(
        act, ActTotals.of(act.targets()), say, new Vocabulary(messages, say), ActJson.sha256(act));
  }

  /** The word of the verdict, as in {@code act.json}. */
  public String verdict() {
    return ActJson.word(totals.verdict(act.status()));
  }

  /** The verdict as a sentence. */
  public String verdictText() {
    if (totals.verdict(act.status()) == Status.FAILED_VERIFICATION) {
      return say.text(
          "verdict.failed-verification",
          say.number(totals.remaining()),
          say.number(totals.failed()),
          say.number(totals.residue()));
    }
    String gone = say.text(totals.waiting() ? "verdict.needs-person" : "verdict.verified");
    if (totals.postponed() > 0) {
      gone =
          say.text("verdict.postponed", say.number(totals.postponed()))
              + (totals.waiting() ? " " + say.text("verdict.person") : "");
    } else if (totals.recognizable() == 0) {
      return say.text("verdict." + verdict());
    }
    return totals.recognizable() == 0
        ? gone
        : gone + " " + say.text("identity.verdict", say.number(totals.recognizable()));
  }

  /** Whether the rows of a table or of files add up, in words. */
  public String rows(TableRows table) {
    if (table.others().isEmpty()) {
      return say.text("rows.unknown");
    }
    long others = table.others().get();
    String before = say.number(table.before().orElseThrow());
    String after = say.number(table.after().orElseThrow());
    return others == 0
        ? say.text("rows.exact", before, say.number(table.destroyed()), after)
        : say.text(
            "rows.others",
            before,
            say.number(table.destroyed()),
            after,
            (others > 0 ? "+" : "") + say.number(others));
  }

  /** How well a person is hidden among the anonymized records, in words. */
  public String identity(IdentityRisk risk) {
    if (risk.gap().isPresent()) {
      return say.text("identity." + risk.gap().get());
    }
    return risk.rows() == 0
        ? say.text("identity.none")
        : say.text(
            "identity.text",
            say.number(risk.k()),
            say.number(risk.unique()),
            say.number(risk.rows()),
            say.percent(risk.uniqueShare()));
  }

  /** What the job asks of that, and whether it is so; empty where it asks nothing. */
  public String requirement(IdentityRisk risk) {
    return risk.requireK()
        .map(
            k ->
                say.text("identity.required", say.number(k))
                    + " "
                    + (risk.isMet()
                        ? say.text("identity.met")
                        : say.text("identity.missed", say.number(risk.below()))))
        .orElse("");
  }

  /** What holds for columns whose values a shared key leads back to. */
  public String pseudonymized() {
    return act.keyDestroyed()
        .map(moment -> say.text("pseudonymized.destroyed", say.time(moment)))
        .orElseGet(() -> say.text("pseudonymized.live"));
  }

  /** Whether records of the Act can be traced back by a shared key. */
  public boolean isTraceable() {
    return act.keyDestroyed().isEmpty()
        && act.targets().stream().anyMatch(target -> !target.proof().pseudonymized().isEmpty());
  }

  /** How deep the destruction of one target went, in words. */
  public String method(ActTarget target) {
    return say.text(changed(target) ? "method." + ActJson.word(target.method()) : "method.none");
  }

  /** What that leaves on disk, once for each method that was used. */
  public List<String> residues() {
    Set<Method> used = EnumSet.noneOf(Method.class);
    act.targets().stream().filter(ActView::changed).map(ActTarget::method).forEach(used::add);
    return used.stream().map(method -> say.text("copies." + ActJson.word(method))).toList();
  }

  private static boolean changed(ActTarget target) {
    return target.destroyed() + target.anonymized() > 0;
  }
}
