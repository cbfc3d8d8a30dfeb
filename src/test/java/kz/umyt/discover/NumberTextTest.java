package kz.umyt.discover;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberTextTest {

  @ParameterizedTest
  @CsvSource({
    "850101300114, 850101300114",
    "850101300114.00, 850101300114",
    "8.50101300114E11, 850101300114",
    "00000000850101300114, 850101300114",
    "00000000010203500117, 010203500117",
    "12.50, 12.5",
    "1E+3, 1000",
    "0.00, 0",
    "1E+999999999, 1E+999999999",
    "1E-999999999, 1E-999999999",
    "NaN, NaN",
    "-850101300114, -850101300114"
  })
  void writesDigitsOut(String written, String plain) {
    assertThat(NumberText.plain(written)).isEqualTo(plain);
  }

  @ParameterizedTest
  @CsvSource({
    "105600119, 000105600119",
    "10203500117, 010203500117",
    "850101300114, ",
    "12345678, ",
    "10203500.7, ",
    "-0203500117, "
  })
  void restoresZerosOfTwelveDigits(String digits, String restored) {
    assertThat(NumberText.restored(digits).orElse(null)).isEqualTo(restored);
  }
}
