package kz.umyt.ledger;

import java.io.Serial;

/** A key is damaged, or already there where none should be; the message says what to do. */
public final class KeyException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  KeyException(String message) {
    super(message);
  }
}
