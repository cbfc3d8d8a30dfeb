package kz.umyt.recognize.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldedTextTest {

  private static FoldedText fold(String text) {
    return FoldedText.of(text);
  }

  @Test
  void foldsSpacesDashesAndWideForms() {
    assertThat(fold("１\u00A02\u202F3\u20094–5—6−7\u2011８＠").text()).isEqualTo("1 2 3 4-5-6-7-8@");
  }

  @Test
  void pointsIntoTheOriginalWhereCharactersWereRemoved() {
    FoldedText text = fold("\uFEFFa\u200Bb\u00ADc\u200E");

    assertThat(text.text()).isEqualTo("abc");
    assertThat(text.originalStart(0)).isEqualTo(1);
    assertThat(text.originalStart(1)).isEqualTo(3);
    assertThat(text.originalEnd(3)).isEqualTo(6);
    assertThat(text.originalOf(0, 2)).isEqualTo("a\u200Bb");
  }

  @Test
  void composesMarksAndCompatibilityForms() {
    FoldedText text = fold("и\u0306 \uD835\uDFD5\uD835\uDFD6 ﬁ м² 5½ №");

    assertThat(text.text()).isEqualTo("й 78 fi м² 5½ №");
    assertThat(text.originalOf(0, 1)).isEqualTo("и\u0306");
    assertThat(text.originalOf(2, 3)).isEqualTo("\uD835\uDFD5");
  }

  @ParameterizedTest
  @CsvSource({
    "əкесі,әкесі",
    "ИBAHОB,ИВАНОВ",
    "КZ12,KZ12",
    "жeкe куəлiк,жеке куәлік",
    "infо,info",
    "Wi-Fi,Wi-Fi",
    "ИИНabc,ИИНabc"
  })
  void putsMixedAlphabetsRight(String written, String meant) {
    assertThat(fold(written).text()).isEqualTo(meant);
  }
}
