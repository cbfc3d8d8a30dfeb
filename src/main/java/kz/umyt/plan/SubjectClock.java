package kz.umyt.plan;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import kz.umyt.policy.ClockReading;
import kz.umyt.source.csv.CsvReader;
import kz.umyt.source.csv.CsvRow;
import kz.umyt.source.jdbc.Session;
import org.jspecify.annotations.Nullable;

/**
 * The clock that a database has of the person of a file's row. Whoever is not there is for a
 * person: nobody knows whether he was forgotten there or never known.
 *
 * <p>A reader of its own goes ahead over the same file, so that the database is asked for many
 * people at once, whatever reads the rows here. Rows must be asked for in their order.
 */
final class SubjectClock implements RowClock {

  /** Rows that it goes ahead. */
  private static final int AHEAD = 500;

  private static final List<ClockReading> UNKNOWN = List.of(new ClockReading.Unreadable());

  private final BoundFiles target;
  private final BoundFiles.BoundFile file;
  private final SubjectTable table;
  private final int subject;
  private @Nullable Ahead ahead;
  private Map<String, List<ClockReading>> known = Map.of();
  private long last;

  SubjectClock(BoundFiles target, BoundFiles.BoundFile file, SubjectTable table) {
    this.target = target;
    this.file = file;
    this.table = table;
    this.subject = file.subject().orElseThrow();
  }

  /** Open from the first row on. */
  private record Ahead(CsvReader reader, Iterator<CsvRow> rows, Session session) {}

  @Override
  public List<ClockReading> read(CsvRow row) {
    Ahead opened = ahead == null ? open() : ahead;
    ahead = opened;
    while (row.number() > last && opened.rows.hasNext()) {
      goAhead(opened);
    }
    return row.cell(subject)
        .map(person -> known.getOrDefault(SubjectForm.key(person), UNKNOWN))
        .orElse(UNKNOWN);
  }

  private Ahead open() {
    CsvReader reader = CsvReader.open(file.file(), file.format());
    try {
      Session session = table.database().session();
      session.inZone(target.zone());
      return new Ahead(reader, reader.iterator(), session);
    } catch (RuntimeException failure) {
      reader.close();
      throw failure;
    }
  }

  private void goAhead(Ahead opened) {
    Set<String> people = new TreeSet<>();
    for (int i = 0; i < AHEAD && opened.rows.hasNext(); i++) {
      CsvRow row = opened.rows.next();
      row.cell(subject)
          .map(SubjectForm::trimmed)
          .filter(one -> !one.isEmpty())
          .ifPresent(people::add);
      last = row.number();
    }
    known = table.readings(opened.session, people, target.zone());
  }

  @Override
  public void close() {
    if (ahead != null) {
      ahead.reader.close();
      ahead.session.close();
    }
  }
}
