package kz.umyt.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SubjectFormTest {

  @Test
  void restoresTheZerosThatASpreadsheetAte() {
    assertThat(SubjectForm.variants("20101300017")).contains("020101300017");
  }

  @Test
  void findsDataThatLostItsZeros() {
    assertThat(SubjectForm.variants("000101300017"))
        .contains("000101300017", "00101300017", "0101300017", "101300017");
  }

  @Test
  void forgivesSpacesAndLetterCase() {
    assertThat(SubjectForm.variants("\u00A0ABC-Ёлка \u200B")).contains("ABC-Ёлка", "abc-ёлка");
  }

  @Test
  void leavesOtherNumbersAlone() {
    assertThat(SubjectForm.variants("00042")).containsExactly("00042");
    assertThat(SubjectForm.variants("1234567890123")).containsExactly("1234567890123");
  }
}
