package kz.umyt.job;

import java.io.Serial;

/** Another run is at work; ends the command with exit code 6. */
public final class LockHeldException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  public LockHeldException(String message) {
    super(message);
  }
}
