package kz.umyt.plan.suggest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
import kz.umyt.anonymize.ColumnShape;
import kz.umyt.anonymize.Operators;
import kz.umyt.discover.ColumnTraits;
import kz.umyt.discover.ColumnTraits.Holds;
import kz.umyt.settings.Located;
import kz.umyt.settings.OperatorSpec;
import kz.umyt.settings.OperatorSpec.Pseudonym.Of;
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
        List.of(
            "KZ_IIN",
            "PERSON",
            "DATE_OF_BIRTH",
            "SEX",
            "FREE_TEXT",
            "EMAIL_ADDRESS",
            "PHONE_NUMBER",
            "IP_ADDRESS",
            "ADDRESS",
            "CREDIT_CARD",
            "ACCESS_TIME")) {
      for (boolean nullable : List.of(true, false)) {
        for (Holds holds : Holds.values()) {
          for (int length : holds == Holds.TEXT ? List.of(0, 1, 9, 12, 16, 21, 200) : List.of(0)) {
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
    return traits.unique() || traits.holds() == Holds.OTHER || traits.holds() == Holds.DOCUMENT;
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
          case DOCUMENT -> List.of(ColumnShape.Kind.JSON, ColumnShape.Kind.XML);
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
  void proposesWhatFitsTheKindOfData() {
    ColumnTraits text = new ColumnTraits(Holds.TEXT, 200, false, false);
    ColumnTraits unique = new ColumnTraits(Holds.TEXT, 200, true, false);
    ColumnTraits number = new ColumnTraits(Holds.NUMBER, 19, false, false);
    ColumnTraits document = new ColumnTraits(Holds.DOCUMENT, 0, false, false);
    Map<Case, OperatorSpec> expected =
        Map.of(
            new Case("KZ_IIN", true, text), new OperatorSpec.Pseudonym(Of.KZ_IIN),
            new Case("KZ_BIN", false, number), new OperatorSpec.Pseudonym(Of.KZ_BIN),
            new Case("EMAIL_ADDRESS", false, unique), new OperatorSpec.Pseudonym(Of.EMAIL_ADDRESS),
            new Case("LOGIN", true, unique), new OperatorSpec.Hash(),
            new Case("IP_ADDRESS", true, text), new OperatorSpec.Network(),
            new Case("ADDRESS", true, text), new OperatorSpec.City(),
            new Case("PERSON", true, text), new OperatorSpec.Null(),
            new Case("PERSON", true, document), new OperatorSpec.Redact());
    expected.forEach(
        (column, operator) ->
            assertThat(OperatorChoice.of(facts(column)).orElseThrow().operator())
                .as(column.toString())
                .isEqualTo(operator));
    assertThat(
            OperatorChoice.of(facts(new Case("PERSON", true, document))).orElseThrow().detected())
        .isTrue();
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
