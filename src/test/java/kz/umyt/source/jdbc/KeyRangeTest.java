package kz.umyt.source.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyRangeTest {

  private static void assertWhole(long least, long most, long count) {
    List<KeyRange> ranges = KeyRange.split("id", least, most, count);

    assertThat(ranges).hasSizeBetween(1, (int) count);
    assertThat(ranges.get(0).from()).isEmpty();
    assertThat(ranges.get(ranges.size() - 1).before()).isEmpty();
    for (int i = 1; i < ranges.size(); i++) {
      // Each begins where the one before ends, and none is empty.
      assertThat(ranges.get(i).from()).isPresent().isEqualTo(ranges.get(i - 1).before());
      long from = ranges.get(i).from().getAsLong();
      assertThat(from).isGreaterThan(i == 1 ? least : ranges.get(i - 1).from().getAsLong());
      assertThat(from).isLessThanOrEqualTo(most);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 1",
    "0, 0, 5",
    "1, 10, 3",
    "-5, 5, 11",
    "-5, 5, 20",
    "-9223372036854775808, 9223372036854775807, 1",
    "-9223372036854775808, 9223372036854775807, 2",
    "-9223372036854775808, 9223372036854775807, 3",
    "-9223372036854775807, 9223372036854775807, 2",
    "9223372036854775806, 9223372036854775807, 2",
    "-9223372036854775808, -9223372036854775808, 7"
  })
  void coverEveryNumberOnce(long least, long most, long count) {
    assertWhole(least, most, count);
  }

  @Test
  void coverEveryNumberOnceWhateverTheBounds() {
    Random random = new Random(20260501);
    for (int i = 0; i < 2000; i++) {
      long one = random.nextLong() >> random.nextInt(64);
      long other = random.nextLong() >> random.nextInt(64);
      assertWhole(Math.min(one, other), Math.max(one, other), 1 + random.nextInt(50));
    }
  }

  @Test
  void areOfAboutEqualWidth() {
    assertThat(KeyRange.split("id", 1, 1_000_000, 4))
        .extracting(KeyRange::from)
        .containsExactly(
            OptionalLong.empty(),
            OptionalLong.of(250_001),
            OptionalLong.of(500_001),
            OptionalLong.of(750_001));
  }

  @Test
  void becomeConditions() {
    assertThat(KeyRange.split("id", 1, 6, 3).stream().map(range -> range.condition("\"id\"")))
        .containsExactly("\"id\" < 3", "\"id\" >= 3 AND \"id\" < 5", "\"id\" >= 5");
    assertThat(KeyRange.split("id", 1, 6, 1).get(0).condition("id")).isEmpty();
  }
}
