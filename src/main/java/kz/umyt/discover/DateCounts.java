package kz.umyt.discover;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** What was counted of the dates of a column, or of a part of it, form by form. */
record DateCounts(Map<DateForm, Count> forms) {

  static final DateCounts NONE = new DateCounts(Map.of());

  /** A column of something else has a date by chance now and then. */
  private static final int LEAST_PART = 10;

  DateCounts {
    forms = Map.copyOf(forms);
  }

  /**
   * Cells in one form.
   *
   * @param times bits of {@link TimeForm}: what stood behind the day
   */
  record Count(long cells, long sentinels, long future, int times) {

    Count plus(Count other) {
      return new Count(
          cells + other.cells,
          sentinels + other.sentinels,
          future + other.future,
          times | other.times);
    }
  }

  DateCounts merge(DateCounts other) {
    Map<DateForm, Count> sum = new EnumMap<>(DateForm.class);
    sum.putAll(forms);
    other.forms.forEach((form, count) -> sum.merge(form, count, Count::plus));
    return new DateCounts(sum);
  }

  /**
   * The form that most cells have; of several the one that is declared first, which for {@code
   * 01/02/2020} is the region's. Empty where less than a tenth of the cells has it.
   */
  Optional<DateShape> shape(long filled) {
    return forms.entrySet().stream()
        .max(
            Map.Entry.<DateForm, Count>comparingByValue(Comparator.comparingLong(Count::cells))
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .filter(entry -> entry.getValue().cells() * LEAST_PART >= filled)
        .map(entry -> shape(entry.getKey(), entry.getValue()));
  }

  private DateShape shape(DateForm form, Count count) {
    return new DateShape(
        form == DateForm.STORED
            ? Optional.empty()
            : Optional.of(TimeForm.pattern(form, count.times())),
        forms.entrySet().stream()
            .filter(other -> other.getKey() != form && other.getValue().cells() == count.cells())
            .map(other -> TimeForm.pattern(other.getKey(), count.times()))
            .findFirst(),
        count.cells(),
        count.sentinels(),
        count.future());
  }
}
