package kz.umyt.anonymize;

import static kz.umyt.anonymize.Rules.column;
import static kz.umyt.anonymize.Rules.detected;
import static kz.umyt.anonymize.Rules.replace;
import static kz.umyt.anonymize.Rules.text;
import static kz.umyt.anonymize.Rules.whole;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import kz.umyt.anonymize.ColumnShape.Kind;
import kz.umyt.settings.OperatorSpec;
import kz.umyt.settings.OperatorSpec.Generalize.To;
import kz.umyt.settings.OperatorSpec.Pseudonym.Of;
import kz.umyt.settings.Target;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every operator promises, over many invented values. */
class OperatorLawsTest {
  private static final int VALUES = 600;

  /**
   * Latin, Russian and Kazakh letters, digits, an emoji, a combining mark, what formulas open with.
   */
  private static final String[] CHARACTERS = {
    "a", "Z", "ж", "Я", "ә", "ғ", "қ", "ң", "ө", "ұ", "ү", "һ", "і", "Ә", "0", "1", "5", "9", "7",
    "3", " ", "-", "+", "=", "@", ".", ",", "\"", "'", "\n", "\t", "😀", "👩‍👧", "e\u0301",
    "\u00a0"
  };

  private enum Promise {
    /** Applied to its own result it gives the same result. */
    IDEMPOTENT,
    /** Another key gives another result. */
    KEYED,
    /** The result is never the value, unless the value was already safe. */
    CHANGES
  }

  private record Law(Target.ColumnRule rule, ColumnShape shape, Set<Promise> promises) {
    @Override
    public String toString() {
      return rule.operator() + (rule.detected() ? " detected " : " ") + shape;
    }
  }

  static List<Law> laws() {
    Set<Promise> constant = EnumSet.of(Promise.IDEMPOTENT, Promise.CHANGES);
    Set<Promise> idempotent = EnumSet.of(Promise.IDEMPOTENT);
    List<Law> laws = new ArrayList<>();
    for (int length : new int[] {0, 12, 40}) {
      laws.add(new Law(whole(replace()), text(length), constant));
      laws.add(new Law(whole(replace("аноним")), text(length), constant));
      laws.add(new Law(whole(new OperatorSpec.Redact()), text(length), constant));
      laws.add(
          new Law(
              whole(new OperatorSpec.Hash()),
              text(length),
              EnumSet.of(Promise.KEYED, Promise.CHANGES)));
      for (boolean fromEnd : new boolean[] {true, false}) {
        for (int hidden : new int[] {1, 7, 100}) {
          OperatorSpec mask = new OperatorSpec.Mask('*', hidden, fromEnd);
          laws.add(new Law(whole(mask), text(length), constant));
          laws.add(new Law(detected(mask), text(length), Set.of()));
        }
      }
      laws.add(new Law(detected(replace()), text(length), idempotent));
      laws.add(new Law(detected(new OperatorSpec.Redact()), text(length), Set.of()));
    }
    for (To to : To.values()) {
      for (Kind kind :
          new Kind[] {Kind.TEXT, Kind.DATE, Kind.TIMESTAMP, Kind.TIMESTAMP_WITH_ZONE}) {
        laws.add(new Law(whole(new OperatorSpec.Generalize(to)), column(kind), constant));
      }
    }
    Set<Promise> keyed = EnumSet.of(Promise.KEYED, Promise.CHANGES);
    for (Of of : Of.values()) {
      // There are too few pseudonyms of IP addresses for another key to give another one always.
      if (of == Of.IP_ADDRESS) {
        continue;
      }
      for (int length : new int[] {0, 24, 40}) {
        laws.add(new Law(whole(new OperatorSpec.Pseudonym(of)), text(length), keyed));
      }
      for (Kind kind : new Kind[] {Kind.INTEGER, Kind.DECIMAL}) {
        if (Pseudonyms.obstacle(of, column(kind)).isEmpty()) {
          laws.add(new Law(whole(new OperatorSpec.Pseudonym(of)), column(kind), keyed));
        }
      }
    }
    for (int length : new int[] {0, 3, 12}) {
      laws.add(new Law(whole(new OperatorSpec.Network()), text(length), idempotent));
      laws.add(new Law(whole(new OperatorSpec.City()), text(length), idempotent));
      laws.add(new Law(whole(new OperatorSpec.Range(10)), text(length), idempotent));
    }
    laws.add(new Law(whole(new OperatorSpec.Range(7)), column(Kind.INTEGER), idempotent));
    laws.add(new Law(whole(new OperatorSpec.Range(1000)), column(Kind.DECIMAL), idempotent));
    laws.add(new Law(whole(replace("-17")), column(Kind.INTEGER), constant));
    laws.add(new Law(whole(replace("0.5")), column(Kind.DECIMAL), constant));
    laws.add(new Law(whole(replace("1900-01-02")), column(Kind.DATE), constant));
    laws.add(new Law(whole(replace("1900-01-02T03:04:05")), column(Kind.TIMESTAMP), constant));
    laws.add(
        new Law(
            whole(replace("1900-01-02T00:00:00+05:00")),
            column(Kind.TIMESTAMP_WITH_ZONE),
            constant));
    for (Kind kind : new Kind[] {Kind.JSON, Kind.XML}) {
      laws.add(new Law(detected(replace()), column(kind), idempotent));
      laws.add(new Law(detected(new OperatorSpec.Redact()), column(kind), idempotent));
    }
    laws.add(new Law(Rules.shuffle("CITY"), text(20), constant));
    laws.add(new Law(Rules.shuffle("DATE_OF_BIRTH"), column(Kind.DATE), constant));
    laws.add(new Law(whole(replace("{}")), column(Kind.JSON), constant));
    laws.add(new Law(whole(replace("<gone/>")), column(Kind.XML), constant));
    for (Kind kind : Kind.values()) {
      laws.add(new Law(whole(new OperatorSpec.Null()), column(kind), constant));
      laws.add(new Law(whole(new OperatorSpec.Keep()), column(kind), idempotent));
    }
    return laws;
  }

