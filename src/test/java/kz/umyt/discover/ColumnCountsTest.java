package kz.umyt.discover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.umyt.settings.Installation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Every number is invented. */
class ColumnCountsTest {

  private static final Recognition RECOGNITION = recognition();
  private static final ColumnHead HEAD =
      new ColumnHead("contact", "VARCHAR", true, ColumnReading.TEXT);

  private static Recognition recognition() {
    Path base = Path.of("").toAbsolutePath();
    return new Recognition(
        new Installation(base, base.resolve("config"), base.resolve("var"), Map.of()).recognizers(),
        LocalDate.of(2026, 1, 15),
        new CellHash(7));
  }

  private static List<String> cells(int size) {
    return Stream.of("01.02.2020", "31.12.2099", "", "8.50101E+11", "ИИН 850101300114")
        .flatMap(
            odd ->
                Stream.concat(
                    Stream.of(odd),
                    IntStream.range(0, size).mapToObj(i -> "+7701555" + (1000 + i))))
        .toList();
  }

  private static ColumnCounts counts(List<String> cells) {
    ColumnProfile profile = new ColumnProfile(RECOGNITION, HEAD);
    cells.forEach(profile::add);
    return profile.counts();
  }

  @ParameterizedTest
  @CsvSource({"3, 2", "3, 10", "250, 600", "250, 250", "2000, 100", "2000, 5000"})
  void partsMakeTheWhole(int size, int first) {
    List<String> cells = cells(size);
    ColumnCounts whole = counts(cells);

    assertThat(counts(cells.subList(0, first)).merge(counts(cells.subList(first, cells.size()))))
        .isEqualTo(whole);
    assertThat(ColumnCounts.NONE.merge(whole)).isEqualTo(whole);
    assertThat(whole.merge(ColumnCounts.NONE)).isEqualTo(whole);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3, 2000})
  void survivesJson(int size) {
    ColumnCounts counts = counts(cells(size));
    String json = ColumnCountsJson.write(counts).toString();

    assertThat(ColumnCountsJson.read(JsonMapper.shared().readTree(json))).isEqualTo(counts);
    assertThat(json).doesNotContain("850101300114", "77015551", "2099");
  }

  @Test
  void otherJsonIsRefusedWithoutAWordOfIt() {
    String json = ColumnCountsJson.write(counts(cells(3))).toString().replace("hashes", "secret");

    assertThatThrownBy(() -> ColumnCountsJson.read(JsonMapper.shared().readTree(json)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("counts of a column with a wrong hashes");
  }

  @ParameterizedTest
  @CsvSource({"256, 256, 256", "257, 250, 265", "100000, 95000, 105000"})
  void estimatesOnlyMany(int values, long least, long most) {
    DistinctCounter counter = new DistinctCounter();
    CellHash hash = new CellHash(7);
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < values; i++) {
        counter.add(hash.of("value " + i));
      }
    }

    assertThat(counter.count().count()).isBetween(least, most);
  }

  @Test
  void aLongTextIsOneValueHoweverItComes() throws IOException {
    String text = "Просил перезвонить. ".repeat(200_000);
    ColumnProfile profile = new ColumnProfile(RECOGNITION, HEAD);
    profile.add(new StringReader(text));
    profile.add(
        new StringReader(text) {
          @Override
          public int read(char[] to, int from, int length) throws IOException {
            return super.read(to, from, Math.min(length, 777));
          }
        });
    profile.add(new StringReader(text + "!"));

    assertThat(profile.counts().distinct().count()).isEqualTo(2);
  }

  @Test
  void anotherKeyGivesOtherHashes() {
    assertThat(new CellHash(1).of("850101300114")).isNotEqualTo(new CellHash(2).of("850101300114"));
  }
}
