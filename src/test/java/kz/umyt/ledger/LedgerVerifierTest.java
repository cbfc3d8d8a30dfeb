package kz.umyt.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LedgerVerifierTest {
  private static final int ENTRIES = 12;

  @TempDir Path folder;

  @Test
  void findsAnUntouchedLedgerIntact() throws IOException {
    Path file = LedgerFixture.written(folder, ENTRIES);
    String head = new LedgerReader(file).last(entry -> true).orElseThrow().hash();
    assertThat(LedgerVerifier.verify(file))
        .isEqualTo(new Verification.Intact(ENTRIES, head, false));
  }

  @Test
  void findsEveryChangedByteAtItsLine() throws IOException {
    Path file = LedgerFixture.written(folder, ENTRIES);
    byte[] whole = Files.readAllBytes(file);
    Random random = new Random(20260301);
    for (int round = 0; round < 1500; round++) {
      // The very last byte too: without its line feed the entry was not written by this tool.
      int at = round == 0 ? whole.length - 1 : random.nextInt(whole.length);
      byte[] changed = whole.clone();
      changed[at] ^= (byte) (1 + random.nextInt(255));
      Files.write(file, changed);
      assertThat(LedgerVerifier.verify(file))
          .as("byte %s to %s", at, changed[at])
          .isInstanceOfSatisfying(
              Verification.Altered.class,
              altered -> assertThat(altered.line()).isEqualTo(lineOf(whole, at)));
    }
  }

  static Stream<Arguments> alterations() {
    return Stream.of(
        alteration("removed line", 5, lines -> lines.remove(4)),
        alteration("removed first line", 1, lines -> lines.remove(0)),
        alteration("swapped lines", 5, lines -> Collections.swap(lines, 4, 5)),
        alteration("duplicated line", 6, lines -> lines.add(5, lines.get(4))),
        alteration("inserted empty line", 3, lines -> lines.add(2, "")),
        alteration("inserted line of another place", 3, lines -> lines.add(2, lines.get(8))),
        alteration(
            "inserted forged line",
            4,
            lines -> lines.add(2, LedgerFixture.forged(3, "x", hash(lines.get(1))))),
        alteration(
            "line replaced by one with a fitting hash",
            5,
            lines -> lines.set(4, LedgerFixture.forged(5, "x", hash(lines.get(3))))),
        alteration(
            "first line replaced by one that continues another chain",
            1,
            lines -> lines.set(0, LedgerFixture.forged(1, "x", "f".repeat(64)))),
        alteration(
            "reordered keys",
            7,
            lines ->
                lines.set(
                    6,
                    lines
                        .get(6)
                        .replace("\"rows\":7,\"run\":\"run-1\"", "\"run\":\"run-1\",\"rows\":7"))),
        alteration("space added", 2, lines -> lines.set(1, lines.get(1).replace(",", ", "))),
        alteration(
            "member twice",
            2,
            lines -> lines.set(1, lines.get(1).replace("\"rows\":2", "\"rows\":2,\"rows\":2"))),
        alteration(
            "number as fraction",
            2,
            lines -> lines.set(1, lines.get(1).replace("\"rows\":2", "\"rows\":2.0"))),
        alteration("carriage return added", 2, lines -> lines.set(1, lines.get(1) + "\r")),
        alteration("second value on a line", 2, lines -> lines.set(1, lines.get(1) + "{}")),
        alteration("line longer than any entry", 2, lines -> lines.set(1, "x".repeat(2 << 20))),
        alteration("all lines gone", 1, List::clear));
  }

  @ParameterizedTest
  @MethodSource("alterations")
  void findsTheFirstAlteredEntry(int line, Consumer<List<String>> alteration) throws IOException {
    Path file = LedgerFixture.written(folder, ENTRIES);
    List<String> lines = LedgerFixture.lines(file);
    List<String> before = List.copyOf(lines);
    alteration.accept(lines);
    assertThat(lines).isNotEqualTo(before);
    LedgerFixture.writeLines(file, lines);
    assertThat(LedgerVerifier.verify(file))
        .isInstanceOfSatisfying(
            Verification.Altered.class,
            altered -> {
              assertThat(altered.line()).isEqualTo(line);
              assertThat(altered.seq()).isEqualTo(line);
            });
  }

  @Test
  void findsACutEndByWhatAnActSays() throws IOException {
    Path file = LedgerFixture.written(folder, ENTRIES);
    String head = new LedgerReader(file).last(entry -> true).orElseThrow().hash();
    assertThat(LedgerVerifier.verify(file, ENTRIES, head)).isInstanceOf(Verification.Intact.class);

    List<String> lines = LedgerFixture.lines(file);
    LedgerFixture.writeLines(file, lines.subList(0, 9));
    assertThat(LedgerVerifier.verify(file)).isInstanceOf(Verification.Intact.class);
    assertThat(LedgerVerifier.verify(file, ENTRIES, head))
        .isInstanceOfSatisfying(
            Verification.Altered.class, altered -> assertThat(altered.line()).isEqualTo(10));
  }

  @Test
  void findsALedgerWrittenAnewByWhatAnActSays() throws IOException {
    Path file = LedgerFixture.written(folder, ENTRIES);
    String sixth = new LedgerReader(file).entries().get(5).hash();
    List<String> lines = LedgerFixture.lines(file);
    String prev = hash(lines.get(3));
    for (int at = 4; at < lines.size(); at++) {
      lines.set(at, LedgerFixture.forged(at + 1, "x", prev));
      prev = hash(lines.get(at));
    }
    LedgerFixture.writeLines(file, lines);
    assertThat(LedgerVerifier.verify(file)).isInstanceOf(Verification.Intact.class);
    assertThat(LedgerVerifier.verify(file, 6, sixth))
        .isInstanceOfSatisfying(
            Verification.Altered.class, altered -> assertThat(altered.line()).isEqualTo(6));
  }

  @Test
  void findsALedgerIntactWhileSomebodyWrites() throws IOException {
    Path file = LedgerFixture.written(folder, 3);
    byte[] before = Files.readAllBytes(file);
    try (Ledger ledger = Ledger.open(file, LedgerFixture.CLOCK)) {
      ledger.append("r", "x", Map.of());
      assertThat(LedgerVerifier.verify(file)).isInstanceOf(Verification.Intact.class);
    }
    byte[] after = Files.readAllBytes(file);
    for (int size = before.length + 1; size < after.length; size++) {
      Files.write(file, java.util.Arrays.copyOf(after, size));
      assertThat(LedgerVerifier.verify(file))
          .isInstanceOfSatisfying(
              Verification.Intact.class,
              intact -> {
                assertThat(intact.entries()).isEqualTo(3);
                assertThat(intact.unfinished()).isTrue();
              });
      assertThat(new LedgerReader(file).entries()).hasSize(3);
    }
  }

  @Test
  void saysThatThereIsNoLedger() {
    assertThatThrownBy(() -> LedgerVerifier.verify(folder.resolve("none.jsonl")))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void changesNothing() throws IOException {
    Path file = LedgerFixture.written(folder, 2);
    Files.writeString(file, "{\"torn", StandardOpenOption.APPEND);
    byte[] before = Files.readAllBytes(file);
    LedgerVerifier.verify(file);
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }

  private static Arguments alteration(String name, int line, Consumer<List<String>> change) {
    return Arguments.of(line, Named.of(name, change));
  }

  private static String hash(String line) {
    int at = line.indexOf("\"hash\":\"") + 8;
    return line.substring(at, at + 64);
  }

  private static long lineOf(byte[] bytes, int offset) {
    long line = 1;
    for (int at = 0; at < offset; at++) {
      line += bytes[at] == '\n' ? 1 : 0;
    }
    return line;
  }
}
