package kz.umyt.source.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Tells the one-byte encodings of Cyrillic apart by how often each letter would occur: windows-1251
 * of Windows, KZ-1048 and PTCP154 with the letters of Kazakh, CP866 of DOS, KOI8-R of older
 * servers.
 */
final class CyrillicGuess {

  private static final Charset USUAL = Charset.forName("windows-1251");
  private static final List<Charset> OTHERS =
      Stream.of("KZ-1048", "PTCP154", "IBM866", "KOI8-R").map(Charset::forName).toList();

  /** Letters of Russian, the most frequent first; those of Kazakh alone stand near the end. */
  private static final String BY_FREQUENCY = "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэіқғңәөұүһфъё";

  /** Each is about a tenth rarer than the one before: near enough to what is counted in texts. */
  private static final double STEP = -0.11;

  private static final String SIGNS = "«»№–—…“”„‘’°§\u00A0";
  private static final double SIGN = -4;
  private static final double STRANGE = -9;

  /** As much as a handful of letters can tell: less than this proves nothing. */
  private static final double CLEAR = 12;

  private static final int BUFFER = 1 << 16;

  private final long[] counts = new long[256];

  /** Reads a text to its end. */
  void read(InputStream text) throws IOException {
    byte[] buffer = new byte[BUFFER];
    for (int count = text.read(buffer); count >= 0; count = text.read(buffer)) {
      for (int i = 0; i < count; i++) {
        counts[buffer[i] & 0xFF]++;
      }
    }
  }

  /** The encoding in which what was read looks most like words; windows-1251 if none stands out. */
  Found found() {
    Map<Character, Double> weights = weights();
    Charset best = USUAL;
    double most = likelihood(USUAL, weights) + CLEAR;
    for (Charset other : OTHERS) {
      double likelihood = likelihood(other, weights);
      if (likelihood > most) {
        best = other;
        most = likelihood;
      }
    }
    return new Found(best, confidence(best, weights));
  }

  /**
   * An encoding.
   *
   * @param confidence from 0, where another one fits as well, to 1
   */
  record Found(Charset charset, double confidence) {}

  /** By how much it fits better than the next one in which the text would be another. */
  private double confidence(Charset best, Map<Character, Double> weights) {
    String text = text(best);
    double margin =
        Stream.concat(Stream.of(USUAL), OTHERS.stream())
            .filter(other -> !text(other).equals(text))
            .mapToDouble(other -> likelihood(best, weights) - likelihood(other, weights))
            .min()
            .orElse(Double.MAX_VALUE);
    return margin <= 0 ? 0 : margin / (margin + CLEAR);
  }

  /** Each byte beyond ASCII that was read, once. */
  private String text(Charset charset) {
    StringBuilder text = new StringBuilder();
    for (int value = 0x80; value < counts.length; value++) {
      if (counts[value] > 0) {
        text.append(new String(new byte[] {(byte) value}, charset));
      }
    }
    return text.toString();
  }

  private double likelihood(Charset charset, Map<Character, Double> weights) {
    double sum = 0;
    for (int value = 0x80; value < counts.length; value++) {
      if (counts[value] > 0) {
        String text = new String(new byte[] {(byte) value}, charset).toLowerCase(Locale.ROOT);
        sum += counts[value] * weights.getOrDefault(text.charAt(0), STRANGE);
      }
    }
    return sum;
  }

  private static Map<Character, Double> weights() {
    Map<Character, Double> weights = new HashMap<>();
    for (int i = 0; i < BY_FREQUENCY.length(); i++) {
      weights.put(BY_FREQUENCY.charAt(i), i * STEP);
    }
    SIGNS.chars().forEach(sign -> weights.put((char) sign, SIGN));
    return weights;
  }
}
