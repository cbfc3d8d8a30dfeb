package kz.umyt.discover;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;
import kz.umyt.discover.Inventory.Gap;
import kz.umyt.discover.Inventory.Reference;
import kz.umyt.source.TableName;
import kz.umyt.source.csv.CsvFile;
import kz.umyt.source.jdbc.CellQuery;
import kz.umyt.source.jdbc.KeyRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PieceJsonTest {

  private static final TableName TABLE = new TableName("Схема", "Біздің \"Адамдар\"");

  static Stream<Piece> pieces() {
    return Stream.of(
        new Piece.OfFile("exports", new CsvFile(Path.of("/x/y z/ә.csv"), "y z/ә.csv")),
        new Piece.OfTable("crm", TABLE, Optional.empty(), Optional.empty()),
        range(OptionalLong.empty(), OptionalLong.of(Long.MIN_VALUE)),
        range(OptionalLong.of(-1), OptionalLong.of(Long.MAX_VALUE)),
        range(OptionalLong.of(Long.MAX_VALUE), OptionalLong.empty()),
        new Piece.OfTable(
            "crm", TABLE, Optional.empty(), Optional.of(new CellQuery.Sample(1e-9 / 3, -7))));
  }

  private static Piece range(OptionalLong from, OptionalLong before) {
    return new Piece.OfTable(
        "crm", TABLE, Optional.of(new KeyRange("Нөмір", from, before)), Optional.empty());
  }

  @ParameterizedTest
  @MethodSource("pieces")
  void aPieceSurvives(Piece piece) {
    String json = PieceJson.write(piece);

    assertThat(json).doesNotContain("\n");
    assertThat(PieceJson.read(json)).isEqualTo(piece);
  }

  static Stream<PieceResult> results() {
    CountedColumn column =
        new CountedColumn(
            new ColumnHead("ИИН", "varchar", false, ColumnReading.STREAM),
            new ColumnCounts(
                5,
                4,
                DistinctCount.exact(1, Long.MIN_VALUE, -1),
                new TreeMap<>(),
                DateCounts.NONE,
                Map.of(Damage.Kind.MOJIBAKE, 2L),
                new TreeMap<>(),
                3),
            new UnreadValues(1, 2, 3, 4));
    List<Gap> gaps =
        List.of(
            new Gap("crm", Optional.of("t"), Optional.of("c"), "why \"so\"", true),
            new Gap("crm", Optional.empty(), Optional.empty(), "down", false));
    return Stream.of(
        new PieceResult(Optional.empty(), List.of()),
        new PieceResult(Optional.empty(), gaps),
        new PieceResult(
            Optional.of(
                new TableCounts(
                    "S.T",
                    true,
                    OptionalLong.of(Long.MAX_VALUE),
                    7,
                    List.of(column),
                    new TableShape(
                        List.of("ID", "№"),
                        List.of(new Reference(List.of("a"), "S.P", List.of("b"), true)),
                        Map.of("ID", new ColumnTraits(ColumnTraits.Holds.NUMBER, 0, true, true))))),
            gaps),
        new PieceResult(
            Optional.of(
                new TableCounts(
                    "a.csv",
                    false,
                    OptionalLong.empty(),
                    0,
                    List.of(),
                    TableShape.of(Optional.empty()))),
            List.of()),
        file(OptionalDouble.of(0.87)),
        file(OptionalDouble.empty()));
  }

  private static PieceResult file(OptionalDouble confidence) {
    return new PieceResult(
        Optional.of(
            new TableCounts(
                "b.csv",
                true,
                OptionalLong.of(1),
                1,
                List.of(),
                TableShape.of(Optional.of(new FileEncoding("IBM866", confidence))))),
        List.of());
  }

  @ParameterizedTest
  @MethodSource("results")
  void whatItGaveSurvives(PieceResult result) {
    String json = PieceResultJson.write(result);

    assertThat(json).doesNotContain("\n");
    assertThat(PieceResultJson.read(json)).isEqualTo(result);
  }

  @Test
  void gapsSurviveByThemselves() {
    List<Gap> gaps = results().toList().get(1).gaps();

    assertThat(gaps).hasSize(2);
    assertThat(PieceResultJson.readGaps(PieceResultJson.writeGaps(gaps))).isEqualTo(gaps);
  }
}
