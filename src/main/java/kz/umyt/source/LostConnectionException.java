package kz.umyt.source;

import java.io.Serial;

/** The connection to a source is gone; another one may be had. */
public final class LostConnectionException extends SourceException {
  @Serial private static final long serialVersionUID = 1L;

  public LostConnectionException(String message) {
    super(message);
  }
}
