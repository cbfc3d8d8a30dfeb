package kz.umyt.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {

  private static final List<String> NAMES =
      List.of("retention", "registers", "throttle", "job", "KZ_IIN");

  @ParameterizedTest
  @CsvSource({
    "retension, retention",
    "retentoin, retention",
    "Retention, retention",
    "register, registers",
    "jbo, job",
    "jobs, job",
    "kz_inn, KZ_IIN"
  })
  void findsWhatWasMeant(String typed, String meant) {
    assertThat(NearestName.hint(typed, NAMES)).isEqualTo("; did you mean '" + meant + "'?");
  }

  @Test
  void listsFewNamesWhereNoneIsNear() {
    assertThat(NearestName.hint("xyz", List.of("b", "a"))).isEqualTo("; valid: a, b");
    assertThat(NearestName.hint("xyz", List.of())).isEqualTo("; there are none");
    List<String> many = IntStream.range(0, 17).mapToObj(i -> "name" + i).toList();
    assertThat(NearestName.hint("xyz", many)).isEmpty();
  }
}
