package kz.umyt.discover;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;

/** Counts the cells of one column that are dates. */
final class DateTally {

  private static final DateForm[] FORMS = DateForm.values();

  private final DateReader reader = new DateReader();
  private final LocalDate today;
  private final boolean stored;
  private final Map<DateForm, Cells> forms = new EnumMap<>(DateForm.class);

  /** Cells in one form. */
  private static final class Cells {
    private long cells;
    private long sentinels;
    private long future;
    private int times;
  }

  /**
   * Counts nothing yet.
   *
   * @param today days behind it are future
   * @param stored whether the engine stores dates
   */
  DateTally(LocalDate today, boolean stored) {
    this.today = today;
    this.stored = stored;
  }

  void add(String cell) {
    if (stored) {
      boolean day = reader.readStored(cell);
      count(DateForm.STORED, !day || reader.isSentinel());
      return;
    }
    if (!reader.read(cell)) {
      return;
    }
    for (DateForm form : FORMS) {
      if (reader.is(form)) {
        boolean swapped = form == DateForm.MONTH_FIRST_SLASHES;
        if (swapped) {
          reader.swap();
        }
        count(form, reader.isSentinel());
        if (swapped) {
          reader.swap();
        }
      }
    }
  }

  private void count(DateForm form, boolean sentinel) {
    Cells of = forms.computeIfAbsent(form, first -> new Cells());
    of.cells++;
    of.times |= reader.times();
    if (sentinel) {
      of.sentinels++;
    } else if (reader.isAfter(today)) {
      of.future++;
    }
  }

  DateCounts counts() {
    Map<DateForm, DateCounts.Count> counts = new EnumMap<>(DateForm.class);
    forms.forEach(
        (form, of) ->
            counts.put(form, new DateCounts.Count(of.cells, of.sentinels, of.future, of.times)));
    return counts.isEmpty() ? DateCounts.NONE : new DateCounts(counts);
  }
}
