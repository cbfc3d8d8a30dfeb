package kz.umyt.source.charset;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.charset.spi.CharsetProvider;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * KZ-1048 (ST RK 1048-2002) and PTCP154 (Paratype's Cyrillic-Asian), both registered with IANA.
 * Each is windows-1251 with some of its characters replaced by those of Kazakh, and in PTCP154 of
 * other Turkic languages.
 */
public final class KazakhCharsets extends CharsetProvider {

  private static final String USUAL = "windows-1251";

  /** Where an encoding has another character: the byte in two hex digits, and the character. */
  private static final String KZ_1048 = "8DҚ8EҺ9Dқ9EһA1ҰA2ұA3ӘA5ӨAAҒAFҮB4өBAғBCәBDҢBEңBFү";

  private static final String PTCP154 =
      "80Җ81Ғ82Ӯ83ғ86Ҷ87Ү88Ҳ89ү8AҠ8BӢ8CҢ8DҚ8EҺ8FҸ90җ98ҳ99ҷ9Aҡ9Bӣ9Cң9Dқ9Eһ9Fҹ"
          + "A1ЎA2ўA3ЈA4ӨA5ҘA6ҰAAӘADӯAFҜB1ұB4ҙB5өBAәBCјBDҪBEҫBFҝ";

  private final List<Charset> charsets =
      List.of(
          new OneByteCharset(
              "KZ-1048", List.of("STRK1048-2002", "RK1048", "csKZ1048"), table(KZ_1048)),
          new OneByteCharset(
              "PTCP154", List.of("PT154", "CP154", "csPTCP154", "Cyrillic-Asian"), table(PTCP154)));

  @Override
  public Iterator<Charset> charsets() {
    return charsets.iterator();
  }

  @Override
  public @Nullable Charset charsetForName(String name) {
    return charsets.stream()
        .filter(
            charset ->
                Stream.concat(Stream.of(charset.name()), charset.aliases().stream())
                    .anyMatch(known -> known.equalsIgnoreCase(name.toLowerCase(Locale.ROOT))))
        .findFirst()
        .orElse(null);
  }

  private static String table(String others) {
    byte[] bytes = new byte[256];
    for (int value = 0; value < bytes.length; value++) {
      bytes[value] = (byte) value;
    }
    StringBuilder table = new StringBuilder(new String(bytes, Charset.forName(USUAL)));
    table.replace(0, 128, new String(bytes, 0, 128, StandardCharsets.US_ASCII));
    for (int at = 0; at < others.length(); at += 3) {
      int value = Integer.parseInt(others.substring(at, at + 2), 16);
      table.setCharAt(value, others.charAt(at + 2));
    }
    return table.toString();
  }
}
