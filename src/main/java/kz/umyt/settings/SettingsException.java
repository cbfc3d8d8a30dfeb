package kz.umyt.settings;

import java.io.Serial;

/**
 * Something that people wrote is wrong: the message says what, where and what to do. Ends the
 * command with exit code 2 before anything was touched.
 */
public final class SettingsException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  public SettingsException(String message) {
    super(message);
  }

  public SettingsException(Position at, String message) {
    super(at + ": " + message);
  }
}
