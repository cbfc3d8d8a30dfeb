package kz.umyt.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleControlsTest {

  @ParameterizedTest
  @ValueSource(
      ints = {
        0x0, 0x1B, 0x7F, 0x85, 0xAD, 0x200B, 0x200E, 0x200F, 0x202E, 0x2066, 0x2069, 0x2028, 0x2029,
        0xFEFF, 0xE000, 0xE0041
      })
  void showsCharactersWithoutShape(int point) {
    assertThat(VisibleControls.of("a" + Character.toString(point) + "b"))
        .isEqualTo("a[U+" + "%04X".formatted(point) + "]b");
  }

  @Test
  void leavesEverythingElse() {
    String text = "Әә Ққ «Ёлка» 1\u202F000 \u00A0\t\r\n№ 7 – \uD83D\uDE42 <&>\"'";
    assertThat(VisibleControls.of(text)).isEqualTo(text);
  }

  @Test
  void keepsALineOne() {
    assertThat(VisibleControls.inLine("a\tb\r\nc\u001B[31m"))
        .isEqualTo("a[U+0009]b[U+000D][U+000A]c[U+001B][31m");
  }
}
