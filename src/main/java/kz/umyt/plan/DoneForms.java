package kz.umyt.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import kz.umyt.source.Table;
import kz.umyt.source.jdbc.Database;
import kz.umyt.source.jdbc.Session;

/** In which forms {@code umyt_done} knows rows of a database, whichever job has entered them. */
final class DoneForms {

  private final Predicate<Database> hasJournal;
  private final Map<String, List<String>> ids = new HashMap<>();

  /**
   * What is known in some databases.
   *
   * @param hasJournal without {@code umyt_done} nothing has been anonymized yet
   */
  DoneForms(Predicate<Database> hasJournal) {
    this.hasJournal = hasJournal;
  }

  boolean exist(Database database) {
    return hasJournal.test(database);
  }

  /** Those of a table. */
  List<AnonymizedForm> forms(Database database, Table table) {
    return exist(database)
        ? ids.computeIfAbsent(database.name(), name -> read(database)).stream()
            .map(id -> AnonymizedForm.read(id, table))
            .flatMap(Optional::stream)
            .toList()
        : List.of();
  }

  /** One look into the index for each, since the table grows with every night. */
  private static List<String> read(Database database) {
    String sql = database.dialect().nextValue(database.journalSchema() + ".umyt_done", "target");
    List<String> found = new ArrayList<>();
    try (Session session = database.session()) {
      Optional<String> next = Optional.of("");
      while (next.isPresent()) {
        next =
            session
                .find(sql, List.of(next.get()), row -> Optional.ofNullable(row.text(1)))
                .flatMap(id -> id);
        next.ifPresent(found::add);
      }
    }
    return found;
  }
}
