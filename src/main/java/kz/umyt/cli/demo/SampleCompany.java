package kz.umyt.cli.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * «Alatau Net», an internet provider that does not exist: a customer database, exports that
 * somebody forgot, and the registers of holds, blocks and withdrawals. Nobody in it is real; the
 * same bytes come out on every machine (of the packed file: the same content).
 */
public final class SampleCompany {

  /** The day that the sample company is made for; plans and runs of the demo decide for it. */
  public static final LocalDate AS_OF = LocalDate.of(2026, 1, 15);

  private static final String CLIENTS = "clients-*.csv";

  private final WordLists words;

  /**
   * Reads the lists.
   *
   * @param lists the folder {@code sample-data/alatau-net} of the installation
   * @throws kz.umyt.settings.SettingsException if a list is missing or damaged
   */
  public SampleCompany(Path lists) {
    this.words = WordLists.read(lists);
  }

  /**
   * Writes the company: {@code crm.sql} (an H2 script, UTF-8; no line but the last of a statement
   * ends with a semicolon), {@code exports/} and {@code registers/}. Files that are there already
   * are written anew.
   *
   * @param folder made if it is missing
   * @return what is true of it, which is written nowhere
   * @throws IOException if the folder cannot be written
   */
  public Truth write(Path folder) throws IOException {
    Files.createDirectories(folder);
    People people = new People(words);
    List<Subscriber> subscribers = Subscribers.signUp(people);
    Registers registers = new Registers(subscribers);
    Witness witness = new Witness();
    Map<String, Long> rows = new LinkedHashMap<>();
    Map<String, Truth.Counts> parts = new LinkedHashMap<>();

    registers.write(folder.resolve("registers"));
    new CrmScript(words, people, subscribers, registers, witness)
        .write(folder.resolve("crm.sql"))
        .forEach(
            (table, written) -> {
              rows.put(table, written.rows());
              written.counts().ifPresent(counts -> parts.put(table, counts));
            });
    Path exports = Files.createDirectories(folder.resolve("exports"));
    for (Export export : exports(people, subscribers, registers)) {
      Tally tally = new Tally(export.rule(), registers);
      long written = export.write(exports, witness.at("exports", export.name()), tally);
      rows.put("exports/" + export.name(), written);
      parts.put(export.name(), tally.counts());
    }
    return new Truth(
        AS_OF,
        targets(parts),
        Collections.unmodifiableMap(parts),
        withdrawn(subscribers, registers),
        witness.columns(),
        witness.values(),
        Collections.unmodifiableMap(rows));
  }

  private List<Export> exports(People people, List<Subscriber> subscribers, Registers registers) {
    return List.of(
        new ClientsExport(2019, 480, subscribers, people),
        new ClientsExport(2020, 640, subscribers, people),
        new NewsletterExport(subscribers, people),
        new CallCenterExport(
            subscribers, registers, people, new FreeText(words, people, "call centre")));
  }

  private static Truth.Counts withdrawn(List<Subscriber> subscribers, Registers registers) {
    Tally tally = new Tally(Rule.WITHDRAWN, registers);
    for (Subscriber subscriber : subscribers) {
      String iin = subscriber.iin();
      tally.record(registers.withdrawal(iin), iin, subscriber.owes());
    }
    return tally.counts();
  }

  /** The job names both files of clients with one pattern. */
  private static Map<String, Truth.Counts> targets(Map<String, Truth.Counts> parts) {
    Map<String, Truth.Counts> targets = new LinkedHashMap<>();
    parts.forEach(
        (part, counts) ->
            targets.merge(
                part.startsWith("clients-") ? CLIENTS : part, counts, Truth.Counts::plus));
    return Collections.unmodifiableMap(targets);
  }
}
