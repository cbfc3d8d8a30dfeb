package kz.umyt.source.charset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KazakhCharsetsTest {

  /** Facts of the registrations: every letter that Kazakh has beside Russian. */
  @ParameterizedTest
  @CsvSource({
    "KZ-1048, ӘҒҚҢӨҰҮҺІ, A3AA8DBDA5A1AF8EB2",
    "KZ-1048, әғқңөұүһі, BCBA9DBEB4A2BF9EB3",
    "PTCP154, ӘҒҚҢӨҰҮҺІ, AA818D8CA4A6878EB2",
    "PTCP154, әғқңөұүһі, BA839D9CB5B1899EB3",
    "KZ-1048, Ёлка№1, A8EBEAE0B931",
    "PTCP154, Ёлка№1, A8EBEAE0B931",
  })
  void hasEveryLetter(String name, String text, String hex) {
    Charset charset = Charset.forName(name);

    assertThat(text.getBytes(charset)).isEqualTo(HexFormat.of().parseHex(hex));
    assertThat(new String(HexFormat.of().parseHex(hex), charset)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"kz-1048", "RK1048", "STRK1048-2002", "PT154", "cp154", "ptcp154"})
  void isKnownByEveryName(String name) {
    assertThat(Charset.isSupported(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"KZ-1048", "PTCP154"})
  void goesThereAndBackForEveryByte(String name) throws CharacterCodingException {
    Charset charset = Charset.forName(name);
    int without = 0;
    for (int value = 0; value < 256; value++) {
      byte[] one = {(byte) value};
      String text = new String(one, charset);
      if (text.equals("\uFFFD")) {
        without++;
        assertThatThrownBy(() -> charset.newDecoder().decode(ByteBuffer.wrap(one)))
            .isInstanceOf(CharacterCodingException.class);
      } else {
        assertThat(charset.newEncoder().encode(CharBuffer.wrap(text)).array()).startsWith(one);
      }
    }
    assertThat(without).isEqualTo(name.equals("KZ-1048") ? 1 : 0);
  }

  /** What cannot be written is said, and never becomes a question mark unasked. */
  @ParameterizedTest
  @ValueSource(strings = {"KZ-1048", "PTCP154"})
  void refusesWhatItCannotHold(String name) throws CharacterCodingException {
    Charset charset = Charset.forName(name);
    Random random = new Random(1048);
    for (int round = 0; round < 20_000; round++) {
      String text = text(random);
      boolean can = charset.newEncoder().canEncode(text);
      ByteBuffer encoded;
      try {
        encoded = charset.newEncoder().encode(CharBuffer.wrap(text));
      } catch (CharacterCodingException refused) {
        assertThat(can).as(text).isFalse();
        continue;
      }
      assertThat(can).as(text).isTrue();
      assertThat(charset.newDecoder().decode(encoded).toString()).isEqualTo(text);
    }
  }

  /** Mostly letters that the encodings have, and now and then anything at all. */
  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int length = random.nextInt(20); length > 0; length--) {
      if (random.nextInt(40) == 0) {
        text.append((char) random.nextInt(0x10000));
      } else {
        text.append("әғқңөұүһіӘҒҚҢӨҰҮҺІабвЁё№ xyz19\u00A0".charAt(random.nextInt(31)));
      }
    }
    return text.toString();
  }
}
