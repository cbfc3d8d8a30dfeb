package kz.umyt.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import kz.umyt.plan.suggest.Reasoned;
import kz.umyt.plan.suggest.SuggestedClock;
import kz.umyt.plan.suggest.SuggestedColumn;
import kz.umyt.plan.suggest.SuggestedTarget;
import kz.umyt.plan.suggest.Suggestion;
import kz.umyt.settings.Action;
import kz.umyt.settings.OperatorSpec;
import kz.umyt.settings.Policy;
import kz.umyt.settings.Term;

/**
 * Writes a proposal as a job file. What a person must decide is a comment that begins with {@code
 * decide:}; a target that waits for a decision is a comment as a whole.
 */
public final class SuggestionYaml {

  private static final String DECIDE = "decide: ";

  private final List<String> lines = new ArrayList<>();

  private SuggestionYaml() {}

  /**
   * Writes the job whole or not at all.
   *
   * @throws IOException if the file cannot be written; the old one, if any, is still whole
   */
  public static void write(Suggestion suggestion, Path file) throws IOException {
    DurableFile.write(file, text(suggestion).getBytes(StandardCharsets.UTF_8));
  }

  /** The job file, with a line end behind each line. */
  public static String text(Suggestion suggestion) {
    SuggestionYaml yaml = new SuggestionYaml();
    yaml.head(suggestion);
    yaml.confirm(suggestion.unconfirmed());
    yaml.registers();
    yaml.lines.add(suggestion.ready().isEmpty() ? "targets: []" : "targets:");
    suggestion.targets().forEach(yaml::target);
    if (!suggestion.remarks().isEmpty()) {
      yaml.lines.add("");
      suggestion.remarks().forEach(remark -> yaml.comment("", remark));
    }
    return String.join("\n", yaml.lines) + "\n";
  }

  private void head(Suggestion suggestion) {
    Policy policy = suggestion.policy();
    comment(
        "",
        "Proposed by `umyt suggest` from the inventory of job "
            + suggestion.scanned()
            + ", made "
            + InventoryJson.time(suggestion.scannedAt().truncatedTo(ChronoUnit.SECONDS))
            + ", under policy "
            + policy.id()
            + ", version "
            + policy.version()
            + ". Nothing here is decided until a person has read it: \"decide:\" marks where that"
            + " must be done, and targets that cannot be planned before are comments.");
    lines.add("job: " + YamlText.text(suggestion.job()));
    lines.add("policy: " + YamlText.text(policy.id().value()));
    lines.add("zone: Asia/Almaty  # in which days begin and end");
    lines.add("approval: standing");
    lines.add("");
    comment(
        "",
        DECIDE
            + "careful limits; a run that would do more is refused before it begins. Raise them to"
            + " a little above what a plan shows.");
    lines.add(
        "limits: {max-rows: "
            + suggestion.limits().maxRows()
            + ", max-share: "
            + suggestion.limits().maxShare()
            + "%}");
    lines.add("");
  }

  private void confirm(List<Policy.Retention> rules) {
    if (rules.isEmpty()) {
      return;
    }
    comment("", DECIDE + "terms that the policy leaves open; say who decided, and when:");
    lines.add("# confirm:");
    for (Policy.Retention rule : rules) {
      rule.assumption().ifPresent(assumption -> comment("", "  " + rule.id() + ": " + assumption));
      String period =
          rule.term() instanceof Term.Lasting lasting ? lasting.period().toString() : "P…";
      lines.add(
          "#   " + YamlText.key(rule.id().value()) + ": \"" + period + ", decided by … on …\"");
    }
    lines.add("");
  }

  private void registers() {
    comment(
        "",
        DECIDE
            + "lists that people keep of withdrawn consent, blocks and holds; with them, every"
            + " target needs a subject. Rules that run from a withdrawal take their clock from"
            + " there: clock: {register: withdrawals}");
    lines.add("# registers:");
    lines.add("#   withdrawals: registers/withdrawals.csv");
    lines.add("#   blocks: registers/blocks.csv");
    lines.add("#   holds: registers/holds.csv");
    lines.add("");
  }

  private void target(SuggestedTarget target) {
    lines.add("");
    comment("  ", "Holds " + String.join(", ", target.holds()) + ".");
    target.decide().forEach(decision -> comment("  ", DECIDE + decision));
    target.waits().forEach(reason -> comment("  ", DECIDE + reason));
    if (target.isReady()) {
      body(target).forEach(line -> lines.add("  " + line));
    } else {
      comment("  ", "Until then this target is left out:");
      body(target).forEach(line -> lines.add("  # " + line));
    }
  }

  private static List<String> body(SuggestedTarget target) {
    SuggestionYaml body = new SuggestionYaml();
    body.lines.add("- source: " + YamlText.text(target.source()));
    body.lines.add(
        "  " + (target.inFiles() ? "file: " : "table: ") + YamlText.text(target.place()));
    target
        .subject()
        .ifPresent(subject -> body.key("subject", YamlText.text(subject.value()), subject));
    body.key(
        "retention", YamlText.text(target.retention().value().id().value()), target.retention());
    target
        .clock()
        .ifPresentOrElse(
            clock -> body.key("clock", clock(clock.value()), clock),
            () -> body.lines.add("  clock: \"\"  # decide: name it"));
    body.key("action", target.action().value().word(), target.action());
    if (target.action().value() == Action.DESTROY) {
      body.lines.add("  entities: [" + String.join(", ", target.holds()) + "]");
    } else {
      body.lines.add("  columns:");
      target.columns().forEach(body::column);
    }
    return body.lines;
  }

  private void key(String key, String value, Reasoned<?> reasoned) {
    reasoned.decide().forEach(decision -> comment("  ", DECIDE + decision));
    lines.addAll(YamlText.explained("  ", key + ": " + value, reasoned.why()));
  }

  private void column(SuggestedColumn column) {
    lines.addAll(
        YamlText.explained(
            "    ",
            YamlText.key(column.column()) + ": " + operator(column),
            (column.undecided() ? DECIDE : "") + column.why()));
  }

  private static String clock(SuggestedClock clock) {
    String column = YamlText.text(clock.column());
    if (clock.latest()) {
      return "{latest: " + column + "}";
    }
    return clock
        .format()
        .map(format -> "{column: " + column + ", format: " + YamlText.text(format) + "}")
        .orElse(column);
  }

  private static String operator(SuggestedColumn column) {
    OperatorSpec operator = column.operator();
    StringBuilder text = new StringBuilder("{operator: " + YamlText.text(operator.word()));
    if (operator instanceof OperatorSpec.Replace replace) {
      replace
          .newValue()
          .ifPresent(value -> text.append(", new_value: ").append(YamlText.text(value)));
    } else if (operator instanceof OperatorSpec.Mask mask) {
      text.append(", chars_to_mask: ").append(mask.charsToMask());
    } else if (operator instanceof OperatorSpec.Generalize generalize) {
      text.append(", to: ").append(ActJson.word(generalize.to()));
    } else if (operator instanceof OperatorSpec.Network) {
      text.append(", to: network");
    } else if (operator instanceof OperatorSpec.City) {
      text.append(", to: city");
    }
    if (column.detected()) {
      text.append(", detected: true");
    }
    column.entity().ifPresent(entity -> text.append(", entity: ").append(YamlText.text(entity)));
    return text.append('}').toString();
  }

  private void comment(String indent, String text) {
    lines.addAll(YamlText.comment(indent, text));
  }
}
