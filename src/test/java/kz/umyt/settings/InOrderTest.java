package kz.umyt.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class InOrderTest {

  private static final List<Integer> MANY = IntStream.range(0, 1_000).boxed().toList();

  @Test
  void keepsTheOrder() {
    assertThat(InOrder.map(MANY, number -> number * 2))
        .hasSize(1_000)
        .startsWith(0, 2, 4)
        .isSorted();
  }

  @RepeatedTest(20)
  void tellsTheFirstOfSeveralErrors() {
    assertThatThrownBy(() -> InOrder.map(MANY, InOrderTest::wrongFrom300On))
        .isInstanceOf(SettingsException.class)
        .hasMessage("number 300");
  }

  private static int wrongFrom300On(int number) {
    if (number >= 300) {
      throw new SettingsException("number " + number);
    }
    return number;
  }
}
