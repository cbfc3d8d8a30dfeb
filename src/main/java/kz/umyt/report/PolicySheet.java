package kz.umyt.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.umyt.settings.Action;
import kz.umyt.settings.Deadline;
import kz.umyt.settings.Exemption;
import kz.umyt.settings.Policy;
import kz.umyt.settings.Term;

/**
 * A policy on a terminal, in one language: what it lists, what it decides and what it promises.
 * Clauses, wordings and assumptions stand as they are written in the policy's file.
 */
public final class PolicySheet {

  private static final List<String> LABELS =
      List.of(
          "details.clock",
          "details.term",
          "policy.deadline",
          "policy.actions",
          "policy.unless",
          "policy.clause",
          "policy.wording",
          "policy.assumption",
          "policy.confirm",
          "policy.right",
          "policy.note");

  private final Language language;
  private final Wording say;
  private final Vocabulary words;
  private final int labels;

  private PolicySheet(Language language) {
    Messages messages = Messages.of(language);
    this.language = language;
    this.say = new Wording(language, messages);
    this.words = new Vocabulary(messages, say);
    this.labels =
        LABELS.stream().mapToInt(key -> LabelledLines.length(say.text(key))).max().orElse(0);
  }

  /** The languages there are, as BCP 47 tags. */
  public static List<String> languages() {
    return Arrays.stream(Language.values()).map(Language::tag).toList();
  }

  /** A sheet in one of {@link #languages}. */
  public static Optional<PolicySheet> in(String tag) {
    return Arrays.stream(Language.values())
        .filter(language -> language.tag().equals(tag))
        .findFirst()
        .map(PolicySheet::new);
  }

  /** The headings of {@link #row}. */
  public List<String> headings() {
    return List.of(
        say.text("policy.list.policy"),
        say.text("policy.list.version"),
        say.text("policy.list.rules"),
        say.text("policy.list.confirm"),
        say.text("policy.list.requests"),
        say.text("policy.organisation"),
        say.text("policy.document"));
  }

  /** One policy among others; counts are numbers. */
  public List<Object> row(Policy policy) {
    return List.of(
        policy.id().value(),
        policy.version(),
        policy.retention().size(),
        unconfirmed(policy),
        policy.requests().size(),
        say.of(policy.organisation().name()),
        reference(policy.document()));
  }

  /** As short as it is clear: the title is for a paper without number and date. */
  private String reference(Policy.Document document) {
    boolean titled = document.reference().isEmpty() && document.date().isEmpty();
    return titled ? document.title() : behindTitle(document).collect(Collectors.joining(", "));
  }

  private Stream<String> behindTitle(Policy.Document document) {
    return Stream.concat(document.reference().stream(), document.date().map(say::date).stream());
  }

  static long unconfirmed(Policy policy) {
    return policy.retention().stream().filter(Policy.Retention::needsConfirmation).count();
  }

  private String document(Policy.Document document) {
    return Stream.concat(Stream.of(document.title()), behindTitle(document))
        .collect(Collectors.joining(", "));
  }

  /** The whole policy. */
  public List<String> lines(Policy policy) {
    List<String> lines = new ArrayList<>();
    lines.add(say.text("policy.head", policy.id(), policy.version()));
    head(policy).addTo(lines);
    lines.add("");
    entities(policy, lines);
    lines.add("");
    lines.add(
        say.text("policy.rules", policy.retention().size(), Long.valueOf(unconfirmed(policy))));
    for (Policy.Retention rule : policy.retention()) {
      lines.add("");
      lines.add("  " + rule.id());
      rule(rule).addTo(lines);
    }
    lines.add("");
    lines.add(
        policy.requests().isEmpty()
            ? say.text("policy.requests.none")
            : say.text("policy.requests", policy.requests().size()));
    for (Policy.Request request : policy.requests()) {
      lines.add("");
      lines.add("  " + request.id());
      request(request).addTo(lines);
    }
    return lines;
  }

  private LabelledLines head(Policy policy) {
    Policy.Organisation organisation = policy.organisation();
    String bin =
        organisation
            .bin()
            .map(number -> say.text("act.bin", number))
            .orElseGet(() -> say.text("act.bin.none"));
    return new LabelledLines(2, 0)
        .add(say.text("policy.organisation"), say.of(organisation.name()) + ", " + bin)
        .add(say.text("policy.document"), document(policy.document()))
        .add(say.text("policy.file"), policy.file());
  }

