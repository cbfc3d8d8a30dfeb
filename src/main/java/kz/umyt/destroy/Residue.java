package kz.umyt.destroy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kz.umyt.anonymize.Leftovers;
import kz.umyt.anonymize.ReadableText;
import kz.umyt.anonymize.TextFinder;
import kz.umyt.plan.BoundFiles;
import kz.umyt.plan.BoundTable;
import kz.umyt.plan.DoneRows;
import kz.umyt.settings.OperatorSpec;
import kz.umyt.settings.Target;
import kz.umyt.source.Column;
import kz.umyt.source.ColumnKind;
import kz.umyt.source.SourceException;
import kz.umyt.source.csv.CsvReader;
import kz.umyt.source.csv.CsvRow;

/** Reads anonymized columns again, through the recognizers, and counts what they still find. */
public final class Residue {

  private static final int MOST_KNOWN = 10_000;

  private static final int LONGEST_KNOWN = 100;

  private final TextFinder finder;
  private final Leftovers leftovers = new Leftovers();

  public Residue(TextFinder finder) {
    this.finder = finder;
  }

  /** Findings in the rows of a table that one run anonymized and entered as done. */
  public long in(BoundTable target, String run) {
    String entered =
        "EXISTS (SELECT 1 FROM "
            + target.database().journalSchema()
            + ".umyt_done umyt_d WHERE umyt_d.run = ? AND umyt_d.target = ? AND umyt_d.row_key = "
            + target.conditions().keyText()
            + ")";
    return in(target, entered, List.of(run, target.doneId()));
  }

  /** Findings in the rows of a table that are marked as anonymized since a day. */
  public long since(BoundTable target, LocalDate day) {
    Column marker = target.conditions().marker().orElseThrow().column();
    String marked =
        target.conditions().column(marker.name())
            + " >= "
            + target.database().dialect().startOfDay(marker.kind(), day, target.zone());
    return in(target, marked, List.of());
  }

  private long in(BoundTable target, String which, List<Object> parameters) {
    List<Target.ColumnRule> rules =
        target.spec().columns().stream()
            .filter(Residue::isChanged)
            .filter(rule -> isRead(target.table().column(rule.column())))
            .toList();
    if (rules.isEmpty()) {
      return 0;
    }
    String sql =
        "SELECT "
            + rules.stream()
                .map(rule -> target.table().column(rule.column()))
                .map(column -> target.conditions().column(column.name()))
                .collect(Collectors.joining(", "))
            + " FROM "
            + target.database().dialect().quote(target.table().name())
            + " WHERE "
            + which;
    try (Connection connection = target.database().connect()) {
      connection.setAutoCommit(false);
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        statement.setFetchSize(target.database().dialect().streamingFetchSize());
        Parameters.set(statement, parameters);
        return count(statement, rules);
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    } catch (SQLException failure) {
      throw target
          .database()
          .failed("table " + target.table().name() + " cannot be read again", failure);
    }
  }

  private static boolean isRead(Column column) {
    return column.kind() == ColumnKind.TEXT || column.document().isPresent();
  }

  private long count(PreparedStatement statement, List<Target.ColumnRule> rules)
      throws SQLException {
    long findings = 0;
    // What operators write is often the same in many rows.
    Map<String, Integer> known = new HashMap<>();
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        for (int i = 0; i < rules.size(); i++) {
          String value = rows.getString(i + 1);
          findings += value == null ? 0 : found(rules.get(i), value, known);
        }
      }
    }
    return findings;
  }

  /** Findings in the CSV rows that are anonymized. */
  public long in(BoundFiles target, AnonymizedRows anonymized) {
    long findings = 0;
    List<Target.ColumnRule> rules = target.spec().columns();
    for (BoundFiles.BoundFile file : target.present()) {
      DoneRows.InFile done = anonymized.in(target, file);
      if (!done.any()) {
        continue;
      }
      try (CsvReader reader = CsvReader.open(file.file(), file.format())) {
        for (CsvRow row : reader) {
          if (!done.contains(row)) {
            continue;
          }
          for (int i = 0; i < rules.size(); i++) {
            Target.ColumnRule rule = rules.get(i);
            if (isChanged(rule)) {
              findings += row.cell(file.columns().get(i)).map(cell -> found(rule, cell)).orElse(0);
            }
          }
        }
      } catch (SourceException unread) {
        // The count of the target tells of it.
      }
    }
    return findings;
  }

  private int found(Target.ColumnRule rule, String value, Map<String, Integer> known) {
    if (leftovers.areWritten(rule.operator(), value)) {
      return 0;
    }
    Integer before = known.get(value);
    if (before != null) {
      return before;
    }
    int findings = found(rule, value);
    if (value.length() <= LONGEST_KNOWN && known.size() < MOST_KNOWN) {
      known.put(value, findings);
    }
    return findings;
  }

  private int found(Target.ColumnRule rule, String value) {
    return leftovers.areWritten(rule.operator(), value)
        ? 0
        : finder.find(ReadableText.of(value).text()).size();
  }

  private static boolean isChanged(Target.ColumnRule rule) {
    return !(rule.operator() instanceof OperatorSpec.Keep);
  }
}
