package kz.umyt.ledger;

import java.io.Serial;

/** A line of the ledger is not an entry as this tool writes it. */
final class MalformedEntryException extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  private final String reason;

  MalformedEntryException(String reason) {
    super(reason);
    this.reason = reason;
  }

  /** What is wrong, without any content of the line. */
  String reason() {
    return reason;
  }
}
