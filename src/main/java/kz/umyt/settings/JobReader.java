package kz.umyt.settings;

import java.nio.file.Path;
import java.time.Period;
import java.time.ZoneId;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads a job and checks it against the policy it applies and the sources it works on. */
final class JobReader {

  private static final ZoneId ZONE = ZoneId.of("Asia/Almaty");

  /** A live table grows a little between plan and run, even as of one day. */
  private static final double TOLERANCE = 0.01;

  private final BasePath base;
  private final Function<Located<String>, Policy> policies;
  private final SourceNames sources;
  private final ReferencesReader references;
  private final Entities entities;
  private final Map<String, Floor> floors;

  JobReader(
      BasePath base,
      Function<Located<String>, Policy> policies,
      Map<String, Source> sources,
      Entities entities,
      Map<String, Floor> floors) {
    this.base = base;
    this.floors = floors;
    this.policies = policies;
    this.sources = new SourceNames(sources);
    this.references = new ReferencesReader(sources);
    this.entities = entities;
  }

  Job read(SettingsFile file, Variables variables) {
    Section section =
        file.yaml(variables)
            .section(
                "job",
                "policy",
                "zone",
                "confirm",
                "approval",
                "limits",
                "key",
                "window",
                "throttle",
                "scan",
                "targets",
                "registers",
                "references",
                "clean-up",
                "copies");
    Located<String> policyId = section.required("policy").text();
    Policy policy = policies.apply(policyId);
    ZoneId zone = section.optional("zone").map(Value::zone).orElse(ZONE);
    Job.Registers registers = registers(section.optional("registers"));
    List<Target> targets =
        targets(section, new TargetReader(policy, sources, entities, registers, floors));
    ScanReader scan = new ScanReader(sources, targets);
    ThrottleReader throttle = new ThrottleReader(base);
    return new Job(
        section.required("job").id(),
        policyId,
        zone,
        section.optional("confirm").map(value -> confirm(value, policy)).orElse(Map.of()),
        section.optional("approval").map(JobReader::approval).orElseGet(Job.Approval.Standing::new),
        section
            .optional("limits")
            .map(JobReader::limits)
            .orElse(new Job.Limits(Optional.empty(), Optional.empty(), Optional.empty())),
        section.optional("key").map(value -> value.oneOf(Words.KEYS)).orElse(Job.Key.RUN),
        section.optional("window").map(value -> window(value, zone)),
        section.optional("throttle").map(throttle::read).orElse(ThrottleReader.DEFAULT),
        section.optional("scan").map(scan::read).orElseGet(scan::defaults),
        targets,
        registers,
        section.optional("references").map(references::read).orElse(List.of()),
        AftercareReader.ofJob(section),
        file.name(),
        file.sha256());
  }

  private static Job.Approval approval(Value value) {
    Map<String, Job.Approval> modes =
        Map.of(
            "standing",
            new Job.Approval.Standing(),
            "per-plan",
            new Job.Approval.PerPlan(TOLERANCE));
    if (!value.isMapping()) {
      return value.oneOf(modes);
    }
    Section section = value.section("mode", "tolerance");
    Job.Approval mode = section.required("mode").oneOf(modes);
    if (mode instanceof Job.Approval.Standing) {
      section.refuse("tolerance", "belongs to the mode 'per-plan'");
      return mode;
    }
    return new Job.Approval.PerPlan(
        section.optional("tolerance").map(JobReader::share).orElse(TOLERANCE));
  }

  private static Job.Limits limits(Value value) {
    Section section = value.section("max-rows", "max-share", "max-times-usual");
    return new Job.Limits(
        section.optional("max-rows").map(rows -> rows.integer(1, Long.MAX_VALUE)),
        section.optional("max-share").map(JobReader::share),
        section.optional("max-times-usual").map(times -> (int) times.integer(1, 1_000_000)));
  }