  @ParameterizedTest
  @MethodSource("laws")
  void isDeterministicUnderOneKey(Law law) {
    ValueOperator operator = Rules.operators(1).create(law.rule(), law.shape());
    ValueOperator again = Rules.operators(1).create(law.rule(), law.shape());
    forEachValue(law, value -> assertThat(again.apply(value)).isEqualTo(operator.apply(value)));
  }

  @ParameterizedTest
  @MethodSource("laws")
  void leavesNoValueAndEmptyTextAlone(Law law) {
    ValueOperator operator = Rules.operators(1).create(law.rule(), law.shape());
    assertThat(operator.apply(null)).isNull();
    if (law.shape().kind() == Kind.TEXT && !(law.rule().operator() instanceof OperatorSpec.Null)) {
      assertThat(operator.apply("")).isEqualTo("");
    }
  }

  @ParameterizedTest
  @MethodSource("laws")
  void keepsTypeLengthAndCharactersWhole(Law law) {
    ValueOperator operator = Rules.operators(1).create(law.rule(), law.shape());
    forEachValue(
        law,
        value -> {
          Object result = operator.apply(value);
          if (result != null) {
            assertThat(result).isInstanceOf(value.getClass());
          }
          if (result instanceof String text) {
            assertThat(wellFormed(text)).as("surrogates of the result").isTrue();
            int limit = law.shape().maxLength();
            if (limit > 0) {
              assertThat(text.length()).isLessThanOrEqualTo(limit);
            }
          }
        });
  }

  @ParameterizedTest
  @MethodSource("laws")
  void opensNoFormulaThatWasNotThere(Law law) {
    ValueOperator operator = Rules.operators(1).create(law.rule(), law.shape());
    forEachValue(
        law,
        value -> {
          if (value instanceof String text
              && operator.apply(value) instanceof String result
              && !opensFormula(text)) {
            assertThat(opensFormula(result)).isFalse();
          }
        });
  }

