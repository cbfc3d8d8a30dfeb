package kz.umyt.anonymize;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values change places, nobody keeps the own one, and few of them do not pretend to hide. */
class ShuffleTest {

  private final Shuffle shuffle = shuffle(1, "city");

  private static Shuffle shuffle(int key, String column) {
    return new Shuffle(new KeyedNumbers(Rules.key(key)), column, null);
  }

  private static List<@Nullable Object> values(int... numbers) {
    return Arrays.stream(numbers).mapToObj(i -> "city " + i).collect(Collectors.toList());
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 11, 20, 99, 2_000})
  void leavesNobodyTheOwnValueAndLosesNone(int size) {
    for (int seed = 0; seed < 20; seed++) {
      Random random = new Random(seed);
      // From all different to one that fills the half.
      int common = random.nextInt(size - 9 < size / 2 ? size - 8 : size / 2 + 1);
      List<@Nullable Object> values = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        values.add(i < common ? "Алматы" : "city " + (i - common < 10 ? i : random.nextInt(size)));
      }
      Collections.shuffle(values, random);
      List<@Nullable Object> result = shuffle.applyAll(values);

      if (different(values) >= 10 && common * 2 <= size) {
        assertThat(result).containsExactlyInAnyOrderElementsOf(values);
        assertThat(kept(values, result)).isZero();
      } else {
        assertThat(result).containsOnlyNulls();
      }
    }
  }

  private static int different(List<@Nullable Object> values) {
    return new HashSet<>(values).size();
  }

  private static long kept(List<@Nullable Object> before, List<@Nullable Object> after) {
    return IntStream.range(0, before.size())
        .filter(i -> Objects.equals(before.get(i), after.get(i)))
        .count();
  }

  @Test
  void removesWhatCouldBeGuessed() {
    assertThat(shuffle.applyAll(values(1, 2, 3, 4, 5, 6, 7, 8, 9))).containsOnlyNulls();
    assertThat(shuffle.applyAll(values(1, 2, 3, 4, 5, 6, 7, 8, 9, 9, 9))).containsOnlyNulls();
    int[] most = new int[40];
    Arrays.setAll(most, i -> Math.min(i, 12));
    assertThat(shuffle.applyAll(values(most))).containsOnlyNulls();
    assertThat(shuffle.applyAll(values(7))).containsOnlyNulls();
    assertThat(shuffle.apply("Алматы")).isNull();
    assertThat(new Shuffle(new KeyedNumbers(Rules.key(1)), "c", "").apply("Алматы")).isEqualTo("");
  }

  @Test
  void leavesNoValueWhereItIs() {
    List<@Nullable Object> values = values(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    values.add(3, null);
    values.add(7, "");
    List<@Nullable Object> result = shuffle.applyAll(values);
    assertThat(result.get(3)).isNull();
    assertThat(result.get(7)).isEqualTo("");
    assertThat(result).containsExactlyInAnyOrderElementsOf(values);
    assertThat(kept(values, result)).isEqualTo(2);
  }

  @Test
  void takesForEqualWhatReadsTheSame() {
    List<@Nullable Object> numbers = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      numbers.add(new BigDecimal(i / 2 + (i % 2 == 0 ? ".5" : ".50")));
    }
    List<@Nullable Object> result = shuffle.applyAll(numbers);
    for (int i = 0; i < 30; i++) {
      assertThat((BigDecimal) result.get(i)).isNotEqualByComparingTo((BigDecimal) numbers.get(i));
    }
  }

  @Test
  void isTheSameUnderOneKeyAndAnotherUnderAnother() {
    int[] all = IntStream.range(0, 50).toArray();
    List<@Nullable Object> result = shuffle.applyAll(values(all));
    assertThat(shuffle(1, "city").applyAll(values(all))).isEqualTo(result);
    Set<List<@Nullable Object>> others =
        Set.of(
            result,
            shuffle(2, "city").applyAll(values(all)),
            shuffle(1, "other").applyAll(values(all)));
    assertThat(others).hasSize(3);
  }

  @Test
  void sendsEqualValuesToDifferentPlaces() {
    // Otherwise whoever knows one person's old and new value knows everybody's.
    int[] tens = IntStream.range(0, 200).map(i -> i / 10).toArray();
    List<@Nullable Object> result = shuffle.applyAll(values(tens));
    for (int group = 0; group < 20; group++) {
      assertThat(new HashSet<>(result.subList(group * 10, group * 10 + 10))).hasSizeGreaterThan(2);
    }
  }
}
