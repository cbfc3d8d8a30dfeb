package kz.umyt.destroy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.umyt.anonymize.TextFinder;
import kz.umyt.plan.BoundFiles;
import kz.umyt.plan.BoundTable;
import kz.umyt.plan.BoundTarget;
import kz.umyt.plan.DoneRows;
import kz.umyt.settings.Action;
import kz.umyt.settings.Located;
import kz.umyt.settings.SettingsException;
import kz.umyt.source.Column;
import kz.umyt.source.SourceException;
import kz.umyt.source.csv.CsvReader;
import kz.umyt.source.csv.CsvRow;
import kz.umyt.source.jdbc.Dialect;
import kz.umyt.source.jdbc.Session;

/**
 * Counts how many anonymized records are alike in the columns that together may still point at a
 * person: whoever stands alone there can be recognized by somebody who knows these facts. All
 * anonymized records of a target are looked at, since those of earlier nights stand among them. The
 * database groups; no row is loaded.
 */
public final class Likeness {

  private final QuasiIdentifiers quasiIdentifiers;
  private final AnonymizedRows anonymizedRows;

  public Likeness(TextFinder finder, AnonymizedRows anonymizedRows) {
    this.quasiIdentifiers = new QuasiIdentifiers(finder);
    this.anonymizedRows = anonymizedRows;
  }

  /**
   * What was found.
   *
   * @param rows anonymized records
   * @param groups of records that are alike
   * @param smallest records in the smallest group; 0 where there is no record
   * @param unique records that stand alone
   * @param below records in groups that are smaller than the job asks
   */
  public record Groups(long rows, long groups, long smallest, long unique, long below) {}

  /** Why nothing was counted. */
  public enum Gap {
    /** Nobody knows of a column that could point at a person. */
    NO_COLUMNS,
    /** A file has more groups than memory shall hold. */
    TOO_MANY,
    /** The database refused the query. */
    FAILED
  }

  /**
   * The answer for one target.
   *
   * @param columns that were looked at
   * @param groups absent where there is a gap
   * @param reason of a gap, as far as there is more to say
   */
  public record Measured(
      List<String> columns, Optional<Groups> groups, Optional<Gap> gap, Optional<String> reason) {

    private static Measured of(List<String> columns, Groups groups) {
      return new Measured(columns, Optional.of(groups), Optional.empty(), Optional.empty());
    }

    private static Measured gap(List<String> columns, Gap gap, Optional<String> reason) {
      return new Measured(columns, Optional.empty(), Optional.of(gap), reason);
    }
  }

  /**
   * Makes sure, before anything is touched, that what a job asks for can be looked at.
   *
   * @throws SettingsException if a column that it names is not there, or it asks for groups and
   *     there is no column to tell them by
   */
  public static void check(List<BoundTarget> targets, TextFinder finder) {
    QuasiIdentifiers quasi = new QuasiIdentifiers(finder);
    for (BoundTarget target : targets) {
      if (target.spec().action() == Action.ANONYMIZE) {
        boolean isVain =
            target instanceof BoundTable table
                ? quasi.of(table).isEmpty()
                : isVain((BoundFiles) target, quasi);
        target.spec().aftercare().requireK().filter(k -> isVain).ifPresent(Likeness::refuse);
      }
    }
  }

  private static boolean isVain(BoundFiles target, QuasiIdentifiers quasi) {
    return target.files().stream().map(file -> quasi.of(target, file)).anyMatch(List::isEmpty);
  }

  private static void refuse(Located<Integer> requireK) {
    throw new SettingsException(
        requireK.at(),
        "'require-k' has nothing to go by: no column here is known as one that may point at a"
            + " person together with others; name such columns under 'quasi-identifiers'");
  }

  /** Looks at what a target holds now. */
  public Measured of(BoundTarget target) {
    long asked = target.spec().aftercare().requireK().map(Located::value).orElse(1);
    return target instanceof BoundTable table
        ? inTable(table, asked)
        : inFiles((BoundFiles) target, asked);
  }

  private Measured inTable(BoundTable target, long asked) {
    List<Column> columns = quasiIdentifiers.of(target);
    List<String> names = columns.stream().map(Column::name).toList();
    if (columns.isEmpty()) {
      return Measured.gap(names, Gap.NO_COLUMNS, Optional.empty());
    }
    try (Session session = target.database().session()) {
      return Measured.of(
          names,
          session.one(
              sql(target, columns, asked),
              row ->
                  new Groups(
                      row.number(1), row.number(2), row.number(3), row.number(4), row.number(5))));
    } catch (SourceException refused) {
      // A database that is gone ends the attempt, and the next one goes on. Any other refusal would
      // come back with every attempt, and the work is done.
      target.database().requireReachable();
      return Measured.gap(names, Gap.FAILED, Optional.ofNullable(refused.getMessage()));
    }
  }

  private static String sql(BoundTable target, List<Column> columns, long asked) {
    Dialect dialect = target.database().dialect();
    String values =
        columns.stream()
            // Equal only for equal values, whatever the collation of the column.
            .map(column -> dialect.keyText(target.conditions().column(column.name()), column))
            .collect(Collectors.joining(", "));
    return "SELECT SUM(umyt_n), COUNT(*), MIN(umyt_n), SUM(CASE WHEN umyt_n = 1 THEN 1 ELSE 0 END),"
        + " SUM(CASE WHEN umyt_n < "
        + asked
        + " THEN umyt_n ELSE 0 END) FROM (SELECT COUNT(*) AS umyt_n FROM "
        + dialect.quote(target.table().name())
        + " WHERE "
        + target.conditions().done()
        + " GROUP BY "
        + values
        + ") umyt_g";
  }

  private Measured inFiles(BoundFiles target, long asked) {
    List<String> names =
        target.files().stream().flatMap(file -> names(target, file)).distinct().toList();
    if (names.isEmpty()) {
      return Measured.gap(names, Gap.NO_COLUMNS, Optional.empty());
    }
    CellGroups groups = new CellGroups();
    for (BoundFiles.BoundFile file : target.present()) {
      DoneRows.InFile done = anonymizedRows.in(target, file);
      if (!done.any()) {
        continue;
      }
      List<Integer> columns = quasiIdentifiers.of(target, file);
      try (CsvReader reader = CsvReader.open(file.file(), file.format())) {
        for (CsvRow row : reader) {
          if (done.contains(row) && !groups.add(columns.stream().map(row::cell).toList())) {
            return Measured.gap(names, Gap.TOO_MANY, Optional.empty());
          }
        }
      } catch (SourceException unread) {
        // The count of the target tells of it.
      }
    }
    return Measured.of(names, groups.count(asked));
  }

  private Stream<String> names(BoundFiles target, BoundFiles.BoundFile file) {
    return quasiIdentifiers.of(target, file).stream().map(file.format().header()::get);
  }
}
