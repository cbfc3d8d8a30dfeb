package kz.umyt.plan.suggest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
import kz.umyt.anonymize.ColumnShape;
import kz.umyt.anonymize.Operators;
import kz.umyt.discover.ColumnTraits;
import kz.umyt.discover.ColumnTraits.Holds;
import kz.umyt.settings.Located;
import kz.umyt.settings.OperatorSpec;
import kz.umyt.settings.Position;
import kz.umyt.settings.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is proposed for a column is what a run takes for it. */
class OperatorChoiceTest {

  private static final Position HERE = new Position("job.yaml", 1, 1);

  private static final Operators OPERATORS =
      new Operators(new SecretKeySpec(new byte[32], "HmacSHA256"), text -> List.of(), byte[]::new);

  private record Case(String entity, boolean nullable, ColumnTraits traits) {}

  static List<Case> columns() {
    List<Case> cases = new ArrayList<>();
    for (String entity :
        List.of("KZ_IIN", "PERSON", "DATE_OF_BIRTH", "SEX", "FREE_TEXT", "EMAIL_ADDRESS")) {
      for (boolean nullable : List.of(true, false)) {
        for (Holds holds : Holds.values()) {
          for (int length : holds == Holds.TEXT ? List.of(0, 1, 9, 12, 200) : List.of(0)) {
            for (boolean unique : List.of(true, false)) {
              cases.add(new Case(entity, nullable, new ColumnTraits(holds, length, unique, false)));
            }
          }
        }
      }
    }
    return cases;
  }

  @ParameterizedTest
  @MethodSource("columns")
  void aRunTakesWhatIsProposed(Case column) {
    OperatorChoice.of(facts(column))
        .ifPresentOrElse(
            proposed ->
                shapes(column)
                    .forEach(
                        shape ->
                            assertThatCode(() -> OPERATORS.create(rule(proposed), shape))
                                .doesNotThrowAnyException()),
            // A NOT NULL column that takes no constant: only then is there nothing to propose.
            () ->
                assertThat(column.nullable() || !hasNoOperator(column.traits()))
                    .as("an operator is missing")
                    .isFalse());
  }

  private static boolean hasNoOperator(ColumnTraits traits) {
    return traits.unique() || traits.holds() == Holds.OTHER;
  }

  private static ColumnFacts facts(Case column) {
    return Tables.only(
        Tables.withoutKey("T").personal("X", column.entity(), column.nullable(), column.traits()));
  }

  private static Target.ColumnRule rule(SuggestedColumn proposed) {
    return new Target.ColumnRule(
        new Located<>(proposed.column(), HERE),
        proposed.entity().map(entity -> new Located<>(entity, HERE)),
        proposed.operator(),
        proposed.detected());
  }

  private static List<ColumnShape> shapes(Case column) {
    List<ColumnShape.Kind> kinds =
        switch (column.traits().holds()) {
          case TEXT -> List.of(ColumnShape.Kind.TEXT);
          case NUMBER -> List.of(ColumnShape.Kind.INTEGER, ColumnShape.Kind.DECIMAL);
          case DATE ->
              List.of(
                  ColumnShape.Kind.DATE,
                  ColumnShape.Kind.TIMESTAMP,
                  ColumnShape.Kind.TIMESTAMP_WITH_ZONE);
          case OTHER -> List.of(ColumnShape.Kind.OTHER);
        };
    return kinds.stream()
        .map(
            kind ->
                new ColumnShape(
                    kind, column.traits().length(), column.nullable(), column.traits().unique()))
        .toList();
  }

  @Test
  void aColumnThatTheEngineMakesCannotBeChanged() {
    ColumnTraits generated = new ColumnTraits(Holds.TEXT, 0, false, true);

    assertThat(OperatorChoice.of(facts(new Case("PERSON", true, generated)))).isEmpty();
  }

  @Test
  void keepsWhatStatisticsNeedAndTheYearOfABirth() {
    ColumnTraits date = new ColumnTraits(Holds.DATE, 0, false, false);

    assertThat(OperatorChoice.of(facts(new Case("SEX", true, date))).orElseThrow().operator())
        .isInstanceOf(OperatorSpec.Keep.class);
    assertThat(
            OperatorChoice.of(facts(new Case("DATE_OF_BIRTH", true, date)))
                .map(SuggestedColumn::operator))
        .isEqualTo(Optional.of(new OperatorSpec.Generalize(OperatorSpec.Generalize.To.YEAR)));
  }
}
