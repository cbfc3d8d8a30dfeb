package kz.umyt.ledger;

import java.io.Serial;
import java.nio.file.Path;

/** Somebody else has the ledger open for writing; ends the command with exit code 6. */
public final class LedgerLockedException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  LedgerLockedException(Path file) {
    super(
        file + ": another run writes to this ledger; wait until it has ended, or stop it properly");
  }
}
