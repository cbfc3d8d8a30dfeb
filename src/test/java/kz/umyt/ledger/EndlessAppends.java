package kz.umyt.ledger;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/**
 * A process that appends until it is killed, and prints the number of each entry it was promised.
 */
final class EndlessAppends {
  private EndlessAppends() {}

  public static void main(String[] args) {
    try (Ledger ledger = Ledger.open(Path.of(args[0]), Clock.systemUTC())) {
      while (true) {
        Entry entry =
            ledger.append(
                "run-1", "chunk-done", Map.of("text", "қ".repeat(1 + (int) ledger.seq() % 3000)));
        System.out.println(entry.seq() + " " + entry.hash());
      }
    }
  }
}
