package kz.umyt.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;
import kz.umyt.policy.ClockReading;
import kz.umyt.settings.ClockSpec;
import kz.umyt.settings.RegisterEntry;
import kz.umyt.source.csv.CsvRow;

/** The clock of one rule over the rows of a file. */
sealed interface RowClock {

  /** What it shows of one row: a day, or several of which the latest counts. */
  List<ClockReading> read(CsvRow row);

  /** The clock of a rule in a file. */
  static RowClock of(
      BoundRule rule, OptionalInt column, OptionalInt subject, List<RegisterEntry> withdrawals) {
    if (rule.where() instanceof ClockSpec.Column cell) {
      return new OfCell(column.orElseThrow(), new CellDate(cell.format()));
    }
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

  /** A cell of the row. */
  record OfCell(int column, CellDate dates) implements RowClock {
    @Override
    public List<ClockReading> read(CsvRow row) {
      return List.of(row.cell(column).map(dates::read).orElseGet(ClockReading.Empty::new));
    }
  }

  /**
   * The days that the register of withdrawals gives for the row's subject. A withdrawal destroys:
   * it must name its person exactly.
   */
  record OfRegister(int subject, Map<String, List<ClockReading>> days) implements RowClock {
    @Override
    public List<ClockReading> read(CsvRow row) {
      Optional<String> who = row.cell(subject);
      return who.map(cell -> days.getOrDefault(SubjectForm.trimmed(cell), List.of()))
          .orElse(List.of());
    }
  }
}
