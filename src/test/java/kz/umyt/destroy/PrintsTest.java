package kz.umyt.destroy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrintsTest {

  private static final int CASES = 200;

  /** All in memory, all in a file, and on the border. */
  @ParameterizedTest
  @ValueSource(ints = {0, 10, Prints.MOST_IN_MEMORY})
  void findExactlyWhatWasGiven(int mostInMemory) {
    for (int seed = 0; seed < CASES; seed++) {
      Random random = new Random(seed);
      long[] given = random.longs(random.nextInt(30)).toArray();
      if (given.length > 3) {
        given[0] = Long.MIN_VALUE;
        given[1] = Long.MAX_VALUE;
        given[2] = given[3];
      }
      Set<Long> all = Arrays.stream(given).boxed().collect(Collectors.toSet());

      Prints prints =
          Prints.of(given.length, each -> Arrays.stream(given).forEach(each), mostInMemory);

      assertThat(prints.isEmpty()).isEqualTo(all.isEmpty());
      for (long print : given) {
        assertThat(prints.contains(print)).isTrue();
        assertThat(prints.contains(print + 1)).isEqualTo(all.contains(print + 1));
        assertThat(prints.contains(print - 1)).isEqualTo(all.contains(print - 1));
      }
      random.longs(20).forEach(print -> assertThat(prints.contains(print)).isFalse());
    }
  }
}
