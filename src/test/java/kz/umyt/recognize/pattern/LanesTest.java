package kz.umyt.recognize.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LanesTest {

  @Test
  void countsWhatATextHolds() {
    long lanes = Lanes.of("a1@b.kz: 2-3ж@", 0, 14);

    assertThat(Lanes.get(lanes, Lanes.DIGIT)).isEqualTo(3);
    assertThat(Lanes.get(lanes, Lanes.LETTER)).isEqualTo(4);
    assertThat(Lanes.get(lanes, Lanes.ALNUM)).isEqualTo(7);
    assertThat(Lanes.get(lanes, Lanes.AT)).isEqualTo(2);
    assertThat(Lanes.get(lanes, Lanes.DOT)).isEqualTo(1);
    assertThat(Lanes.get(lanes, Lanes.COLON)).isEqualTo(1);
    assertThat(Lanes.get(lanes, Lanes.HYPHEN)).isEqualTo(1);
  }

  @Test
  void stopsCountingInsteadOfSpilling() {
    String digits = "7".repeat(100_000);

    assertThat(Lanes.get(Lanes.of(digits, 0, digits.length()), Lanes.DIGIT)).isEqualTo(Lanes.MOST);
    assertThat(Lanes.get(Lanes.of(digits, 0, digits.length()), Lanes.LETTER)).isZero();
  }

  @Test
  void comparesLaneByLane() {
    long have = Lanes.of("12@", 0, 3);

    assertThat(Lanes.covers(have, Lanes.of("1@", 0, 2))).isTrue();
    assertThat(Lanes.covers(have, Lanes.of("123", 0, 3))).isFalse();
    assertThat(Lanes.covers(have, Lanes.of("1.", 0, 2))).isFalse();
  }
}