  private static double share(Value value) {
    String expected = "must be a share with a percent sign, such as 25%";
    if (value.isNumber()) {
      throw value.error(expected);
    }
    return Literals.percent(value.text().value()).orElseThrow(() -> value.error(expected));
  }

  private static Job.Window window(Value value, ZoneId jobZone) {
    Section section = value.section("until", "zone");
    return new Job.Window(
        section.required("until").time(),
        section.optional("zone").map(Value::zone).orElse(jobZone));
  }

  private Job.Registers registers(Optional<Value> value) {
    Optional<Section> section =
        value.map(registers -> registers.section("withdrawals", "blocks", "holds"));
    return new Job.Registers(
        register(section, "withdrawals"), register(section, "blocks"), register(section, "holds"));
  }

  private Optional<Located<Path>> register(Optional<Section> section, String key) {
    return section
        .flatMap(registers -> registers.optional(key))
        .map(value -> new Located<>(base.resolve(value.text()), value.at()));
  }

  private static Map<String, Job.Confirmation> confirm(Value value, Policy policy) {
    Map<String, Policy.Retention> rules = new HashMap<>();
    policy.retention().forEach(rule -> rules.put(rule.id().value(), rule));
    Map<String, Job.Confirmation> confirmed = new LinkedHashMap<>();
    for (Value.Named entry : value.entries()) {
      String id = entry.key().value();
      Policy.Retention rule = rules.get(id);
      if (rule == null) {
        throw new SettingsException(
            entry.key().at(),
            "policy '"
                + policy.id()
                + "' has no rule '"
                + id
                + "' to confirm"
                + NearestName.hint(id, rules.keySet()));
      }
      confirmed.put(id, confirmation(entry.value(), rule));
    }
    return Collections.unmodifiableMap(confirmed);
  }

  private static Job.Confirmation confirmation(Value value, Policy.Retention rule) {
    String text = value.text().value();
    int end = 0;
    while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
      end++;
    }
    Period period =
        Literals.period(text.substring(0, end))
            .orElseThrow(
                () ->
                    value.error("must begin with an ISO 8601 period: \"P2Y, decided by … on …\""));
    if (text.substring(end).chars().noneMatch(Character::isLetter)) {
      throw value.error("must say who decided it: \"P2Y, decided by … on …\"");
    }
    if (text.contains(Job.Confirmation.BLANK)) {
      throw value.error("must say who decided it and when, in place of NAME and DATE");
    }
    if (rule.term() instanceof Term.Lasting lasting && !lasting.period().equals(period)) {
      throw value.error(
          "says " + period + ", but rule '" + rule.id() + "' says " + lasting.period());
    }
    return new Job.Confirmation(
        new Located<>(period, value.at()), text.substring(wordsFrom(text, end)).strip());
  }

  private static int wordsFrom(String text, int from) {
    int at = from;
    while (!Character.isLetter(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static List<Target> targets(Section section, TargetReader reader) {
    if (!section.has("targets") && !section.has("scan")) {
      throw new SettingsException(
          section.at(), "a job needs 'targets', or 'scan' if it only looks for personal data");
    }
    return section.optional("targets").map(value -> targets(value, reader)).orElse(List.of());
  }

  private static List<Target> targets(Value value, TargetReader reader) {
    List<Target> targets = value.list().stream().map(reader::read).toList();
    if (targets.isEmpty()) {
      throw value.error("must hold at least one target");
    }
    Map<List<String>, Position> seen = new HashMap<>();
    for (Target target : targets) {
      Position before = seen.putIfAbsent(identity(target), target.at());
      if (before != null) {
        throw new SettingsException(
            target.at(),
            "the same source, table or file and retention stand in the target on line "
                + before.line());
      }
    }
    return targets;
  }

  private static List<String> identity(Target target) {
    String place =
        target instanceof Target.Table table
            ? table.table().value()
            : ((Target.Files) target).file().value();
    return List.of(target.source().value(), place, target.retention().value());
  }
}
