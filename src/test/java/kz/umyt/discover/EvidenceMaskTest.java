package kz.umyt.discover;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvidenceMaskTest {

  @ParameterizedTest
  @CsvSource({
    "KZ_IIN, 850101300123, 85********23",
    "KZ_ID_CARD, 045678912, 0*******2",
    "PHONE_NUMBER, +7 701 555-01-42, +7************42",
    "IP_ADDRESS, 10.0.0.1, 1******1",
    "IP_ADDRESS, ::1, ***",
    "CREDIT_CARD, 4400 4301 2345 6789, 440043******6789",
    "CREDIT_CARD, 123456789012, 12********12",
    "EMAIL_ADDRESS, aigerim@dala.kz, a***@d***.kz",
    "EMAIL_ADDRESS, ab@kz.com, ***@***.com",
    "EMAIL_ADDRESS, aigerim@localhost, ai*************st",
    "PERSON, Үмітжан, Ү*****н"
  })
  void keepsOnlyTheEnds(String entity, String value, String masked) {
    assertThat(EvidenceMask.mask(entity, value)).isEqualTo(masked);
  }

  @Test
  void neverShowsMoreThanFourCharactersNorMoreThanTwoFifths() {
    Random random = new Random(20260115);
    for (int round = 0; round < 2_000; round++) {
      String value =
          random
              .ints(1 + random.nextInt(60), 0, 5)
              .collect(
                  StringBuilder::new,
                  (text, kind) -> text.appendCodePoint("а7Ә-\u20bf".codePointAt(kind)),
                  StringBuilder::append)
              .toString();

      String masked = EvidenceMask.mask("KZ_PASSPORT", value);

      long shown = masked.codePoints().filter(c -> c != '*').count();
      assertThat(shown).isLessThanOrEqualTo(Math.min(4, value.length() * 2 / 5));
      assertThat(masked).isNotEqualTo(value);
    }
  }
}