  @ParameterizedTest
  @MethodSource("laws")
  void keepsItsOwnPromises(Law law) {
    ValueOperator operator = Rules.operators(1).create(law.rule(), law.shape());
    ValueOperator otherKey = Rules.operators(2).create(law.rule(), law.shape());
    forEachValue(
        law,
        value -> {
          Object result = operator.apply(value);
          if (law.promises().contains(Promise.IDEMPOTENT)) {
            assertThat(operator.apply(result)).isEqualTo(result);
          }
          if (law.promises().contains(Promise.KEYED) && !value.equals("")) {
            assertThat(otherKey.apply(value)).isNotEqualTo(result);
          } else {
            assertThat(otherKey.apply(value)).isEqualTo(result);
          }
          if (law.promises().contains(Promise.CHANGES) && !isSafe(law, value)) {
            assertThat(result).isNotEqualTo(value);
          }
        });
  }

  /** Empty text, and a date that is the first day of its year or month already. */
  private static boolean isSafe(Law law, Object value) {
    if (value.equals("")) {
      return true;
    }
    if (!(law.rule().operator() instanceof OperatorSpec.Generalize generalize)) {
      return false;
    }
    String date = value.toString();
    String monthAndDay =
        switch (date.length()) {
          case 8 -> date.substring(4);
          case 10 ->
              date.charAt(2) == '.'
                  ? date.substring(3, 5) + date.substring(0, 2)
                  : date.substring(5, 7) + date.substring(8);
          default -> "";
        };
    return generalize.to() == To.YEAR ? monthAndDay.equals("0101") : monthAndDay.endsWith("01");
  }

  private interface Check {
    void see(Object value);
  }

  private static void forEachValue(Law law, Check check) {
    Random random = new Random(law.toString().hashCode());
    for (int number = 0; number < VALUES; number++) {
      Object value = value(law.shape(), random);
      if (value != null) {
        check.see(value);
      }
    }
  }

  private static @Nullable Object value(ColumnShape shape, Random random) {
    LocalDate date = LocalDate.of(1900 + random.nextInt(150), 1, 1).plusDays(random.nextInt(366));
    LocalDateTime time = date.atTime(random.nextInt(1, 24), random.nextInt(60), random.nextInt(60));
    return switch (shape.kind()) {
      case TEXT -> random.nextInt(4) == 0 ? dateText(date, random) : anyText(shape, random);
      case INTEGER ->
          random.nextBoolean()
              ? (Object) random.nextLong()
              : (Object) BigDecimal.valueOf(random.nextLong(1L << 40));
      case DECIMAL -> BigDecimal.valueOf(random.nextInt(), 2);
      case DATE -> date;
      case TIMESTAMP -> time;
      case TIMESTAMP_WITH_ZONE ->
          OffsetDateTime.of(time, ZoneOffset.ofHours(random.nextInt(-12, 15)));
      case JSON -> "{\"n\": " + random.nextInt(10_000) + "}";
      case XML -> "<n>" + random.nextInt(10_000) + "</n>";
      case OTHER -> new byte[] {1, 2};
    };
  }

  private static String dateText(LocalDate date, Random random) {
    String iso = date.toString();
    return switch (random.nextInt(3)) {
      case 0 -> iso;
      case 1 -> iso.substring(8) + "." + iso.substring(5, 7) + "." + iso.substring(0, 4);
      default -> iso.substring(0, 4) + iso.substring(5, 7) + iso.substring(8);
    };
  }

  private static String anyText(ColumnShape shape, Random random) {
    int length = random.nextInt(30);
    StringBuilder text = new StringBuilder();
    while (text.length() < length) {
      String next = CHARACTERS[random.nextInt(CHARACTERS.length)];
      if (shape.maxLength() > 0 && text.length() + next.length() > shape.maxLength()) {
        break;
      }
      // Runs of digits, so that there is something to detect.
      int times = next.charAt(0) >= '0' && next.charAt(0) <= '9' ? 1 + random.nextInt(5) : 1;
      for (int time = 0; time < times && text.length() < shapeLimit(shape); time++) {
        text.append(next);
      }
    }
    return text.toString();
  }

  private static int shapeLimit(ColumnShape shape) {
    return shape.maxLength() == 0 ? Integer.MAX_VALUE : shape.maxLength();
  }

  private static boolean wellFormed(String text) {
    return text.codePoints().noneMatch(point -> Character.getType(point) == Character.SURROGATE);
  }

  private static boolean opensFormula(String text) {
    return !text.isEmpty() && "=+-@".indexOf(text.charAt(0)) >= 0;
  }
}
