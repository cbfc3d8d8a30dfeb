package kz.umyt.cli;

import java.io.PrintStream;
import java.util.Locale;
import kz.umyt.plan.RecordExplanation;
import kz.umyt.plan.RecordExplanation.RuleExplanation;
import kz.umyt.policy.Fact;
import kz.umyt.policy.Standing;
import kz.umyt.settings.Action;

/** Why one record stands where it stands, for a terminal. */
final class ExplanationLines {

  private final PrintStream out;

  ExplanationLines(PrintStream out) {
    this.out = out;
  }

  void print(RecordExplanation record) {
    out.println(
        record.source()
            + ": "
            + record.target()
            + ", as of "
            + record.asOf()
            + ": "
            + record
                .standing()
                .map(standing -> verdict(standing, record))
                .orElse("anonymized by an earlier run, and never touched again"));
    for (RuleExplanation rule : record.rules()) {
      out.println("  " + rule(rule));
    }
    record.unconfirmed().forEach(what -> out.println("  " + what));
    out.println(
        "  held: "
            + (record.onRegister()
                ? "on the register of holds"
                : record.inherited() ? "the clock of a held record is read from it" : "no")
            + "; blocked: "
            + (record.blocked() ? "on the register of blocks" : "no")
            + "; obligation outstanding: "
            + obligation(record.obliged()));
  }

  private static String obligation(Fact.Answer obliged) {
    return switch (obliged) {
      case YES -> "yes, the job's hold condition is true";
      case NO -> "no";
      case UNKNOWN -> "unknown, the job's hold condition is neither true nor false";
    };
  }

  private static String verdict(Standing standing, RecordExplanation record) {
    return switch (standing) {
      case DUE ->
          record.waits().isPresent()
              ? "due, but waits: " + record.waits().get()
              : (record.unconfirmed().isEmpty()
                      ? "due, and would be "
                      : "due, but waits for a person; then it would be ")
                  + (record.action().equals(Action.DESTROY.word()) ? "destroyed" : "anonymized");
      case HELD -> "past its term, held";
      case BLOCKED -> "past its term, blocked during a check";
      case FLOOR -> "past its term, kept by law";
      case OBLIGED -> "past its term, kept because an obligation is outstanding";
      case CONFLICT -> "past one term of the policy while another keeps it: a person must decide";
      case UNDECIDABLE -> "cannot be decided, and is not touched";
      case KEPT -> "kept: no term is over";
    };
  }

  private static String rule(RuleExplanation explained) {
    StringBuilder line = new StringBuilder();
    line.append(explained.decides() ? "* " : "- ")
        .append(explained.rule().id())
        .append(" (")
        .append(explained.rule().role())
        .append(", ")
        .append(explained.rule().clause())
        .append("): ")
        .append(explained.rule().clock())
        .append(explained.day().map(day -> " = " + day).orElse(" is empty or no date"))
        .append(", term ")
        .append(explained.rule().term())
        .append(": ")
        .append(explained.state().name().toLowerCase(Locale.ROOT));
    explained.over().ifPresent(day -> line.append(", over from ").append(day));
    explained.until().ifPresent(day -> line.append(", must be gone by the end of ").append(day));
    line.append(explained.late() ? ", should have gone before" : "");
    return line.append(explained.decides() ? ": decides" : "").toString();
  }
}
