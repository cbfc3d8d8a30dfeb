package kz.umyt.plan;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import kz.umyt.policy.ClockReading;
import kz.umyt.settings.ClockSpec;
import kz.umyt.settings.FileNameDay;
import kz.umyt.settings.Located;
import kz.umyt.settings.RegisterEntry;
import kz.umyt.source.csv.CsvReader;
import kz.umyt.source.csv.CsvRow;
import kz.umyt.source.csv.FileWatch;

/** The clock of one rule over the rows of a file. */
sealed interface RowClock extends AutoCloseable
    permits RowClock.OfCell, RowClock.OfFile, RowClock.OfRegister, SubjectClock {

  /** What it shows of one row: a day, or several of which the latest counts. */
  List<ClockReading> read(CsvRow row);

  /** Whether it depends on who the row's subject is. */
  default boolean looksForPeople() {
    return false;
  }

  /** Lets go of what it reads from. */
  @Override
  default void close() {}

  /**
   * The clock of a rule in a file.
   *
   * @param rule its number
   */
  static RowClock of(
      BoundFiles target, BoundFiles.BoundFile file, int rule, List<RegisterEntry> withdrawals) {
    ClockSpec where = target.rules().get(rule).where();
    if (where instanceof ClockSpec.Column cell) {
      return new OfCell(file.clocks().get(rule).orElseThrow(), new CellDate(cell.format()));
    }
    if (where instanceof ClockSpec.Newest newest) {
      return OfFile.newest(
          file, new OfCell(file.clocks().get(rule).orElseThrow(), new CellDate(newest.format())));
    }
    if (where instanceof ClockSpec.SubjectLatest) {
      return new SubjectClock(target, file, target.subjects().get(rule).orElseThrow());
    }
    if (where instanceof ClockSpec.FileName name) {
      return OfFile.named(new FileNameDay(name.format().map(Located::value)), file);
    }
    if (where instanceof ClockSpec.FileModified) {
      return new OfFile(
          List.of(new ClockReading.Day(FileWatch.modified(file.file(), target.zone()))));
    }
    return ofRegister(file.subject(), withdrawals);
  }

  private static RowClock ofRegister(OptionalInt subject, List<RegisterEntry> withdrawals) {
    Map<String, List<ClockReading>> days = new TreeMap<>();
    for (RegisterEntry entry : withdrawals) {
      days.merge(
          SubjectForm.trimmed(entry.subject().orElseThrow()),
          List.of(new ClockReading.Day(entry.from())),
          RowClock::both);
    }
    return new OfRegister(subject.orElseThrow(), days);
  }

  private static List<ClockReading> both(List<ClockReading> some, List<ClockReading> others) {
    return Stream.concat(some.stream(), others.stream()).toList();
  }

  /** The same for every row of a file. */
  record OfFile(List<ClockReading> readings) implements RowClock {
    static OfFile named(FileNameDay days, BoundFiles.BoundFile file) {
      return new OfFile(
          List.of(
              days.in(file.file().name())
                  .<ClockReading>map(ClockReading.Day::new)
                  .orElseGet(ClockReading.Unreadable::new)));
    }

    /** Reads the whole file: what its rows show, each day once. */
    static OfFile newest(BoundFiles.BoundFile file, OfCell cell) {
      Set<ClockReading> seen = new HashSet<>();
      try (CsvReader reader = CsvReader.open(file.file(), file.format())) {
        for (CsvRow row : reader) {
          seen.addAll(cell.read(row));
        }
      }
      return new OfFile(List.copyOf(seen));
    }

    @Override
    public List<ClockReading> read(CsvRow row) {
      return readings;
    }
  }

  /** A cell of the row. */
  record OfCell(int column, CellDate dates) implements RowClock {
    @Override
    public List<ClockReading> read(CsvRow row) {
      return List.of(row.cell(column).map(dates::read).orElseGet(ClockReading.Empty::new));
    }
  }

  /**
   * The days that the register of withdrawals gives for the row's subject. A withdrawal destroys:
   * it must name its person exactly, and nobody knows whom a damaged number names.
   */
  record OfRegister(int subject, Map<String, List<ClockReading>> days) implements RowClock {
    @Override
    public boolean looksForPeople() {
      return !days.isEmpty();
    }

    @Override
    public List<ClockReading> read(CsvRow row) {
      Optional<String> who = row.cell(subject);
      if (looksForPeople() && who.filter(SubjectForm::isDamaged).isPresent()) {
        return List.of(new ClockReading.Unreadable());
      }
      return who.map(cell -> days.getOrDefault(SubjectForm.trimmed(cell), List.of()))
          .orElse(List.of());
    }
  }
}
