package kz.umyt.plan;

import java.io.Serial;

/** The run must not go on: a limit is exceeded or leave is missing. Ends with exit code 5. */
public final class RefusedException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  public RefusedException(String message) {
    super(message);
  }
}
