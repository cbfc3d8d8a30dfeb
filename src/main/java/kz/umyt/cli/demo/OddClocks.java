package kz.umyt.cli.demo;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Clock values on the edge of a term and values that are none, spread over the rows of a table at
 * fixed distances.
 */
final class OddClocks {
  private static final int DISTANCE = 83;

  private static final List<LocalDateTime> SENTINELS =
      List.of(
          LocalDateTime.of(1900, 1, 1, 0, 0),
          LocalDateTime.of(1970, 1, 1, 0, 0),
          LocalDateTime.of(1, 1, 1, 0, 0),
          LocalDateTime.of(9999, 12, 31, 0, 0));

  private final List<Optional<LocalDateTime>> clocks = new ArrayList<>();

  /** No date at all. */
  OddClocks empty(int times) {
    return times(times, Optional.empty());
  }

  /** What systems write when they know no date. */
  OddClocks sentinels(int times) {
    SENTINELS.forEach(sentinel -> times(times, Optional.of(sentinel)));
    return this;
  }

  static boolean isSentinel(LocalDateTime clock) {
    return SENTINELS.contains(clock);
  }

  /** After the day of the demo, and that day itself, which is not ahead. */
  OddClocks ahead(int times) {
    times(1, Optional.of(SampleCompany.AS_OF.atTime(10, 15)));
    for (int i = 1; i <= times; i++) {
      clocks.add(Optional.of(SampleCompany.AS_OF.plusDays(i * 40L - 39).atTime(8, 30)));
    }
    return this;
  }

  /** The last moment that is due and the first that is kept, both many times over. */
  OddClocks edges(Rule rule, int times) {
    LocalDateTime firstKept = SampleCompany.AS_OF.minus(rule.term()).atStartOfDay();
    times(times, Optional.of(firstKept));
    times(times, Optional.of(firstKept.minusSeconds(1)));
    times(times, Optional.of(firstKept.plusMinutes(40)));
    return times(times, Optional.of(firstKept.minusMinutes(40)));
  }

  private OddClocks times(int times, Optional<LocalDateTime> clock) {
    for (int i = 0; i < times; i++) {
      clocks.add(clock);
    }
    return this;
  }

  /** Whether this row's clock is an odd one. */
  boolean has(int row) {
    return row % DISTANCE == 0 && row > 0 && row / DISTANCE <= clocks.size();
  }

  /** The clock of a row that {@link #has} one; empty for none at all. */
  Optional<LocalDateTime> of(int row) {
    return clocks.get(row / DISTANCE - 1);
  }
}
