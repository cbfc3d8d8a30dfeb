package kz.umyt.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import kz.umyt.policy.ClockReading;
import kz.umyt.policy.ClockState;
import kz.umyt.policy.DueRule;
import kz.umyt.policy.Standing;
import kz.umyt.source.SourceException;
import kz.umyt.source.csv.CsvReader;
import kz.umyt.source.csv.CsvRow;
import org.jspecify.annotations.Nullable;

/** Counts where the rows of CSV files stand. */
final class FileCounter {

  private final ActiveRegisters registers;
  private final DoneRows doneRows;

  FileCounter(ActiveRegisters registers, DoneRows doneRows) {
    this.registers = registers;
    this.doneRows = doneRows;
  }

  private static final class Tally {
    private final Map<Standing, Long> byStanding = new EnumMap<>(Standing.class);
    private long overdue;
    private long done;
    private long titleLines;
    private long totalsRows;
    private long unknown;
    private final List<String> unread = new ArrayList<>();
    private @Nullable LocalDate oldest;
    private @Nullable LocalDate newest;

    /** Takes up a file that was read to its end. */
    void add(Tally file) {
      file.byStanding.forEach((standing, rows) -> byStanding.merge(standing, rows, Long::sum));
      overdue += file.overdue;
      done += file.done;
      titleLines += file.titleLines;
      totalsRows += file.totalsRows;
      unknown += file.unknown;
      Stream.of(file.oldest, file.newest).filter(Objects::nonNull).forEach(this::addDue);
    }

    void add(Standing standing, DueRule rule, List<ClockReading> clock) {
      byStanding.merge(standing, 1L, Long::sum);
      if (standing == Standing.DUE && rule.latest(clock) == ClockState.OVER) {
        clock.stream()
            .filter(ClockReading.Day.class::isInstance)
            .map(reading -> ((ClockReading.Day) reading).day())
            .max(Comparator.naturalOrder())
            .ifPresent(this::addDue);
      }
    }

    private void addDue(LocalDate day) {
      oldest = oldest == null || day.isBefore(oldest) ? day : oldest;
      newest = newest == null || day.isAfter(newest) ? day : newest;
    }
  }

  PlannedTarget count(BoundFiles target) {
    Tally tally = new Tally();
    tally.unread.addAll(target.unread());
    for (BoundFiles.BoundFile file : target.present()) {
      try {
        tally.add(count(target, file));
      } catch (SourceException failure) {
        // Records of a file that breaks off somewhere are not decided, and the other files go on.
        tally.unread.add(String.valueOf(failure.getMessage()));
      }
    }
    return new PlannedTarget(
        target.source().name().value(),
        target.source().system(),
        "CSV",
        target.spec().file().value(),
        target.rule().id(),
        target.rule().clause(),
        target.rule().clockText(),
        target.rule().termText(),
        target.spec().action().word(),
        target.rule().due().cutoff(),
        new StandingCounts(tally.byStanding, tally.overdue, List.of(), tally.unread),
        tally.done,
        Optional.ofNullable(tally.oldest),
        Optional.ofNullable(tally.newest),
        target.confirmed(),
        PlannedTarget.PlannedRule.of(target.rules()),
        TableCounter.entities(target.spec()),
        TableCounter.columns(target.spec()),
        remarks(target, tally));
  }

  private Tally count(BoundFiles target, BoundFiles.BoundFile file) {
    Tally tally = new Tally();
    DoneRows.InFile done = doneRows.in(target, file);
    try (RowDecision decision = new RowDecision(target, file, registers);
        CsvReader reader = CsvReader.open(file.file(), file.format())) {
      for (CsvRow row : reader) {
        if (done.contains(row)) {
          tally.done++;
        } else {
          Standing standing = decision.decide(row);
          tally.unknown += standing == Standing.UNDECIDABLE && decision.isUnknown(row) ? 1 : 0;
          tally.add(standing, target.rule().due(), decision.clock(row));
          tally.overdue += standing == Standing.DUE && decision.isOverdue(row) ? 1 : 0;
        }
      }
      tally.titleLines += reader.titleLines();
      tally.totalsRows += reader.totalsRows();
    }
    return tally;
  }

  private static List<String> remarks(BoundFiles target, Tally tally) {
    List<String> remarks = new ArrayList<>(TableCounter.unconfirmed(target));
    tally.unread.forEach(why -> remarks.add("not read: " + why));
    if (target.files().isEmpty() && tally.unread.isEmpty()) {
      remarks.add("no file matches this pattern");
    }
    target.files().stream()
        .filter(file -> file.format().isEncodingDoubtful())
        .map(
            file ->
                file.file().name()
                    + " is read as "
                    + file.format().charset().name()
                    + ", which was guessed from few letters; look at some names, and give the"
                    + " source its 'encoding'")
        .forEach(remarks::add);
    if (tally.unknown > 0) {
      remarks.add(
          "undecidable, as registers may name these people: "
              + tally.unknown
              + " rows whose subject is a number like 8,70101E+11, which a spreadsheet has rounded;"
              + " export the column as text");
    }
    if (tally.titleLines + tally.totalsRows > 0) {
      remarks.add(
          "no records, kept as they are: "
              + tally.titleLines
              + " lines above headers, "
              + tally.totalsRows
              + " rows of totals");
    }
    return remarks;
  }
}
