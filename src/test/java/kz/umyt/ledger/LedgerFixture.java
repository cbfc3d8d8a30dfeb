package kz.umyt.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A ledger of invented runs, and the means to spoil it. */
final class LedgerFixture {
  static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T22:15:30.250Z"), ZoneOffset.UTC);

  private LedgerFixture() {}

  /** Writes that many entries, of two runs in turn. */
  static Path written(Path folder, int entries) {
    Path file = folder.resolve("ledger.jsonl");
    try (Ledger ledger = Ledger.open(file, CLOCK)) {
      for (int number = 1; number <= entries; number++) {
        ledger.append(
            "run-" + number % 2,
            "chunk-done",
            Map.of("target", "абоненты «Ұмыт»\n", "rows", number, "parts", List.of(1L, true, "a")));
      }
    }
    return file;
  }

  static List<String> lines(Path file) throws IOException {
    return new ArrayList<>(Files.readAllLines(file));
  }

  static void writeLines(Path file, List<String> lines) throws IOException {
    Files.write(file, lines);
  }

  /** The line of an entry as a forger would write it: sound in itself. */
  static String forged(long seq, String event, String prev) {
    Entry entry = EntryFormat.hashed(seq, CLOCK.instant(), "run-1", event, Map.of(), prev);
    return new String(EntryFormat.line(entry), StandardCharsets.UTF_8);
  }
}
