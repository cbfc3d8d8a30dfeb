package kz.umyt.engines;

import java.io.Serial;

/** A server that came as an artefact does not start on this machine. */
final class EngineUnavailableException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  EngineUnavailableException(Throwable cause) {
    super("the test server does not start", cause);
  }
}
