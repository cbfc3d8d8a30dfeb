package kz.umyt.cli;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds any of very many values in bytes, whatever the encoding: reads the bytes as text in every
 * encoding and looks at each place only for the values that end with the eight characters there.
 */
final class ValueFinder {

  /** Shorter values are no evidence: three syllables may stand anywhere. */
  static final int SHORTEST = 8;

  /** Digits shorter than an IIN without one zero also turn up inside digests. */
  private static final int SHORTEST_INSIDE_A_WORD = 11;

  private static final List<Charset> ENCODINGS =
      List.of(
          StandardCharsets.UTF_8,
          Charset.forName("windows-1251"),
          StandardCharsets.UTF_16LE,
          StandardCharsets.UTF_16BE);

  private final Map<String, List<String>> valuesByEnd = new HashMap<>();

  /** Leaves out what is shorter than {@link #SHORTEST} characters. */
  void add(String value) {
    if (value.length() >= SHORTEST) {
      List<String> values =
          valuesByEnd.computeIfAbsent(
              value.substring(value.length() - SHORTEST), end -> new ArrayList<>(1));
      if (!values.contains(value)) {
        values.add(value);
      }
    }
  }

  /**
   * Where values stand: encoding and offset of each, never the value.
   *
   * @param bytes read as text from the first byte, and in UTF-16 from the second too
   */
  List<String> find(byte[] bytes) {
    List<String> found = new ArrayList<>();
    for (Charset encoding : ENCODINGS) {
      boolean wide = encoding.name().startsWith("UTF-16");
      for (int from = 0; from < (wide ? 2 : 1) && from < bytes.length; from++) {
        String text = new String(bytes, from, bytes.length - from, encoding);
        for (int end = SHORTEST; end <= text.length(); end++) {
          for (String value :
              valuesByEnd.getOrDefault(text.substring(end - SHORTEST, end), List.of())) {
            int start = end - value.length();
            if (text.startsWith(value, start) && isEvidence(text, start, end)) {
              found.add(encoding + ", character " + start);
            }
          }
        }
      }
    }
    return found;
  }

  private static boolean isEvidence(String text, int start, int end) {
    return end - start >= SHORTEST_INSIDE_A_WORD
        || !text.substring(start, end).chars().allMatch(Character::isDigit)
        || !(isWord(text, start - 1) || isWord(text, end));
  }

  private static boolean isWord(String text, int at) {
    return at >= 0 && at < text.length() && Character.isLetterOrDigit(text.charAt(at));
  }
}
