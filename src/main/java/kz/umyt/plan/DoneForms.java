package kz.umyt.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.umyt.settings.Action;
import kz.umyt.settings.Job;
import kz.umyt.settings.OperatorSpec;
import kz.umyt.settings.SettingsException;
import kz.umyt.settings.Target;
import kz.umyt.source.Column;
import kz.umyt.source.ColumnKind;
import kz.umyt.source.Table;
import kz.umyt.source.TableName;
import kz.umyt.source.jdbc.Database;
import kz.umyt.source.jdbc.Session;

/** In which forms {@code umyt_done} knows rows of a database, whichever job has entered them. */
final class DoneForms {

  private static final int LONG_TEXT = 4_000;

  private final Job job;
  private final Predicate<Database> hasJournal;
  private final Map<String, List<String>> ids = new HashMap<>();

  /**
   * What is known in the databases of a job.
   *
   * @param hasJournal without {@code umyt_done} nothing has been anonymized yet
   */
  DoneForms(Job job, Predicate<Database> hasJournal) {
    this.job = job;
    this.hasJournal = hasJournal;
  }

  boolean exist(Database database) {
    return hasJournal.test(database);
  }

  /** What a target makes of its rows. */
  static AnonymizedForm form(Target.Table spec, Table table) {
    return AnonymizedForm.of(
        table,
        spec.columns().stream()
            .filter(rule -> !(rule.operator() instanceof OperatorSpec.Keep))
            .map(rule -> table.column(rule.column()))
            .toList());
  }

  /**
   * What targets of the job make of a table's rows, and whatever job has been at work there. The
   * target's own form is among them only if rows are entered in it.
   */
  List<AnonymizedForm> forms(Target.Table spec, Table table, Database database) {
    List<AnonymizedForm> known = known(database, table).toList();
    AnonymizedForm own = form(spec, table);
    return Stream.concat(
            here(spec, table).filter(form -> spec.marker().isEmpty() || !form.equals(own)),
            known.stream())
        .distinct()
        .toList();
  }

  /**
   * The target's marker.
   *
   * @throws SettingsException if rows are marked by it of which other columns were anonymized
   */
  Optional<Marker> marker(Target.Table spec, Table table, Database database) {
    Optional<Marker> marker = Marker.of(spec, table, job.targets());
    if (marker.isPresent()) {
      refuseFilled(spec, marker.get(), table, database);
    }
    if (marker.isPresent() && exist(database)) {
      requireSameColumns(spec, marker.get(), table, database);
    }
    return marker;
  }

  private static void refuseFilled(
      Target.Table spec, Marker marker, Table table, Database database) {
    if (database.isFilled(table.name(), marker.column().name())) {
      throw new SettingsException(
          spec.marker().orElseThrow().at(),
          "column "
              + marker.column().name()
              + " cannot be the marker: the database fills it by itself (a default, or ON UPDATE),"
              + " so rows would be taken for anonymized");
    }
  }

  private static void requireSameColumns(
      Target.Table spec, Marker marker, Table table, Database database) {
    try (Session session = database.session()) {
      Optional<String> claimed =
          session.find(
              "SELECT row_key FROM " + database.journalSchema() + ".umyt_done WHERE target = ?",
              List.of(marker.id()),
              row -> String.valueOf(row.text(1)));
      String quoted = database.dialect().quote(marker.column().name());
      if (claimed.filter(form -> !form.equals(form(spec, table).id())).isPresent()
          && session.number(
                  "SELECT COUNT(" + quoted + ") FROM " + database.dialect().quote(table.name()))
              > 0) {
        throw new SettingsException(
            spec.marker().orElseThrow().at(),
            "column "
                + marker.column().name()
                + " marks rows of which other columns were anonymized: "
                + claimed.get()
                + "; name those columns again, empty the marker of rows that must be anonymized"
                + " anew, or take another column");
      }
    }
  }

  private Stream<AnonymizedForm> here(Target.Table spec, Table table) {
    return job.targets().stream()
        .filter(other -> other.source().value().equals(spec.source().value()))
        .filter(Target.Table.class::isInstance)
        .map(Target.Table.class::cast)
        .filter(other -> other.action() == Action.ANONYMIZE)
        .filter(other -> !TableName.meant(other.table().value(), List.of(table.name())).isEmpty())
        .map(other -> form(other, table));
  }

  /**
   * Columns by which a record is known again, whatever the job does to it: its subject, else all
   * that the job does not change. Long texts are left out.
   */
  List<Column> record(Target.Table spec, Table table) {
    Set<Column> changed =
        here(spec, table).flatMap(form -> form.columns().stream()).collect(Collectors.toSet());
    List<Column> plain =
        table.columns().stream()
            .filter(column -> column.kind() != ColumnKind.OTHER && !column.mayExceed(LONG_TEXT))
            .toList();
    List<Column> lasting = plain.stream().filter(column -> !changed.contains(column)).toList();
    List<Column> subject =
        lasting.stream()
            .filter(
                column ->
                    spec.subject()
                        .filter(name -> name.value().equalsIgnoreCase(column.name()))
                        .isPresent())
            .toList();
    boolean onlyKey =
        lasting.stream().allMatch(column -> table.primaryKey().contains(column.name()));
    return !subject.isEmpty() ? subject : onlyKey ? plain : lasting;
  }

  private Stream<AnonymizedForm> known(Database database, Table table) {
    return exist(database)
        ? ids.computeIfAbsent(database.name(), name -> read(database)).stream()
            .flatMap(id -> AnonymizedForm.read(id, table).stream())
        : Stream.empty();
  }

  /** One look into the index for each, since the table grows with every night. */
  private static List<String> read(Database database) {
    String sql = database.dialect().nextValue(database.journalSchema() + ".umyt_done", "target");
    List<String> found = new ArrayList<>();
    try (Session session = database.session()) {
      // Before every name of a table, and not empty, which some engines take for no text at all.
      Optional<String> next = Optional.of(" ");
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
