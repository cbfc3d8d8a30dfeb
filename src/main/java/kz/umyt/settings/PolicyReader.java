package kz.umyt.settings;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a file of {@code config/policies}. */
final class PolicyReader {

  private final Entities entities;
  private final WorkingDays workingDays;

  PolicyReader(Entities entities, WorkingDays workingDays) {
    this.entities = entities;
    this.workingDays = workingDays;
  }

  Policy read(SettingsFile file, Variables variables) {
    Section section =
        file.yaml(variables)
            .section(
                "policy",
                "version",
                "organisation",
                "document",
                "entities",
                "retention",
                "requests");
    return new Policy(
        section.required("policy").id(),
        (int) section.required("version").integer(1, 1_000_000),
        organisation(section.required("organisation").section("bin", "name")),
        document(section.required("document").section("title", "reference", "date", "language")),
        listed(section.required("entities")),
        retention(section.required("retention")),
        section.optional("requests").map(this::requests).orElse(List.of()),
        file.name(),
        file.sha256());
  }

  private static Policy.Organisation organisation(Section section) {
    Section name = section.required("name").section("kk", "ru", "en");
    return new Policy.Organisation(
        section.optional("bin").map(PolicyReader::bin),
        new LocalizedText(line(name, "kk"), line(name, "ru"), line(name, "en")));
  }

  private static String bin(Value bin) {
    String written = bin.text().value();
    if (!Bin.isValid(written)) {
      throw bin.error(
          "is not a BIN: twelve digits, the fifth 4 to 6, the last one a check digit that fits");
    }
    return written;
  }

  private static Policy.Document document(Section section) {
    return new Policy.Document(
        line(section, "title"),
        section.optional("reference").map(value -> value.text().value()),
        section.optional("date").map(Value::date),
        RecognizerReader.language(section.required("language")));
  }

  private List<Policy.ListedEntity> listed(Value list) {
    Set<Policy.ListedEntity> seen = new HashSet<>();
    return list.list().stream()
        .map(
            item -> {
              Section section = item.section("entity", "clause", "wording");
              Located<String> entity = entities.known(section.required("entity").text());
              Policy.ListedEntity listed =
                  new Policy.ListedEntity(entity, line(section, "clause"), wording(section));
              Position nowhere = new Position("", 0, 0);
              boolean isNew =
                  seen.add(
                      new Policy.ListedEntity(
                          new Located<>(entity.value(), nowhere),
                          listed.clause(),
                          listed.wording()));
              if (!isNew) {
                throw item.error("is listed twice with the same clause and wording");
              }
              return listed;
            })
        .toList();
  }

  private List<Policy.Retention> retention(Value list) {
    List<Policy.Retention> rules = list.list().stream().map(this::rule).toList();
    if (rules.isEmpty()) {
      throw list.error("must hold at least one rule");
    }
    refuseTwice("rule", rules.stream().map(Policy.Retention::id).toList());
    return rules;
  }

  private static void refuseTwice(String what, List<Located<String>> ids) {
    Map<String, Position> seen = new HashMap<>();
    for (Located<String> id : ids) {
      Position before = seen.putIfAbsent(id.value(), id.at());
      if (before != null) {
        throw new SettingsException(
            id.at(), what + " '" + id + "' is written twice; first on line " + before.line());
      }
    }
  }

  private Policy.Retention rule(Value item) {
    Section section =
        item.section(
            "id",
            "clock",
            "term",
            "deadline",
            "clause",
            "wording",
            "assumption",
            "then",
            "unless",
            "at-least");
    boolean atLeast = section.optional("at-least").map(Value::flag).orElse(false);
    if (atLeast && section.required("term").isMapping()) {
      section.refuse("at-least", "needs a term in numbers");
    }
    return new Policy.Retention(
        section.required("id").id(),
        section.required("clock").oneOf(Words.CLOCKS),
        term(section.required("term")),
        section.optional("deadline").map(this::deadline),
        line(section, "clause"),
        wording(section),
        section.optional("assumption").map(value -> value.text().value()),
        actions(section.required("then")),
        section.optional("unless").map(PolicyReader::exemptions).orElse(Set.of()),
        atLeast);
  }

  private List<Policy.Request> requests(Value list) {
    List<Policy.Request> requests = list.list().stream().map(this::request).toList();
    refuseTwice("request", requests.stream().map(Policy.Request::id).toList());
    return requests;
  }

  private Policy.Request request(Value item) {
    Section section = item.section("id", "right", "deadline", "clause", "wording", "assumption");
    return new Policy.Request(
        section.required("id").id(),
        section.required("right").oneOf(Words.RIGHTS),
        section.optional("deadline").map(this::deadline),
        line(section, "clause"),
        wording(section),
        section.optional("assumption").map(value -> value.text().value()));
  }

  private static Term term(Value value) {
    return value.isMapping()
        ? new Term.Until(value.section("until").required("until").oneOf(Words.CLOCKS))
        : new Term.Lasting(value.period());
  }

  private Deadline deadline(Value value) {
    Section section = value.section("days", "working-days");
    Optional<Value> working = section.optional("working-days");
    Optional<Value> calendar = section.optional("days");
    if (working.isPresent() == calendar.isPresent()) {
      throw value.error("must have exactly one of 'days' and 'working-days'");
    }
    long days = working.or(() -> calendar).orElseThrow().integer(0, 36_600);
    return new Deadline((int) days, working.map(counted -> workingDays));
  }

  private static Set<Action> actions(Value value) {
    EnumSet<Action> actions = EnumSet.noneOf(Action.class);
    value.list().forEach(item -> actions.add(item.oneOf(Words.ACTIONS)));
    if (actions.isEmpty()) {
      throw value.error("must name at least one action");
    }
    return Set.copyOf(actions);
  }

  private static Set<Exemption> exemptions(Value value) {
    EnumSet<Exemption> exemptions = EnumSet.noneOf(Exemption.class);
    value.list().forEach(item -> exemptions.add(item.oneOf(Words.EXEMPTIONS)));
    return Set.copyOf(exemptions);
  }

  private static Optional<String> wording(Section section) {
    return section.optional("wording").map(value -> value.text().value().strip());
  }

  private static String line(Section section, String key) {
    return section.required(key).text().value().strip();
  }
}
