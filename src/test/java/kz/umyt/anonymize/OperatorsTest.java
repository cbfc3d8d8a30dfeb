package kz.umyt.anonymize;

import static kz.umyt.anonymize.Rules.ANY_TEXT;
import static kz.umyt.anonymize.Rules.column;
import static kz.umyt.anonymize.Rules.detected;
import static kz.umyt.anonymize.Rules.replace;
import static kz.umyt.anonymize.Rules.text;
import static kz.umyt.anonymize.Rules.whole;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kz.umyt.anonymize.ColumnShape.Kind;
import kz.umyt.recognize.Finding;
import kz.umyt.settings.Located;
import kz.umyt.settings.OperatorSpec;
import kz.umyt.settings.OperatorSpec.Generalize.To;
import kz.umyt.settings.OperatorSpec.Pseudonym.Of;
import kz.umyt.settings.Position;
import kz.umyt.settings.SettingsException;
import kz.umyt.settings.Target;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class OperatorsTest {
  private static final OperatorSpec HASH = new OperatorSpec.Hash();
  private static final OperatorSpec REDACT = new OperatorSpec.Redact();
  private static final OperatorSpec NULL = new OperatorSpec.Null();
  private static final OperatorSpec KEEP = new OperatorSpec.Keep();
  private static final OperatorSpec MASK = mask('*', 7, true);

  private final Operators operators = Rules.operators(1);

  @Test
  void replacesByTheEntityWhereNothingIsGiven() {
    assertThat(apply(replace(), ANY_TEXT, "Айгүл")).isEqualTo("<PERSON>");
    assertThat(apply(replace("нет"), ANY_TEXT, "Айгүл")).isEqualTo("нет");
    assertThat(apply(replace(""), ANY_TEXT, "Айгүл")).isEqualTo("<PERSON>");
    Target.ColumnRule noEntity =
        new Target.ColumnRule(
            new Located<>("note", new Position("j", 1, 1)), Optional.empty(), replace(), false);
    assertThat(operators.create(noEntity, ANY_TEXT).apply("x")).isEqualTo("<removed>");
  }

  @Test
  void replacesByAValueOfTheColumnsType() {
    assertThat(apply(replace("0"), column(Kind.INTEGER), 850712300123L)).isEqualTo(0L);
    assertThat(apply(replace("0"), column(Kind.INTEGER), new BigDecimal("850712300123")))
        .isEqualTo(BigDecimal.ZERO);
    assertThat(apply(replace("1.5"), column(Kind.DECIMAL), BigDecimal.TEN))
        .isEqualTo(new BigDecimal("1.5"));
    assertThat(apply(replace("1900-01-01"), column(Kind.DATE), LocalDate.of(1985, 7, 12)))
        .isEqualTo(LocalDate.of(1900, 1, 1));
    assertThat(
            apply(
                replace("1900-01-01"), column(Kind.TIMESTAMP), LocalDateTime.of(1985, 7, 12, 1, 2)))
        .isEqualTo(LocalDateTime.of(1900, 1, 1, 0, 0));
    assertThat(
            apply(
                replace("1900-01-01T00:00:00Z"),
                column(Kind.TIMESTAMP_WITH_ZONE),
                OffsetDateTime.parse("1985-07-12T01:02:03+05:00")))
        .isEqualTo(OffsetDateTime.parse("1900-01-01T00:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # value, hidden, from the end, masked
          +77011234567, 7, true,  +7701*******
          +77011234567, 7, false, *******34567
          1234567,      7, true,  *******
          12345,        7, true,  *****
          12345,        7, false, *****
          а😀б😀в,      2, true,  а😀б**
          а😀б😀в,      2, false, **б😀в
          😀,           1, true,  *
          '12345  ',    2, true,  '123**  '
          '  12345',    2, false, '**12345'
          '   ',        2, true,  ' **'
          """)
  void masksCodePointsAndNeverHalves(String value, int hidden, boolean fromEnd, String masked) {
    assertThat(apply(mask('*', hidden, fromEnd), ANY_TEXT, value)).isEqualTo(masked);
  }

  @Test
  void makesTokensThatFitAndMatchAcrossColumns() {
    String iin = "850712300123";
    String full = token(ANY_TEXT, iin);
    String twelve = token(text(12), iin);
    assertThat(full).hasSize(27).startsWith("h");
    assertThat(full.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '2' && c <= '7')))
        .isTrue();
    assertThat(twelve).hasSize(12).isEqualTo(full.substring(0, 12));
    assertThat(apply(HASH, text(200), iin)).isEqualTo(full);
    assertThat(apply(HASH, text(10), iin)).isEqualTo(full.substring(0, 10));
  }

  @Test
  void makesTheTokenThatTheStandardsSay() {
    // HMAC-SHA256 and base32 of the same bytes, computed with other tools.
    assertThat(apply(HASH, ANY_TEXT, "850712300123")).isEqualTo("hlicuhsrl6vy7izoajrp5vabmuq");
  }

  @Test
  void tellsTextsApartThatHaveNoUtf8Form() {
    assertThat(apply(HASH, ANY_TEXT, "\ud800")).isNotEqualTo(apply(HASH, ANY_TEXT, "\ud801"));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # value, of year, of month
          1985-07-12, 1985-01-01, 1985-07-01
          12.07.1985, 01.01.1985, 01.07.1985
          19850712,   19850101,   19850701
          1985-01-01, 1985-01-01, 1985-01-01
          2024-02-29, 2024-01-01, 2024-02-01
          2023-02-29, ,
          1985-13-01, ,
          0000-01-01, ,
          31.04.1985, ,
          12/07/1985, ,
          1985,       ,
          около 1985, ,
          1985-07-12T00:00, ,
          ١٩٨٥٠٧١٢,   ,
          1985-7-012, ,
          """)
  void generalizesWrittenDatesAndNothingElse(
      String value, @Nullable String year, @Nullable String month) {
    assertThat(apply(new OperatorSpec.Generalize(To.YEAR), ANY_TEXT, value)).isEqualTo(year);
    assertThat(apply(new OperatorSpec.Generalize(To.MONTH), ANY_TEXT, value)).isEqualTo(month);
    ColumnShape notNull = new ColumnShape(Kind.TEXT, 0, false, false);
    assertThat(apply(new OperatorSpec.Generalize(To.YEAR), notNull, value))
        .isEqualTo(year == null ? "" : year);
  }

  @Test
  void generalizesTimesToTheBeginningOfADay() {
    OperatorSpec year = new OperatorSpec.Generalize(To.YEAR);
    OperatorSpec month = new OperatorSpec.Generalize(To.MONTH);
    assertThat(apply(month, column(Kind.DATE), LocalDate.of(1985, 7, 12)))
        .isEqualTo(LocalDate.of(1985, 7, 1));
    assertThat(apply(year, column(Kind.TIMESTAMP), LocalDateTime.of(1985, 7, 12, 13, 14, 15, 16)))
        .isEqualTo(LocalDateTime.of(1985, 1, 1, 0, 0));
    assertThat(
            apply(
                month,
                column(Kind.TIMESTAMP_WITH_ZONE),
                OffsetDateTime.parse("1985-07-12T23:59:59+05:00")))
        .isEqualTo(OffsetDateTime.parse("1985-07-01T00:00:00+05:00"));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # length, value, replaced, redacted, masked
          0,  'тел 87011234567, доб 12', 'тел <PHONE_NUMBER>, доб 12', 'тел , доб 12', 'тел 8701*******, доб 12'
          24, 'тел 87011234567, доб 12', 'тел , доб 12',               'тел , доб 12', 'тел 8701*******, доб 12'
          20, '111 и 22222222222222',    ' и <PHONE_NUMBER>',          ' и ',          '*** и 2222222*******'
          0,  'ничего',                  ничего,                       ничего,         ничего
          0,  '555=1+1',                 '<PHONE_NUMBER>=1+1',         '''=1+1',       '***=1+1'
          7,  '555=1+1',                 '''=1+1',                     '''=1+1',       '***=1+1'
          0,  '=555',                    '=<PHONE_NUMBER>',            '=',            '=***'
          """)
  void changesOnlyWhatIsDetected(
      int length, String value, String replaced, String redacted, String masked) {
    ColumnShape shape = text(length);
    assertThat(operators.create(detected(replace()), shape).apply(value)).isEqualTo(replaced);
    assertThat(operators.create(detected(REDACT), shape).apply(value)).isEqualTo(redacted);
    assertThat(operators.create(detected(MASK), shape).apply(value)).isEqualTo(masked);
  }

  @Test
  void makesRoomForTheMarkThatDisarmsAFormula() {
    // What the removal at the start freed, the replacement at the end would use up.
    ColumnShape shape = text(15);
    Object result = operators.create(detected(replace()), shape).apply("111=22222222222");
    assertThat(result).isEqualTo("'=");
  }

  @Test
  void joinsFindingsThatOverlapAndSplitsNoCharacter() {
    List<Finding> findings =
        List.of(found("URL", 4, 9), found("EMAIL_ADDRESS", 1, 6), found("PERSON", 11, 12));
    Operators own = Rules.operators(1, text -> findings);
    // The last finding begins in the middle of the emoji.
    assertThat(own.create(detected(replace()), ANY_TEXT).apply("0123456789😀b"))
        .isEqualTo("0<EMAIL_ADDRESS>9<PERSON>b");
    assertThat(own.create(detected(REDACT), ANY_TEXT).apply("0123456789😀b")).isEqualTo("09b");
  }

  @Test
  void countsALongerTextThanTheLimitByWhatItHad() {
    // Ten characters for a database that counts code points, twenty units here.
    String value = "😀".repeat(7) + "123";
    Object result = operators.create(detected(replace()), text(10)).apply(value);
    assertThat(result).isEqualTo("😀".repeat(7));
  }

  static Stream<Arguments> unsuitable() {
    ColumnShape unique = new ColumnShape(Kind.TEXT, 0, false, true);
    ColumnShape required = new ColumnShape(Kind.TEXT, 20, false, false);
    ColumnShape date = column(Kind.DATE);
    return Stream.of(
        Arguments.of(whole(replace()), text(7), "8 characters"),
        Arguments.of(whole(replace()), unique, "here suits: hash"),
        Arguments.of(whole(replace("=1+1")), ANY_TEXT, "formula"),
        Arguments.of(detected(replace("@x")), ANY_TEXT, "formula"),
        Arguments.of(whole(replace()), column(Kind.INTEGER), "replace with a number as new_value"),
        Arguments.of(whole(replace("x")), column(Kind.INTEGER), "numbers"),
        Arguments.of(whole(replace("1.5")), column(Kind.INTEGER), "numbers"),
        Arguments.of(whole(replace("1.1.1900")), date, "dates"),
        Arguments.of(whole(replace("x")), column(Kind.OTHER), "here suits: null"),
        Arguments.of(whole(REDACT), date, "generalize, replace with a date as new_value, null"),
        Arguments.of(whole(REDACT), unique, "UNIQUE"),
        Arguments.of(whole(MASK), column(Kind.INTEGER), "holds numbers"),
        Arguments.of(whole(MASK), unique, "UNIQUE"),
        Arguments.of(whole(mask('*', 0, true)), ANY_TEXT, "chars_to_mask"),
        Arguments.of(whole(mask('=', 3, true)), ANY_TEXT, "masking_char"),
        Arguments.of(whole(mask('\ud83d', 3, true)), ANY_TEXT, "masking_char"),
        Arguments.of(whole(mask(' ', 3, true)), ANY_TEXT, "masking_char"),
        Arguments.of(whole(HASH), text(9), "at least 10"),
        Arguments.of(whole(HASH), column(Kind.INTEGER), "holds numbers"),
        Arguments.of(whole(HASH), date, "generalize"),
        Arguments.of(whole(new OperatorSpec.Generalize(To.YEAR)), column(Kind.INTEGER), "numbers"),
        Arguments.of(whole(new OperatorSpec.Generalize(To.YEAR)), unique, "UNIQUE"),
        Arguments.of(whole(NULL), required, "here suits: hash, mask, redact"),
        Arguments.of(whole(NULL), new ColumnShape(Kind.OTHER, 0, false, true), "no operator suits"),
        Arguments.of(detected(HASH), ANY_TEXT, "detected"),
        Arguments.of(detected(NULL), ANY_TEXT, "detected"),
        Arguments.of(detected(KEEP), ANY_TEXT, "detected"),
        Arguments.of(detected(new OperatorSpec.Generalize(To.YEAR)), ANY_TEXT, "detected"),
        Arguments.of(detected(pseudonym(Of.PERSON)), ANY_TEXT, "detected"),
        Arguments.of(whole(pseudonym(Of.PERSON)), text(16), "at least 17 characters"),
        Arguments.of(whole(pseudonym(Of.KZ_IIN)), text(11), "at least 12 characters"),
        Arguments.of(whole(pseudonym(Of.KZ_BIN)), date, "text or a number"),
        Arguments.of(whole(pseudonym(Of.PHONE_NUMBER)), text(9), "at least 10 characters"),
        Arguments.of(whole(pseudonym(Of.EMAIL_ADDRESS)), text(21), "at least 22 characters"),
        Arguments.of(whole(pseudonym(Of.EMAIL_ADDRESS)), column(Kind.INTEGER), "is text"),
        Arguments.of(whole(pseudonym(Of.IP_ADDRESS)), text(14), "at least 15 characters"),
        Arguments.of(whole(pseudonym(Of.IP_ADDRESS)), unique, "UNIQUE"),
        Arguments.of(whole(pseudonym(Of.CREDIT_CARD)), unique, "UNIQUE"),
        Arguments.of(whole(pseudonym(Of.CREDIT_CARD)), text(15), "at least 16 characters"),
        Arguments.of(whole(REDACT), unique, "here suits: hash, pseudonym"),
        Arguments.of(detected(new OperatorSpec.Encrypt()), ANY_TEXT, "detected"),
        Arguments.of(whole(new OperatorSpec.Encrypt()), text(4000), "at most 4000"),
        Arguments.of(whole(new OperatorSpec.Encrypt()), column(Kind.INTEGER), "numbers"),
        Arguments.of(whole(new OperatorSpec.Encrypt()), unique, "UNIQUE"),
        Arguments.of(whole(new OperatorSpec.Network()), column(Kind.OTHER), "written as text"),
        Arguments.of(whole(new OperatorSpec.Network()), unique, "UNIQUE"),
        Arguments.of(whole(new OperatorSpec.City()), column(Kind.INTEGER), "written as text"),
        Arguments.of(whole(new OperatorSpec.City()), unique, "UNIQUE"),
        Arguments.of(whole(new OperatorSpec.Range(10)), date, "works here on numbers"),
        Arguments.of(whole(new OperatorSpec.Range(10)), unique, "UNIQUE"),
        Arguments.of(detected(REDACT), date, "holds dates"),
        Arguments.of(detected(replace("0")), column(Kind.INTEGER), "holds numbers"),
        Arguments.of(detected(MASK), unique, "UNIQUE"),
        Arguments.of(whole(new OperatorSpec.Shuffle()), ANY_TEXT, "PERSON points at its person"),
        Arguments.of(Rules.shuffle("CITY"), unique, "UNIQUE"),
        Arguments.of(Rules.shuffle("CITY"), column(Kind.OTHER), "cannot compare"),
        Arguments.of(
            Rules.shuffle("DATE_OF_BIRTH"),
            new ColumnShape(Kind.DATE, 0, false, false),
            "here suits: generalize"),
        Arguments.of(detected(new OperatorSpec.Shuffle()), ANY_TEXT, "detected"),
        Arguments.of(whole(MASK), column(Kind.JSON), "redact, replace or mask with detected: true"),
        Arguments.of(whole(replace("{")), column(Kind.JSON), "not well-formed"),
        Arguments.of(whole(replace("<a>")), column(Kind.XML), "not well-formed"),
        Arguments.of(whole(replace()), column(Kind.XML), "holds XML documents"));
  }

  @ParameterizedTest
  @MethodSource("unsuitable")
  void refusesWhatDoesNotSuitTheColumn(Target.ColumnRule rule, ColumnShape shape, String says) {
    assertThatThrownBy(() -> operators.create(rule, shape))
        .isInstanceOf(SettingsException.class)
        .hasMessageStartingWith("jobs/night.yaml:12:7: column full_name: ")
        .hasMessageContaining(says);
  }

  @Test
  void suitsAUniqueColumnWithTokens() {
    ColumnShape unique = new ColumnShape(Kind.TEXT, 12, false, true);
    assertThat(token(unique, "850712300123")).hasSize(12);
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void keepsAndEmptiesColumnsOfEveryKind(Kind kind) {
    Object value = new Object();
    assertThat(apply(KEEP, column(kind), value)).isSameAs(value);
    assertThat(apply(NULL, column(kind), value)).isNull();
  }

  @Test
  void namesTheTypeAndNeverTheValueWhereItIsNotWhatTheColumnSays() {
    for (OperatorSpec spec : List.of(HASH, MASK, replace(), new OperatorSpec.Generalize(To.YEAR))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> apply(spec, ANY_TEXT, 850712300123L))
          .withMessageContaining("Long")
          .withMessageNotContaining("850712300123");
    }
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> apply(new OperatorSpec.Generalize(To.YEAR), column(Kind.DATE), "1985-07-12"))
        .withMessageNotContaining("1985");
  }

  private @Nullable Object apply(OperatorSpec spec, ColumnShape shape, Object value) {
    return operators.create(whole(spec), shape).apply(value);
  }

  private String token(ColumnShape shape, String value) {
    return String.valueOf(apply(HASH, shape, value));
  }

  private static OperatorSpec pseudonym(Of of) {
    return new OperatorSpec.Pseudonym(of);
  }

  private static OperatorSpec mask(char masking, int hidden, boolean fromEnd) {
    return new OperatorSpec.Mask(masking, hidden, fromEnd);
  }

  private static Finding found(String entity, int start, int end) {
    return new Finding(entity, start, end, 1, true, "test");
  }
}