  private void entities(Policy policy, List<String> lines) {
    lines.add(say.text("policy.entities"));
    Map<String, List<Policy.ListedEntity>> byClause = new LinkedHashMap<>();
    for (Policy.ListedEntity listed : policy.entities()) {
      byClause.computeIfAbsent(listed.clause(), clause -> new ArrayList<>()).add(listed);
    }
    byClause.forEach(
        (clause, listed) -> {
          lines.add("");
          LabelledLines.wrap(2, 4, say.text("policy.clause") + ": " + clause, lines);
          listed.forEach(one -> LabelledLines.wrap(4, 6, entity(one), lines));
        });
  }

  private String entity(Policy.ListedEntity listed) {
    String name = listed.entity().value();
    return name + ", " + words.entity(name) + listed.wording().map(this::behind).orElse("");
  }

  private String behind(String wording) {
    return ": " + quoted(wording);
  }

  private LabelledLines rule(Policy.Retention rule) {
    LabelledLines lines =
        new LabelledLines(4, labels)
            .add(say.text("details.clock"), words.clock(rule.clock().word()))
            .add(say.text("details.term"), term(rule.term()))
            .add(say.text("policy.deadline"), deadline("policy.deadline.due", rule.deadline()))
            .add(say.text("policy.actions"), actions(rule));
    if (!rule.unless().isEmpty()) {
      lines.add(say.text("policy.unless"), exceptions(rule));
    }
    written(lines, rule.clause(), rule.wording());
    rule.assumption().ifPresent(text -> lines.add(say.text("policy.assumption"), text));
    if (rule.needsConfirmation()) {
      lines.add(say.text("policy.confirm"), confirmation(rule));
    }
    return lines;
  }

  private void written(LabelledLines lines, String clause, Optional<String> wording) {
    lines.add(say.text("policy.clause"), clause);
    wording.ifPresent(text -> lines.add(say.text("policy.wording"), quoted(text)));
  }

  private String term(Term term) {
    return term instanceof Term.Lasting lasting
        ? words.term(lasting.period().toString())
        : say.text("policy.until", words.clock(((Term.Until) term).clock().word()));
  }

  private String deadline(String key, Optional<Deadline> deadline) {
    if (deadline.isEmpty()) {
      return say.text("policy.deadline.none");
    }
    Deadline found = deadline.get();
    return found.days() == 0
        ? say.text("policy.deadline.same-day")
        : say.text(
            key, say.counted(found.working() ? "term.working-days" : "term.days", found.days()));
  }

  /** In one order, whatever the set's. */
  private String actions(Policy.Retention rule) {
    return Stream.of(Action.values())
        .filter(rule.then()::contains)
        .map(action -> say.text("action." + action.word()))
        .collect(Collectors.joining(" " + say.text("policy.or") + " "));
  }

  private String exceptions(Policy.Retention rule) {
    return Stream.of(Exemption.values())
        .filter(rule.unless()::contains)
        .map(exemption -> say.text("unless." + exemption.word()))
        .collect(Collectors.joining("; "));
  }

  private String confirmation(Policy.Retention rule) {
    boolean open = rule.term() instanceof Term.Until;
    String period =
        rule.term() instanceof Term.Lasting lasting ? lasting.period().toString() : "P…";
    return "confirm: {"
        + YamlText.key(rule.id().value())
        + ": \""
        + period
        + ", "
        + say.text("policy.confirm.by")
        + "\"}"
        + (open ? " (" + say.text("policy.confirm.period") + ")" : "");
  }

  private LabelledLines request(Policy.Request request) {
    LabelledLines lines =
        new LabelledLines(4, labels)
            .add(say.text("policy.right"), say.text("right." + request.right().word()))
            .add(
                say.text("policy.deadline"),
                deadline("policy.deadline.request", request.deadline()));
    written(lines, request.clause(), request.wording());
    request.assumption().ifPresent(text -> lines.add(say.text("policy.note"), text));
    return lines;
  }

  private String quoted(String text) {
    return language == Language.EN ? "“" + text + "”" : "«" + text + "»";
  }
}
