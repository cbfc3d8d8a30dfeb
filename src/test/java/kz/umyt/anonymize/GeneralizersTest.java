package kz.umyt.anonymize;

import static kz.umyt.anonymize.Rules.ANY_TEXT;
import static kz.umyt.anonymize.Rules.column;
import static kz.umyt.anonymize.Rules.text;
import static kz.umyt.anonymize.Rules.whole;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import kz.umyt.anonymize.ColumnShape.Kind;
import kz.umyt.settings.OperatorSpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GeneralizersTest {
  private static final OperatorSpec NETWORK = new OperatorSpec.Network();
  private static final OperatorSpec CITY = new OperatorSpec.City();

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # address, its network
          85.117.44.203,               85.117.44.0
          10.0.0.0,                    10.0.0.0
          255.255.255.255,             255.255.255.0
          2a00:1450:4001:81b::200e,    2a00:1450:4001::
          2A00:1450:4001:081B:0:0:0:1, 2a00:1450:4001::
          2001:db8::1,                 2001:db8::
          ::1,                         ::
          ::,                          ::
          1:0:2:3:4:5:6:7,             1:0:2::
          0:0:a:b:c:d:e:f,             0:0:a::
          ::ffff:85.117.44.203,        ::
          64:ff9b:1::85.117.44.203,    64:ff9b:1::
          '85.117.44.203  ',           85.117.44.0
          85.117.44,                   ,
          85.117.44.203.1,             ,
          85.117.44.256,               ,
          085.117.44.203,              ,
          85.117.44.203:8080,          ,
          85.117.44.203/24,            ,
          '85.117.44.203, 10.0.0.1',   ,
          2a00:1450,                   ,
          2a00::1450::1,               ,
          1:2:3:4:5:6:7:8:9,           ,
          1:2:3:4:5:6:7:8::,           ,
          :1:2:3:4:5:6:7,              ,
          1:2:3:4:5:6:7:,              ,
          12345::,                     ,
          fe80::1%eth0,                ,
          85.117.44.203::,             ,
          :::,                         ,
          unknown,                     ,
          """)
  void leavesTheNetworkOfAnAddressAndNothingElse(String value, @Nullable String network) {
    assertThat(apply(NETWORK, ANY_TEXT, value)).isEqualTo(network);
    assertThat(apply(NETWORK, new ColumnShape(Kind.TEXT, 0, false, false), value))
        .isEqualTo(network == null ? "" : network);
    if (network != null) {
      assertThat(network.length()).isLessThanOrEqualTo(value.length());
      assertThat(new Leftovers().areWritten(NETWORK, network)).isTrue();
    }
  }

  @Test
  void takesAWholeAddressForResidue() {
    assertThat(new Leftovers().areWritten(NETWORK, "85.117.44.203")).isFalse();
    assertThat(new Leftovers().areWritten(CITY, "г. Алматы, ул. Абая, 10")).isFalse();
    assertThat(new Leftovers().areWritten(CITY, "Алматы")).isTrue();
  }

  @Test
  void leavesTheCityOfAnAddressOrEmptyText() {
    assertThat(apply(CITY, ANY_TEXT, "г. Алматы, пр. Абая, д. 10, кв. 5")).isEqualTo("Алматы");
    assertThat(apply(CITY, text(40), "ул. Абая, 10")).isEqualTo("");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # number, lower bound with ten
          37,     30
          30,     30
          9,      0
          -5,     -10
          37.9,   30
          '37,9', 30
          '37  ', 30
          007,    0
          3-7,    ,
          1e9,    ,
          37.,    ,
          .5,     ,
          -,      ,
          1.2.3,  ,
          +37,    ,
          ٣٧,     ,
          37 лет, ,
          """)
  void leavesTheRangeOfAWrittenNumberAndNothingElse(String value, @Nullable String lower) {
    assertThat(apply(new OperatorSpec.Range(10), ANY_TEXT, value)).isEqualTo(lower);
  }

  @Test
  void keepsNumbersNumbersOfTheirClass() {
    OperatorSpec range = new OperatorSpec.Range(10);
    assertThat(apply(range, column(Kind.INTEGER), 37L)).isEqualTo(30L);
    assertThat(apply(range, column(Kind.INTEGER), -1L)).isEqualTo(-10L);
    assertThat(apply(range, column(Kind.INTEGER), Long.MIN_VALUE)).isEqualTo(Long.MIN_VALUE);
    assertThat(apply(range, column(Kind.INTEGER), new BigDecimal("37")))
        .isEqualTo(new BigDecimal("30"));
    assertThat(apply(range, column(Kind.DECIMAL), new BigDecimal("1234.56")))
        .isEqualTo(new BigDecimal("1230.00"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> apply(range, column(Kind.INTEGER), "37"))
        .withMessageNotContaining("37");
  }

  @Test
  void leavesNothingWhereTheBoundIsLongerThanTheColumn() {
    assertThat(apply(new OperatorSpec.Range(10), text(2), "-5")).isNull();
  }

  private static @Nullable Object apply(OperatorSpec spec, ColumnShape shape, Object value) {
    return Rules.operators(1).create(whole(spec), shape).apply(value);
  }
}
