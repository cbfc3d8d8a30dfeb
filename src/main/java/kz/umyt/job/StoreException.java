package kz.umyt.job;

import java.io.Serial;

/** The store in the home folder cannot be used: the message says why and what to do. */
public final class StoreException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  StoreException(String message, Throwable cause) {
    super(message, cause);
  }
}
