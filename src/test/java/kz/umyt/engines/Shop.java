package kz.umyt.engines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.umyt.settings.Installation;
import kz.umyt.settings.Job;
import kz.umyt.settings.Policy;
import kz.umyt.settings.Source;

/** Settings files of a small company that does not exist, written to a temporary folder. */
public final class Shop {

  private static final List<String> TERMS =
      List.of("P0D", "P1D", "P1M", "P13M", "P2Y", "P5Y", "P1Y6M");
  private static final List<String> CLOCKS =
      List.of("collected", "contract-end", "consent-withdrawn", "court-decision");

  /** Days within which a record must be gone, under rules of every clock but one. */
  public static final int DEADLINE = 30;

  private final Path base;
  private final StringBuilder sources = new StringBuilder("sources:\n");
  private final Map<String, String> variables = new HashMap<>();

  private Shop(Path base) {
    this.base = base;
  }

  /** Founds a company in a folder. */
  public static Shop in(Path base) {
    Shop shop = new Shop(base);
    shop.write("config/policies/shop.yaml", policy());
    shop.write("config/floors.yaml", floors());
    return shop;
  }

  /** A company whose settings are written already, for a process of its own. */
  public static Shop at(Path base) {
    return new Shop(base);
  }

  private static String policy() {
    StringBuilder yaml =
        new StringBuilder(
            """
            policy: shop
            version: 1
            organisation:
              bin: "190340012348"
              name: {kk: "«Dukenshi» ЖШС", ru: "ТОО «Dukenshi»", en: "Dukenshi LLP"}
            document: {title: "Политика", language: ru}
            entities:
              - {entity: PERSON, clause: "п. 1"}
            retention:
              - id: unsure
                clock: contract-end
                term: P2Y
                clause: "п. 9"
                assumption: "The text gives '2' without a unit; read as years."
                then: [destroy, anonymize]
            """);
    for (String term : TERMS) {
      for (String clock : CLOCKS) {
        rule(yaml, rule(clock, term), clock, term);
        rule(yaml, least(clock, term), clock, term).append("    at-least: true\n");
      }
    }
    return yaml.toString();
  }

  private static StringBuilder rule(StringBuilder yaml, String id, String clock, String term) {
    yaml.append("  - id: ").append(id).append('\n');
    yaml.append("    clock: ").append(clock).append('\n');
    yaml.append("    term: ").append(term).append('\n');
    if (!clock.equals("collected")) {
      yaml.append("    deadline: {days: ").append(DEADLINE).append("}\n");
    }
    return yaml.append("    clause: \"п. 2\"\n    then: [destroy, anonymize]\n");
  }

  /** A floor for every clock and term, from the clock's day and from the end of its year. */
  private static String floors() {
    StringBuilder yaml = new StringBuilder("floors:\n");
    for (String term : TERMS) {
      for (String clock : CLOCKS) {
        for (boolean fromNextYear : new boolean[] {false, true}) {
          yaml.append("  - id: ").append(floor(clock, term, fromNextYear)).append('\n');
          yaml.append("    name: {kk: a, ru: b, en: c}\n    clock: ").append(clock).append('\n');
          yaml.append("    term: ").append(term).append('\n');
          yaml.append("    basis: \"art. 1\"\n    confidence: high\n");
          yaml.append(fromNextYear ? "    from: next-year\n" : "");
        }
      }
    }
    return yaml.toString();
  }

  /** The policy's promise to keep at least so long. */
  public static String least(String clock, String term) {
    return "least-" + rule(clock, term);
  }

  /** The floor for a clock and a term. */
  public static String floor(String clock, String term, boolean fromNextYear) {
    return (fromNextYear ? "next-year-" : "floor-") + rule(clock, term);
  }

  /** The policy's rule for a clock and a term. */
  public static String rule(String clock, String term) {
    return clock + "-" + term.toLowerCase(java.util.Locale.ROOT);
  }

  public Path base() {
    return base;
  }

  public Path home() {
    return base.resolve("home");
  }

  /** Adds a database source. */
  public Shop database(String name, TestDatabase database) {
    sources.append(database.asSource(name));
    write("config/sources.yaml", sources.toString());
    return this;
  }

  /** Adds a source of CSV files. */
  public Shop folder(String name, Path folder) {
    sources.append("  ").append(name).append(":\n    csv: \"").append(folder).append("\"\n");
    write("config/sources.yaml", sources.toString());
    return this;
  }

  /** Sets a variable of the environment. */
  public void variable(String name, String value) {
    variables.put(name, value);
  }

  /** Writes a file below the base folder. */
  public Path write(String name, String text) {
    Path file = base.resolve(name);
    try {
      Files.createDirectories(file.getParent());
      return Files.writeString(file, text);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /**
   * Writes the one job of this company.
   *
   * @param body everything below the policy
   */
  public void job(String body) {
    boolean hasLeave = body.contains("limits:") || body.contains("approval:");
    write(
        "jobs/job.yaml",
        "job: nightly\npolicy: shop\n" + (hasLeave ? "" : "limits: {max-share: 100%}\n") + body);
  }

  /** The job as it stands on disk now. */
  public Job job() {
    return installation().job(base.resolve("jobs/job.yaml"));
  }

  public Policy policy(Job job) {
    return installation().policy(job.policy());
  }

  public Map<String, Source> sources() {
    return installation().sources();
  }

  private Installation installation() {
    return new Installation(base, base.resolve("config"), home(), variables);
  }
}
