package kz.umyt.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import kz.umyt.recognize.Finding;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.io.JsonStringEncoder;

/**
 * Writes the findings of text files as JSON lines. Written out by hand, since a generator takes
 * longer for a line than the search for what it says.
 */
final class FindingLines implements AutoCloseable {

  private static final int CHUNK = 1 << 16;
  private static final int LONGEST_NUMBER = 20;

  private static final byte[] END = ",\"end\":".getBytes(US_ASCII);
  private static final byte[] VALIDATED = ",\"validated\":true".getBytes(US_ASCII);
  private static final byte[] NOT_VALIDATED = ",\"validated\":false".getBytes(US_ASCII);
  private static final byte[] LAST = "}\n".getBytes(US_ASCII);

  /** By hundredths, since a score has no smaller parts. */
  private static final byte[][] SCORES = new byte[101][];

  static {
    for (int i = 0; i < SCORES.length; i++) {
      SCORES[i] = (",\"score\":" + i / 100.0).getBytes(US_ASCII);
    }
  }

  private final OutputStream out;
  private byte[] line = new byte[CHUNK];
  private int size;

  private @Nullable String file;
  private byte[] head = head(null);
  private final Map<String, Parts> parts = new HashMap<>();

  /** What every line of one recognizer says. */
  private static final class Parts {

    private final byte[] entity;
    private final byte[] recognizer;

    Parts(Finding finding) {
      this.entity = quoted(",\"entity\":", finding.entity(), ",\"start\":");
      this.recognizer = quoted(",\"recognizer\":", finding.recognizer(), "");
    }
  }

  FindingLines(OutputStream out) {
    this.out = out;
  }

  /** One finding of a text file. */
  void write(@Nullable String name, long number, LineFindings.Place place, @Nullable String value)
      throws IOException {
    if (!Objects.equals(file, name)) {
      file = name;
      head = head(name);
    }
    Finding finding = place.finding();
    Parts own = parts.get(finding.recognizer());
    if (own == null) {
      own = new Parts(finding);
      parts.put(finding.recognizer(), own);
    }
    add(head);
    add(number);
    add(own.entity);
    add(place.start());
    add(END);
    add(place.end());
    add(SCORES[(int) Math.round(finding.score() * 100)]);
    add(finding.validated() ? VALIDATED : NOT_VALIDATED);
    add(own.recognizer);
    if (value != null) {
      add(quoted(",\"value\":", value, ""));
    }
    add(LAST);
    if (size >= CHUNK / 2) {
      flush();
    }
  }

  private static byte[] head(@Nullable String file) {
    return file == null
        ? "{\"file\":null,\"line\":".getBytes(US_ASCII)
        : quoted("{\"file\":", file, ",\"line\":");
  }

  /** A string as JSON has it, between other parts of a line. */
  private static byte[] quoted(String before, String text, String after) {
    byte[] body = JsonStringEncoder.getInstance().quoteAsUTF8(text);
    int length = before.length() + body.length + after.length() + 2;
    byte[] all = Arrays.copyOf(before.getBytes(US_ASCII), length);
    int at = before.length();
    all[at++] = '"';
    System.arraycopy(body, 0, all, at, body.length);
    at += body.length;
    all[at++] = '"';
    System.arraycopy(after.getBytes(US_ASCII), 0, all, at, after.length());
    return all;
  }

  private void add(byte[] part) {
    makeRoom(part.length);
    System.arraycopy(part, 0, line, size, part.length);
    size += part.length;
  }

  /** A number that is not negative. */
  private void add(long number) {
    makeRoom(LONGEST_NUMBER);
    int length = 1;
    for (long rest = number / 10; rest > 0; rest /= 10) {
      length++;
    }
    long rest = number;
    for (int i = size + length - 1; i >= size; i--) {
      line[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    size += length;
  }

  private void makeRoom(int length) {
    if (line.length - size < length) {
      line = Arrays.copyOf(line, Math.max(line.length * 2, size + length));
    }
  }

  private void flush() throws IOException {
    out.write(line, 0, size);
    size = 0;
  }

  /** Writes what is left; the stream below stays open. */
  @Override
  public void close() throws IOException {
    flush();
    out.flush();
  }
}
