package kz.umyt.ledger;

import static kz.umyt.ledger.LedgerFixture.CLOCK;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActVerifierTest {
  @TempDir Path folder;

  private Path ledger;
  private Path act;

  @BeforeEach
  void writeAnAct() throws IOException {
    ledger = LedgerFixture.written(folder, 4);
    act = folder.resolve("act.json");
    recordedAct("{\"sequence\":3,\"year\":2026}", 4, null);
  }

  @Test
  void findsAnUntouchedActIntact() throws IOException {
    assertThat(ActVerifier.verify(act, ledger))
        .isInstanceOfSatisfying(
            ActVerification.Intact.class,
            intact -> {
              assertThat(intact.act()).isEqualTo("3/2026");
              assertThat(intact.seq()).isEqualTo(5);
              assertThat(intact.ledger().entries()).isEqualTo(5);
            });
  }

  @Test
  void findsAnActIntactAfterLaterRuns() throws IOException {
    try (Ledger open = Ledger.open(ledger, CLOCK)) {
      open.append("later", ActVerifier.ACT_WRITTEN, Map.of("act", "4/2026", "sha256", "0"));
      assertThat(ActVerifier.verify(act, ledger)).isInstanceOf(ActVerification.Intact.class);
    }
  }

  @Test
  void findsAChangedAct() throws IOException {
    Files.writeString(act, Files.readString(act).replace("\"destroyed\":10", "\"destroyed\":11"));
    assertThat(reason()).contains("entry 5").contains("other content");
    Files.writeString(act, "not even JSON");
    assertThat(reason()).contains("no entry");
  }

  @Test
  void findsASingleByteAddedToAnAct() throws IOException {
    Files.writeString(act, "\n", StandardOpenOption.APPEND);
    assertThat(reason()).contains("entry 5");
  }

  @Test
  void findsAnActOfAnotherLedger() throws IOException {
    Path other = Files.createDirectory(folder.resolve("other"));
    ledger = LedgerFixture.written(other, 9);
    assertThat(reason()).contains("no entry");
  }

  @Test
  void findsAnActThatNamesAnotherHead() throws IOException {
    recordedAct("\"4/2026\"", 3, "a".repeat(64));
    assertThat(reason()).contains("entry 6").contains("head");
  }

  @Test
  void findsAnActThatNamesNoLedger() throws IOException {
    Files.writeString(act, "{\"number\":\"5/2026\"}");
    record("5/2026");
    assertThat(reason()).contains("head");
  }

  @Test
  void trustsNoActOfAnAlteredLedger() throws IOException {
    List<String> lines = LedgerFixture.lines(ledger);
    lines.set(1, lines.get(1).replace("\"rows\":2", "\"rows\":3"));
    LedgerFixture.writeLines(ledger, lines);
    assertThat(ActVerifier.verify(act, ledger))
        .isInstanceOfSatisfying(
            ActVerification.LedgerAltered.class,
            found -> assertThat(found.ledger().line()).isEqualTo(2));
  }

  private String reason() throws IOException {
    ActVerification found = ActVerifier.verify(act, ledger);
    assertThat(found).isInstanceOf(ActVerification.Altered.class);
    return ((ActVerification.Altered) found).reason();
  }

  private void recordedAct(String number, long to, @Nullable String head) throws IOException {
    Entry named = new LedgerReader(ledger).last(entry -> entry.seq() == to).orElseThrow();
    Files.writeString(
        act,
        "{\"number\":"
            + number
            + ",\"share\":0.5,\"none\":null,\"totals\":{\"destroyed\":10},\"ledger\":{\"from\":1,\"to\":"
            + to
            + ",\"head\":\""
            + (head == null ? named.hash() : head)
            + "\"}}\n");
    record(head == null ? "3/2026" : "4/2026");
  }

  private void record(String number) throws IOException {
    try (Ledger open = Ledger.open(ledger, CLOCK)) {
      open.append(
          "run-1",
          ActVerifier.ACT_WRITTEN,
          Map.of("act", number, "sha256", Sha256.ofFile(act), "file", "act.json"));
    }
  }
}
