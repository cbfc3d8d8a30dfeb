package kz.umyt.cli.demo;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Numbers that look random and are the same on every machine and every JDK: SplitMix64, written out
 * because the JDK does not promise how its own generators turn bits into ranges.
 */
final class SeededRandom {
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
  private static final long COMPANY_SEED = 20_260_115L;

  private long state;

  /**
   * One stream per purpose, so that a change to one table leaves the others as they were.
   *
   * @param purpose any fixed text
   */
  SeededRandom(String purpose) {
    // The specification of String fixes this hash.
    this.state = ((long) purpose.hashCode() << 32) + COMPANY_SEED;
  }

  private long next() {
    state += GOLDEN_GAMMA;
    long mixed = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }

  /** From 0 to {@code bound - 1}; the bound is at least 1. */
  int below(int bound) {
    return (int) (((next() >>> 32) * bound) >>> 32);
  }

  /** From {@code low} to {@code high}, both included. */
  int between(int low, int high) {
    return low + below(high - low + 1);
  }

  boolean percent(int chance) {
    return below(100) < chance;
  }

  <T> T pick(List<T> choices) {
    return choices.get(below(choices.size()));
  }

  /** Both days included; the last is not before the first. */
  LocalDate day(LocalDate first, LocalDate last) {
    return first.plusDays(below(1 + (int) ChronoUnit.DAYS.between(first, last)));
  }

  /** Like {@link #day}, with late days likelier than early ones, as in a growing company. */
  LocalDate lateDay(LocalDate first, LocalDate last) {
    LocalDate one = day(first, last);
    LocalDate other = day(first, last);
    return one.isAfter(other) ? one : other;
  }

  String digits(int count) {
    StringBuilder digits = new StringBuilder(count);
    for (int i = 0; i < count; i++) {
      digits.append((char) ('0' + below(10)));
    }
    return digits.toString();
  }

  void shuffle(int[] values) {
    for (int i = values.length - 1; i > 0; i--) {
      int other = below(i + 1);
      int value = values[i];
      values[i] = values[other];
      values[other] = value;
    }
  }
}
