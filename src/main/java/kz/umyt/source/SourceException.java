package kz.umyt.source;

import java.io.Serial;

/**
 * A source could not be reached or read: the message names the source and what to do, and never a
 * value. Ends the command with exit code 3.
 */
public sealed class SourceException extends RuntimeException permits LostConnectionException {
  @Serial private static final long serialVersionUID = 1L;

  public SourceException(String message) {
    super(message);
  }
}
