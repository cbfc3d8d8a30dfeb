package kz.umyt.recognize.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShapeTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "[0-9]{12}; 12; 12; 0; 12",
        "\\d{3,5}x+; 3; 4; 0; 4",
        "(?:ab|[0-9]{4})?c; 0; 1; 0; 1",
        "[a-z0-9]+@[a-z]+\\.kz; 0; 4; 1; 6",
        "(?i)(?P<n>1{2})*?2; 1; 1; 0; 1",
        "[^0-9]1; 1; 1; 0; 2",
        "\\Q1.2\\E\\x31\\x{32}; 4; 4; 0; 5",
        "\\pN{3}[[:digit:]]; 0; 0; 0; 4",
        "[]a-]x; 0; 1; 0; 2",
        "^1$|\\b22\\b; 1; 1; 0; 1",
        "[\\d@]{2}(?:x{2}){200}; 0; 127; 0; 402",
      })
  void asksForNoMoreThanEveryMatchHolds(
      String regex, int digits, int alnum, int ats, int shortest) {
    Shape shape = RegexReader.read(regex).shape();

    assertThat(Lanes.get(shape.least(), Lanes.DIGIT)).isEqualTo(digits);
    assertThat(Lanes.get(shape.least(), Lanes.ALNUM)).isEqualTo(alnum);
    assertThat(Lanes.get(shape.least(), Lanes.AT)).isEqualTo(ats);
    assertThat(shape.shortest()).isEqualTo(shortest);
  }
}
