package kz.umyt.recognize;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FoldedTextTest {

  private static FoldedText fold(String text) {
    return FoldedText.of(text, Lanes.of(text, 0, text.length()));
  }

  @Test
  void doesNotCopyWhatNeedsNoFolding() {
    String text = "ИИН 950106304482, қала";

    assertThat(fold(text).text()).isSameAs(text);
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
}
