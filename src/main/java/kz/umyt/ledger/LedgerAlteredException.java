package kz.umyt.ledger;

import java.io.Serial;
import java.nio.file.Path;

/**
 * The ledger is not what this tool wrote: somebody or some fault altered it. Nothing may be
 * destroyed until a person has looked; ends the command with exit code 7.
 */
public final class LedgerAlteredException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final long line;

  LedgerAlteredException(Path file, long line, String reason) {
    super(
        file
            + ":"
            + line
            + ": the ledger was altered: "
            + reason
            + "; check it with \"umyt verify\" and restore it from a copy");
    this.line = line;
  }

  /** One-based line of the first alteration that was seen. */
  public long line() {
    return line;
  }
}
