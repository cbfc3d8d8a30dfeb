package kz.umyt.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import kz.umyt.discover.Inventory;
import kz.umyt.engines.Shop;
import kz.umyt.ledger.Entry;
import kz.umyt.ledger.LedgerReader;
import kz.umyt.ledger.LedgerVerifier;
import kz.umyt.ledger.Verification;
import kz.umyt.settings.Installation;
import kz.umyt.settings.Job;
import kz.umyt.settings.RecognizerSpec;

/**
 * Scans the sources of a {@link Shop}'s job, as the command line would.
 *
 * @param recognizers which are used
 */
record ScanNight(Shop shop, List<RecognizerSpec> recognizers) {

  static final ScanRun.Mode FULL = new ScanRun.Mode(OptionalLong.empty(), false);
  static final ScanRun.Mode INCREMENTAL = new ScanRun.Mode(OptionalLong.empty(), true);

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-05-01T03:00:00Z"), ZoneOffset.UTC);

  /** With the recognizers that are shipped. */
  ScanNight(Shop shop) {
    this(shop, shipped());
  }

  private static List<RecognizerSpec> shipped() {
    Path base = Path.of("").toAbsolutePath();
    return new Installation(base, base.resolve("config"), base.resolve("var"), Map.of())
        .recognizers();
  }

  ScanRun.Ended scan(ScanRun.Mode mode) {
    return scan(mode, Progress.NONE, new StopSignal());
  }

  ScanRun.Ended scan(ScanRun.Mode mode, Progress progress, StopSignal stop) {
    Job job = shop.job();
    return new ScanRun(
            new Home(shop.home()),
            job,
            shop.policy(job),
            shop.sources(),
            recognizers,
            new RetentionRun.Surroundings(CLOCK, System::nanoTime, "dana", "host", "umyt test"),
            progress,
            stop)
        .scan(mode, inventory -> {});
  }

  /** Scans to the end. */
  Inventory inventory(ScanRun.Mode mode) {
    return scan(mode).inventory().orElseThrow();
  }

  /** Tables, parts of tables and files that an unfinished scan has read. */
  List<String> read() {
    try (HomeStore store = HomeStore.ofScans(shop.home(), "nightly")) {
      ScanStore kept = new ScanStore(store);
      ScanStore.Known last = kept.last().orElseThrow();
      assertThat(last.finished()).isFalse();
      return kept.pieces(last).stream()
          .filter(ScanStore.Planned::read)
          .map(planned -> planned.piece().place())
          .toList();
    }
  }

  /** The entries of one kind; the ledger is whole. */
  List<Entry> entries(String event) {
    Path ledger = new Home(shop.home()).ledger();
    try {
      assertThat(LedgerVerifier.verify(ledger)).isInstanceOf(Verification.Intact.class);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return new LedgerReader(ledger)
        .entries().stream().filter(entry -> entry.event().equals(event)).toList();
  }
}
