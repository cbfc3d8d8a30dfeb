package kz.umyt.cli.demo;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Writes {@code crm.sql}: the tables, then their rows, parents first. */
final class CrmScript {
  private final WordLists words;
  private final People people;
  private final List<Subscriber> subscribers;
  private final Registers registers;
  private final Witness witness;

  CrmScript(
      WordLists words,
      People people,
      List<Subscriber> subscribers,
      Registers registers,
      Witness witness) {
    this.words = words;
    this.people = people;
    this.subscribers = subscribers;
    this.registers = registers;
    this.witness = witness;
  }

  /**
   * What became of one table.
   *
   * @param counts empty for a table that no target names
   */
  record Written(long rows, Optional<Truth.Counts> counts) {}

  /** By table name in lower case. */
  Map<String, Written> write(Path file) throws IOException {
    Map<String, Written> written = new LinkedHashMap<>();
    try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      out.write(words.schema());
      SqlScript script = new SqlScript(out);
      for (CrmTable table : tables()) {
        Optional<Tally> tally = table.rule().map(rule -> new Tally(rule, registers));
        script.table(table.name(), table.columns());
        table.rows(script, witness.at("crm", table.name()), tally.orElse(uncounted()));
        written.put(
            table.name().toLowerCase(Locale.ROOT),
            new Written(script.end(), tally.map(Tally::counts)));
      }
    }
    return written;
  }

  private List<CrmTable> tables() {
    return List.of(
        new SubscribersTable(subscribers, new FreeText(words, people, "notes")),
        new ContractsTable(subscribers),
        new PaymentsTable(subscribers, registers),
        new CallRecordsTable(subscribers, people),
        new TicketsTable(subscribers, new FreeText(words, people, "tickets")),
        new WebLoginsTable(subscribers, words.userAgents()));
  }

  private Tally uncounted() {
    return new Tally(Rule.SUBSCRIBER, registers);
  }
}
