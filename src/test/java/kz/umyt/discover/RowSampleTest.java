package kz.umyt.discover;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RowSampleTest {

  @Test
  void isSpreadOverAllRows() {
    RowSample sample = new RowSample(0.01);
    for (long from = 0; from < 1_000_000; from += 100_000) {
      assertThat(LongStream.range(from, from + 100_000).filter(sample::takes).count())
          .as("of 100,000 rows from %d", from)
          .isBetween(850L, 1150L);
    }
  }

  @Test
  void isTheSameEveryTime() {
    assertThat(LongStream.range(0, 10_000).filter(new RowSample(0.1)::takes).toArray())
        .isEqualTo(LongStream.range(0, 10_000).filter(new RowSample(0.1)::takes).toArray());
  }

  @Test
  void isAllWhereThereAreNoMore() {
    assertThat(LongStream.range(0, 10_000)).allMatch(new RowSample(1)::takes);
    assertThat(LongStream.range(0, 10_000)).allMatch(new RowSample(7.5)::takes);
  }
}
