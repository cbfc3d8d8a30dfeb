package kz.umyt.plan;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.umyt.policy.ClockReading;
import kz.umyt.settings.ClockSpec;
import kz.umyt.settings.Located;
import kz.umyt.settings.SettingsException;
import kz.umyt.source.Column;
import kz.umyt.source.ColumnKind;
import kz.umyt.source.Table;
import kz.umyt.source.jdbc.Database;
import kz.umyt.source.jdbc.Dialect;
import kz.umyt.source.jdbc.Session;
import org.jspecify.annotations.Nullable;

/**
 * A table in which the clock of a person is found, whose records lie elsewhere.
 *
 * @param subject says whose row it is
 * @param day the clock
 */
record SubjectTable(Database database, Table table, Column subject, Column day) {

  /** Values that one query asks for: no engine refuses so many. */
  private static final int MOST_VALUES = 900;

  /**
   * Finds the table.
   *
   * @throws SettingsException if it or a column is not there, or the clock is no date
   */
  static SubjectTable of(ClockSpec.SubjectLatest clock, Database database) {
    String name = clock.name().value();
    int dot = name.lastIndexOf('.');
    Table table = database.table(new Located<>(name.substring(0, dot), clock.name().at()));
    Column day = table.column(new Located<>(name.substring(dot + 1), clock.name().at()));
    if (day.kind() != ColumnKind.DATE
        && day.kind() != ColumnKind.TIMESTAMP
        && day.kind() != ColumnKind.INSTANT) {
      throw new SettingsException(
          clock.name().at(),
          "column " + day.name() + " of table " + table.name() + " is no date, but " + day.type());
    }
    return new SubjectTable(database, table, table.column(clock.subject()), day);
  }

  private record Found(@Nullable String subject, ClockReading reading) {}

  /**
   * What the rows of some people show, by {@link SubjectForm#key}; nothing of those who have none.
   *
   * @param people as their records name them
   */
  Map<String, List<ClockReading>> readings(
      Session session, Collection<String> people, ZoneId zone) {
    List<Object> values = new ArrayList<>();
    for (String person : people) {
      SubjectForm.exact(person).stream()
          .flatMap(form -> WrittenKey.value(form, subject).stream())
          .forEach(values::add);
    }
    Map<String, List<ClockReading>> readings = new HashMap<>();
    for (int from = 0; from < values.size(); from += MOST_VALUES) {
      List<Object> part = values.subList(from, Math.min(values.size(), from + MOST_VALUES));
      for (Found found : rows(session, part, zone)) {
        if (found.subject != null) {
          readings
              .computeIfAbsent(SubjectForm.key(found.subject), person -> new ArrayList<>())
              .add(found.reading);
        }
      }
    }
    return readings;
  }

  private List<Found> rows(Session session, List<Object> values, ZoneId zone) {
    Dialect dialect = database.dialect();
    String sql =
        "SELECT "
            + dialect.quote(subject.name())
            + ", "
            + dialect.quote(day.name())
            + " FROM "
            + dialect.quote(table.name())
            + " WHERE "
            + dialect.quote(subject.name())
            + " IN ("
            + String.join(", ", Collections.nCopies(values.size(), "?"))
            + ")";
    return session
        .rows(
            sql,
            values,
            row -> {
              LocalDate at = row.day(2, day.kind(), zone);
              return new Found(
                  row.text(1), at == null ? new ClockReading.Empty() : new ClockReading.Day(at));
            })
        // One of them can be no value of the column, and hides the others.
        .orElseGet(
            () ->
                values.size() == 1
                    ? List.of()
                    : values.stream()
                        .flatMap(one -> rows(session, List.of(one), zone).stream())
                        .toList());
  }
}
